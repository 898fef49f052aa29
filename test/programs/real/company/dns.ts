import * as alicloud from "@pulumi/alicloud";
import { domains } from "./config";
import { address } from "./web";

for (const { apex, hosts } of domains) {
  for (const rr of hosts) {
    new alicloud.dns.AlidnsRecord(`${rr}.${apex}`, { domainName: apex, rr, type: "A", value: address, ttl: 600 });
  }
}

export const hosts = domains.flatMap(({ apex, hosts: names }) =>
  names.map((rr) => (rr === "@" ? apex : `${rr}.${apex}`)),
);
