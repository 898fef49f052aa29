/** The register: what it says of each filing, and what became of its waivers. */
import { verifiedNote } from "../telling";
import type { MessageId } from "../../messages";
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
${otherTables(pen)}${waivers.length > 0 && waiverTable(waivers, pen)}
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
    filings.map((filing) => {
      const verified = verifiedNote(filing.verified, pen.language);
      return [
        named(filing.domain),
        wordFor(pen, "filing", filing.status),
        numbersOf(filing, pen),
        given(pen, filing.entity),
        providersOf(filing, pen),
        listOf(filing.servers.map((server) => serverOf(server, pen))),
        listOf([
          [pen.say("page.expires"), " ", lastDay(pen, filing.domainExpiresOn)],
          [pen.say("page.approved"), " ", dayOrNone(pen, filing.approvedAt)],
          ...(verified === undefined ? [] : [named(verified)]),
        ]),
      ];
    }),
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

/** A table for each section that says something else. */
function otherTables(pen: PagePen): readonly Piece[] {
  const { say, report } = pen;
  const { accounts = [], entities = [], apps = [], externalDns = [], edges = [] } = report.register;
  const code = (glob: string | null): Piece => (glob === null ? given(pen, glob) : markup`<code>${named(glob)}</code>`);
  const word = (group: string, value: string | null): Piece =>
    value === null ? given(pen, value) : wordFor(pen, group, value);
  const table = (title: Section, heads: readonly Head[], rows: readonly (readonly Piece[])[]): Piece =>
    rows.length > 0 &&
    tableOf(
      say(`register.${title}`),
      heads.map((head) => say(`register.${head}`)),
      rows,
    );
  return [
    table(
      "accounts",
      ["id", "site", "entity", "oss"],
      accounts.map(({ id, site, entity, ossActivatedOn }) => [
        named(id),
        word("site", site),
        given(pen, entity),
        dayOrNone(pen, ossActivatedOn),
      ]),
    ),
    table(
      "entities",
      ["id", "type", "province"],
      entities.map(({ id, type, province }) => [named(id), given(pen, type), given(pen, province)]),
    ),
    table(
      "apps",
      ["app", "number", "status", "hosts"],
      apps.map(({ name, number, status, hosts }) => [
        given(pen, name),
        given(pen, number),
        word("filing", status),
        listOf(hosts.map(named)),
      ]),
    ),
    table(
      "external-dns",
      ["host", "leads-to", "stack"],
      externalDns.map(({ host, resource, stack }) => [named(host), code(resource), given(pen, stack)]),
    ),
    table(
      "edges",
      ["host", "vendor", "mainland-nodes", "origin", "stack"],
      edges.map(({ host, vendor, mainlandNodes, origin, stack }) => [
        named(host),
        given(pen, vendor),
        mainlandNodes === null ? given(pen, null) : say(mainlandNodes ? "register.yes" : "register.no"),
        code(origin),
        given(pen, stack),
      ]),
    ),
  ];
}

type Section = "accounts" | "entities" | "apps" | "external-dns" | "edges";
type Head = MessageId extends infer Id ? (Id extends `register.${infer Name}` ? Name : never) : never;

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
