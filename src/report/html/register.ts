/** The register: what it says of each filing, and what became of its waivers. */
import { joinMarkup, markup, named, type Markup, type Piece } from "../markup";
import type { ReportFiling, ReportFilingServer, ReportRegisterWaiver } from "../types";
import { given, lastDay, tableOf, wordFor, type PagePen } from "./pen";

export function registerPart(pen: PagePen): Markup {
  const { say, report } = pen;
  const { found, file, asOf, stale, filings, waivers } = report.register;
  return markup`<section id="register" aria-labelledby="register-title">
<h2 id="register-title">${say("page.register")}</h2>
<p>${found ? markup`<bdi>${say("page.register-of", { file: file ?? "", asOf: asOf ?? "" })}</bdi>` : say("page.no-register")}${
    stale && markup` <span class="mark violation">${say("page.stale")}</span>`
  }</p>
${filings.length > 0 && filingTable(filings, pen)}
${waivers.length > 0 && waiverTable(waivers, pen)}
</section>
`;
}

const filingTable = (filings: readonly ReportFiling[], pen: PagePen): Markup =>
  tableOf(
    pen.say("page.filings"),
    [
      pen.say("page.domain"),
      pen.say("page.state"),
      pen.say("page.number"),
      pen.say("page.entity"),
      pen.say("page.providers"),
      pen.say("page.servers"),
      pen.say("page.days"),
    ],
    filings.map((filing) => [
      named(filing.domain),
      wordFor(pen, "filing", filing.status),
      numbersOf(filing, pen),
      given(pen, filing.entity),
      providersOf(filing, pen),
      listOf(filing.servers.map((server) => serverOf(server, pen))),
      listOf([
        [pen.say("page.expires"), " ", lastDay(pen, filing.domainExpiresOn)],
        [pen.say("page.approved"), " ", dayOrNone(pen, filing.approvedAt)],
      ]),
    ]),
  );

/** The number of the filing, and that of the public-security filing where there is one. */
const numbersOf = ({ number, psbNumber }: ReportFiling, pen: PagePen): Piece =>
  psbNumber === null ? given(pen, number) : listOf([given(pen, number), [pen.say("page.psb"), " ", named(psbNumber)]]);

const dayOrNone = (pen: PagePen, day: string | null): Piece =>
  day === null ? given(pen, day) : markup`<time datetime="${day}">${day}</time>`;

const listOf = (items: readonly Piece[]): Piece =>
  items.length === 0 ? "—" : markup`<ul class="bare">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;

function providersOf({ accessProviders }: ReportFiling, pen: PagePen): Piece {
  if (accessProviders === null) return given(pen, null);
  return listOf(
    accessProviders.map(({ name, status }) => [
      named(name),
      status !== "active" && markup` (${wordFor(pen, "provider", status)})`,
    ]),
  );
}

/** `ecs *::web-1 (shop/prod), expires …` */
function serverOf({ product, id, resource, stack, expiresOn }: ReportFilingServer, pen: PagePen): Piece {
  const name = id ?? resource;
  return [
    markup`${named(product)}`,
    name !== null && markup` <code>${named(name)}</code>`,
    stack !== null && markup` (${named(stack)})`,
    expiresOn !== null && [" · ", pen.say("page.ends"), " ", lastDay(pen, expiresOn)],
  ];
}

const waiverTable = (waivers: readonly ReportRegisterWaiver[], pen: PagePen): Markup =>
  tableOf(
    pen.say("page.waivers"),
    [
      pen.say("page.rule"),
      pen.say("page.holds-for"),
      pen.say("page.reason"),
      pen.say("page.owner"),
      pen.say("page.until"),
      pen.say("page.state"),
    ],
    waivers.map((waiver) => [
      markup`<code>${waiver.rule}</code>`,
      scopeOf(waiver, pen),
      named(waiver.reason),
      given(pen, waiver.owner),
      lastDay(pen, waiver.until),
      wordFor(pen, "waiver-state", waiver.state),
    ]),
  );

function scopeOf({ host, apex, resource, stack }: ReportRegisterWaiver, pen: PagePen): Piece {
  const parts = [host, apex, resource, stack].filter((part) => part !== null);
  return parts.length === 0 ? pen.say("page.everything") : joinMarkup(parts.map(named), " · ");
}
