/** Where the vendor's packages are looked for, and what is said where they are not, or are of no use. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadOfficialPackages } from "../../src/cloud/packages";
import { InputError } from "../../src/input/error";

let folder: string;
let lonely: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-packages-"));
  lonely = join(folder, "lonely", "-.js");
  mkdirSync(join(folder, "node_modules", "@alicloud"), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Puts a package into the folder: one that is installed here, or one that has nothing but this code. */
function put(name: string, code?: string): void {
  const place = join(folder, "node_modules", name);
  if (code === undefined) {
    symlinkSync(resolve("node_modules", name), place);
    return;
  }
  mkdirSync(place);
  writeFileSync(join(place, "index.js"), code);
}

const MISSING =
  "Alibaba Cloud is asked by its own packages, which are not installed here: run npm install --save-dev @alicloud/credentials @alicloud/openapi-core";
const BROKEN =
  "the packages of Alibaba Cloud that are installed here cannot be used: run npm install --save-dev @alicloud/credentials@latest @alicloud/openapi-core@latest";

/** What is said of the folder alone. */
function said(): string {
  try {
    loadOfficialPackages(folder, lonely);
    return "";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message;
  }
}

it.each([[[]], [["@alicloud/credentials"]], [["@alicloud/openapi-core"]]])(
  "says what to install where only %j is",
  (names) => {
    for (const name of names) put(name);
    expect(said()).toBe(MISSING);
  },
);

it("takes both from the working folder, or from where this package lies", () => {
  const here = loadOfficialPackages(".");
  put("@alicloud/credentials");
  put("@alicloud/openapi-core");
  const there = loadOfficialPackages(join(folder, "deep", "down"), lonely);
  expect([there.core.default, there.credentials.default]).toEqual([here.core.default, here.credentials.default]);
});

it("takes them where all of their folder is a link", () => {
  const here = loadOfficialPackages(".");
  rmSync(join(folder, "node_modules", "@alicloud"), { recursive: true });
  symlinkSync(resolve("node_modules", "@alicloud"), join(folder, "node_modules", "@alicloud"));
  const there = loadOfficialPackages(folder, lonely);
  expect([there.core.default, there.credentials.default]).toEqual([here.core.default, here.credentials.default]);
});

it("says so where those of the working folder, which come first, are of another form", () => {
  put("@alicloud/credentials", "throw new Error('secret')");
  put("@alicloud/openapi-core");
  expect(said()).toBe(BROKEN);
  expect(() => loadOfficialPackages(folder)).toThrow(BROKEN);
});
