import { describe, expect, it } from "vitest";
import endpoints from "../../data/endpoints.json";
import provider from "../../data/provider-domains.json";
import vendors from "../../data/vendor-names.json";
import { byEnding, formOf } from "../../src/names/forms";

const PATTERNS: readonly string[] = [
  ...endpoints.endpoints.map(({ pattern }) => pattern),
  ...provider.forms.map(({ pattern }) => pattern),
  ...vendors.names.flatMap((row) => ("forms" in row ? row.forms : [])),
];
const NAMED: Readonly<Record<string, { readonly like: string }>> = endpoints.names;
const LIKE = Object.fromEntries(Object.entries(NAMED).map(([name, { like }]) => [name, like]));

describe("formOf", () => {
  it("stands for whole names", () => {
    expect(formOf("{any}\\.example\\.com").test("a.example.com")).toBe(true);
    expect(formOf("{any}\\.example\\.com").test("a.b.example.com")).toBe(false);
    expect(formOf("{any}\\.example\\.com").test("a.example.com.net")).toBe(false);
  });

  it("catches a region, and parts of its own by their names", () => {
    const form = formOf("{bucket}\\.oss-{region}\\.example\\.com", { bucket: "any" });
    expect({ ...form.exec("a.oss-cn-hangzhou.example.com")?.groups }).toEqual({ bucket: "a", region: "cn-hangzhou" });
  });

  it("lets a part say what it looks like", () => {
    const form = formOf("{group}\\.example\\.com", { group: "[0-9a-f]{4}" });
    expect(form.test("12af.example.com")).toBe(true);
    expect(form.test("12ag.example.com")).toBe(false);
  });

  it("knows no other parts", () => {
    expect(() => formOf("{bucket}\\.example\\.com")).toThrow("{bucket} is no part that a form may have");
  });
});

/** The part that goes over dots. */
const OVER_DOTS = "[a-z0-9_*.-]+";

/** Repetitions without an end. */
const endless = (source: string): number => source.match(/[+*]|\{\d+,\}/g)?.length ?? 0;

// What takes more steps than a name has characters is a repetition inside another one, or many that share characters.
describe("every form", () => {
  const sources = PATTERNS.map((pattern) => formOf(pattern, LIKE).source);

  it("repeats nothing that repeats", () => {
    expect(sources.filter((source) => /\)(?:[+*]|\{\d)/.test(source))).toEqual([]);
  });

  it("has at most two repetitions between two dots", () => {
    const most = (source: string) => Math.max(...source.replaceAll(OVER_DOTS, "").split("\\.").map(endless));
    expect(sources.filter((source) => most(source) > 2)).toEqual([]);
  });

  it("goes over dots once at most, at its beginning", () => {
    const over = sources.filter((source) => /[^\\]\.[^\]]*\]/.test(source));
    expect(over.length).toBeGreaterThan(5);
    expect(over.filter((source) => source.lastIndexOf(OVER_DOTS) > source.indexOf(OVER_DOTS))).toEqual([]);
    expect(over.filter((source) => !/^\^(?:\(\?(?::|<\w+>))*$/.test(source.split(OVER_DOTS)[0] ?? ""))).toEqual([]);
  });
});

describe("byEnding", () => {
  const seen: string[] = [];
  const find = (wanted: string) => (ending: string) => {
    seen.push(ending);
    return ending === wanted ? ending : undefined;
  };

  it("goes from the whole name to its last label", () => {
    expect(byEnding("a.b.c", find("x"))).toBeUndefined();
    expect(seen).toEqual(["a.b.c", "b.c", "c"]);
  });

  it("ends at dots only", () => {
    expect(byEnding("notb.c", find("b.c"))).toBeUndefined();
    expect(byEnding("a.b.c", find("b.c"))).toBe("b.c");
  });
});
