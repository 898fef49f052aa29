/** What there is to be said of programs and of the options for them: by every command, in both languages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, emptyFolder, preview } from "./terminal";

const FILES = {
  "dns/Pulumi.yaml": `name: dns
runtime: yaml
config: { domain: { type: string } }
variables:
  zones: { fn::invoke: { function: "alicloud:getZones", arguments: {} } }
resources:
  web:
    type: pulumi:pulumi:StackReference
    properties: { name: acme/web/prod }
  www:
    type: alicloud:dns:AlidnsRecord
    properties: { domainName: "\${domain}", rr: www, type: A, value: "\${web.outputs.address}", remark: "\${zones.ids[0]} \${label}" }
`,
  "dns/Pulumi.dev.yaml": "environment: [acme/base, acme/dns]\n",
  "good.yaml":
    "functions: { alicloud:getZones: { ids: [a] } }\nconfig: { domain: example.com, label: x, alicloud:region: cn-hangzhou }\n",
  "bad.yaml":
    "functions: { alicloud:getZones: { ids: [a] }, alicloud:getZonse: {} }\nconfig: { domain: example.com, label: x, lable: y }\n",
  "web.json": '{"address":"47.98.10.20"}',
};

function folder(): string {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

const GOOD = ["--fixtures", "good.yaml", "--stack-output", "acme/web/prod=web.json"];
const BAD = ["--fixtures", "bad.yaml", "--stack-output", "acme/web/prd=web.json"];
const OPTIONS = ["--stack", "x", ...GOOD, "--timeout", "9", "--keep-env"];

interface Limit {
  readonly messageId: string;
  readonly message: string;
}
const limitsIn = (out: string): readonly Limit[] => (JSON.parse(out) as { limits: Limit[] }).limits;
const unusedIn = (out: string): readonly string[] =>
  limitsIn(out).flatMap(({ messageId, message }) => (messageId.endsWith("-unused") ? [message] : []));

const check = async (cwd: string, argv: readonly string[], lang = "en"): Promise<string> =>
  (await cli(["check", ...argv, "--format", "json", "--lang", lang], { cwd })).out;

describe("what was given for nothing", () => {
  it("is nothing where all is asked for", async () => {
    expect(unusedIn(await check(folder(), ["dns", ...GOOD]))).toEqual([]);
  });

  it("is named in both languages", async () => {
    const cwd = folder();
    expect(unusedIn(await check(cwd, ["dns", ...BAD]))).toEqual([
      "--stack-output: no program refers to acme/web/prd",
      "--fixtures: nothing asks for functions.alicloud:getZonse, config.lable",
    ]);
    expect(unusedIn(await check(cwd, ["dns", ...BAD], "zh"))).toEqual([
      "--stack-output：没有程序引用 acme/web/prd",
      "--fixtures：没有任何程序用到 functions.alicloud:getZonse、config.lable",
    ]);
  });

  it("is every option for programs where no plan is one", async () => {
    const cwd = folder();
    const plan = preview("cdn-scope-omitted");
    expect(unusedIn(await check(cwd, [plan, ...OPTIONS]))).toEqual([
      "--stack, --stack-output, --fixtures, --timeout, --keep-env: without effect, since none of the plans is a program",
    ]);
    expect(unusedIn(await check(cwd, [plan, "--stack", "x"], "zh"))).toEqual([
      "--stack 不起作用：所给的计划都不是程序",
    ]);
    expect(unusedIn(await check(cwd, [plan]))).toEqual([]);
    expect(unusedIn(await check(cwd, [plan, "dns", ...GOOD]))).toEqual([]);
  });

  it("is told by the commands that write no report", async () => {
    const cwd = folder();
    for (const command of [["graph"], ["extract"], ["baseline", "-o", "-"], ["init", "-o", "-"]]) {
      const { err } = await cli([...command, "dns", ...BAD], { cwd });
      expect(err, command.join(" ")).toContain(
        "--fixtures: nothing asks for functions.alicloud:getZonse, config.lable\n",
      );
      expect(err, command.join(" ")).toContain("(acme/base, acme/dns), which are not read here");
      const { err: ofPlan } = await cli([...command, preview("cdn-scope-omitted"), "--stack", "x"], { cwd });
      expect(ofPlan, command.join(" ")).toContain("--stack: without effect");
    }
  });
});

describe("the notes of a program", () => {
  const STACK = ["--stack", "prod"];
  const WITHOUT_FILE = "Pulumi.prod.yaml";

  it("are in its extract, which is judged as it is", async () => {
    const cwd = folder();
    for (const stack of [[], STACK]) {
      await cli(["extract", "dns", ...BAD, ...stack, "-o", "dns.icp.json"], { cwd });
      for (const lang of ["en", "zh"]) {
        const ofProgram = limitsIn(await check(cwd, ["dns", ...GOOD, ...stack], lang));
        // What is said of options is said of a run.
        expect(limitsIn(await check(cwd, ["dns.icp.json"], lang))).toEqual(ofProgram);
        expect(ofProgram.map(({ messageId }) => messageId)).toEqual([
          "limit.register-none",
          "limit.program",
          stack === STACK ? "limit.program-unconfigured" : "limit.program-environments",
        ]);
      }
    }
  });

  it("count for --fail-on incomplete where something was not seen", async () => {
    const cwd = folder();
    const codeOf = async (argv: readonly string[]): Promise<number> =>
      (await cli(["check", ...argv, "--fail-on", "never", "--fail-on", "incomplete"], { cwd })).code;
    await cli(["extract", "dns", ...GOOD, "-o", "dns.icp.json"], { cwd });
    expect(await codeOf(["dns", ...GOOD])).toBe(1);
    expect(await codeOf(["dns.icp.json"])).toBe(1);
    writeFileSync(join(cwd, "dns/Pulumi.dev.yaml"), "config: {}\n");
    expect(await codeOf(["dns", ...GOOD])).toBe(0);
    expect(await codeOf(["dns", ...GOOD, ...STACK])).toBe(1);
    expect((await cli(["check", "dns", ...GOOD, ...STACK], { cwd })).out).toContain(WITHOUT_FILE);
  });
});
