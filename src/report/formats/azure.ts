/** Issues of Azure Pipelines: commands to the log, which its summary lists. */
import { plainLine } from "../../base/plain";
import type { Language } from "../../messages";
import { openOf, wantingLimits, type Format } from "../format";
import { spotOf } from "../place";
import { resultText } from "../result";
import { severityOf } from "../severity";
import { messageLines } from "../telling";
import type { Report, ReportFinding } from "../types";

/** What makes the report wanting, the open findings, in the order of the report, then the result. */
export const azure: Format = (report, options) => {
  const open = openOf(report, options);
  if (options.quiet && open.length === 0) return "";
  const wanting = options.quiet ? [] : wantingLimits(report);
  return [
    ...wanting.map(({ message }) => `##vso[task.logissue type=warning]${escaped(plainLine(message))}`),
    ...open.map((finding) => issue(finding, report, options.language)),
    resultText(report, options.language),
  ]
    .map((line) => `${line}\n`)
    .join("");
};

/** Azure knows errors and warnings only. */
function issue(finding: ReportFinding, report: Report, language: Language): string {
  const { file, line, column } = spotOf(finding);
  const properties = {
    type: severityOf(finding) === "error" ? "error" : "warning",
    sourcepath: file,
    linenumber: line,
    columnnumber: column,
    code: finding.rule,
  };
  const given = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapedProperty(plainLine(String(value)))};`,
  );
  return `##vso[task.logissue ${given.join("")}]${messageLines(finding, report, language).map(escaped).join("%0A")}`;
}

const escaped = (text: string): string =>
  text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string): string => escaped(text).replaceAll("]", "%5D").replaceAll(";", "%3B");
