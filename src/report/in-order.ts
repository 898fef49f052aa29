/** What is in order: hosts that satisfy the filing rules, and of which no finding speaks, excused or not. */
import { plainLine } from "../base/plain";
import type { Language } from "../messages";
import { joinClauses } from "../messages/punctuation";
import { lacksFilingRules } from "./format";
import { urnsOf, urnsOnWay } from "./resources";
import { nameAmong } from "./stacks";
import { verifiedNote } from "./telling";
import { placeText } from "./where";
import type { Report, ReportApex, ReportExposure } from "./types";

/** A host on an entry that is in order. */
export interface InOrder {
  readonly apex: ReportApex;
  readonly exposure: ReportExposure;
}

/** The hosts in order, wherever they are served, by domain, in the order of the report. */
export function inOrderOf(report: Report): InOrder[] {
  if (lacksFilingRules(report)) return [];
  const { apexes, findings } = report;
  const hosts = new Set(findings.flatMap((finding) => finding.hosts));
  const domains = new Set(findings.flatMap((finding) => (finding.hosts.length === 0 ? (finding.apex ?? []) : [])));
  const urns = new Set(findings.flatMap(urnsOf));
  const isFree = (exposure: ReportExposure): boolean =>
    !hosts.has(exposure.host) && !urnsOnWay(exposure).some((urn) => urns.has(urn));
  return apexes.flatMap((apex) => {
    if (domains.has(apex.apex)) return [];
    const isDoubtful = (exposure: ReportExposure): boolean =>
      exposure.verdict === "violation" || exposure.verdict === "undetermined" || !isFree(exposure);
    const doubtful = new Set(apex.exposures.filter(isDoubtful).map(({ host }) => host));
    const inOrder = apex.exposures.filter(
      ({ host, verdict }) => verdict === "satisfied" && host !== "" && !doubtful.has(host),
    );
    // Several records may lead to one entry.
    const ways = new Map(inOrder.map((exposure) => [`${exposure.host} ${exposure.entry ?? ""}`, exposure]));
    return [...ways.values()].map((exposure) => ({ apex, exposure }));
  });
}

/** In one line: the host, its entry, where that is, the number it is filed under, and what the cloud said of that. */
export function inOrderText({ apex, exposure }: InOrder, report: Report, language: Language): string {
  const { host, entry, place } = exposure;
  const way = entry === null ? host : `${host} → ${nameAmong(report, entry, language)}`;
  const filed = [apex.filing?.number, verifiedNote(apex.filing?.verified, language)];
  return plainLine(joinClauses(language, [way, placeText(place, language), ...filed.filter((one) => one != null)]));
}
