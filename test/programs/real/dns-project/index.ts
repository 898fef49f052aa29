import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { publicEntry, staticCname } from "./cluster";
import { zones } from "./zones";

const zoneOf = (apex: string): pulumi.Output<string> => {
  const zone = zones.get(apex);
  if (!zone) throw new pulumi.RunError(`There is no zone ${apex}.`);
  return zone.domainName;
};

if (publicEntry) {
  for (const [apex, rr] of [
    ["example.com", "www"],
    ["example.com", "shop"],
    ["example.net", "www"],
  ] as const) {
    new alicloud.dns.AlidnsRecord(`${rr}.${apex}`, {
      domainName: zoneOf(apex),
      rr,
      type: "A",
      value: publicEntry.apply(({ address }) => address),
    });
  }
}
if (staticCname) {
  new alicloud.dns.AlidnsRecord("static", {
    domainName: zoneOf("example.com"),
    rr: "static",
    type: "CNAME",
    value: staticCname.apply((cname) => cname ?? "static.example.net"),
  });
}

export const apexes = [...zones.keys()];
export const nameServers = [...zones.values()].map(({ dnsServers }) => dnsServers);
