/** What is in order: hosts that satisfy the filing rules, and of which no open finding speaks. */
import { plainLine } from "../base/plain";
import type { Language } from "../messages";
import { joinClauses } from "../messages/punctuation";
import { nameOfUrn } from "../names/urn";
import { isExcused } from "./format";
import { placeText } from "./where";
import type { Report, ReportApex, ReportExposure } from "./types";

/** A host on an entry that is in order. */
export interface InOrder {
  readonly apex: ReportApex;
  readonly exposure: ReportExposure;
}

/** The hosts in order, wherever they are served, by domain, in the order of the report. */
export function inOrderOf({ apexes, findings }: Report): InOrder[] {
  const open = new Set(findings.filter((finding) => !isExcused(finding)).flatMap(({ hosts }) => hosts));
  return apexes.flatMap((apex) => {
    const isDoubtful = ({ verdict }: ReportExposure): boolean => verdict === "violation" || verdict === "undetermined";
    const doubtful = new Set(apex.exposures.filter(isDoubtful).map(({ host }) => host));
    const inOrder = apex.exposures.filter(
      ({ host, verdict }) => verdict === "satisfied" && host !== "" && !open.has(host) && !doubtful.has(host),
    );
    // Several records may lead to one entry.
    const ways = new Map(inOrder.map((exposure) => [`${exposure.host} ${exposure.entry ?? ""}`, exposure]));
    return [...ways.values()].map((exposure) => ({ apex, exposure }));
  });
}

/** In one line: the host, its entry, where that is, and the number it is filed under. */
export function inOrderText({ apex, exposure }: InOrder, language: Language): string {
  const { host, entry, place } = exposure;
  const number = apex.filing?.number ?? undefined;
  const way = entry === null ? host : `${host} → ${nameOfUrn(entry)}`;
  return plainLine(joinClauses(language, [way, placeText(place, language), ...(number === undefined ? [] : [number])]));
}
