/** Of several plans every format says which one a finding is of, and where a path crosses from one to another. */
import { describe, expect, it } from "vitest";
import { FILE_OPTIONS } from "../../src/library/formats";
import { LANGUAGES } from "../../src/messages";
import { formats, type FormatName } from "../../src/report";
import { pictureOf } from "../../src/report/picture/model";
import { reportOf } from "../../src/report/report";
import { crossings, nameFrom, planToTell, stackOfFinding } from "../../src/report/stacks";
import type { Report } from "../../src/report/types";
import { ref, type ResourceSpec } from "../support/plan";
import { filed, register, unfiled } from "../support/rule-tester";
import { association, cdn, eip, instance, record, subscription, web } from "../support/stacks";
import { together, type Stacks } from "../together/together";

const server: readonly ResourceSpec[] = [instance("server", subscription), ...web];
const several: Stacks = {
  "net/prod": { has: [eip("public"), ...server, association("bound", "public", "server")] },
  "dns/prod": { has: [record("www", ref("net/prod:public"))] },
};
const one: Stacks = {
  "net/prod": {
    has: [eip("public"), ...server, association("bound", "public", "server"), record("www", ref("public"))],
  },
};
const names = Object.keys(formats) as FormatName[];
const written = (name: FormatName, report: Report, language: (typeof LANGUAGES)[number] = "en"): string =>
  formats[name](report, { ...FILE_OPTIONS, language });
const reported = (stacks: Stacks, by = unfiled()): Report => reportOf(together(stacks, by), { language: "en" });

describe.each(LANGUAGES)("in %s", (language) => {
  it.each(names)("%s names the plan of a finding, where there are several", (name) => {
    const text = written(name, reported(several), language);
    expect(text).toContain("dns/prod");
  });

  it.each(names.filter((name) => !["csv", "gitlab", "github", "azure"].includes(name)))(
    "%s shows where a path crosses to another",
    (name) => {
      expect(written(name, reported(several), language)).toMatch(/net(?:\/|::)prod|prod::net/);
    },
  );

  it.each(["text", "markdown", "junit", "github", "azure", "gitlab"] as const)(
    "%s does not repeat the only plan",
    (name) => {
      expect(written(name, reported(one), language)).not.toContain("net/prod");
    },
  );
});

describe("a path", () => {
  it("tells a stack where it is another one than before", () => {
    const urn = (stack: string, name: string): string => `urn:pulumi:prod::${stack}::a:b:C::${name}`;
    const path = [urn("a", "1"), urn("b", "2"), urn("b", "3"), urn("a", "4")].map((one) => ({ urn: one }));
    expect(crossings(path, "a/prod")).toEqual([undefined, "b/prod", undefined, "a/prod"]);
    expect(crossings(path, "")).toEqual(["a/prod", "b/prod", undefined, "a/prod"]);
    expect(crossings([{ urn: "no urn" }], "a/prod")).toEqual([undefined]);
    expect(nameFrom("a/prod", urn("a", "1"), "en")).toBe("1");
    expect(nameFrom("a/prod", urn("b", "1"), "zh")).toBe("1（b/prod）");
    expect(stackOfFinding({ plan: "a/prod#2" })).toBe("a/prod");
  });

  it("of a finding about no resource tells the stack of its first step", () => {
    const declared = "externalDns: [{ host: www.example.com, resource: '*::public', stack: net/prod }]";
    const both = { ...several, "dns/prod": { has: [] } };
    const by = register(`filings: [{ domain: example.com, status: unfiled }]\n${declared}`);
    const report = reported(both, by);
    const [finding] = report.findings.filter(({ rule }) => rule === "icp-dns-record");
    expect(finding && planToTell(finding, report)).toBeUndefined();
    const text = (of: Report): string => written("text", of).replaceAll(/\s+/g, " ");
    expect(text(report)).toContain("declared in the register public (ecs.EipAddress, net/prod)");
    const { "net/prod": net } = several;
    expect(net && text(reported({ "net/prod": net }, by))).toContain(
      "declared in the register public (ecs.EipAddress) ",
    );
  });
});

describe("what a finding holds of besides", () => {
  it("is told with its stack where that is another one", () => {
    const pay = instance("pay", { ...subscription, instanceChargeType: "PostPaid" });
    const stacks: Stacks = {
      "a/prod": { has: [pay, ...web, record("a", ref("pay"))] },
      "b/prod": { has: [pay, ...web, record("b", ref("pay"))] },
    };
    const [finding] = reported(stacks).findings.filter(({ rule }) => rule === "icp-server-billing");
    expect(finding?.message).toContain("the same holds for pay (b/prod)");
  });
});

describe("what is in order", () => {
  it("is told with the stack of its entry", () => {
    const site = { has: [cdn("site", { scope: "domestic" })] };
    const report = reported({ "a/prod": site, "b/prod": { has: [] } }, filed());
    const options = { ...FILE_OPTIONS, language: "en", show: { ...FILE_OPTIONS.show, satisfied: true } } as const;
    expect(formats.text(report, options)).toContain("www.example.com → site (a/prod)");
    expect(formats.text(reported({ "a/prod": site }, filed()), options)).toContain("www.example.com → site,");
  });
});

it("a picture tells the stack of each resource, where there are several", () => {
  const types = (report: Report): readonly string[] => pictureOf(report, "en").nodes.map(({ type }) => type);
  expect(types(reported(several))).toContain("ecs.EipAddress · net/prod");
  expect(types(reported(one))).toContain("ecs.EipAddress");
});
