/** The file of accepted findings: one line each, to be reviewed as code is. */
import { message } from "../messages";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { InputError } from "../input/error";
import { readNamed } from "../input/files";
import { plainJson } from "../base/plain";
import { Baseline, type Accepted } from "../judging/accepted";
import type { Io } from "./io";
import { isJsonObject, parseOwnFile } from "../input/json-file";

/** What a baseline is called where nobody says otherwise. */
export const BASELINE_NAME = "icp-baseline.json";

const VERSION = 1;
const KEYS: readonly (keyof Accepted)[] = ["stack", "rule", "level", "says", "about"];

/** The accepted findings of a file. Throws an `InputError` for one that is no baseline. */
export const openBaseline = (path: string, io: Pick<Io, "cwd">): Baseline => new Baseline(readBaseline(path, io));

const EXPECTED = message("expected.baseline", {});

/** The findings that a file holds; none where it does not exist and may be missing. Throws an `InputError`. */
export function readBaseline(path: string, { cwd }: Pick<Io, "cwd">, mayBeMissing = false): readonly Accepted[] {
  if (mayBeMissing && !existsSync(resolve(cwd, path))) return [];
  return acceptedIn(parseOwnFile(readNamed(path, cwd, EXPECTED), path, EXPECTED), path);
}

function acceptedIn(value: unknown, file: string): readonly Accepted[] {
  if (!isJsonObject(value) || value["tool"] !== "alicloud-icp" || !Array.isArray(value["findings"])) {
    throw new InputError(message("input.no-baseline", { expected: EXPECTED }), { file });
  }
  if (value["version"] !== VERSION) {
    const remedy = message("input.write-baseline-anew", {});
    const problem = message("input.version", { expected: VERSION, found: JSON.stringify(value["version"]), remedy });
    throw new InputError(problem, { file, key: "version" });
  }
  return value["findings"].map((one: unknown, at): Accepted => {
    if (!isJsonObject(one))
      throw new InputError(message("input.expected", { expected: message("expected.object", {}) }), {
        file,
        key: `findings[${at}]`,
      });
    for (const key of KEYS) {
      if (typeof one[key] !== "string")
        throw new InputError(message("input.baseline-text", {}), { file, key: `findings[${at}].${key}` });
    }
    const { stack, rule, level, says, apex, about, with: words, count } = one as unknown as Accepted;
    return {
      stack,
      rule,
      level: level === "mandatory" ? level : "advisory",
      says,
      ...(typeof apex === "string" && { apex }),
      about,
      ...(isJsonObject(words) && { with: sorted(words) }),
      ...(typeof count === "number" && { count }),
    };
  });
}

/** The text of a file; the same findings give the same bytes. */
export function baselineText(accepted: readonly Accepted[]): string {
  const rows = accepted.map((one) => `    ${plainJson(JSON.stringify(ordered(one)))}`);
  const findings = rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "tool": "alicloud-icp",\n  "findings": ${findings}\n}\n`;
}

/** By name, as they are compared. */
const sorted = (words: Record<string, unknown>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(words)
      .map(([name, value]) => [name, String(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The keys of a finding as they stand in the file. */
const ordered = ({ stack, rule, level, says, apex, about, with: words, count }: Accepted): Accepted => ({
  stack,
  rule,
  level,
  says,
  ...(apex !== undefined && { apex }),
  about,
  ...(words && { with: words }),
  ...(count !== undefined && { count }),
});
