/** `alicloud-icp report`: renders a report that was saved as JSON. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { decode } from "../base/decode";
import { codeOf, InputError } from "../base/errors";
import { LANGUAGES } from "../messages";
import { inLanguage } from "../report/texts";
import type { Report } from "../report/types";
import { choice, EXIT, type Exit } from "./errors";
import { isFailed, thresholdOf } from "./fail-on";
import { Progress, type Io } from "./io";
import { readersOf, SHOW, writeReport, type ReadingOptions } from "./render";

export interface ReportCommandOptions extends ReadingOptions {
  readonly failOn?: readonly string[] | undefined;
}

/** Writes a saved report in other formats or another language; it fails as `check` does where `--fail-on` asks for that. */
export async function renderReport(path: string, options: ReportCommandOptions, io: Io): Promise<Exit> {
  const threshold = options.failOn === undefined ? undefined : await thresholdOf(options.failOn);
  const lang = options.lang === undefined ? undefined : await choice("--lang", options.lang, LANGUAGES);
  for (const one of options.show ?? []) await choice("--show", one, SHOW);
  const readers = await readersOf(options);
  const progress = new Progress(io.stderr, options.quiet !== true);
  try {
    progress.say(`reading ${path === "-" ? "standard input" : path}`);
    const saved = await readReport(path, io);
    const language = lang ?? saved.language;
    const look = { ...options, language, failOn: threshold?.from ?? ("mandatory" as const) };
    writeReport(inLanguage(saved, language), readers, { look, inputs: [path], progress }, io);
    return threshold && isFailed(saved, threshold) ? EXIT.findings : EXIT.ok;
  } finally {
    progress.clear();
  }
}

const EXPECTED = "expected the JSON that alicloud-icp check --format json writes";

async function readReport(path: string, io: Io): Promise<Report> {
  const file = path === "-" ? "standard input" : path;
  const value = parse(decode(await bytesOf(path, io), file, "JSON in UTF-8"), file);
  const version = isObject(value) ? value["schemaVersion"] : undefined;
  if (version !== undefined && version !== 1) {
    const problem = `expected 1; found ${JSON.stringify(version)}: use the alicloud-icp that wrote the report`;
    throw new InputError(problem, { file, key: "schemaVersion" });
  }
  const { reportSchema } = await import("../report/schema.js");
  const parsed = reportSchema.safeParse(value, { jitless: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  throw new InputError(`is no report of this version; ${EXPECTED}`, { file, key: key?.replace(/^\./, "") });
}

async function bytesOf(path: string, io: Io): Promise<Uint8Array> {
  if (path === "-") return io.stdin();
  try {
    return readFileSync(resolve(io.cwd, path));
  } catch (error) {
    const code = codeOf(error);
    throw new InputError(`${code === "ENOENT" ? "does not exist" : `cannot be read (${code})`}; ${EXPECTED}`, {
      file: path,
    });
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`is no JSON; ${EXPECTED}`, { file });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
