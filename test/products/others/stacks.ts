/** Records of other providers, and servers of ours that they lead to. */
import { ref, type Properties, type ResourceSpec } from "../../support/plan";
import { association, eip, instance, provider, resource, web } from "../../support/stacks";

export const zone = resource("aws:route53/zone:Zone", "zone", { name: "example.com" });
export const route53 = (inputs: Properties, name = "www"): ResourceSpec =>
  resource("aws:route53/record:Record", name, { zoneId: ref("zone"), name: "www", type: "A", ...inputs });

export const cfZone = resource("cloudflare:index/zone:Zone", "zone", { name: "example.com" });
export const cloudflare = (inputs: Properties, name = "www"): ResourceSpec =>
  resource("cloudflare:index/dnsRecord:DnsRecord", name, {
    zoneId: ref("zone"),
    name: "www.example.com",
    type: "A",
    ...inputs,
  });

/** A server that is able to obtain a filing, behind an EIP. */
export const server: readonly ResourceSpec[] = [
  ...web,
  instance("server"),
  eip("ip"),
  association("bound", "ip", "server"),
];
export const abroad: readonly ResourceSpec[] = [
  provider("hk", "cn-hongkong"),
  ...web,
  ...[instance("server"), eip("ip"), association("bound", "ip", "server")].map((spec) => ({
    ...spec,
    rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::hk" },
  })),
];
