import { describe, expect, it } from "vitest";
import {
  globOfUrn,
  globOverUrns,
  nameInUrn,
  nameOfUrn,
  partsOfUrn,
  stackInUrn,
  startOfUrns,
  urnOf,
  urnOfReference,
} from "../../src/names/urn";

const instance = { stack: "dev", project: "web", type: "alicloud:ecs/instance:Instance", name: "web-1" };
const ADDRESS = 'module.web["a::$b"].alicloud_instance.app[0]';
const inTerraform = { ...instance, dialect: "terraform" as const, name: ADDRESS };

describe("the parts of a URN", () => {
  it.each([instance, { ...instance, name: "a::b" }, { ...instance, name: "$5" }, inTerraform])(
    "are those it was made of: %o",
    (parts) => {
      expect(partsOfUrn(urnOf(parts))).toEqual(parts);
    },
  );

  it("are without the types of parents", () => {
    const urn = "urn:pulumi:dev::web::my:site:Site$my:site:Inner$alicloud:ecs/instance:Instance::web-1";
    expect(partsOfUrn(urn)).toEqual(instance);
  });

  it.each([
    "",
    "web-1",
    "urn:pulumi:dev::web",
    "urn:pulumi:dev::web::type",
    "urn:pulumi:dev::web::type::",
    "arn:dev::web::t::n",
    "urn:terraform:dev::web::type",
    "urn:tofu:dev::web::type::name",
  ])("are none of %j", (text) => {
    expect(partsOfUrn(text)).toBeUndefined();
  });
});

describe("what is said of a URN", () => {
  it("is its name, with all that it contains", () => {
    expect(nameOfUrn(urnOf({ ...instance, name: "a::b" }))).toBe("a::b");
    expect(nameOfUrn("i-1")).toBe("i-1");
  });

  it("is in Terraform the address, and the stack as anywhere", () => {
    const urn = urnOf(inTerraform);
    expect(urn).toBe(`urn:terraform:dev::web::alicloud:ecs/instance:Instance::${ADDRESS}`);
    expect([nameInUrn(urn), stackInUrn(urn)]).toEqual([ADDRESS, "web/dev"]);
    expect(urn.startsWith(startOfUrns(inTerraform))).toBe(true);
    expect(urn.startsWith(startOfUrns(instance))).toBe(false);
  });
});

describe("the glob that means a resource", () => {
  it("is what follows stack and project", () => {
    expect(globOfUrn(urnOf({ ...instance, name: "a::b" }))).toBe("*::alicloud:ecs/instance:Instance::a::b");
  });

  it("means what is in a component, too", () => {
    const urn = urnOf({ ...instance, type: `my:site:Site$${instance.type}` });
    expect(globOverUrns(globOfUrn(urn))(urn)).toBe(true);
  });

  it("is in Terraform its address, and means no other", () => {
    const means = globOverUrns(globOfUrn(urnOf(inTerraform)));
    expect(means(urnOf(inTerraform))).toBe(true);
    expect(means(urnOf({ ...inTerraform, stack: "other" }))).toBe(true);
    expect(means(urnOf({ ...inTerraform, name: `module.a.${ADDRESS}` }))).toBe(false);
  });
});

describe("a glob over resources", () => {
  it.each([
    [ADDRESS, true],
    ["*alicloud_instance.app[0]", true],
    ["module.web[*].alicloud_instance.app[?]", true],
    ["urn:terraform:dev::web::*::*.app[0]", true],
    ["*::alicloud:ecs/instance:Instance::*", true],
    ["alicloud_instance.app[0]", false],
    ["module.web.*", false],
  ])("%s meets an address: %s", (pattern, meets) => {
    expect(globOverUrns(pattern)(urnOf(inTerraform))).toBe(meets);
  });

  it("meets no name of a Pulumi resource", () => {
    expect(globOverUrns("web-1")(urnOf(instance))).toBe(false);
    expect(globOverUrns("*::web-1")(urnOf(instance))).toBe(true);
  });
});

describe("the URN in a reference to a provider", () => {
  const provider = urnOf({ ...instance, type: "pulumi:providers:alicloud", name: "a::b" });

  it("is the one that is shown", () => {
    expect(urnOfReference(`${provider}::id::1`, (urn) => urn === provider)).toBe(provider);
  });

  it("ends before the last separator where none is shown", () => {
    expect(urnOfReference(`${provider}::id`, () => false)).toBe(provider);
    const bare = urnOf({ ...instance, name: "default" });
    expect(urnOfReference(bare, () => false)).toBe(bare);
  });
});
