/** A domain: where its filing stands, how its hosts are served, and what was found. */
import { verifiedNote } from "../telling";
import { groupBy } from "../../base/collections";
import { markup, named, type Markup, type Piece } from "../markup";
import { MOST_NODES } from "../picture/collapse";
import { legendOf } from "../picture/legend";
import { pictureOf } from "../picture/model";
import { svgOf } from "../picture/svg";
import type { ReportApex, ReportExposure } from "../types";
import { nameAmong } from "../stacks";
import { placeText } from "../where";
import { findingSections } from "./finding";
import { placeId, tableOf, verdictMark, wordFor, type Listed, type PagePen } from "./pen";

/** In a page of more domains each is drawn with less: to lay out 60 boxes takes a third of the time that 100 take. */
const MANY_DOMAINS = 20;
const FEW_NODES = 60;

export function domainsPart(pen: PagePen): Markup {
  const { report, say, listed } = pen;
  const byApex = groupBy(listed, ({ finding }) => finding.apex);
  const shown = report.apexes.map((apex, at) => sectionOf(apex, at, byApex.get(apex.apex) ?? [], pen));
  const served = new Set<string | undefined>(report.apexes.map(({ apex }) => apex));
  // Domains that are only declared or deleted, and last what has no domain.
  const others = [...byApex].filter(([apex]) => !served.has(apex)).sort(([a], [b]) => Number(!a) - Number(!b));
  return markup`<section id="domains" aria-labelledby="domains-title">
<h2 id="domains-title">${say("page.domains")}</h2>
${report.apexes.length > 0 && legend(pen)}${shown}${others.map(([apex, own], at) => {
    const id = placeId("other", at);
    const title = apex === undefined ? say("report.no-apex") : named(apex);
    return markup`<section class="apex" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>${findingSections(own, pen)}</section>\n`;
  })}</section>
`;
}

/** What the signs of the pictures mean, once for all of them. */
function legend({ language, say }: PagePen): Markup {
  const { drawn, width } = legendOf(language);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="picture legend" role="img" aria-label="${say("page.legend")}" width="${Math.ceil(width) + 2}" height="18" viewBox="-1 0 ${Math.ceil(width) + 2} 18">${drawn}</svg>\n`;
}

function sectionOf(apex: ReportApex, at: number, own: readonly Listed[], pen: PagePen): Markup {
  const id = placeId("domain", at);
  const { say } = pen;
  return markup`<section class="apex" aria-labelledby="${id}">
<h3 id="${id}">${named(apex.apex)}</h3>
<p class="filing">${stateLine(apex, pen)}</p>
${pictureFor(apex, id, pen)}
${apex.exposures.length > 0 && markup`<details><summary>${say("page.served")}</summary>${exposureTable(apex, pen)}</details>`}
${findingSections(own, pen)}
</section>
`;
}

/** `filed · 浙ICP备12345678号-1 · aliyun` */
function stateLine({ state, filing }: ReportApex, pen: PagePen): Piece {
  const { say } = pen;
  const verified = verifiedNote(filing?.verified, pen.language);
  const providers = filing?.accessProviders?.map(({ name }) => name).join(", ");
  return [
    markup`<strong>${wordFor(pen, "filing", state)}</strong>`,
    filing && markup` · ${filing.number === null ? say("page.no-number") : named(filing.number)}`,
    typeof filing?.entity === "string" && markup` · ${named(filing.entity)}`,
    providers !== undefined && providers !== "" && markup` · ${named(providers)}`,
    verified !== undefined && markup` · ${named(verified)}`,
  ];
}

function pictureFor(apex: ReportApex, id: string, { report, language, say }: PagePen): Piece {
  const picture = pictureOf(report, language, [apex.apex]);
  if (picture.nodes.length === 0) return undefined;
  const label = say("page.picture", { apex: apex.apex });
  return markup`<div class="drawing">
<div class="zoom live"><button type="button" data-zoom="in" aria-label="${say("page.zoom-in")}">+</button><button type="button" data-zoom="out" aria-label="${say("page.zoom-out")}">−</button><button type="button" data-zoom="reset">${say("page.zoom-reset")}</button><span class="soft">${say("page.zoom-keys")}</span></div>
<div class="canvas" role="group" aria-label="${label}" tabindex="0">${svgOf(picture, { language, title: label, within: id, most: report.apexes.length > MANY_DOMAINS ? FEW_NODES : MOST_NODES })}</div>
</div>`;
}

const exposureTable = ({ apex, exposures }: ReportApex, pen: PagePen): Markup =>
  tableOf(
    pen.say("page.served"),
    [pen.say("page.host"), pen.say("page.entry"), pen.say("page.place"), pen.say("page.filing-rules")],
    served(exposures).map(({ host, entry, place, verdict }) => [
      host === "" ? pen.say("picture.unknown-host", { apex }) : named(host),
      entry === null ? "—" : markup`<code>${named(nameAmong(pen.report, entry, pen.language))}</code>`,
      placeText(place, pen.language),
      verdictMark(pen, verdict),
    ]),
  );

/** A host by several ways at one entry is served there once. */
function served(exposures: readonly ReportExposure[]): readonly ReportExposure[] {
  const keyOf = ({ host, entry, place, verdict }: ReportExposure): string =>
    JSON.stringify([host, entry, place, verdict]);
  return [...new Map(exposures.map((one) => [keyOf(one), one])).values()];
}
