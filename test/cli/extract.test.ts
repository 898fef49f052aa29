import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { extractJsonSchema } from "../../src/cli/extract-schema";
import { folderOf, previewFiles, stackNames } from "../stacks/stacks";
import { bytesOf, cli, emptyFolder, preview, repository } from "./terminal";

const EXAMPLE = "cdn-scope-omitted";

/** A folder with the extract of an example's preview. */
async function written(): Promise<{ readonly cwd: string; readonly err: string }> {
  const cwd = emptyFolder();
  const { code, err } = await cli(["extract", preview(EXAMPLE), "-o", "web.icp.json"], { cwd });
  expect(code).toBe(0);
  return { cwd, err };
}

const reportOf = (out: string): { readonly plans: readonly { readonly source: string }[] } =>
  JSON.parse(out) as { plans: { source: string }[] };

describe("alicloud-icp extract", () => {
  it("writes a file that every command takes like the plan", async () => {
    const { cwd, err } = await written();
    expect(err).toBe("The extract is in web.icp.json (2 kB)\n");
    writeFileSync(join(cwd, "plan.json"), bytesOf(EXAMPLE));
    for (const command of [["check", "-f", "json"], ["graph"], ["baseline", "-o", "-"], ["init", "-o", "-"]]) {
      const [plan, extract] = await Promise.all(
        ["plan.json", "web.icp.json"].map((file) => cli([...command, file], { cwd })),
      );
      const named = extract?.out.replaceAll("web.icp.json", "plan.json");
      expect({ ...extract, out: named }, command.join(" ")).toEqual(plan);
    }
  });

  it("prints it where no file is named, and reads standard input", async () => {
    const { cwd } = await written();
    const { out } = await cli(["extract", "-"], { stdin: bytesOf(EXAMPLE) });
    expect(out).toBe(readFileSync(join(cwd, "web.icp.json"), "utf8"));
    const checked = await cli(["check", "-f", "json", "-"], { stdin: out });
    expect(reportOf(checked.out).plans).toMatchObject([{ source: "-" }]);
  });

  it("makes one of several plans, which is judged as they are", async () => {
    const name = stackNames.find((one) => previewFiles(one).length > 1) ?? "";
    const files = previewFiles(name);
    const cwd = emptyFolder();
    cpSync(join(repository, folderOf(name)), cwd, { recursive: true });
    await cli(["extract", ...files, "-o", "all.icp.json"], { cwd });
    const apart = reportOf((await cli(["check", ...files, "-f", "json"], { cwd })).out);
    const together = reportOf((await cli(["check", "all.icp.json", "-f", "json"], { cwd })).out);
    expect(together.plans.map(({ source }) => source)).toEqual(files.map(() => "all.icp.json"));
    const bare = (report: typeof apart) => ({ ...report, plans: report.plans.map((one) => ({ ...one, source: "" })) });
    expect(bare(together)).toEqual(bare(apart));
  });

  it("writes over no plan", async () => {
    const { cwd } = await written();
    const { code, err } = await cli(["extract", "web.icp.json", "-o", "web.icp.json"], { cwd });
    expect([code, err]).toEqual([2, "alicloud-icp: web.icp.json: is one of the files to be read; write another one\n"]);
  });

  it("takes each stack once", async () => {
    const { cwd } = await written();
    const { code, err } = await cli(["extract", "web.icp.json", preview(EXAMPLE)], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining("is about the same stack as web.icp.json")]);
  });

  it("is valid by its schema, of every stack", async () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(extractJsonSchema());
    for (const name of stackNames) {
      const files = previewFiles(name).map((file) => join(repository, folderOf(name), file));
      const { out } = await cli(["extract", ...files]);
      expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
    }
  });
});

describe("an extract that cannot be read", () => {
  const CHANGED = "is an extract that was changed after alicloud-icp extract had written it; write it again";
  it.each<[string, (text: string) => string, string]>([
    ["cut", (text) => text.slice(0, -100), "ends in the middle of its JSON, as if cut off; write the file again"],
    ["changed by hand", (text) => text.replace("domestic", "overseas").replace("example", "exemple"), CHANGED],
    ["without a part", (text) => JSON.stringify({ ...(JSON.parse(text) as object), parts: [] }), CHANGED],
    [
      "of another form",
      (text) => text.replace('"extract":1', '"extract":2'),
      "is an extract of form 2, and this version of alicloud-icp reads form 1; write the extract again with it",
    ],
  ])("is said in one sentence: %s", async (_, change, says) => {
    const { cwd } = await written();
    const text = readFileSync(join(cwd, "web.icp.json"), "utf8");
    expect(change(text)).not.toBe(text);
    writeFileSync(join(cwd, "bad.icp.json"), change(text));
    const { code, err } = await cli(["check", "bad.icp.json"], { cwd });
    expect(code).toBe(2);
    expect(err.replace(/^alicloud-icp: bad\.icp\.json(?::\d+)?: /, "")).toBe(`${says}\n`);
  });

  it.each(["parts", "resources", "inputs", "kept"])("nests too deeply: %s", async (place) => {
    const cwd = emptyFolder();
    const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
    const inputs = place === "inputs" ? `{"sources":${deep}}` : "{}";
    const resources = place === "resources" ? deep : `[{"urn":"a:b:C::x","inputs":${inputs}}]`;
    const kept = place === "kept" ? deep : "{}";
    const part = `{"version":"0.1.0","project":"a","stack":"b","kept":${kept},"resources":${resources}}`;
    const parts = place === "parts" ? deep : `[${part}]`;
    const sha256 = createHash("sha256").update(parts).digest("hex");
    writeFileSync(
      join(cwd, "deep.icp.json"),
      `{"tool":"alicloud-icp","extract":1,"sha256":"${sha256}","parts":${parts}}`,
    );
    for (const command of ["check", "graph", "extract"]) {
      const { code, out, err } = await cli([command, "deep.icp.json"], { cwd });
      expect([code, out, err]).toEqual([
        2,
        "",
        "alicloud-icp: deep.icp.json: nests too deeply to be read; write it again\n",
      ]);
    }
  });

  it("may be laid out otherwise", async () => {
    const { cwd } = await written();
    const text = readFileSync(join(cwd, "web.icp.json"), "utf8");
    writeFileSync(join(cwd, "laid.icp.json"), JSON.stringify(JSON.parse(text), null, 4));
    const { code } = await cli(["check", "laid.icp.json", "--fail-on", "never"], { cwd });
    expect(code).toBe(0);
  });
});
