/** What the command asks of its environment: SECURITY.md names it all. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "icp-environment-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const told = join(folder, "names");
const spy = join(folder, "spy.cjs");
writeFileSync(told, "");
writeFileSync(
  spy,
  `const get = (all, name) => {
  if (typeof name === "string") require("node:fs").appendFileSync(${JSON.stringify(told)}, name + "\\n");
  return all[name];
};
process.env = new Proxy(process.env, { get });
process.stdout.isTTY = true;`,
);

const plan = resolve("examples/company-site/preview.json");
const register = resolve("examples/company-site/icp.yaml");
const CALLS: readonly (readonly string[])[] = [
  ["check", plan],
  ["check", plan, "--format", "github", "--format", "sarif=icp.sarif", "--format", "html=icp.html"],
  ["check", "nowhere.json"],
  ["explain", "icp-dns-record"],
  ["rules"],
  ["facts", "port"],
  ["completion", "bash"],
  ["register", register],
  ["init", plan],
  ["baseline", plan],
  ["graph", plan],
  ["waive", "icp-dns-record", "--help"],
];

let names: readonly string[];
beforeAll(() => {
  for (const args of CALLS)
    spawnSync(process.execPath, ["--require", spy, resolve("dist/cli.js"), ...args], { cwd: folder, env: {} });
  names = [...new Set(readFileSync(told, "utf8").split("\n").filter(Boolean))].sort();
}, 60_000);

it.each(["SECURITY.md", "SECURITY.zh.md"])("is in %s", (page) => {
  expect(names).toContain("ALICLOUD_ICP_LANG");
  expect(names.length).toBeGreaterThan(15);
  const text = readFileSync(page, "utf8");
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
