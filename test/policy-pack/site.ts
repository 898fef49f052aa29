/** A site as the engine tells a pack of it, and registers for it. */
import { UNKNOWN_STRING } from "../../src/plan/raw";
import type { Diagnostic, PackResource } from "../support/pack-driver";

export const provider = {
  urn: "urn:pulumi:dev::web::pulumi:providers:alicloud::default",
  props: { region: "cn-hangzhou" },
};
export const urnOf = (type: string, name: string) => `urn:pulumi:dev::web::${type}::${name}`;
export const resource = (
  type: string,
  name: string,
  inputs: Record<string, unknown>,
  rest: Partial<PackResource> = {},
): PackResource => ({
  urn: urnOf(type, name),
  type,
  name,
  inputs,
  provider,
  ...rest,
});
export const stack = resource("pulumi:pulumi:Stack", "web-dev", {});
export const cdn = (inputs: Record<string, unknown> = {}, rest: Partial<PackResource> = {}) =>
  resource(
    "alicloud:cdn/domainNew:DomainNew",
    "site",
    { domainName: "www.example.com", cdnType: "web", ...inputs },
    rest,
  );
export const eip = resource(
  "alicloud:ecs/eipAddress:EipAddress",
  "ip",
  {},
  { outputs: { ipAddress: UNKNOWN_STRING, id: UNKNOWN_STRING } },
);
const server = resource("alicloud:ecs/instance:Instance", "server", { instanceChargeType: "PostPaid" });
const binding = resource(
  "alicloud:ecs/eipAssociation:EipAssociation",
  "bind",
  { allocationId: UNKNOWN_STRING, instanceId: UNKNOWN_STRING },
  { dependencies: [eip.urn, server.urn], propertyDependencies: { allocationId: [eip.urn], instanceId: [server.urn] } },
);
const record = resource(
  "alicloud:dns/alidnsRecord:AlidnsRecord",
  "www",
  { domainName: "example.com", rr: "www", type: "A", value: UNKNOWN_STRING },
  { dependencies: [eip.urn], propertyDependencies: { value: [eip.urn] } },
);
export const site = [stack, eip, server, binding, record];

/** What the pack says of a stack that exposes a domain, and for which there is no register. */
export const noRegister = "advisory icp-register-stale ";

export const brief = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ policy, level, urn }) => `${level} ${policy} ${urn.split("::").pop() ?? ""}`).sort();

export const filed = {
  register: {
    version: 1,
    asOf: "2026-11-22",
    filings: [{ domain: "example.com", status: "active", accessProviders: [{ name: "aliyun" }] }],
  },
};
export const withRegister = (register: Record<string, unknown>) => ({ "icp-register": { props: register } });
