/** A table for spreadsheets and lists of work, as RFC 4180 has it. */
import { groupBy } from "../../base/collections";
import { plainLine } from "../../base/plain";
import type { Format } from "../format";
import { spotOf, type Spot } from "../place";
import { urnsOnWay } from "../resources";
import { linkFor } from "../telling";
import type { Report, ReportApex, ReportExposure, ReportFinding } from "../types";

type Cell = string | number | undefined;

/** What a row is made of: a finding, and one of its hosts or of the resources by which unknown ones are served. */
interface Row {
  readonly finding: ReportFinding;
  readonly host: string;
  /** Through which the host is served. */
  readonly resource: Partial<NonNullable<ReportFinding["resource"]>> | undefined;
  /** Undefined where the finding stands at another host's. */
  readonly spot: Spot | undefined;
  readonly apex: ReportApex | undefined;
}

/** The domains by name, and how hosts are served. */
interface Served {
  readonly apexes: ReadonlyMap<string, ReportApex>;
  readonly byHost: ReadonlyMap<string, readonly ReportExposure[]>;
}

/** The columns, by their names, which are the same in every language: who reads the file looks them up. */
const COLUMNS: Readonly<Record<string, (row: Row, report: Report) => Cell>> = {
  rule: ({ finding }) => finding.rule,
  verdict: ({ finding }) => finding.verdict,
  level: ({ finding }) => finding.level,
  domain: ({ finding }) => finding.apex,
  host: ({ host }) => host,
  resource: ({ resource }) => resource?.name,
  type: ({ resource }) => resource?.type,
  file: ({ spot }) => spot?.file,
  line: ({ spot }) => spot?.line,
  message: ({ finding }) => finding.message,
  remedy: ({ finding }) => firstRemedy(finding),
  state: ({ apex }) => apex?.state,
  number: ({ apex }) => apex?.filing?.number ?? undefined,
  waived_until: ({ finding }) => finding.waiver?.until,
  baseline: ({ finding }) => (finding.baseline ? "yes" : "no"),
  fingerprint: ({ finding }) => finding.fingerprint,
  plan: ({ finding }) => finding.plan,
  link: ({ finding }, report) => linkFor(finding, report),
};

/** What to do first, with lines to paste in one line. */
function firstRemedy({ remedies: [first] }: ReportFinding): string | undefined {
  return first && [first.text, ...(first.snippet?.split("\n") ?? []).map((line) => line.trim())].join(" ");
}

/** Without it Excel takes the file for one of its own country's encoding, and shows no Chinese. */
const BOM = "\ufeff";

/** All findings, excused ones too: a row for each host, and one for a finding that is about none. */
export const csv: Format = (report) => {
  const served: Served = {
    apexes: new Map(report.apexes.map((apex) => [apex.apex, apex])),
    byHost: groupBy(
      report.apexes.flatMap(({ exposures }) => exposures),
      ({ host }) => host,
    ),
  };
  const rows = report.findings.flatMap((finding) => rowsOf(finding, served));
  const lines = [Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row, report)))];
  return BOM + lines.map((cells) => `${cells.map(written).join(",")}\r\n`).join("");
};

function rowsOf(finding: ReportFinding, { apexes, byHost }: Served): Row[] {
  const { hosts, unnamed = [], resource, host: first, urn } = finding;
  const apex = apexes.get(finding.apex ?? "");
  const spot = spotOf(finding);
  const about = new Map(finding.resources.map((one) => [one.urn, one]));
  const rows = [
    ...hosts.map((host): Row => {
      if (host === first) return { finding, apex, host, resource, spot };
      const ways = (byHost.get(host) ?? []).flatMap(urnsOnWay).filter((one) => about.has(one));
      const other = ways.find((one) => one === urn) ?? ways[0] ?? "";
      return { finding, apex, host, resource: about.get(other), spot: !resource || other === urn ? spot : undefined };
    }),
    ...unnamed.map((name): Row => {
      const isOwn = !resource || name === resource.name || hosts.length === 0;
      return { finding, apex, host: "", resource: { name }, spot: isOwn ? spot : undefined };
    }),
  ];
  return rows.length > 0 ? rows : [{ finding, apex, host: "", resource, spot }];
}

/** What spreadsheets take for a formula where a cell begins with it, in full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

function written(cell: Cell = ""): string {
  const text = plainLine(String(cell));
  const safe = typeof cell === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
