/** `alicloud-icp report`: renders a report that was saved as JSON. */
import { InputError } from "../input/error";
import { readNamed } from "../input/files";
import { LANGUAGES, message, render } from "../messages";
import { keyText, type KeyPath } from "../register/yaml";
import { countsOf } from "../report/report";
import { inLanguage } from "../report/texts";
import type { Report } from "../report/types";
import { statementOf } from "../vocabulary/statements";
import { choice, EXIT, type Exit } from "./errors";
import { isFailed, thresholdOf } from "./fail-on";
import { fileName, Progress, type Io } from "./io";
import { isJsonObject, parseOwnFile } from "../input/json-file";
import { wantedOutputs } from "./outputs";
import { SHOW, writeReport, type ReadingOptions } from "./render";

export interface ReportCommandOptions extends ReadingOptions {
  readonly failOn?: readonly string[] | undefined;
}

/** Writes a saved report in other formats or another language; it fails as `check` does where `--fail-on` asks for that. */
export async function renderReport(path: string, options: ReportCommandOptions, io: Io): Promise<Exit> {
  const threshold = options.failOn === undefined ? undefined : await thresholdOf(options.failOn);
  for (const one of options.show ?? []) await choice("--show", one, SHOW);
  const outputs = await wantedOutputs(options.format ?? [], options.output);
  const progress = new Progress(io, options.quiet !== true);
  try {
    progress.say("cli.reading", { what: fileName(path) });
    const saved = await readReport(path, io);
    // A saved report has a language of its own; only who asks for another one gets it.
    const language = options.lang === undefined ? saved.language : io.language;
    const look = { ...options, language, failOn: threshold?.from ?? ("mandatory" as const) };
    writeReport(inLanguage(saved, language), outputs, { look, inputs: [path], progress }, io);
    return threshold && isFailed(saved, threshold) ? EXIT.findings : EXIT.ok;
  } finally {
    progress.clear();
  }
}

const EXPECTED = message("expected.report", {});

async function readReport(path: string, io: Io): Promise<Report> {
  const file = path === "-" ? render(io.language, "cli.standard-input") : path;
  const bytes = path === "-" ? await io.stdin() : readNamed(path, io.cwd, EXPECTED);
  const value = parseOwnFile(bytes, file, EXPECTED);
  const version = isJsonObject(value) ? value["schemaVersion"] : undefined;
  if (version !== undefined && version !== 1) {
    const remedy = message("input.use-own-version", {});
    const problem = message("input.version", { expected: 1, found: JSON.stringify(version), remedy });
    throw new InputError(problem, { file, key: "schemaVersion" });
  }
  const { reportSchema } = await import("../report/schema.js");
  const read = (one: unknown) => reportSchema.safeParse(one, { jitless: true });
  const written = withSources(value);
  const parsed = read(written);
  // A later version may say more; none of what this one knows may be missing.
  const known = parsed.success ? parsed : read(without(written, parsed.error.issues));
  if (!known.success) {
    const [issue] = known.error.issues;
    throw new InputError(message("input.no-report", { expected: EXPECTED }), {
      file,
      key: issue && keyText(issue.path as KeyPath),
    });
  }
  refuseChanged(known.data, file);
  return known.data;
}

/**
 * A report whose statements have each source by itself: the first ones had all in one text. What this version knows of a
 * statement's sources tells more than such a text, which is one source of no day.
 */
function withSources(report: unknown): unknown {
  if (!isJsonObject(report) || !Array.isArray(report["rules"])) return report;
  const language = LANGUAGES.find((one) => one === report["language"]) ?? "en";
  const sourced = (statement: unknown): unknown => {
    if (!isJsonObject(statement) || typeof statement["source"] !== "string" || "sources" in statement) return statement;
    const known = statementOf(String(statement["id"]), language);
    const sources = [{ name: statement["source"], date: null }];
    return { ...statement, date: null, sources, ...known, text: statement["text"] };
  };
  const ruled = (rule: unknown): unknown =>
    isJsonObject(rule) && Array.isArray(rule["statements"])
      ? { ...rule, statements: rule["statements"].map(sourced) }
      : rule;
  return { ...report, rules: report["rules"].map(ruled) };
}

type Issues = readonly {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}[];

/** The value without the keys that nobody knows. */
function without(value: unknown, issues: Issues): unknown {
  const copy: unknown = structuredClone(value);
  for (const { code, path, keys = [] } of issues) {
    if (code !== "unrecognized_keys") continue;
    let at = copy;
    for (const key of path) at = isJsonObject(at) ? at[String(key)] : undefined;
    if (isJsonObject(at)) for (const key of keys) Reflect.deleteProperty(at, key);
  }
  return copy;
}

/** Who has changed a report by hand may have taken something away. */
function refuseChanged(report: Report, file: string): void {
  if (JSON.stringify(countsOf(report.findings)) === JSON.stringify(report.summary.findings)) return;
  throw new InputError(message("input.report-changed", {}), { file, key: "summary.findings" });
}
