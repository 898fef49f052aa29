import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli } from "./terminal";

const CHINESE = "用法：alicloud-icp";
const ENGLISH = "Usage: alicloud-icp";

/** How help begins: in the language of the run. */
const usage = async (argv: readonly string[], env: Record<string, string> = {}, cwd?: string): Promise<string> => {
  const { out } = await cli([...argv, "--help"], { env, ...(cwd !== undefined && { cwd }) });
  return [ENGLISH, CHINESE].find((start) => out.startsWith(start)) ?? out;
};

function projectWith(settings: string): string {
  const folder = mkdtempSync(join(tmpdir(), "icp-language-"));
  mkdirSync(join(folder, ".git"));
  writeFileSync(join(folder, "alicloud-icp.yaml"), settings);
  return folder;
}

describe("the language of a run", () => {
  it("is English where nothing is said", async () => {
    expect(await usage([])).toBe(ENGLISH);
    for (const LANG of ["", "C", "C.UTF-8", "POSIX", "en_US.UTF-8", "de_DE", "zha_CN"]) {
      expect(await usage([], { LANG }), LANG).toBe(ENGLISH);
    }
  });

  it("is Chinese where the system is: LC_ALL, then LC_MESSAGES, then LANG", async () => {
    for (const LANG of ["zh", "zh_CN", "zh_CN.UTF-8", "zh-Hans", "ZH_cn.gb18030", "zh_TW.UTF-8"]) {
      expect(await usage([], { LANG }), LANG).toBe(CHINESE);
    }
    expect(await usage([], { LC_MESSAGES: "zh_CN.UTF-8", LANG: "en_US.UTF-8" })).toBe(CHINESE);
    expect(await usage([], { LC_ALL: "en_US.UTF-8", LC_MESSAGES: "zh_CN.UTF-8", LANG: "zh_CN" })).toBe(ENGLISH);
    expect(await usage([], { LC_ALL: "", LANG: "zh_CN" })).toBe(CHINESE);
  });

  it("is that of the settings file, before the system's", async () => {
    const cwd = projectWith("lang: zh\n");
    expect(await usage(["rules"], { LANG: "en_US.UTF-8" }, cwd)).toBe(CHINESE);
    expect(await usage(["check", "--no-config"], { LANG: "en_US.UTF-8" }, cwd)).toBe(ENGLISH);
    expect(await usage([], { LANG: "zh_CN" }, projectWith("lang: en\n"))).toBe(ENGLISH);
    expect(await usage([], { LANG: "zh_CN" }, projectWith("lang: [\n"))).toBe(CHINESE);
  });

  it("is that of ALICLOUD_ICP_LANG, before the settings file's", async () => {
    const cwd = projectWith("lang: zh\n");
    expect(await usage([], { ALICLOUD_ICP_LANG: "en" }, cwd)).toBe(ENGLISH);
    expect(await usage([], { ALICLOUD_ICP_LANG: "zh_CN", LANG: "en_US" })).toBe(CHINESE);
  });

  it("is that of --lang, before everything else, wherever it stands", async () => {
    const env = { ALICLOUD_ICP_LANG: "zh" };
    expect(await usage(["check", "--lang", "en"], env)).toBe(ENGLISH);
    expect(await usage(["check", "--lang=zh"])).toBe(CHINESE);
  });

  it.each<[string, readonly string[], string]>([
    [
      "the value of another option",
      ["waive", "icp-dns-record", "--host", "www.example.com", "--reason", "--lang", "--until", "soon"],
      '--until: expected a day such as 2027-01-31; found "soon"',
    ],
    ["a value that a letter asks for", ["check", "-o", "--lang=zh"], "no plan is named"],
    ["behind --", ["check", "--", "--lang", "zh"], "--lang: "],
    ["given twice", ["check", "--lang", "en", "gone.json", "--lang=zh"], "gone.json："],
    ["without a value", ["check", "gone.json", "--lang"], "option '--lang <language>' argument missing"],
  ])("is what Commander takes --lang for: %s", async (_, argv, says) => {
    const { code, err } = await cli(argv);
    expect(code).toBe(2);
    expect(err.slice(0, `alicloud-icp: ${says}`.length)).toBe(`alicloud-icp: ${says}`);
    expect(err).not.toContain("en or zh");
  });

  it("is not that of a settings file which another option's value seems to name", async () => {
    const cwd = projectWith("lang: zh\n");
    writeFileSync(join(cwd, "other.yaml"), "lang: en\n");
    expect(await usage(["check", "--register", "--config", "other.yaml"], {}, cwd)).toBe(CHINESE);
    expect(await usage(["check", "--config", "other.yaml"], {}, cwd)).toBe(ENGLISH);
  });

  it("can be said to every command", async () => {
    const { out } = await cli(["--help"]);
    const commands = Array.from(out.matchAll(/^ {2}([a-z]+) (?=.*[[<])/gm), ([, name = ""]) => name);
    expect(commands).toContain("baseline");
    for (const command of commands.filter((name) => name !== "help")) {
      const { out: said, err } = await cli([command, "--lang", "zh"]);
      expect([command, /\p{Script=Han}/u.test(said + err), err.includes("--lang")]).toEqual([command, true, false]);
    }
  });

  it.each([
    [["rules", "--lang", "fr"], {}, '--lang: expected en or zh; found "fr"'],
    [["rules", "--lang", "fr"], { LANG: "zh_CN" }, '--lang：应为 en 或 zh；实为 "fr"'],
    [["rules"], { ALICLOUD_ICP_LANG: "fr" }, 'ALICLOUD_ICP_LANG: expected en or zh; found "fr"'],
  ])("is refused where there is no such language: %s %o", async (argv, env, says) => {
    const { code, err } = await cli(argv, { env });
    expect([code, err]).toEqual([2, `alicloud-icp: ${says}\n`]);
  });

  it("does not make a saved report another one", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "icp-language-"));
    const plan = join(process.cwd(), "examples/cdn-scope-omitted/preview.json");
    await cli(["check", plan, "-f", "json", "-o", "report.json"], { cwd });
    const { out } = await cli(["report", "report.json"], { cwd, env: { LANG: "zh_CN.UTF-8" } });
    expect(out).toContain("violation  mandatory  icp-cdn-coverage");
  });
});
