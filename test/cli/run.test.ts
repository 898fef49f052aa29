import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../src/version";
import { bytesOf, cli, preview, repository } from "./terminal";

describe("the command", () => {
  it("prints its version", async () => {
    expect(await cli(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    [["--help"]],
    [["help"]],
    [["check", "--help"]],
    [["rules", "--help"]],
    [["init", "--help"]],
    [["waive", "--help"]],
  ])("prints help with examples: %j", async (argv) => {
    const { code, out, err } = await cli(argv);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Usage: alicloud-icp");
    expect(out).toMatch(/Examples:\n {2}\$ /);
  });

  it("shows the help and exits with 2 when nothing is asked", async () => {
    const { code, out, err } = await cli([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^Usage: alicloud-icp/);
  });
});

const bundle = join(repository, "dist", "cli.js");

/** Needs `npm run build`. */
describe.skipIf(!existsSync(bundle))("the built command", () => {
  const spawn = (argv: readonly string[], input?: Uint8Array) =>
    spawnSync(process.execPath, [bundle, ...argv], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
      ...(input ? { input } : {}),
    });

  it("prints its version", () => {
    expect(spawn(["--version"]).stdout).toBe(`${version}\n`);
  });

  it("judges standard input", () => {
    const { status, stdout, stderr } = spawn(["check", "-"], bytesOf("cdn-scope-omitted"));
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("icp-cdn-coverage");
  });

  it("exits with 2 on wrong usage", () => {
    expect(spawn(["check", "nowhere.json"]).status).toBe(2);
  });

  it("does not mind a reader that goes away", () => {
    const command = `"${process.execPath}" "${bundle}" check "${preview("cdn-scope-omitted")}" --format json | true`;
    const { stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect(stderr).toBe("");
  });
});
