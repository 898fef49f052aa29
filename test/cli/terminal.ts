/** Runs the command in this process, with everything it reads and writes in hand. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Io } from "../../src/cli/io";
import { run } from "../../src/cli/run";
import { formats } from "../../src/report";

export const repository = resolve(__dirname, "../..");

/** The formats, as a sentence lists them. */
export const EXPECTED_FORMATS = Object.keys(formats)
  .join(", ")
  .replace(/, (?=[^,]*$)/, " or ");

/** The preview of an example program. */
export const preview = (name: string): string => join(repository, "examples", name, "preview.json");

/** An empty folder outside of the repository, so that no register is found. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "alicloud-icp-"));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Around {
  readonly cwd?: string;
  readonly env?: Io["env"];
  readonly stdin?: string | Uint8Array;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly threads?: Io["threads"];
  /** The moment; noon of 25 November 2026 in China where it is not said. */
  readonly now?: string;
}

/** Runs `alicloud-icp` with these arguments on 25 November 2026, in an empty folder unless said otherwise. */
export async function cli(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const { cwd = emptyFolder(), env = {}, stdin = "", isTTY, columns, threads, now = "2026-11-25T04:00:00Z" } = around;
  let out = "";
  let err = "";
  const code = await run({
    argv,
    env,
    cwd,
    stdin: () => Promise.resolve(Buffer.from(stdin)),
    stdout: { write: (text) => (out += text), isTTY, columns },
    stderr: { write: (text) => (err += text), isTTY, columns },
    now: () => new Date(now),
    threads,
  });
  return { code, out, err };
}

export const bytesOf = (name: string): Uint8Array => readFileSync(preview(name));
