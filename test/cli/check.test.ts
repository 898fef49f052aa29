import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/schema";
import type { Report } from "../../src/report/types";
import { bytesOf, cli, EXPECTED_FORMATS, emptyFolder, preview, repository, type Around } from "./terminal";

const UNFILED = preview("cdn-scope-omitted");
const CLEAN = preview("company-site");

/** A folder with one file. */
function folderWith(name: string, text: string | Uint8Array): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, name), text);
  return folder;
}

const registerOf = (yaml: string): string => `version: 1\nasOf: 2026-11-22\n${yaml}`;
const filed = registerOf(
  "filings:\n  - { domain: example.com, status: active, accessProviders: [{ name: aliyun }] }\n",
);
const waiving = registerOf(
  "filings: [{ domain: example.com, status: unfiled }]\nwaivers:\n" +
    "  - { rule: icp-cdn-coverage, apex: example.com, reason: being filed, until: 2026-12-31 }\n" +
    "  - { rule: icp-server-missing, apex: example.com, reason: being filed, until: 2026-12-31 }\n",
);
const undetermined = registerOf("unlisted: undetermined\n");

const reportOf = async (argv: readonly string[], around: Around = {}): Promise<Report> => {
  const { out } = await cli(["check", ...argv, "--format", "json"], around);
  return reportSchema.parse(JSON.parse(out));
};

describe("exit codes of check", () => {
  const cases: readonly [name: string, code: number, argv: readonly string[], register?: string][] = [
    ["nothing to report", 0, [CLEAN]],
    ["a mandatory finding", 1, [UNFILED]],
    ["a mandatory finding, from undetermined on", 1, [UNFILED, "--fail-on", "undetermined"]],
    ["a mandatory finding, from advisory on", 1, [UNFILED, "--fail-on", "advisory"]],
    ["a mandatory finding, never", 0, [UNFILED, "--fail-on", "never"]],
    ["filed by the register given", 0, [UNFILED], filed],
    ["waived findings", 0, [UNFILED, "--fail-on", "advisory"], waiving],
    ["undetermined findings, from mandatory on", 0, [UNFILED], undetermined],
    ["undetermined findings, from undetermined on", 1, [UNFILED, "--fail-on", "undetermined"], undetermined],
    ["undetermined findings, from advisory on", 1, [UNFILED, "--fail-on", "advisory"], undetermined],
    ["a stale register, from undetermined on", 0, [CLEAN, "--now", "2027-10-01", "--fail-on", "undetermined"]],
    ["a stale register, from advisory on", 1, [CLEAN, "--now", "2027-10-01", "--fail-on", "advisory"]],
    ["a register that is wrong", 2, [UNFILED], "version: 2\n"],
    ["a plan that is wrong", 2, ["icp.yaml"], filed],
    ["a plan given twice", 2, [UNFILED, UNFILED]],
  ];
  it.each(cases)("%s: %i", async (_, code, argv, register) => {
    const around = register === undefined ? {} : { cwd: folderWith("icp.yaml", register) };
    const given = register === undefined ? [] : ["--register", "icp.yaml"];
    expect((await cli(["check", ...argv, ...given], around)).code).toBe(code);
  });

  it("is that of the same register in UTF-8 where the register is in UTF-16", async () => {
    const cwd = folderWith("icp.yaml", Buffer.from(`\ufeff${filed}`, "utf16le"));
    expect((await cli(["check", UNFILED, "--register", "icp.yaml"], { cwd })).code).toBe(0);
  });

  it("is 3 for what nobody foresaw, with a stack only on demand", async () => {
    const breaking = (debug?: string) => ({
      env: new Proxy({}, { get: (_, name) => (name === "DEBUG" ? debug : fail()) }),
    });
    const { code, err } = await cli(["check", CLEAN], breaking());
    expect(code).toBe(3);
    expect(err).toBe(
      "alicloud-icp: internal error, please report it: TypeError: on purpose (DEBUG=alicloud-icp shows where)\n",
    );
    expect((await cli(["check", CLEAN], breaking("alicloud-icp"))).err).toMatch(/^TypeError: on purpose\n {4}at /);
  });
});

function fail(): never {
  throw new TypeError("on purpose");
}

describe("wrong usage is one sentence", () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "project"));
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "project", "Pulumi.yaml"), "name: project\n");
  const cases: readonly [argv: readonly string[], says: string][] = [
    [["chekc"], "unknown command 'chekc' (did you mean check?)"],
    [
      ["check"],
      "no plan is named, and there is no Pulumi program here or above within the repository; pass one of those below: project",
    ],
    [["check", "--formt", "json"], "unknown option '--formt' (did you mean --format?)"],
    [["check", CLEAN, "--format", "jsn"], `--format: expected ${EXPECTED_FORMATS}; found "jsn": did you mean json?`],
    [["check", CLEAN, "--lang", "fr"], '--lang: expected en or zh; found "fr"'],
    [
      ["check", CLEAN, "--show", "wavied"],
      '--show: expected satisfied or waived; found "wavied": did you mean waived?',
    ],
    [
      ["check", CLEAN, "--fail-on", "mandtory"],
      '--fail-on: expected mandatory, undetermined, advisory, never or incomplete; found "mandtory": did you mean mandatory?',
    ],
    [["check", CLEAN, "--now", "2026-02-30"], '--now: expected a day such as 2026-11-22; found "2026-02-30"'],
    [
      ["check", "nowhere.json"],
      "nowhere.json: does not exist; expected the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json, or the folder of a Pulumi program",
    ],
    [
      ["check", "nowhere.json", "--no-programs"],
      "nowhere.json: does not exist; expected the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json",
    ],
    [["check", "project"], "project/Pulumi.yaml:1: runtime: expected the runtime of the program: nodejs or yaml"],
    [
      ["check", "other"],
      "other: is a folder without plans and without Pulumi.yaml; expected the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json in files that end with .json",
    ],
    [["check", "-", "-"], "- is given twice; standard input is one plan"],
    [["check", CLEAN, "--output", "no/such/report"], "no/such/report: cannot be written (ENOENT)"],
  ];
  it.each(cases)("%j", async (argv, says) => {
    expect(await cli(argv, { cwd: folder })).toEqual({ code: 2, out: "", err: `alicloud-icp: ${says}\n` });
  });
});

describe("what check reads", () => {
  it("reads standard input", async () => {
    expect((await cli(["check", "-"], { stdin: bytesOf("cdn-scope-omitted") })).out).toContain("icp-cdn-coverage");
  });

  it("judges several plans as one", async () => {
    const report = await reportOf([UNFILED, CLEAN, "--register", join(repository, "examples/company-site/icp.yaml")]);
    expect(report.plans.map((plan) => plan.project).sort()).toEqual(["cdn-scope-omitted", "company-site"]);
  });

  it("finds the register beside the plan, before that of the working folder", async () => {
    const cwd = folderWith("icp.yaml", filed);
    expect((await reportOf([UNFILED], { cwd })).register.file).toMatch(/cdn-scope-omitted\/icp\.yaml$/);
    expect((await reportOf(["-"], { cwd, stdin: bytesOf("cdn-scope-omitted") })).register.file).toBe("icp.yaml");
    expect((await reportOf(["-"], { stdin: bytesOf("cdn-scope-omitted") })).register.found).toBe(false);
  });

  it("takes the register of the environment, and rather that of the option", async () => {
    const cwd = folderWith("ours.yaml", filed);
    const env = { ALICLOUD_ICP_REGISTER: "ours.yaml" };
    expect((await reportOf([UNFILED], { cwd, env })).register.file).toBe("ours.yaml");
    writeFileSync(join(cwd, "mine.yaml"), filed);
    expect((await reportOf([UNFILED, "--register", "mine.yaml"], { cwd, env })).register.file).toBe("mine.yaml");
  });

  it.each([
    [UNFILED, CLEAN],
    [CLEAN, UNFILED],
  ])("refuses plans that find different registers: %s and %s", async (one, other) => {
    const register = (plan: string): string => plan.replace("preview.json", "icp.yaml");
    expect(await cli(["check", one, other])).toEqual({
      code: 2,
      out: "",
      err: `alicloud-icp: the plans find different registers, ${register(one)} for ${one}, ${register(other)} for ${other}; say with --register which one counts for all of them\n`,
    });
  });

  it("takes the register that one of the plans finds for all of them", async () => {
    const folder = folderWith("plan.json", bytesOf("cdn-scope-omitted"));
    for (const plans of [
      [CLEAN, "plan.json"],
      ["plan.json", CLEAN],
    ]) {
      const report = await reportOf(plans, { cwd: folder });
      expect(report.register.file).toMatch(/company-site\/icp\.yaml$/);
      expect(report.plans).toHaveLength(2);
    }
  });

  it("tells all mistakes of a register, in the order of its lines", async () => {
    const text = `version: 2\nasOf: 2026-11-26\nfilings:\n  - { domain: example.com, status: filed, "\\e[2J": 1 }\n`;
    expect(await cli(["check", UNFILED, "--register", "icp.yaml"], { cwd: folderWith("icp.yaml", text) })).toEqual({
      code: 2,
      out: "",
      err: [
        "alicloud-icp: icp.yaml:1: version: expected 1; found 2",
        "alicloud-icp: icp.yaml:2: asOf: 2026-11-26 lies in the future, today is 2026-11-25; write the day on which the register was last brought up to date",
        'alicloud-icp: icp.yaml:4: filings[0].status: expected one of unfiled, pending-initial, pending-access, active, cancelling, revoked, empty-shell; found "filed": did you mean active?',
        "alicloud-icp: icp.yaml:4: filings[0].\ufffd[2J: unknown key; expected one of domain, number, status, approvedAt, entity, account, accessProviders, servers, ips, hosts, commercial, psb, registration",
        "",
      ].join("\n"),
    });
  });

  it("says that icp.yml is not looked for", async () => {
    const cwd = folderWith("icp.yml", filed);
    writeFileSync(join(cwd, "plan.json"), bytesOf("cdn-scope-omitted"));
    expect(await cli(["check", "plan.json"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: "alicloud-icp: icp.yml: is not looked for, the register is called icp.yaml; rename this file\n",
    });
    expect((await reportOf(["plan.json", "--register", "icp.yml"], { cwd })).register.file).toBe("icp.yml");
  });

  it("reads a register of the day that --now says", async () => {
    const cwd = folderWith("icp.yaml", filed);
    const argv = ["check", UNFILED, "--register", "icp.yaml", "--now"];
    expect((await cli([...argv, "2026-11-22"], { cwd })).code).toBe(0);
    expect(await cli([...argv, "2026-11-21"], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining("icp.yaml:2: asOf: 2026-11-22 lies in the future, today is 2026-11-21") as string,
    });
  });

  it("takes the day from --now, else today's in Shanghai", async () => {
    expect((await reportOf([CLEAN])).now).toBe("2026-11-25");
    expect((await reportOf([CLEAN, "--now", "2026-12-01"])).now).toBe("2026-12-01");
  });
});

describe("what check writes", () => {
  it("gives the same bytes for the same input", async () => {
    const argv = ["check", UNFILED, "--format", "json"];
    expect((await cli(argv)).out).toBe((await cli(argv)).out);
  });

  it("writes a file whole, says where, and leaves nothing else", async () => {
    const cwd = emptyFolder();
    const ran = await cli(["check", UNFILED, "--output", "report.json", "--format", "json"], { cwd });
    expect(ran).toEqual({ code: 1, out: "", err: "The report is in report.json\n" });
    expect(reportSchema.safeParse(JSON.parse(readFileSync(join(cwd, "report.json"), "utf8"))).success).toBe(true);
    expect(readdirSync(cwd)).toEqual(["report.json"]);
  });

  it("writes through a link, and replaces what was there", async () => {
    const cwd = folderWith("old.txt", "old");
    symlinkSync(join(cwd, "old.txt"), join(cwd, "link.txt"));
    await cli(["check", CLEAN, "--output", "link.txt", "--quiet", "--show", "satisfied"], { cwd });
    expect(readFileSync(join(cwd, "old.txt"), "utf8")).toBe("");
    expect(readdirSync(cwd).sort()).toEqual(["link.txt", "old.txt"]);
  });

  it("leaves no colour in a file", async () => {
    const cwd = emptyFolder();
    await cli(["check", UNFILED, "--output", "report.txt"], { cwd, isTTY: true, env: { FORCE_COLOR: "1" } });
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).not.toContain("\u001b");
  });

  it("is silent when quiet and nothing fails", async () => {
    expect(await cli(["check", CLEAN, "--quiet"])).toEqual({ code: 0, out: "", err: "" });
  });

  it("lists satisfied and waived on demand", async () => {
    const cwd = folderWith("icp.yaml", waiving);
    const argv = ["check", UNFILED, "--register", "icp.yaml"];
    expect((await cli(argv, { cwd })).out).not.toContain("being filed");
    const shown = await cli([...argv, "--show", "waived", "--show", "satisfied"], { cwd });
    expect(shown.out).toContain("waived until 2026-12-31: being filed");
    expect((await cli(["check", CLEAN, "--show", "satisfied"])).out).toContain("Satisfied\n");
  });

  it("speaks of progress only on a terminal, and wipes it away", async () => {
    expect((await cli(["check", CLEAN])).err).toBe("");
    const { err } = await cli(["check", CLEAN], { isTTY: true });
    expect(err).toContain("judging 15 resources");
    expect(err.endsWith("\r\u001b[K")).toBe(true);
    expect((await cli(["check", CLEAN, "--quiet"], { isTTY: true })).err).toBe("");
  });
});

describe("colours", () => {
  const cases: readonly [name: string, coloured: boolean, around: Around, argv?: readonly string[]][] = [
    ["on a terminal", true, { isTTY: true }],
    ["in a pipe", false, {}],
    ["on a dumb terminal", false, { isTTY: true, env: { TERM: "dumb" } }],
    ["with NO_COLOR", false, { isTTY: true, env: { NO_COLOR: "1" } }],
    ["with an empty NO_COLOR", true, { isTTY: true, env: { NO_COLOR: "" } }],
    ["with FORCE_COLOR in a pipe", true, { env: { FORCE_COLOR: "1" } }],
    ["with FORCE_COLOR=0 on a terminal", false, { isTTY: true, env: { FORCE_COLOR: "0" } }],
    ["with --no-color and FORCE_COLOR", false, { isTTY: true, env: { FORCE_COLOR: "1" } }, ["--no-color"]],
  ];
  it.each(cases)("%s: %s", async (_, coloured, around, argv = []) => {
    const { out } = await cli(["check", UNFILED, ...argv], around);
    expect(out.includes("\u001b[31m")).toBe(coloured);
  });
});

describe("width", () => {
  const longest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

  /** Addresses are words, however long. */
  const ADDRESS = / {4}page: https:\S+/g;

  it("is the terminal's, 120 at most, and 80 in a pipe", async () => {
    const on = async (around: Around): Promise<number> =>
      longest((await cli(["check", UNFILED, "--no-color"], around)).out.replace(ADDRESS, ""));
    expect(await on({ isTTY: true, columns: 60 })).toBeLessThanOrEqual(60);
    expect(await on({ isTTY: true, columns: 300 })).toBeGreaterThan(100);
    expect(await on({ isTTY: true, columns: 300 })).toBeLessThanOrEqual(120);
    expect(await on({ columns: 300 })).toBeLessThanOrEqual(80);
  });
});
