import { mkdirSync, readFileSync, symlinkSync, writeFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/report";
import { cli, emptyFolder, EXPECTED_FORMATS, preview } from "./terminal";

const UNFILED = preview("cdn-scope-omitted");
const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

describe("formats of check", () => {
  it("are written several at once, as each alone", async () => {
    const cwd = emptyFolder();
    const names = Object.keys(formats).filter((name) => name !== "text");
    const wanted = names.flatMap((name) => ["-f", `${name}=icp.${name}`]);
    const { code, out, err } = await cli(["check", UNFILED, "-f", "text", ...wanted], { cwd });
    expect(code).toBe(1);
    expect(out).toBe((await cli(["check", UNFILED], { cwd })).out);
    expect(err).toBe(`The reports are in ${names.map((name) => `icp.${name}`).join(", ")}\n`);
    for (const name of names) {
      const { out: alone } = await cli(["check", UNFILED, "--format", name], { cwd });
      expect(read(cwd, `icp.${name}`), name).toBe(alone);
    }
  });

  it("leave standard output alone where each has a file", async () => {
    const cwd = emptyFolder();
    const { out } = await cli(["check", UNFILED, "-f", "json=a.json", "-f", "text=a.txt", "-q"], { cwd });
    expect(out).toBe("");
    expect(readdirSync(cwd).sort()).toEqual(["a.json", "a.txt"]);
  });

  it("give the file of --output to the one that names none", async () => {
    const cwd = emptyFolder();
    await cli(["check", UNFILED, "-f", "json", "-f", "text=a.txt", "-o", "a.json"], { cwd });
    expect(JSON.parse(read(cwd, "a.json"))).toMatchObject({ schemaVersion: 1 });
  });

  const refused: readonly [argv: readonly string[], says: string][] = [
    [["-f", "text", "-f", "json"], "--format: text and json both go to standard output; give one a file, as json=FILE"],
    [["-f", "text", "-f", "json", "-o", "x"], "--format: text and json both go to x; give one a file, as json=FILE"],
    [["-f", "json=a", "-o", "b"], "--output: every format has a file of its own; leave --output out"],
    [["-f", "json="], "--format: expected a file after json=; found none"],
    [["-f", "jsno=x"], `--format: expected ${EXPECTED_FORMATS}; found "jsno"`],
    [["-f", "json=a", "-f", "text=./a"], "./a: is one file with another output; give each a file of its own"],
    [["-f", "json=no/a.json"], "no/a.json: cannot be written (ENOENT)"],
  ];
  it.each(refused)("are refused where they cannot be told apart or written: %j", async (argv, says) => {
    const cwd = emptyFolder();
    expect(await cli(["check", UNFILED, ...argv], { cwd })).toEqual({
      code: 2,
      out: "",
      err: `alicloud-icp: ${says}\n`,
    });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("are written all or none", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "a.json"), "before");
    const { code, out } = await cli(["check", UNFILED, "-f", "text", "-f", "json=a.json", "-f", "csv=no/b.csv"], {
      cwd,
    });
    expect([code, out, read(cwd, "a.json"), readdirSync(cwd)]).toEqual([2, "", "before", ["a.json"]]);
  });

  it("are written not at all where one is a folder, or the summary of a job cannot be", async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "d"));
    const folder = await cli(["check", UNFILED, "-f", "text=a.txt", "-f", "json=d"], { cwd });
    expect(folder).toEqual({ code: 2, out: "", err: "alicloud-icp: d: is a folder; name a file to be written\n" });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "no/summary.md") };
    const summary = await cli(["check", UNFILED, "-f", "github", "-f", "html=b.html"], { cwd, env });
    expect([summary.code, summary.out]).toEqual([2, ""]);
    expect(summary.err).toContain("summary.md: GITHUB_STEP_SUMMARY: cannot be written (ENOENT)");
    expect(readdirSync(cwd)).toEqual(["d"]);
  });

  it("are never written over a plan or over each other", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), readFileSync(UNFILED));
    symlinkSync("plan.json", join(cwd, "link"));
    const over = await cli(["check", "plan.json", "-f", "json=link"], { cwd });
    expect(over.err).toBe("alicloud-icp: link: is one of the files to be read; write another one\n");
    writeFileSync(join(cwd, "one"), "");
    symlinkSync("one", join(cwd, "two"));
    mkdirSync(join(cwd, "folder"));
    symlinkSync("folder", join(cwd, "linked"));
    symlinkSync("new", join(cwd, "three"));
    symlinkSync("new", join(cwd, "four"));
    for (const [a, b] of [
      ["one", "two"],
      ["three", "four"],
      ["folder/x", "linked/x"],
    ] as const) {
      const both = await cli(["check", "plan.json", "-f", `json=${a}`, "-f", `text=${b}`], { cwd });
      expect(both.err).toBe(`alicloud-icp: ${b}: is one file with another output; give each a file of its own\n`);
    }
    expect(read(cwd, "one")).toBe("");
    expect(readdirSync(cwd).sort()).toEqual(
      ["folder", "four", "linked", "link", "one", "plan.json", "three", "two"].sort(),
    );
  });

  it("append the summary of a job where GitHub wants one", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "summary.md"), "before\n");
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
    const { out } = await cli(["check", UNFILED, "-f", "github"], { cwd, env });
    const { out: markdown } = await cli(["check", UNFILED, "-f", "markdown"], { cwd, env });
    expect(out).toMatch(/^::error /);
    expect(read(cwd, "summary.md")).toBe(`before\n${markdown}`);
    await cli(["check", UNFILED], { cwd, env });
    expect(read(cwd, "summary.md")).toBe(`before\n${markdown}`);
  });
});

describe("plans", () => {
  const folder = (): string => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "plans/deep"), { recursive: true });
    for (const [name, of] of Object.entries({
      "a.json": "cdn-scope-omitted",
      "b.json": "company-site",
      "deep/c.json": "hongkong",
    }))
      writeFileSync(join(cwd, "plans", name), readFileSync(preview(of)));
    writeFileSync(join(cwd, "plans/notes.txt"), "none");
    return cwd;
  };
  const given: readonly [argv: readonly string[], sources: readonly string[]][] = [
    [["plans/*.json"], ["plans/a.json", "plans/b.json"]],
    [["plans/**/*.json"], ["plans/a.json", "plans/b.json", "plans/deep/c.json"]],
    [["plans"], ["plans/a.json", "plans/b.json"]],
    [
      ["plans/b.json", "plans/*.json"],
      ["plans/b.json", "plans/a.json"],
    ],
    [["plans/{a,b}.json"], ["plans/a.json", "plans/b.json"]],
  ];
  it.each(given)("are meant by patterns and folders: %j", async (argv, sources) => {
    const { out } = await cli(["check", ...argv, "-f", "json"], { cwd: folder() });
    expect((JSON.parse(out) as { plans: { source: string }[] }).plans.map(({ source }) => source)).toEqual(sources);
  });

  const none: readonly [path: string, says: string][] = [
    [
      "nope/*.json",
      "nope/*.json: matches no file; expected the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json",
    ],
    [
      "empty",
      "empty: is a folder without plans and without Pulumi.yaml; expected the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json in files that end with .json",
    ],
  ];
  it.each(none)("are said to be missing: %s", async (path, says) => {
    const cwd = folder();
    mkdirSync(join(cwd, "empty"));
    expect(await cli(["check", path], { cwd })).toEqual({ code: 2, out: "", err: `alicloud-icp: ${says}\n` });
  });

  it("may have names that look like patterns", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "plan[1].json"), readFileSync(preview("company-site")));
    expect((await cli(["check", "plan[1].json"], { cwd })).err).toBe("");
  });
});

describe("rules of a run", () => {
  const rulesOf = async (...argv: readonly string[]): Promise<unknown> => {
    const { out } = await cli(["check", UNFILED, "-f", "json", ...argv]);
    const { findings, limits } = JSON.parse(out) as { findings: { rule: string }[]; limits: { message: string }[] };
    return [
      findings.map(({ rule }) => rule),
      limits.map(({ message }) => message).filter((text) => text.includes("left out")),
    ];
  };

  it("are all by default, and nothing is said of them", async () => {
    expect(await rulesOf()).toEqual([["icp-cdn-coverage", "icp-server-missing"], []]);
  });

  it("are those that are asked for, and the others are said", async () => {
    const [rules, said] = (await rulesOf("--rule", "icp-cdn-coverage")) as [string[], string[]];
    expect(rules).toEqual(["icp-cdn-coverage"]);
    expect(said).toEqual([
      expect.stringMatching(
        /^Rules that demand a filing and were left out, .*: icp-oss-custom-domain, .*icp-commercial-licence$/,
      ),
      expect.stringMatching(/^Rules that were left out: icp-access-pending, .*icp-undetermined$/),
    ]);
    expect(await rulesOf("--skip-rule", "icp-server-missing")).toEqual([
      ["icp-cdn-coverage"],
      ["Rules that were left out: icp-server-missing"],
    ]);
  });

  it("are refused where the register disables what is left", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), "version: 1\nasOf: 2026-11-22\nrules: { icp-cdn-coverage: disabled }\n");
    const { code, err } = await cli(["check", UNFILED, "--register", "icp.yaml", "--rule", "icp-cdn-coverage"], {
      cwd,
    });
    expect([code, err]).toEqual([
      2,
      "alicloud-icp: --rule and --skip-rule: leave no rule to be judged: the register disables the others\n",
    ]);
  });

  it("are refused where one is misspelt or none is left", async () => {
    const err = async (...argv: readonly string[]): Promise<string> => (await cli(["check", UNFILED, ...argv])).err;
    expect(await err("--rule", "icp-cdn-covrage")).toBe(
      'alicloud-icp: --rule: unknown: "icp-cdn-covrage": did you mean icp-cdn-coverage?\n',
    );
    expect(await err("--rule", "icp-cdn-coverage", "--skip-rule", "icp-cdn-coverage")).toBe(
      "alicloud-icp: --rule and --skip-rule: leave no rule to be judged\n",
    );
  });
});

describe("plans that do not show enough", () => {
  const state = (resources: readonly object[]): string =>
    JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
  const stack = {
    urn: "urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev",
    type: "pulumi:pulumi:Stack",
    custom: false,
  };
  const plans: Record<string, [text: string, says: RegExp, incomplete: number]> = {
    "an empty stack": [state([]), /has no resources: nothing was judged of it/, 1],
    "one without Alibaba Cloud": [state([stack]), /has no resources of Alibaba Cloud: nothing was judged of it/, 1],
  };
  it.each(Object.entries(plans))("are said, and fail where that is asked for: %s", async (_, [text, says, code]) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), text);
    const plain = await cli(["check", "plan.json"], { cwd });
    expect(plain.code).toBe(0);
    expect(plain.out).toMatch(/^Notes\n/);
    expect(plain.out).toContain("\nNothing was judged.\n");
    expect(plain.out).toMatch(says);
    expect((await cli(["check", "plan.json", "--fail-on", "incomplete"], { cwd })).code).toBe(code);
    expect((await cli(["check", "plan.json", "--fail-on", "never", "--fail-on", "incomplete"], { cwd })).code).toBe(
      code,
    );
  });

  it("are none where records of another provider were judged", async () => {
    const record = {
      urn: "urn:pulumi:dev::dns::cloudflare:index/record:Record::www",
      type: "cloudflare:index/record:Record",
      custom: true,
      inputs: { zoneId: "z", name: "www.example.com", type: "A", content: "47.98.10.20", proxied: false },
    };
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), state([stack, record]));
    const { out } = await cli(["check", "plan.json", "--fail-on", "incomplete", "-f", "json"], { cwd });
    const { limits } = JSON.parse(out) as { limits: { messageId: string }[] };
    expect(limits.map(({ messageId }) => messageId)).not.toContain("limit.no-alicloud");
  });

  it("do not make a complete plan fail, which findings still do", async () => {
    expect((await cli(["check", preview("company-site"), "--fail-on", "incomplete"])).code).toBe(0);
    expect((await cli(["check", UNFILED, "--fail-on", "incomplete"])).code).toBe(1);
    expect((await cli(["check", UNFILED, "--fail-on", "never", "--fail-on", "incomplete"])).code).toBe(0);
  });
});

describe("a region that is given", () => {
  const said = async (...region: readonly string[]): Promise<readonly string[]> => {
    const { out } = await cli(["check", UNFILED, "-f", "json", ...region]);
    return (JSON.parse(out) as { limits: { messageId: string; message: string }[] }).limits.flatMap(
      ({ messageId, message }) => (messageId.startsWith("limit.region-") ? [message] : []),
    );
  };

  it("is said to be in no list, with the one that may be meant", async () => {
    expect(await said()).toEqual([]);
    expect(await said("--region", "cn-hangzhou")).toEqual([]);
    expect(await said("--region", "cn-hangzou")).toEqual([
      expect.stringMatching(
        /^The region cn-hangzou that was given is in no list, of [\d-]+: .*; is cn-hangzhou meant\?$/,
      ),
    ]);
    expect(await said("--region", "zz-1")).toEqual([expect.stringMatching(/is in no list, of [\d-]+: .*not decided$/)]);
  });
});
