import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRegister, findSharedRegister, type FindOptions, type NamedPlan } from "../../src/register/find";
import { openRegister, type OpenOptions } from "../../src/register/open";
import { nothingDeclared } from "../../src/register/register";
import { TODAY } from "../support/rule-tester";

let root = "";
const at = (...path: string[]) => join(root, ...path);
const write = (path: string, text: string | Uint8Array = "version: 1\nasOf: 2026-11-22\n") => {
  writeFileSync(at(path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "icp-find-"));
  for (const folder of ["repo/.git", "repo/infra/web", "other/.git", "pack"])
    mkdirSync(at(folder), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const options = (rest: Partial<FindOptions> = {}): FindOptions => ({
  env: {},
  startFolders: [at("repo/infra/web")],
  packFolder: at("pack"),
  ...rest,
});

describe("findRegister", () => {
  it("finds nothing where there is nothing", () => {
    expect(findRegister(options())).toBeUndefined();
  });

  it("takes what was given before all else, and looks from the base", () => {
    for (const path of ["repo/my.yaml", "repo/env.yaml", "repo/icp.yaml", "pack/icp.yaml"]) write(path);
    const env = { ALICLOUD_ICP_REGISTER: at("repo/env.yaml") };
    const explicit = "../../my.yaml";
    expect(findRegister(options({ explicit, env }))).toEqual({ file: at("repo/my.yaml"), how: "explicit" });
    expect(findRegister(options({ explicit: "my.yaml", base: at("repo") }))?.file).toBe(at("repo/my.yaml"));
    expect(findRegister(options({ env }))).toEqual({ file: at("repo/env.yaml"), how: "environment" });
    expect(findRegister(options())).toEqual({ file: at("repo/icp.yaml"), how: "upward" });
  });

  it("stops at the root of the repository", () => {
    write("icp.yaml");
    write("pack/icp.yaml");
    expect(findRegister(options())).toEqual({ file: at("pack/icp.yaml"), how: "pack" });
  });

  it("takes the closest, and the first start folder that has one", () => {
    write("repo/icp.yaml");
    write("repo/infra/icp.yaml");
    write("other/icp.yaml");
    expect(findRegister(options())?.file).toBe(at("repo/infra/icp.yaml"));
    expect(findRegister(options({ startFolders: [at("other"), at("repo")] }))?.file).toBe(at("other/icp.yaml"));
  });

  it("does not take a folder of that name, nor an empty variable", () => {
    mkdirSync(at("repo/infra/icp.yaml"));
    write("repo/icp.yaml");
    expect(findRegister(options({ env: { ALICLOUD_ICP_REGISTER: "" } }))?.file).toBe(at("repo/icp.yaml"));
  });

  /** A disk with a register in some folders, and a repository in some. */
  const disk = (registers: readonly string[], repositories: readonly string[] = [], planted = false) => ({
    isFile: (path: string) => registers.includes(path),
    isFolder: () => false,
    exists: (path: string) => repositories.includes(path),
    real: (path: string) => path,
    isPlanted: () => planted,
  });

  it("goes to the root of the file system where that is the repository", () => {
    const files = disk(["/icp.yaml"], ["/.git"]);
    expect(findRegister({ env: {}, startFolders: ["/a/b"], files })).toEqual({ file: "/icp.yaml", how: "upward" });
  });

  it("looks in the folder alone outside a repository", () => {
    const files = disk(["/a/icp.yaml", "/icp.yaml"]);
    expect(findRegister({ env: {}, startFolders: ["/a/b"], files })).toBeUndefined();
    expect(findRegister({ env: {}, startFolders: ["/a"], files })?.file).toBe("/a/icp.yaml");
  });

  it("takes no register that a stranger put where everybody can write, unless it is given", () => {
    const files = disk(["/tmp/icp.yaml"], ["/tmp/icp.yaml"], true);
    expect(() => findRegister({ env: {}, startFolders: ["/tmp"], files })).toThrow(
      "icp.yaml: is another user's, in a folder that everybody can write; give it with --register or " +
        "ALICLOUD_ICP_REGISTER if it is meant",
    );
    expect(findRegister({ env: {}, startFolders: ["/tmp"], files, explicit: "icp.yaml" })?.how).toBe("explicit");
  });

  it("takes a pipe that was given", () => {
    execFileSync("mkfifo", [at("repo/pipe")]);
    expect(findRegister(options({ explicit: at("repo/pipe") }))).toEqual({ file: at("repo/pipe"), how: "explicit" });
    expect(findRegister(options({ explicit: "/dev/stdin" }))?.file).toBe("/dev/stdin");
  });

  it.each<[string, Partial<FindOptions>, string]>([
    [
      "a missing file",
      { explicit: "no.yaml" },
      "no.yaml: does not exist; expected a register file there, as given: correct the path, or leave it out",
    ],
    [
      "a folder",
      { explicit: "." },
      ".: is a folder; expected a register file there, as given: correct the path, or leave it out",
    ],
    [
      "an empty path",
      { explicit: "" },
      '"": does not exist; expected a register file there, as given: correct the path, or leave it out',
    ],
    [
      "a missing file in the environment",
      { env: { ALICLOUD_ICP_REGISTER: "no.yaml" } },
      "no.yaml: does not exist; expected a register file there, as ALICLOUD_ICP_REGISTER says: correct the path, or leave it out",
    ],
  ])("refuses %s", (_, rest, message) => {
    expect(() => findRegister(options(rest))).toThrow(message);
  });

  describe("says that icp.yml is not looked for", () => {
    const says = (file: string) => `${file}: is not looked for, the register is called icp.yaml; rename this file`;
    it.each<[string, string]>([
      ["beside the plan", "repo/infra/web/icp.yml"],
      ["above it", "repo/infra/icp.yml"],
      ["beside the pack", "pack/icp.yml"],
    ])("%s", (_, path) => {
      write(path);
      expect(() => findRegister(options({ base: root }))).toThrow(says(path));
    });

    it("before it takes one further up", () => {
      write("repo/icp.yaml");
      write("repo/infra/icp.yml");
      expect(() => findRegister(options({ base: at("repo") }))).toThrow(says("infra/icp.yml"));
    });

    it("unless the register lies beside it, below it, or is given", () => {
      write("repo/infra/icp.yml");
      expect(findRegister(options({ explicit: "../icp.yml" }))?.file).toBe(at("repo/infra/icp.yml"));
      expect(findRegister(options({ env: { ALICLOUD_ICP_REGISTER: "../icp.yml" } }))?.how).toBe("environment");
      write("repo/infra/icp.yaml");
      expect(findRegister(options())?.file).toBe(at("repo/infra/icp.yaml"));
      write("repo/infra/web/icp.yaml");
      expect(findRegister(options())?.file).toBe(at("repo/infra/web/icp.yaml"));
    });
  });
});

describe("the register of several plans", () => {
  const plan = (folder: string): NamedPlan => ({ name: `${folder}/plan.json`, folder });
  const stdin: NamedPlan = { name: "-", folder: undefined };
  const web = plan("repo/infra/web");
  const other = plan("other");
  const find = (
    plans: readonly NamedPlan[],
    rest: { explicit?: string; env?: FindOptions["env"]; cwd?: string } = {},
  ) => {
    const { cwd = "pack", env = {}, explicit } = rest;
    const placed = plans.map(({ name, folder }) => ({ name, folder: folder === undefined ? undefined : at(folder) }));
    return findSharedRegister(placed, { env, explicit, workingFolder: at(cwd) })?.file;
  };

  it("is that which all of them find", () => {
    expect(find([web, other])).toBeUndefined();
    write("repo/icp.yaml");
    expect(find([web, plan("repo")])).toBe(at("repo/icp.yaml"));
  });

  it("is that of the others for a plan that finds none", () => {
    write("repo/icp.yaml");
    expect(find([other, web])).toBe(at("repo/icp.yaml"));
    expect(find([web, stdin, other])).toBe(at("repo/icp.yaml"));
  });

  it("is that of the working folder for standard input, and for a plan that finds none", () => {
    write("other/icp.yaml");
    expect(find([stdin], { cwd: "other" })).toBe(at("other/icp.yaml"));
    expect(find([web, stdin], { cwd: "other" })).toBe(at("other/icp.yaml"));
    write("repo/icp.yaml");
    expect(find([web], { cwd: "other" })).toBe(at("repo/icp.yaml"));
  });

  it.each<[string, () => readonly NamedPlan[], string, string]>([
    [
      "in both orders",
      () => [web, other],
      "pack",
      "{repo}/icp.yaml for repo/infra/web/plan.json, {other}/icp.yaml for other/plan.json",
    ],
    [
      "in both orders",
      () => [other, web],
      "pack",
      "{other}/icp.yaml for other/plan.json, {repo}/icp.yaml for repo/infra/web/plan.json",
    ],
    [
      "by the first plan of each",
      () => [web, plan("repo"), other],
      "repo",
      "icp.yaml for repo/infra/web/plan.json, {other}/icp.yaml for other/plan.json",
    ],
    [
      "that of standard input too",
      () => [web, stdin],
      "other",
      "{repo}/icp.yaml for repo/infra/web/plan.json, icp.yaml for -",
    ],
  ])("is refused where they differ, %s", (_, plans, cwd, each) => {
    write("repo/icp.yaml");
    write("other/icp.yaml");
    const named = each.replaceAll(/\{(\w+)\}/g, (__, folder: string) => at(folder));
    expect(() => find(plans(), { cwd })).toThrow(
      `the plans find different registers, ${named}; say with --register which one counts for all of them`,
    );
  });

  it("is that which is given, whatever they find", () => {
    write("repo/icp.yaml");
    write("other/icp.yaml");
    write("pack/mine.yaml");
    expect(find([web, other], { explicit: "mine.yaml" })).toBe(at("pack/mine.yaml"));
    expect(find([web, other], { env: { ALICLOUD_ICP_REGISTER: "mine.yaml" } })).toBe(at("pack/mine.yaml"));
  });

  it("is the same by two paths", () => {
    write("repo/icp.yaml");
    symlinkSync(at("repo/icp.yaml"), at("other/icp.yaml"));
    expect(find([web, other])).toBe(at("repo/icp.yaml"));
  });
});

describe("openRegister", () => {
  const open = (rest: Partial<OpenOptions> = {}) =>
    openRegister({ env: {}, startFolders: [at("repo/infra/web")], packFolder: at("pack"), today: TODAY, ...rest });

  it("reads what it finds, and calls it by its short name", () => {
    write("repo/icp.yaml", "\ufeffversion: 1\nasOf: 2026-11-22\n");
    expect(open({ base: at("repo") })).toMatchObject({ found: true, file: "icp.yaml" });
    expect(open().file).toBe(at("repo/icp.yaml"));
  });

  it("takes a document as it is", () => {
    const explicit = { version: 1, asOf: "2026-11-22", filings: [{ domain: "example.com", status: "active" }] };
    expect(open({ explicit }).filingOf("example.com")?.status).toBe("active");
  });

  it("is none where there is none", () => {
    expect(open()).toBe(nothingDeclared);
  });

  it.each<[string, unknown, string]>([
    [
      "a document with unknown keys",
      { version: 1, asOf: "2026-11-22", x: 1 },
      "policy configuration, register: x: unknown key",
    ],
    ["a number", 5, "policy configuration, register: expected a map of keys; found 5"],
  ])("refuses %s", (_, explicit, message) => {
    expect(() => open({ explicit })).toThrow(message);
  });

  it("names the file that it refuses", () => {
    write("repo/icp.yaml", "version: 1\n");
    expect(() => open({ base: at("repo") })).toThrow(
      "icp.yaml:1: asOf: is missing; expected a calendar day as YYYY-MM-DD",
    );
  });

  it("reads UTF-16 as a plan is read", () => {
    const text = Buffer.from("\ufeffversion: 1\nasOf: 2026-11-22\nwords: [银行]\n", "utf16le");
    write("repo/icp.yaml", text);
    expect(open().words).toEqual(["银行"]);
    write("repo/icp.yaml", Buffer.from(text).swap16());
    expect(open().words).toEqual(["银行"]);
  });

  it.each<[string, Uint8Array, string]>([
    ["no bytes", Buffer.alloc(0), "is empty; expected at least version and asOf"],
    ["another encoding", Buffer.from([0xd6, 0xd0]), "is text neither in UTF-8 nor in UTF-16; save it as UTF-8"],
    ["bytes that are no text", Buffer.from("ab\u0000\u0001"), "is a binary file; expected YAML text in UTF-8"],
    ["too much", Buffer.alloc(5_000_001, " "), "is larger than 5 MB; is it a register?"],
  ])("refuses %s", (_, bytes, message) => {
    write("repo/icp.yaml", bytes);
    expect(() => open({ base: at("repo") })).toThrow(`icp.yaml: ${message}`);
  });

  it("judges its days by the day that is given", () => {
    write("repo/icp.yaml", "version: 1\nasOf: 2026-11-26\n");
    expect(open({ today: "2026-11-26" }).asOf).toBe("2026-11-26");
    expect(() => open()).toThrow("asOf: 2026-11-26 lies in the future, today is 2026-11-25");
    expect(() => open({ explicit: { version: 1, asOf: "2026-11-26" } })).toThrow("today is 2026-11-25");
  });
});
