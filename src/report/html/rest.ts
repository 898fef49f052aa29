/** What could not be decided, and what is in order. */
import { markup, named, type Markup } from "../markup";
import { inOrderOf } from "../in-order";
import type { ReportFinding } from "../types";
import { nameAmong } from "../stacks";
import { placeText } from "../where";
import { tableOf, type PagePen } from "./pen";

export function undecidedPart(pen: PagePen): Markup {
  const { report, say, listed } = pen;
  const ids = new Map(listed.map(({ finding, id }) => [finding, id]));
  const undecided = report.findings.filter(({ verdict }) => verdict === "undetermined");
  const told = (finding: ReportFinding): Markup => {
    const id = ids.get(finding);
    const says = markup`<bdi>${finding.message}</bdi>`;
    return id === undefined ? says : markup`<a href="#${id}">${says}</a>`;
  };
  return markup`<section id="undecided" aria-labelledby="undecided-title">
<h2 id="undecided-title">${say("page.undecided")}</h2>
${
  undecided.length === 0 && report.limits.length === 0
    ? markup`<p>${say("page.nothing-undecided")}</p>`
    : [
        undecided.length > 0 && markup`<ul>${undecided.map((finding) => markup`<li>${told(finding)}</li>\n`)}</ul>`,
        report.limits.length > 0 &&
          markup`<h3>${say("page.notes")}</h3><ul>${report.limits.map(({ message }) => markup`<li><bdi>${message}</bdi></li>\n`)}</ul>`,
      ]
}
</section>
`;
}

export function inOrderPart(pen: PagePen): Markup {
  const { report, say, language } = pen;
  const rows = inOrderOf(report).map(({ apex: { filing }, exposure: { host, entry, place } }) => [
    named(host),
    entry === null ? "—" : markup`<code>${named(nameAmong(report, entry, language))}</code>`,
    placeText(place, language),
    filing?.number ? named(filing.number) : say("page.no-number"),
  ]);
  const heads = [say("page.host"), say("page.entry"), say("page.place"), say("page.number")];
  return markup`<section id="in-order" aria-labelledby="in-order-title">
<h2 id="in-order-title">${say("page.in-order")}</h2>
${rows.length === 0 ? markup`<p>${say("page.nothing-in-order")}</p>` : tableOf(say("page.in-order"), heads, rows)}
</section>
`;
}
