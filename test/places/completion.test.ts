/** Completion in real shells, and that what it offers is what the commands take. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { bashCompletion } from "../../src/cli/completions/bash";
import { fishCompletion } from "../../src/cli/completions/fish";
import { quoted, SHELLS, type Shell } from "../../src/cli/completions/shells";
import { typedWords } from "../../src/cli/completions/words";
import { zshCompletion } from "../../src/cli/completions/zsh";
import { formats } from "../../src/report";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { cli, preview } from "../cli/terminal";
import { describeWith } from "./programs";
import { typed } from "./typing";

const folder = mkdtempSync(join(tmpdir(), "icp-completion-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const cwd = join(folder, "work");
mkdirSync(join(cwd, "plans"), { recursive: true });
for (const file of ["plan.json", "icp.yaml", "two words.json", "plans/shop.json"]) writeFileSync(join(cwd, file), "");

/** The language of the descriptions is that of whoever asks. */
const env = { ...process.env, ALICLOUD_ICP_LANG: "en" };
const printed = (...args: string[]): string =>
  execFileSync(process.execPath, ["dist/cli.js", "completion", ...args], { encoding: "utf8", env });

/** The script of a shell, in a file. */
function scriptOf(shell: Shell): string {
  const file = join(folder, `completion.${shell}`);
  writeFileSync(file, printed(shell));
  return file;
}

/** What is typed, a tab at its end, and the arguments that it becomes. */
const CASES: readonly (readonly [typed: string, given: string])[] = [
  ["che\t", "<check>"],
  ["compl\t", "<completion>"],
  ["completion fi\t", "<completion><fish>"],
  ["help wai\t", "<help><waive>"],
  ["check --skip-\t", "<check><--skip-rule>"],
  ["check --lang z\t", "<check><--lang><zh>"],
  ["check --lang=z\t", "<check><--lang=zh>"],
  ["check -f mark\t", "<check><-f><markdown>"],
  ["check --format jso\t", "<check><--format><json>"],
  ["check --format=jun\t", "<check><--format=junit>"],
  ["check --format=sarif=ic\t", "<check><--format=sarif=icp.yaml>"],
  ["check --format sarif=ic\t", "<check><--format><sarif=icp.yaml>"],
  ["check --rule icp-cdn\t", "<check><--rule><icp-cdn-coverage>"],
  ["check --register ic\t", "<check><--register><icp.yaml>"],
  ["check --fail-on adv\t", "<check><--fail-on><advisory>"],
  ["check plan.json two\t", "<check><plan.json><two words.json>"],
  ["check --lang zh plans/sh\t", "<check><--lang><zh><plans/shop.json>"],
  ["graph --format mer\t", "<graph><--format><mermaid>"],
  ["rules icp-dns\t", "<rules><icp-dns-record>"],
  ["waive icp-app\t", "<waive><icp-app-filing>"],
  ["facts --table sta\t", "<facts><--table><statement>"],
  // After what takes one argument there is nothing more.
  ["rules icp-dns-record icp-app\t", "<rules><icp-dns-record><icp-app>"],
];

// At once: typing is mostly waiting.
describe.concurrent.each(SHELLS)("%s", (shell) => {
  describeWith(shell, `completion in ${shell}`, (program) => {
    it("reads the script without complaint", () => {
      const { status, stderr } = spawnSync(program, ["-n", scriptOf(shell)], { encoding: "utf8" });
      expect([status, stderr]).toEqual([0, ""]);
    });

    it("is loaded by the line that its first lines show", () => {
      const [, line = ""] = /Load it with: (.*)/.exec(printed(shell)) ?? [];
      // macOS has bash 3.2, whose `source` reads nothing from <( ).
      if (shell === "bash") expect(line).not.toContain("<(");
      const asked = {
        bash: "complete -p alicloud-icp",
        zsh: "echo $_comps[alicloud-icp]",
        fish: "complete -c alicloud-icp",
      };
      const before = shell === "zsh" ? "autoload -Uz compinit; compinit -u -D; " : "";
      const command = `${quoted(process.execPath)} ${quoted(resolve("dist/cli.js"))}`;
      const { status, stdout } = spawnSync(
        program,
        ["-c", `${before}${line.replace(/alicloud-icp(?= completion)/, command)}; ${asked[shell]}`],
        {
          encoding: "utf8",
          env,
        },
      );
      expect([status, stdout]).toEqual([0, expect.stringContaining("alicloud")]);
    });

    it("completes commands, options, values and files", async () => {
      const given = await typed(
        shell,
        scriptOf(shell),
        { cwd, home: folder },
        CASES.map(([line]) => line),
      );
      expect(given).toEqual(CASES.map(([, becomes]) => becomes));
    });
  });
});

describe("what is offered", () => {
  /** What bash offers, as its own function gives it. */
  const offers = (...words: string[]): string[] => {
    const script = `. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _alicloud_icp; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const args = ["--noprofile", "--norc", "-c", script, "bash", scriptOf("bash"), "alicloud-icp", ...words];
    const { stdout } = spawnSync("bash", args, { cwd, encoding: "utf8" });
    return stdout.trim().split("\n").filter(Boolean);
  };

  it("is every command, format and rule", () => {
    const help = execFileSync(process.execPath, ["dist/cli.js", "--help"], { encoding: "utf8", env });
    const [, list = ""] = /^Commands:\n(.*?)\n\n/ms.exec(help) ?? [];
    const commands = [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(8);
    expect(offers("")).toEqual(commands);
    expect(offers("check", "--format", "")).toEqual(Object.keys(formats));
    expect(offers("check", "--rule", "")).toEqual(RULE_IDS);
    expect(offers("check", "--register", "")).toHaveLength(4);
    expect(offers("check", "--region", "")).toEqual([]);
    expect(offers("help", "")).toEqual(commands);
  });

  it("has a list for each value that a command refuses", async () => {
    const refused: (readonly [command: string, flag: string])[] = [];
    for (const command of offers("").filter((name) => name !== "help")) {
      const [first = ""] = offers(command, "");
      const given = first.startsWith("icp-") ? first : preview("company-site");
      for (const flag of offers(command, "--")) {
        // Takes no value, and goes on until it is stopped.
        if (flag === "--watch") continue;
        const { err } = await cli([command, given, flag, "no-such-value"]);
        if (/(?:expected .* or .*; found|unknown:) "no-such-value"/.test(err)) refused.push([command, flag]);
      }
    }
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.filter(([command, flag]) => offers(command, flag, "").length === 0)).toEqual([]);
  }, 60_000);

  it("is quoted, and has no control characters", () => {
    const hostile = 'it\'s $(touch x) \u001b[31m `touch y` "quoted" [a] {b} \\ 50% ::error';
    const program = new Command("alicloud-icp").option("--odd <file>", hostile);
    program.command("odd").description(hostile).argument("<plan...>", hostile).option("-x, --ex <name>", hostile);
    const words = typedWords(program);
    for (const [shell, text] of Object.entries({
      bash: bashCompletion(words),
      zsh: zshCompletion(words),
      fish: fishCompletion(words),
    })) {
      expect(text, shell).not.toMatch(/[^\n -~\ufffd]/);
      const file = join(folder, `hostile.${shell}`);
      writeFileSync(file, text);
      const loads = {
        bash: `. ${file}`,
        zsh: `autoload -Uz compinit; compinit -u -D; . ${file}`,
        fish: `source ${file}`,
      }[shell];
      const { error, stderr } = spawnSync(shell, ["-c", loads ?? ""], { cwd, encoding: "utf8" });
      if (error === undefined) expect([shell, stderr]).toEqual([shell, ""]);
      if (error === undefined)
        expect(readdirSync(cwd).sort()).toEqual(["icp.yaml", "plan.json", "plans", "two words.json"]);
    }
    for (const shell of SHELLS) expect(printed(shell), shell).not.toMatch(/[^\n -~]/);
  });

  it("is for a shell that is known", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", "completion", "fis"], {
      encoding: "utf8",
      env,
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/bash, zsh or fish.*"fis".*fish/);
  });
});
