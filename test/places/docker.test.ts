/** The Dockerfile: looked over, and followed with copies of files in place of an image. */
import { spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { validate } from "dockerfile-utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { follow, linesOf, type Stage } from "./image";

const text = readFileSync("Dockerfile", "utf8");
const lines = linesOf(text);

describe("the Dockerfile", () => {
  it("has nothing that a linter minds", () => {
    expect(validate(text).map(({ message }) => message)).toEqual([]);
    expect(validate("FROM node\nMAINTAINER me\n").length).toBeGreaterThan(0);
  });

  it("names the version of what it builds on, and installs what is locked", () => {
    const bases = lines.filter(({ keyword }) => keyword === "FROM").map(({ values }) => values[0]);
    expect([...new Set(bases)]).toEqual(["node:22-alpine"]);
    expect(text).toContain("RUN npm ci --ignore-scripts");
  });
});

describe("what it makes", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "icp-image-"));
  let image: Stage;
  beforeAll(() => {
    image = follow(lines, folder);
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("holds the command and nothing else", () => {
    const others = ["index.js", "library.js", "parts.js", "policy-pack.js"];
    const command = readdirSync("dist").filter((name) => name.endsWith(".js") && !others.includes(name));
    expect(readdirSync(join(image.root, "opt/alicloud-icp"), { recursive: true, encoding: "utf8" }).sort()).toEqual([
      "LICENSE",
      "dist",
      ...["THIRD-PARTY-NOTICES.txt", ...command].map((name) => `dist/${name}`),
    ]);
  });

  it("runs as somebody who is not root, in the folder that plans are mounted at", () => {
    expect([image.user, image.cwd, image.entry]).toEqual(["node", "/work", ["alicloud-icp"]]);
  });

  const run = (program: string, args: readonly string[], cwd: string) =>
    spawnSync(process.execPath, [program, ...args], { cwd, env: { HOME: "/", ...image.env }, encoding: "utf8" });
  const inImage = (args: readonly string[]) =>
    run(join(image.root, "usr/local/bin", image.entry[0] ?? ""), args, join(image.root, image.cwd));

  it("is started by a link to a program", () => {
    const program = readlinkSync(join(image.root, "usr/local/bin", image.entry[0] ?? ""));
    expect(lstatSync(program).mode & 0o111).toBe(0o111);
  });

  it.each([
    ["rules", "icp-dns-record"],
    ["explain", "icp-dns-record"],
    ["facts", "cn-hongkong"],
    ["completion", "bash"],
    ["--version"],
  ])("says what the command says elsewhere: %s", (...args) => {
    const { status, stdout } = inImage(args);
    const elsewhere = run(resolve("dist/cli.js"), args, image.root);
    expect([status, stdout]).toEqual([elsewhere.status, elsewhere.stdout]);
  });

  it("judges a plan by a register and writes a page: every part of the command is there", () => {
    const work = join(image.root, image.cwd);
    for (const file of ["preview.json", "icp.yaml"]) cpSync(join("examples/cdn-scope-omitted", file), join(work, file));
    const args = ["check", "preview.json", "--register", "icp.yaml", "--format", "text", "--format", "html=page.html"];
    const { status, stdout, stderr } = inImage(args);
    expect([status, stdout, stderr]).toEqual([1, expect.stringContaining("icp-cdn-coverage"), expect.any(String)]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(join(work, "page.html"), "utf8")).toContain("<!doctype html>");
  });
});
