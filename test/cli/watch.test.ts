import { appendFileSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { cli, emptyFolder, preview } from "./terminal";
import { BUNDLE, Going, ON_THE_DAY, programFrom } from "./watching/command";

/** So long one test may take, on a machine that may do other things. */
const PATIENCE = 120_000;
const going: Going[] = [];
afterEach(() => {
  for (const one of going.splice(0)) one.kill();
});

function watch(argv: readonly string[], cwd: string, options?: ConstructorParameters<typeof Going>[2]): Going {
  const one = new Going(["check", ...argv, ...ON_THE_DAY, "--watch"], cwd, options);
  going.push(one);
  return one;
}

/** Changes a file as editors do: the new one takes its place. */
function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(`${file}~`, changed);
  renameSync(`${file}~`, file);
}
const replaced = (from: string, to: string) => (text: string) => text.replace(from, to);

const WRITTEN = /alicloud-icp \d.*\n/;
const TIME = String.raw`\d\d:\d\d:\d\d`;
const unchanged = (file: string): RegExp => new RegExp(String.raw`^${TIME}  ${file}: nothing changed \(.*\)\n`, "m");
const changed = (file: string): RegExp => new RegExp(String.raw`^${TIME}  ${file}\n[^]*?\d+ mandatory.*\n`, "m");

/** Needs `npm run build`. */
describe.skipIf(!existsSync(BUNDLE))("check --watch of a program", { timeout: PATIENCE }, () => {
  it("shows the whole report once, then what each change of the program, its stack or its register changes", async () => {
    const folder = programFrom("company-site");
    const at = (name: string): string => join(folder, name);
    const watching = watch([], folder);
    expect(await watching.says(WRITTEN)).toContain("Nothing to report: 3 hosts in order");
    await watching.says(/Watching for changes; Ctrl-C ends\n/, "err");
    expect(watching.err).toMatch(/^Taking the program in \. \(stack dev, the only one with a file\)\n/);

    appendFileSync(at("index.ts"), "// no more\n");
    await watching.says(unchanged("index.ts"));

    edit(at("index.ts"), replaced('domainName = "example.com"', 'domainName = "example.net"'));
    const fresh = await watching.says(changed("index.ts"));
    expect(fresh).toMatch(/^New$/m);
    expect(fresh).toMatch(/^example\.net is not listed/m);
    expect(fresh).toMatch(/icp-cdn-coverage {2}index\.ts:\d+$/m);
    expect(fresh).toContain("New hosts: example.net, static.example.net, www.example.net");

    edit(at("icp.yaml"), replaced("domain: example.com", "domain: example.net"));
    const gone = await watching.says(changed("icp.yaml"));
    expect(gone).toMatch(/^Gone\n {2}icp-cdn-coverage: static\.example\.net → static\n/m);
    expect(gone).not.toMatch(/^New$/m);

    edit(at("Pulumi.dev.yaml"), replaced("region: cn-hangzhou", "region: cn-beijing"));
    await watching.says(/Pulumi\.dev\.yaml/);
    expect(await watching.stop()).toBe(0);
  });

  it("says what is wrong with a program that fails, goes on, and ends with the code of the last round", async () => {
    const folder = programFrom("cdn-scope-omitted");
    const file = join(folder, "index.ts");
    const watching = watch([folder], emptyFolder());
    await watching.says(WRITTEN);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, `${text}\nthrow new Error("on purpose");\n`);
    await watching.says(/the program failed: Error: on purpose\n/, "err");
    writeFileSync(file, text);
    await watching.says(unchanged(".*index\\.ts"));
    writeFileSync(file, `${text}\nthrow new Error("again");\n`);
    await watching.says(/the program failed: Error: again\n/, "err");
    expect(await watching.stop()).toBe(2);
  });

  it("ends with the code of a verdict that fails, in Chinese too", async () => {
    const folder = programFrom("cdn-scope-omitted");
    const watching = watch(["--lang", "zh"], folder);
    await watching.says(WRITTEN);
    await watching.says(/正在监视更改；按 Ctrl-C 结束\n/, "err");
    expect(watching.err).toMatch(/^采用 \. 中的程序（stack dev，唯一有配置文件的 stack）\n/);
    appendFileSync(join(folder, "index.ts"), "// no more\n");
    await watching.says(/ {2}index\.ts：没有变化（.*）\n/);
    expect(await watching.stop()).toBe(1);
  });

  it("hears of files that a program takes from elsewhere, and of one that is new", async () => {
    const folder = programFrom("cdn-scope-omitted");
    const elsewhere = join(emptyFolder(), "names.js");
    writeFileSync(elsewhere, 'exports.label = "one";\n');
    appendFileSync(join(folder, "index.ts"), `\nexport const { label } = require(${JSON.stringify(elsewhere)});\n`);
    const watching = watch([], folder);
    await watching.says(WRITTEN);
    edit(elsewhere, replaced("one", "two"));
    await watching.says(unchanged(".*names\\.js"));
    writeFileSync(join(folder, "more.ts"), "export const more = 1;\n");
    await watching.says(unchanged("more\\.ts"));
    edit(elsewhere, () => "nothing of JavaScript");
    await watching.says(/the program failed: /, "err");
    await watching.stop();
  });

  it("does not follow what the program itself writes", async () => {
    const folder = programFrom("cdn-scope-omitted");
    const line = 'require("node:fs").appendFileSync(__dirname + "/runs.log", "run\\n");';
    appendFileSync(join(folder, "index.ts"), `\n${line}\n`);
    const watching = watch([], folder);
    await watching.says(WRITTEN);
    await watching.says(/Written anew by each run, and no longer watched: runs\.log\n/, "err");
    edit(join(folder, "index.ts"), (text) => `${text}// no more\n`);
    await watching.says(unchanged("index\\.ts"));
    await watching.stop();
  });

  it("writes the files of formats anew, and nothing into a file that nobody asked for", async () => {
    const folder = programFrom("company-site");
    const report = join(folder, "report.json");
    const watching = watch(["-f", "text", "-f", `json=${report}`], folder);
    await watching.says(WRITTEN);
    await watching.says(/The report is in .*report\.json\n/, "err");
    rmSync(report);
    appendFileSync(join(folder, "index.ts"), "// no more\n");
    await watching.says(unchanged("index\\.ts"));
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ summary: { hosts: 3 } });
    expect(watching.err.match(/The report is in/g)).toHaveLength(1);
    await watching.stop();
  });

  it("says on a terminal what it does, and plays no tricks elsewhere", async () => {
    const folder = programFrom("company-site");
    const piped = watch([], folder);
    await piped.says(WRITTEN);
    await piped.stop();
    expect(piped.out + piped.err).not.toMatch(/[\u001b\r]/);
    const watching = watch([], folder, { onTerminal: true, env: { TERM: "xterm", NO_COLOR: "1" } });
    await watching.says(/\r\u001b\[KRunning \.…/);
    await watching.says(/Watching for changes; Ctrl-C ends/);
    appendFileSync(join(folder, "index.ts"), "// no more\n");
    await watching.says(/\r\u001b\[KRunning \.…/);
    await watching.says(/index\.ts: nothing changed/);
    watching.type("\u0003");
    expect(await watching.end()).toBe(0);
  });
});

describe.skipIf(!existsSync(BUNDLE))("check --watch of plans", { timeout: PATIENCE }, () => {
  it("judges again when one is written anew, and says nothing where all is quiet and nothing changed", async () => {
    const folder = emptyFolder();
    const plan = join(folder, "plan.json");
    copyFileSync(preview("company-site"), plan);
    const watching = watch(["plan.json", "--quiet", "--fail-on", "advisory"], folder);
    // Without a register all of it is to be reported.
    await watching.says(/mandatory, \d+ advisory/);
    copyFileSync(preview("hongkong"), plan);
    expect(await watching.says(changed("plan\\.json"))).toMatch(/^Gone$/m);
    expect(watching.err).toBe("");
    await watching.stop();
  });

  it("takes those that come into a folder", async () => {
    const folder = emptyFolder();
    copyFileSync(preview("company-site"), join(folder, "a.json"));
    const watching = watch(["."], folder);
    await watching.says(WRITTEN);
    copyFileSync(preview("cdn-scope-omitted"), join(folder, "b.json"));
    expect(await watching.says(changed("b\\.json"))).toMatch(/^New$/m);
    expect(await watching.stop()).toBe(1);
  });
});

describe("check --watch refuses what makes no sense", () => {
  it.each<[readonly string[], string]>([
    [["-"], "--watch: judges again when a file changes, and standard input is read once; pass a program or a file"],
    [
      ["plan.json", "-f", "json"],
      "--format: with --watch standard output says in text what changes; give json a file, as json=FILE, which is written anew each time",
    ],
    [
      ["plan.json", "--fail-on", "nothing"],
      '--fail-on: expected mandatory, undetermined, advisory, never or incomplete; found "nothing"',
    ],
  ])("%j", async (argv, says) => {
    const { code, out, err } = await cli(["check", ...argv, "--watch"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(`alicloud-icp: ${says}\n`);
  });
});
