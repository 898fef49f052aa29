import { describe, expect, it } from "vitest";
import { defaultProvider } from "../../src/program/default-providers";
import { Aliases, urnIn } from "../../src/program/urns";

const where = { stack: "dev", project: "shop" };
const site = "urn:pulumi:dev::shop::acme:index:Site::site";
const stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

describe("the URN of a resource", () => {
  const table: Record<string, [type: string, name: string, parent: string | undefined, urn: string]> = {
    "without a parent": ["pulumi:pulumi:Stack", "shop-dev", undefined, stack],
    "of the stack": ["alicloud:oss/bucket:Bucket", "a", stack, "urn:pulumi:dev::shop::alicloud:oss/bucket:Bucket::a"],
    "in a component": [
      "alicloud:oss/bucket:Bucket",
      "a",
      site,
      "urn:pulumi:dev::shop::acme:index:Site$alicloud:oss/bucket:Bucket::a",
    ],
    "in a component of a component": [
      "x:y:Z",
      "z",
      "urn:pulumi:dev::shop::a:b:C$d:e:F::inner",
      "urn:pulumi:dev::shop::a:b:C$d:e:F$x:y:Z::z",
    ],
    "whose name has what separates the parts": [
      "x:y:Z",
      "a::b$c",
      site,
      "urn:pulumi:dev::shop::acme:index:Site$x:y:Z::a::b$c",
    ],
  };
  it.each(Object.entries(table))("%s", (_, [type, name, parent, urn]) => {
    expect(urnIn(where, { type, name, parent })).toBe(urn);
  });
});

describe("aliases", () => {
  const bucket = { type: "alicloud:oss/bucket:Bucket", name: "assets", parent: stack };
  const urn = urnIn(where, bucket);
  const of = (...specs: Parameters<Aliases["of"]>[2]) => new Aliases(where).of(urn, bucket, specs);

  it("are what they say, and what they leave out is as it is now", () => {
    expect(of({ name: "old" })).toEqual(["urn:pulumi:dev::shop::alicloud:oss/bucket:Bucket::old"]);
    expect(of({ type: "a:b:C" })).toEqual(["urn:pulumi:dev::shop::a:b:C::assets"]);
    expect(of({ project: "web", stack: "prod" })).toEqual(["urn:pulumi:prod::web::alicloud:oss/bucket:Bucket::assets"]);
    expect(of({ parent: site })).toEqual(["urn:pulumi:dev::shop::acme:index:Site$alicloud:oss/bucket:Bucket::assets"]);
    expect(of({ urn: "urn:pulumi:dev::shop::x:y:Z::z" })).toEqual(["urn:pulumi:dev::shop::x:y:Z::z"]);
  });

  it("leave out what is the resource itself, and what is said twice", () => {
    expect(of({ name: "assets" }, { parent: null }, { name: "old" }, { name: "old" })).toHaveLength(1);
  });

  it("follow from those of a component, with its former name in front", () => {
    const aliases = new Aliases(where);
    const parent = { type: "acme:index:Site", name: "shop", parent: stack };
    const now = urnIn(where, parent);
    expect(aliases.of(now, parent, [{ name: "old" }])).toEqual(["urn:pulumi:dev::shop::acme:index:Site::old"]);
    const child = { type: "alicloud:oss/bucket:Bucket", name: "shop-assets", parent: now };
    expect(aliases.of(urnIn(where, child), child, [{ name: "shop-files" }])).toEqual([
      "urn:pulumi:dev::shop::acme:index:Site$alicloud:oss/bucket:Bucket::shop-files",
      "urn:pulumi:dev::shop::acme:index:Site$alicloud:oss/bucket:Bucket::old-assets",
      "urn:pulumi:dev::shop::acme:index:Site$alicloud:oss/bucket:Bucket::old-files",
    ]);
  });
});

describe("a default provider", () => {
  it("is called by package, version and where it comes from", () => {
    const name = (version: string, from = "") =>
      /::(default[^:]*)::04da6b54/.exec(defaultProvider(where, { name: "alicloud", version, from }))?.[1];
    expect(name("3.108.0")).toBe("default_3_108_0");
    expect(name("")).toBe("default");
    expect(name("1.2.3-alpha.1")).toBe("default_1_2_3_alpha_1");
    expect(name("1.2.3", "https://example.com/x")).toBe("default_1_2_3_https_/example.com/x");
  });

  it.each(["oauth2:TOKEN", "TOKEN", "u:TO/KEN", "u%40:TOKEN@x"])("has no user in its name: %s", (user) => {
    const name = defaultProvider(where, { name: "alicloud", version: "", from: `https://${user}@example.com:80/x@1` });
    expect(name).toContain("::default_https_/example.com_80/x_1::");
  });
});
