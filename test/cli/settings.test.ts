import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { settingsJsonSchema } from "../../src/cli/settings-file";
import { cli, emptyFolder, preview } from "./terminal";

const UNFILED = preview("cdn-scope-omitted");

/** A repository with a settings file, and a folder in it. */
function repositoryWith(settings: string): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(folder, "web"));
  writeFileSync(join(folder, "alicloud-icp.yaml"), settings);
  return folder;
}

describe("alicloud-icp.yaml", () => {
  it("says what a check is asked for, with files below its own folder", async () => {
    const cwd = repositoryWith("format: [text, json=out.json]\nfailOn: never\nlang: zh\nmax: 1\n");
    const { code, out, err } = await cli(["check", UNFILED], { cwd });
    expect([code, err]).toEqual([0, "报告已写入 out.json\n"]);
    expect(out).toContain("另有 1 项");
    expect(readdirSync(cwd)).toContain("out.json");
  });

  it("is found upward within the repository", async () => {
    const cwd = repositoryWith("format: json=out.json\n");
    const { err } = await cli(["check", UNFILED], { cwd: join(cwd, "web") });
    expect(err).toBe("The report is in ../out.json\n");
  });

  it("gives way to the command line", async () => {
    const cwd = repositoryWith("failOn: [never]\nformat: json\n");
    expect((await cli(["check", UNFILED, "--fail-on", "mandatory"], { cwd })).code).toBe(1);
    expect((await cli(["check", UNFILED, "--format", "text"], { cwd })).out).toMatch(/^example\.com /);
  });

  it("is left alone with --no-config, and given with --config", async () => {
    const cwd = repositoryWith("failOn: never\n");
    writeFileSync(join(cwd, "web/strict.yaml"), "failOn: advisory\nskipRules: [icp-cdn-coverage]\n");
    expect((await cli(["check", UNFILED, "--no-config"], { cwd })).code).toBe(1);
    const { code, out } = await cli(["check", UNFILED, "--config", "web/strict.yaml"], { cwd });
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, " ")).toContain("nothing is said to be in order: icp-cdn-coverage");
  });

  it("names the register and the baseline from its own folder", async () => {
    const cwd = repositoryWith("register: ops/icp.yaml\n");
    mkdirSync(join(cwd, "ops"));
    writeFileSync(join(cwd, "ops/icp.yaml"), "version: 1\nasOf: 2026-11-22\n");
    expect((await cli(["check", UNFILED], { cwd: join(cwd, "web") })).out).toMatch(/ops\/icp\.yaml,\s+of\s+2026-11-22/);
  });

  const wrong: readonly [settings: string, says: readonly string[]][] = [
    ["formats: [text]\n", ["alicloud-icp.yaml:1: formats: unknown key; did you mean format?"]],
    [
      "failOn: mandtory\nmax: 0\n",
      [
        'alicloud-icp.yaml:1: failOn[0]: expected one of mandatory, undetermined, advisory, never, incomplete; found "mandtory": did you mean mandatory?',
        "alicloud-icp.yaml:2: max: expected a number from 1; found 0",
      ],
    ],
    ["rules: icp-foo\n", ['alicloud-icp.yaml:1: rules[0]: expected the id of a rule; found "icp-foo"']],
    [
      "lang: en\nformat: [sarf=x, text=]\n",
      [
        'alicloud-icp.yaml:2: format[0]: expected a format, as NAME or NAME=FILE; found "sarf=x": did you mean sarif?',
        'alicloud-icp.yaml:2: format[1]: expected a file after the sign; found "text="',
      ],
    ],
    ["format: {}\n", ["alicloud-icp.yaml:1: format: expected a list; found a map of keys"]],
    [
      "format: [text, json]\n",
      ["alicloud-icp.yaml: format: text and json both go to standard output; give one a file, as json=FILE"],
    ],
    [
      "baseline: ../x.json\n",
      [
        'alicloud-icp.yaml: baseline: expected a file below the folder of alicloud-icp.yaml; found "../x.json": give it on the command line',
      ],
    ],
    [
      "format: [json=away.json]\n",
      [
        'alicloud-icp.yaml: format: expected a file below the folder of alicloud-icp.yaml; found "away.json": give it on the command line',
      ],
    ],
    [
      "format: [json=../x.json]\n",
      [
        'alicloud-icp.yaml: format: expected a file below the folder of alicloud-icp.yaml; found "../x.json": give it on the command line',
      ],
    ],
    [
      "format: [json=link/x.json]\n",
      [
        'alicloud-icp.yaml: format: expected a file below the folder of alicloud-icp.yaml; found "link/x.json": give it on the command line',
      ],
    ],
  ];
  it.each(wrong)("is refused where it is wrong: %j", async (settings, says) => {
    const cwd = repositoryWith(settings);
    symlinkSync(emptyFolder(), join(cwd, "link"));
    // Nothing is there yet: to write it would make it there.
    symlinkSync(join(emptyFolder(), "away.json"), join(cwd, "away.json"));
    expect(await cli(["check", UNFILED], { cwd })).toEqual({
      code: 2,
      out: "",
      err: says.map((line) => `alicloud-icp: ${line}\n`).join(""),
    });
  });

  it("may be empty", async () => {
    for (const text of ["", "# nothing yet\n", "\r\n"])
      expect(await cli(["check", UNFILED, "--fail-on", "never"], { cwd: repositoryWith(text) })).toMatchObject({
        code: 0,
      });
  });

  it("gives a file that the command line asks for to a text besides its own formats", async () => {
    const cwd = repositoryWith("format: [json=out.json]\n");
    const { err } = await cli(["check", UNFILED, "-o", "out.txt"], { cwd });
    expect(err).toBe("The reports are in out.json, out.txt\n");
    expect(readFileSync(join(cwd, "out.txt"), "utf8")).toMatch(/^example\.com /);
  });

  it("is never written over", async () => {
    const cwd = repositoryWith("failOn: never\n");
    const over = "alicloud-icp: alicloud-icp.yaml: is one of the files to be read; write another one\n";
    for (const command of [["check"], ["graph"], ["baseline"]])
      expect((await cli([...command, UNFILED, "-o", "alicloud-icp.yaml"], { cwd })).err).toContain(
        command[0] === "baseline" ? "alicloud-icp.yaml: is no JSON" : over,
      );
    expect(readFileSync(join(cwd, "alicloud-icp.yaml"), "utf8")).toBe("failOn: never\n");
  });

  it("names the register that waivers are written into", async () => {
    const cwd = repositoryWith("register: ops/icp.yaml\n");
    mkdirSync(join(cwd, "ops"));
    const empty = "version: 1\nasOf: 2026-11-22\n";
    for (const file of ["ops/icp.yaml", "icp.yaml"]) writeFileSync(join(cwd, file), empty);
    const waived = ["--apex", "example.com", "--reason", "being filed", "--until", "2026-12-31"];
    expect((await cli(["waive", "icp-cdn-coverage", ...waived], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "icp.yaml"), "utf8")).toBe(empty);
    expect(readFileSync(join(cwd, "ops/icp.yaml"), "utf8")).toContain("being filed");
    expect((await cli(["check", UNFILED], { cwd })).code).toBe(0);
  });

  it("is refused where the file that is given is not there", async () => {
    expect((await cli(["check", UNFILED, "--config", "no.yaml"])).err).toBe(
      "alicloud-icp: no.yaml: cannot be read (ENOENT); expected a file of settings\n",
    );
  });

  it("has a schema that editors read, which takes one value or several", () => {
    const validate = new Ajv({ strict: true, keywords: ["enumDescriptions"] }).compile(settingsJsonSchema());
    expect(validate({ format: "text", failOn: ["mandatory", "incomplete"], show: "waived" })).toBe(true);
    expect(validate({ failOn: "sometimes" })).toBe(false);
    expect(validate({ $schema: "./node_modules/alicloud-icp/alicloud-icp.schema.json", max: 3 })).toBe(true);
  });
});
