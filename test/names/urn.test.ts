import { describe, expect, it } from "vitest";
import { endOfUrn, nameOfUrn, partsOfUrn, urnOf, urnOfReference } from "../../src/names/urn";

const instance = { stack: "dev", project: "web", type: "alicloud:ecs/instance:Instance", name: "web-1" };

describe("the parts of a URN", () => {
  it.each([instance, { ...instance, name: "a::b" }, { ...instance, name: "$5" }])(
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
  ])("are none of %j", (text) => {
    expect(partsOfUrn(text)).toBeUndefined();
  });
});

describe("what is said of a URN", () => {
  it("is its name, with all that it contains", () => {
    expect(nameOfUrn(urnOf({ ...instance, name: "a::b" }))).toBe("a::b");
    expect(nameOfUrn("i-1")).toBe("i-1");
  });

  it("is what follows stack and project", () => {
    expect(endOfUrn(urnOf({ ...instance, name: "a::b" }))).toBe("alicloud:ecs/instance:Instance::a::b");
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
