/** What could not be decided, and what is in order. */
import { nameOfUrn } from "../../names/urn";
import { markup, named, type Markup } from "../markup";
import { placeText } from "../picture/model";
import type { Report } from "../types";
import { stateOfFinding, tableOf, type Pen } from "./pen";

export function undecidedPart(pen: Pen): Markup {
  const { report, say, listed } = pen;
  const undecided = listed.filter(({ finding }) => finding.verdict === "undetermined");
  return markup`<section id="undecided" aria-labelledby="undecided-title">
<h2 id="undecided-title">${say("page.undecided")}</h2>
${
  undecided.length === 0 && report.limits.length === 0
    ? markup`<p>${say("page.nothing-undecided")}</p>`
    : [
        undecided.length > 0 &&
          markup`<ul>${undecided.map(({ finding, id }) => markup`<li><a href="#${id}"><bdi>${finding.message}</bdi></a></li>\n`)}</ul>`,
        report.limits.length > 0 &&
          markup`<h3>${say("page.notes")}</h3><ul>${report.limits.map(({ message }) => markup`<li><bdi>${message}</bdi></li>\n`)}</ul>`,
      ]
}
</section>
`;
}

export function inOrderPart(pen: Pen): Markup {
  const { report, say, language } = pen;
  const rows = satisfiedIn(report).map(({ host, entry, place, number }) => [
    named(host),
    entry === null ? "—" : markup`<code>${named(nameOfUrn(entry))}</code>`,
    placeText(language, place),
    number === null ? say("page.no-number") : named(number),
  ]);
  const heads = [say("page.host"), say("page.entry"), say("page.place"), say("page.number")];
  return markup`<section id="in-order" aria-labelledby="in-order-title">
<h2 id="in-order-title">${say("page.in-order")}</h2>
${rows.length === 0 ? markup`<p>${say("page.nothing-in-order")}</p>` : tableOf(say("page.in-order"), heads, rows)}
</section>
`;
}

/** The hosts that the filing rules are content with wherever they are served, and that no open finding names. */
function satisfiedIn({ apexes, findings }: Report) {
  const open = findings.filter((finding) => stateOfFinding(finding) === "open");
  const found = new Set(open.flatMap(({ hosts }) => hosts));
  return apexes.flatMap(({ exposures, filing }) => {
    const doubtful = new Set(
      exposures.filter(({ verdict }) => verdict === "violation" || verdict === "undetermined").map(({ host }) => host),
    );
    const good = exposures.filter(
      ({ host, verdict }) => verdict === "satisfied" && host !== "" && !found.has(host) && !doubtful.has(host),
    );
    const rows = good.map(({ host, entry, place }) => ({ host, entry, place, number: filing?.number ?? null }));
    return [...new Map(rows.map((row) => [JSON.stringify([row.host, row.entry, row.place]), row])).values()];
  });
}
