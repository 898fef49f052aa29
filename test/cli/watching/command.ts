/** The built command as a process that goes on, with what it says and a program that may be changed. */
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, repository } from "../terminal";

/** The day on which tests judge. */
export const ON_THE_DAY = ["--now", "2026-11-25"] as const;
export const BUNDLE = join(repository, "dist", "cli.js");

/** A copy of an example in a repository of its own, with the packages of this one. */
export function programFrom(example: string): string {
  const folder = join(emptyFolder(), example);
  cpSync(join(repository, "examples", example), folder, { recursive: true });
  mkdirSync(join(folder, ".git"));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}

export class Going {
  out = "";
  err = "";
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;
  private look: () => void = () => undefined;
  private read = { out: 0, err: 0 };

  /** `onTerminal`: with a terminal for all that it reads and writes; all of it is then in `out`. */
  constructor(argv: readonly string[], cwd: string, { env = {}, onTerminal = false }: GoingOptions = {}) {
    const command = [process.execPath, BUNDLE, ...argv];
    const [program = "", ...rest] = onTerminal ? ["script", "-qec", `exec ${command.join(" ")}`, "/dev/null"] : command;
    this.child = spawn(program, rest, {
      cwd,
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"], TMPDIR: process.env["TMPDIR"], LANG: "C", ...env },
    });
    for (const name of ["out", "err"] as const) {
      this.child[`std${name}`]?.setEncoding("utf8").on("data", (text: string) => {
        this[name] += text;
        this.look();
      });
    }
    this.ended = new Promise((resolve) => {
      this.child.once("close", (code) => {
        resolve(code);
        this.look();
      });
    });
  }

  /** Waits until it has said something that fits, after all that has been waited for, and gives what it said up to that. */
  async says(form: RegExp, where: "out" | "err" = "out"): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const text = this[where].slice(this.read[where]);
        const found = form.exec(text);
        if (found) {
          const end = found.index + found[0].length;
          this.read[where] += end;
          this.look = () => undefined;
          resolve(text.slice(0, end));
        } else if (this.child.exitCode !== null) {
          reject(new Error(`it ended and did not say ${String(form)}: ${this.out}${this.err}`));
        }
      };
      this.look = look;
      look();
    });
  }

  /** Stops it as Ctrl-C does, and gives the code with which it ends. */
  async stop(): Promise<number | null> {
    this.child.kill("SIGINT");
    return this.ended;
  }

  type(keys: string): void {
    this.child.stdin?.write(keys);
  }

  end(): Promise<number | null> {
    return this.ended;
  }

  kill(): void {
    this.child.kill("SIGKILL");
  }
}

interface GoingOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly onTerminal?: boolean;
}
