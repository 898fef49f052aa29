import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

/** The built command on real files: what a user sees of input that it cannot use. */
const folder = mkdtempSync(join(tmpdir(), "alicloud-icp-bad-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const stack = "urn:pulumi:dev::web::";
const state = (type: string, name: string, rest: object = {}) => ({
  urn: `${stack}${type}::${name}`,
  type,
  custom: true,
  inputs: {},
  ...rest,
});
const step = (newState: { urn: string }) => ({ op: "create", urn: newState.urn, newState });
const preview = (...states: { urn: string }[]) =>
  JSON.stringify({ steps: states.map(step), changeSummary: { create: states.length } });
const good = preview(
  state("alicloud:cdn/domainNew:DomainNew", "site", { inputs: { domainName: "www.example.com", scope: "overseas" } }),
);

let count = 0;
function check(content: string | Buffer, register?: string) {
  count += 1;
  const file = join(folder, `plan-${count}.json`);
  writeFileSync(file, content);
  const named = register === undefined ? [] : ["--register", join(folder, `icp-${count}.yaml`)];
  if (register !== undefined) writeFileSync(named[1] ?? "", register);
  return run(file, ...named);
}
function run(...args: string[]) {
  const cli = join(process.cwd(), "dist/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "check", ...args, "--now", "2026-11-25"], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
/** One clear sentence on stderr, nothing on stdout, exit code 2. */
function refused(result: ReturnType<typeof run>, ...words: string[]) {
  expect(result.stderr.trim().split("\n")).toHaveLength(1);
  for (const word of words) expect(result.stderr).toContain(word);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result.stdout).toBe("");
  expect(result.status).toBe(2);
}

describe("a plan that cannot be used", () => {
  it("is missing", () => {
    refused(run("nowhere.json"), "nowhere.json");
  });
  it("is a folder without a program", () => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    refused(run("empty"), "empty", "Pulumi.yaml");
  });
  it("is a folder with a program whose packages are not installed", () => {
    mkdirSync(join(folder, "program"), { recursive: true });
    writeFileSync(join(folder, "program/Pulumi.yaml"), "name: web\nruntime: nodejs\n");
    refused(run("program"), "program/Pulumi.yaml", "npm ci");
  });
  it.each<[string, string | Buffer, string]>([
    ["empty", "", "empty"],
    ["truncated", good.slice(0, -20), "end"],
    ["binary", Buffer.from("89504e470d0a1a0a0000000d4948445200000010000000100806000000", "hex"), "binary"],
    ["UTF-16 without a byte order mark", Buffer.from(good, "utf16le"), "UTF"],
    ["a list", "[]", "list"],
    ["a number", "42", "number"],
    ["a package.json", '{"name":"x","version":"1.0.0"}', "pulumi preview --json"],
    [
      "a Terraform plan without its configuration",
      '{"format_version":"1.2","planned_values":{},"resource_changes":[]}',
      "without its configuration",
    ],
    [
      "an event log",
      '{"sequence":1,"timestamp":1,"preludeEvent":{}}\n{"sequence":2,"timestamp":1,"cancelEvent":{}}',
      "event",
    ],
    [
      "a failed preview",
      JSON.stringify({
        steps: [step(state("a:b:C", "x"))],
        diagnostics: [{ severity: "error", message: "error: Running program failed" }],
      }),
      "failed",
    ],
    ["without steps", '{"steps":[]}', "steps"],
    ["with steps that are no list", '{"steps":{"a":1}}', "list"],
    ["with a step without URN", '{"steps":[{"op":"create","newState":{}}]}', "URN"],
  ])("is %s", (_, content, word) => {
    refused(check(content), word);
  });
  it("stands twice", () => {
    const file = join(folder, "twice.json");
    writeFileSync(file, good);
    refused(run(file, file), "twice.json");
  });
  it("never shows a secret", () => {
    const result = check(
      `{"steps":[{"op":"create","urn":"${stack}a:b:C::x","newState":{"urn":1,"type":7,"inputs":{"password":"hunter2"}}}]}`,
    );
    expect(result.status).toBe(2);
    expect(result.stderr).not.toContain("hunter2");
  });
});

describe("a plan that is strange, and judged all the same", () => {
  const judged = (result: ReturnType<typeof run>) => {
    expect(result.stderr).toBe("");
    expect(result.status).toBe(0);
    expect(result.stdout).toContain("Resources: ");
  };
  it("with a byte order mark", () => {
    judged(check(`\uFEFF${good}`));
  });
  it("in UTF-16 with a byte order mark", () => {
    judged(check(Buffer.from(`\uFEFF${good}`, "utf16le")));
  });
  it("with __proto__ and constructor as keys", () => {
    judged(
      check(good.replace('"inputs":{', '"inputs":{"__proto__":{"scope":"domestic"},"constructor":1,"toString":2,')),
    );
  });
  it("with 10,000 levels of nesting", () => {
    const deep = `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`;
    judged(
      check(
        good.replace('"inputs":{', `"inputs":{"deep":${deep},"sources":${"[".repeat(10_000)}${"]".repeat(10_000)},`),
      ),
    );
  });
  it("with parents in a circle", () => {
    const urn = (name: string) => `${stack}web:index:Site::${name}`;
    judged(
      check(
        preview(
          { ...state("web:index:Site", "a"), parent: urn("b") } as { urn: string },
          { ...state("web:index:Site", "b"), parent: urn("a") } as { urn: string },
          state("alicloud:cdn/domainNew:DomainNew", "site", {
            parent: urn("a"),
            inputs: { domainName: "www.example.com", scope: "overseas" },
          }),
        ),
      ),
    );
  });
  it("of 200 MB, within seconds", () => {
    const content = "x".repeat(1_800);
    const other = (index: number) =>
      state("alicloud:oss/bucketObject:BucketObject", `o${index}`, { inputs: { content } });
    const site = state("alicloud:cdn/domainNew:DomainNew", "site", {
      inputs: { domainName: "www.example.com", scope: "overseas" },
    });
    const file = join(folder, "large.json");
    writeFileSync(file, preview(...Array.from({ length: 100_000 }, (_, index) => other(index)), site));
    expect(statSync(file).size).toBeGreaterThan(200_000_000);
    judged(run(file));
    rmSync(file);
  }, 120_000);
});

describe("a register that cannot be used", () => {
  const valid = "version: 1\nasOf: 2026-11-22\n";
  it.each<[string, string, string[]]>([
    ["tabs", `${valid}filings:\n\t- domain: example.com\n`, [":4", "tab"]],
    ["duplicate keys", `${valid}asOf: 2026-11-23\n`, [":3", "asOf"]],
    ["an unknown key", `${valid}filngs: []\n`, ["filngs", "filings"]],
    ["a wrong type", `${valid}filings: yes please\n`, ["filings", "list"]],
    ["an unreadable date", "version: 1\nasOf: yesterday\n", [":2", "asOf"]],
    ["another version", "version: 9\nasOf: 2026-11-22\n", ["version"]],
    [
      "a host for a domain",
      `${valid}filings: [{ domain: www.example.com, status: active }]\n`,
      ["www.example.com", "example.com"],
    ],
    [
      "a domain twice",
      `${valid}filings:\n  - { domain: example.com, status: active }\n  - { domain: example.com, status: unfiled }\n`,
      [":5", "example.com"],
    ],
    [
      "a waiver without a reason",
      `${valid}waivers: [{ rule: icp-dns-record, apex: example.com, until: 2027-01-01 }]\n`,
      ["reason"],
    ],
    ["an unknown rule", `${valid}rules: { icp-dns-recrd: advisory }\n`, ["icp-dns-recrd", "icp-dns-record"]],
    [
      "an alias bomb",
      `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(",")}]`).join("\n")}\n`,
      ["alias"],
    ],
    ["nothing in it", "", ["empty"]],
    ["a list", "- 1\n", ["expected"]],
  ])("has %s", (_, text, words) => {
    refused(check(good, text), ...words);
  });
});
