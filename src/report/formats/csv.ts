/** A table for spreadsheets and lists of work, as RFC 4180 has it. */
import { plainLine } from "../../base/plain";
import type { Format } from "../format";
import { spotOf } from "../place";
import type { Report, ReportFinding } from "../types";

type Cell = string | number | undefined;

/** What a row is made of: a finding, and one of its hosts or of the resources by which unknown ones are served. */
interface Row {
  readonly finding: ReportFinding;
  readonly host: string;
  readonly unnamed?: string;
  readonly apex: Report["apexes"][number] | undefined;
}

/** The columns, by their names, which are the same in every language: who reads the file looks them up. */
const COLUMNS: Readonly<Record<string, (row: Row) => Cell>> = {
  rule: ({ finding }) => finding.rule,
  verdict: ({ finding }) => finding.verdict,
  level: ({ finding }) => finding.level,
  domain: ({ finding }) => finding.apex,
  host: ({ host }) => host,
  resource: ({ finding, unnamed }) => unnamed ?? finding.resource?.name,
  type: ({ finding, unnamed }) => (unnamed === undefined ? finding.resource?.type : undefined),
  file: ({ finding }) => spotOf(finding).file,
  line: ({ finding }) => spotOf(finding).line,
  message: ({ finding }) => finding.message,
  remedy: ({ finding }) => finding.remedies[0]?.text,
  state: ({ apex }) => apex?.state,
  number: ({ apex }) => apex?.filing?.number ?? undefined,
  waived_until: ({ finding }) => finding.waiver?.until,
  baseline: ({ finding }) => (finding.baseline ? "yes" : "no"),
  fingerprint: ({ finding }) => finding.fingerprint,
  plan: ({ finding }) => finding.plan,
};

/** Without it Excel takes the file for one of its own country's encoding, and shows no Chinese. */
const BOM = "\ufeff";

/** All findings, excused ones too: a row for each host, and one for a finding that is about none. */
export const csv: Format = (report) => {
  const apexes = new Map(report.apexes.map((apex) => [apex.apex, apex]));
  const rows = report.findings.flatMap((finding) => rowsOf(finding, apexes.get(finding.apex ?? "")));
  const lines = [Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row)))];
  return BOM + lines.map((cells) => `${cells.map(written).join(",")}\r\n`).join("");
};

function rowsOf(finding: ReportFinding, apex: Row["apex"]): Row[] {
  const { hosts, unnamed = [] } = finding;
  const rows = [
    ...hosts.map((host) => ({ finding, apex, host })),
    ...unnamed.map((name) => ({ finding, apex, host: "", unnamed: name })),
  ];
  return rows.length > 0 ? rows : [{ finding, apex, host: "" }];
}

/** What spreadsheets take for a formula where a cell begins with it, in full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

function written(cell: Cell = ""): string {
  const text = plainLine(String(cell));
  const safe = typeof cell === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
