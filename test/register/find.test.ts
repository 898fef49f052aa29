import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRegister, type FindOptions } from "../../src/register/find";
import { openRegister } from "../../src/register/open";
import { nothingDeclared } from "../../src/register/register";

let root = "";
const at = (...path: string[]) => join(root, ...path);
const write = (path: string, text = "version: 1\nasOf: 2026-11-22\n") => {
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

  it("goes to the root of the file system outside a repository", () => {
    const files = { isFile: (path: string) => path === "/icp.yaml", exists: () => false };
    expect(findRegister({ env: {}, startFolders: ["/a/b"], files })).toEqual({ file: "/icp.yaml", how: "upward" });
  });

  it.each<[string, Partial<FindOptions>, string]>([
    [
      "a missing file",
      { explicit: "no.yaml" },
      "no.yaml: does not exist; expected a register file there, as the register says: correct the path, or leave it out",
    ],
    [
      "a folder",
      { explicit: "." },
      ".: is a folder; expected a register file there, as the register says: correct the path, or leave it out",
    ],
    [
      "an empty path",
      { explicit: "" },
      '"": does not exist; expected a register file there, as the register says: correct the path, or leave it out',
    ],
    [
      "a missing file in the environment",
      { env: { ALICLOUD_ICP_REGISTER: "no.yaml" } },
      "no.yaml: does not exist; expected a register file there, as ALICLOUD_ICP_REGISTER says: correct the path, or leave it out",
    ],
  ])("refuses %s", (_, rest, message) => {
    expect(() => findRegister(options(rest))).toThrow(message);
  });
});

describe("openRegister", () => {
  it("reads what it finds, and calls it by its short name", () => {
    write("repo/icp.yaml", "\ufeffversion: 1\nasOf: 2026-11-22\n");
    expect(openRegister({ ...options(), base: at("repo") })).toMatchObject({ found: true, file: "icp.yaml" });
    expect(openRegister(options()).file).toBe(at("repo/icp.yaml"));
  });

  it("takes a document as it is", () => {
    const explicit = { version: 1, asOf: "2026-11-22", filings: [{ domain: "example.com", status: "active" }] };
    expect(openRegister({ ...options(), explicit }).filingOf("example.com")?.status).toBe("active");
  });

  it("is none where there is none", () => {
    expect(openRegister(options())).toBe(nothingDeclared);
  });

  it.each<[string, unknown, string]>([
    [
      "a document with unknown keys",
      { version: 1, asOf: "2026-11-22", x: 1 },
      "policy configuration, register: x: unknown key",
    ],
    ["a number", 5, "policy configuration, register: expected a map of keys; found 5"],
  ])("refuses %s", (_, explicit, message) => {
    expect(() => openRegister({ ...options(), explicit })).toThrow(message);
  });

  it("names the file that it refuses", () => {
    write("repo/icp.yaml", "version: 1\n");
    const open = () => openRegister({ ...options(), base: at("repo") });
    expect(open).toThrow("icp.yaml:1: asOf: is missing; expected a calendar day as YYYY-MM-DD");
  });
});
