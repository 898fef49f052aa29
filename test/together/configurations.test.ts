/** Providers, accounts and regions of several stacks: what is true of one stack's is not taken for another's. */
import { describe, expect, it } from "vitest";
import { ref, unknownValue, type ResourceSpec } from "../support/plan";
import { register, unfiled } from "../support/rule-tester";
import { bucket, cname, group, instance, opens, record, resource, subscription, web } from "../support/stacks";
import { found, type Stacks } from "./together";

const VIOLATION = "icp-dns-record violation www.example.com";

describe("providers of one name in two stacks", () => {
  const at = (region: string): ResourceSpec => resource("pulumi:providers:alicloud", "main", { region });
  const own = (id: string, spec: ResourceSpec): ResourceSpec => {
    const [project = "", stack = ""] = id.split("/");
    return {
      ...spec,
      rest: { ...spec.rest, provider: `urn:pulumi:${stack}::${project}::pulumi:providers:alicloud::main` },
    };
  };
  const server = (id: string) => own(id, instance("server", { ...subscription, publicIp: unknownValue }));
  const site = (id: string, rr: string, ...more: readonly ResourceSpec[]) => ({
    has: [...more, server(id), record(rr, ref("server")), group(), opens("443/443")],
  });

  it("are two, each with its own region", () => {
    const stacks: Stacks = {
      "a/p": site("a/p", "www", at("cn-shanghai")),
      "b/p": site("b/p", "sg", at("ap-southeast-1")),
    };
    expect(found(stacks, unfiled())).toEqual([VIOLATION]);
  });

  it("are two where the stacks configure them, each with its own region", () => {
    const one = {
      has: [instance("server", subscription), record("www", ref("server")), ...web],
      region: "cn-shanghai",
    };
    const other = {
      has: [instance("server", subscription), record("sg", ref("server")), ...web],
      region: "ap-southeast-1",
    };
    expect(found({ "a/p": one, "b/p": other }, unfiled())).toEqual([VIOLATION]);
  });

  it("show nothing of each other", () => {
    const zoned = resource("alicloud:vpc/switch:Switch", "zone", { zoneId: "cn-shanghai-l" });
    const here = { has: [zoned, instance("server", subscription), record("www", ref("server")), ...web] };
    const there = { has: [instance("server", subscription), cname("sg", ref("server")), ...web] };
    const plan = found({ "a/p": { ...here, region: "" }, "b/p": { ...there, region: "" } }, unfiled());
    expect(plan).toEqual([VIOLATION, "icp-dns-record undetermined sg.example.com (region-unset)"].sort());
  });
});

describe("a block of a whole account in a stack of its own", () => {
  const account = register(
    'accounts: [{ id: "1", ossActivatedOn: 2025-06-01 }]\nfilings: [{ domain: example.com, status: unfiled }]\n',
  );
  const open = bucket("media", { acl: "public-read" });
  const block = resource("alicloud:oss/accountPublicAccessBlock:AccountPublicAccessBlock", "all", {
    blockPublicAccess: true,
  });
  const told = (stacks: Stacks) => found(stacks, account).filter((line) => line.startsWith("icp-oss-default-domain"));

  it("may be for the buckets of others", () => {
    expect(told({ "app/p": { has: [open, block] } })).toEqual([]);
    expect(told({ "app/p": { has: [open] }, "base/p": { has: [] } })).toEqual([
      "icp-oss-default-domain violation media",
    ]);
    expect(told({ "app/p": { has: [open] }, "base/p": { has: [block] } })).toEqual([
      "icp-oss-default-domain undetermined media (account-untold)",
    ]);
  });
});
