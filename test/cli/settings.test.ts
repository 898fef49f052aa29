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
    expect([code, err]).toEqual([0, "The report is in out.json\n"]);
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
    expect(out).toContain("that nothing is said to be in\n    order: icp-cdn-coverage");
  });

  it("names the register and the baseline from its own folder", async () => {
    const cwd = repositoryWith("register: ops/icp.yaml\n");
    mkdirSync(join(cwd, "ops"));
    writeFileSync(join(cwd, "ops/icp.yaml"), "version: 1\nasOf: 2026-11-22\n");
    expect((await cli(["check", UNFILED], { cwd: join(cwd, "web") })).out).toMatch(/ops\/icp\.yaml, of 2026-11-22/);
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
    ["", ["alicloud-icp.yaml: is empty; expected at least format and failOn"]],
    [
      "format: [json=../x.json]\n",
      [
        'alicloud-icp.yaml: format: expected a file below the folder of alicloud-icp.yaml; found "../x.json": give it with --format on the command line',
      ],
    ],
    [
      "format: [json=link/x.json]\n",
      [
        'alicloud-icp.yaml: format: expected a file below the folder of alicloud-icp.yaml; found "link/x.json": give it with --format on the command line',
      ],
    ],
  ];
  it.each(wrong)("is refused where it is wrong: %j", async (settings, says) => {
    const cwd = repositoryWith(settings);
    symlinkSync(emptyFolder(), join(cwd, "link"));
    expect(await cli(["check", UNFILED], { cwd })).toEqual({
      code: 2,
      out: "",
      err: says.map((line) => `alicloud-icp: ${line}\n`).join(""),
    });
  });

  it("is refused where the file that is given is not there", async () => {
    expect((await cli(["check", UNFILED, "--config", "no.yaml"])).err).toBe(
      "alicloud-icp: no.yaml: cannot be read (ENOENT); expected a file of settings\n",
    );
  });

  it("has a schema that editors read, which takes one value or several", () => {
    const validate = new Ajv({ strict: true }).compile(settingsJsonSchema());
    expect(validate({ format: "text", failOn: ["mandatory", "incomplete"], show: "waived" })).toBe(true);
    expect(validate({ failOn: "sometimes" })).toBe(false);
    const shipped: unknown = JSON.parse(readFileSync("alicloud-icp.schema.json", "utf8"));
    expect(shipped).toEqual(JSON.parse(JSON.stringify(settingsJsonSchema())));
  });
});
