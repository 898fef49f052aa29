/** The register as tables, with what has run out, or is about to, marked. */
import { isTakenToObtain } from "../../filing/register-alone";
import { groupBy } from "../../base/collections";
import { daysBetween } from "../../base/calendar";
import { isMessageId, type MessageId, type Params } from "../../messages";
import { joinClauses, joinList } from "../../messages/punctuation";
import { isLong } from "../../register/waivers";
import { THRESHOLDS } from "../../vocabulary/thresholds";
import type { Report, ReportFiling, ReportFilingServer, ReportRegisterWaiver, ReportVerified } from "../types";
import type { Paint, TextPen } from "./pen";
import { tableLines, type Cell, type TextTable } from "./table";

const { days } = THRESHOLDS;
/** So many days before its end a waiver is marked: no law asks for it. */
const WAIVER_SOON = 30;

/** The name and day of the register, and a table for each of its sections that says something. */
export function registerSections(report: Report, pen: TextPen): readonly (readonly string[])[] {
  const { filings, waivers, accounts = [], entities = [], apps = [], externalDns = [], edges = [] } = report.register;
  const { say } = pen;
  const cells = new Cells(report.now, pen);
  const table = (section: Section, heads: readonly Head[], rows: TextTable["rows"]): readonly string[] =>
    tableLines({ title: say(`register.${section}`), heads: heads.map((head) => say(`register.${head}`)), rows }, pen);
  return [
    headLines(report, pen),
    table(
      "filings",
      ["domain", "status", "number", "entity", "providers", "approved", "domain-expires", "verified"],
      filings.map((filing) => cells.filing(filing)),
    ),
    table(
      "servers",
      ["server", "product", "domain", "stack", "expires", "codes"],
      serversOf(filings).map((server) => cells.server(server)),
    ),
    table(
      "accounts",
      ["id", "site", "entity", "oss"],
      accounts.map(({ id, site, entity, ossActivatedOn }) =>
        [id, cells.word("site", site), entity, ossActivatedOn].map(cellOf),
      ),
    ),
    table(
      "entities",
      ["id", "type", "province"],
      entities.map(({ id, type, province }) => [id, type, province].map(cellOf)),
    ),
    table(
      "apps",
      ["app", "number", "status", "hosts"],
      apps.map(({ name, number, status, hosts }) =>
        [name ?? hosts[0] ?? "—", number, cells.word("filing", status), cells.list(hosts)].map(cellOf),
      ),
    ),
    table(
      "external-dns",
      ["host", "leads-to", "stack"],
      externalDns.map(({ host, resource, stack }) => [host, resource, stack].map(cellOf)),
    ),
    table(
      "edges",
      ["host", "vendor", "mainland-nodes", "origin", "stack"],
      edges.map(({ host, vendor, mainlandNodes, origin, stack }) => {
        const nodes = mainlandNodes === null ? null : say(mainlandNodes ? "register.yes" : "register.no");
        return [host, vendor, nodes, origin, stack].map(cellOf);
      }),
    ),
    table(
      "waivers",
      ["rule", "target", "until", "owner"],
      waivers.map((waiver) => cells.waiver(waiver)),
    ),
  ];
}

type Suffix<Id> = Id extends `register.${infer Name}` ? Name : never;
type Head = Suffix<MessageId>;
type Section = Extract<
  Head,
  "filings" | "servers" | "accounts" | "entities" | "apps" | "external-dns" | "edges" | "waivers"
>;

function headLines({ register, now }: Report, { say, block, colours, options }: TextPen): readonly string[] {
  const { file, asOf, stale, staleAfterDays } = register;
  const title = say("register.title", { file: file ?? "" });
  const age = daysBetween(asOf ?? now, now);
  const from =
    staleAfterDays === undefined
      ? say("register.fresh", { asOf: asOf ?? "" })
      : say("register.as-of", { asOf: asOf ?? "", age, limit: staleAfterDays });
  const says = joinClauses(options.language, [...(stale ? [say("register.out-of-date")] : []), from]);
  return [...block(title, 0, colours.bold), ...block(says, 2, stale ? colours.yellow : colours.dim)];
}

const cellOf = (text: string | null | undefined): Cell => ({ text: text ?? "" });

/** A server, the domains whose filings name it in the same words, and whether one of them is still to be filed. */
interface Server {
  readonly server: ReportFilingServer;
  readonly domains: readonly string[];
  readonly isToFile: boolean;
}

function serversOf(filings: readonly ReportFiling[]): readonly Server[] {
  const mentions = filings.flatMap((filing) => filing.servers.map((server) => ({ filing, server })));
  return [...groupBy(mentions, ({ server }) => JSON.stringify(server)).values()].map((group) => ({
    server: group[0].server,
    domains: group.map(({ filing }) => filing.domain),
    isToFile: group.some(({ filing }) => isTakenToObtain(filing.status)),
  }));
}

/** What stands in the cells of each table. */
class Cells {
  constructor(
    private readonly now: string,
    private readonly pen: TextPen,
  ) {}

  filing(filing: ReportFiling): Cell[] {
    const { domain, status, number, entity, accessProviders, approvedAt, domainExpiresOn, verified } = filing;
    const providers = accessProviders?.map(({ name, status: part }) => {
      const called = this.word("provider-name", name) ?? name;
      return part === "active"
        ? called
        : this.pen.say("register.marked", { text: called, mark: this.word("provider", part) ?? part });
    });
    return [
      cellOf(domain),
      cellOf(this.word("filing", status)),
      cellOf(number),
      cellOf(entity),
      cellOf(providers && this.list(providers)),
      cellOf(approvedAt),
      this.lastDay(domainExpiresOn, days["domain-validity"].value),
      verified ? this.verified(verified) : cellOf(undefined),
    ];
  }

  /** The day on which the cloud was asked, and what it said. */
  private verified({ on, filed }: ReportVerified): Cell {
    const text = this.pen.say("register.marked", {
      text: on,
      mark: this.pen.say(`filing.${filed ? "active" : "unfiled"}`),
    });
    return { text, ...(!filed && { paint: this.pen.colours.yellow }) };
  }

  server({ server, domains, isToFile }: Server): Cell[] {
    const { product, id, resource, stack, expiresOn, codesUsed } = server;
    return [
      cellOf(id ?? resource ?? product),
      cellOf(product),
      cellOf(this.list(domains)),
      cellOf(stack),
      this.lastDay(expiresOn, days[isToFile ? "server-time-left" : "server-renewal"].value),
      cellOf(codesUsed === undefined ? undefined : String(codesUsed)),
    ];
  }

  waiver({ rule, resource, host, apex, stack, until, owner }: ReportRegisterWaiver): Cell[] {
    return [
      cellOf(rule),
      cellOf(this.list([resource, host, apex, stack].filter((part) => part !== null))),
      isLong({ until }, this.now)
        ? this.marked(until, "register.long", this.pen.colours.yellow)
        : this.lastDay(until, WAIVER_SOON),
      cellOf(owner),
    ];
  }

  list(parts: readonly string[]): string {
    return joinList(this.pen.options.language, parts);
  }

  /** The word for a value; the value itself where there is none. */
  word(group: string, value: string | null): string | undefined {
    if (value === null) return undefined;
    const id = `${group}.${value}`;
    return isMessageId(id) ? this.pen.say(id) : value;
  }

  /** A last day: what is past, or soon, says so. */
  private lastDay(day: string | null, soon: number): Cell {
    if (day === null) return { text: "" };
    const { colours } = this.pen;
    const left = daysBetween(this.now, day);
    if (left < 0) return this.marked(day, "register.expired", colours.red);
    if (left > soon) return { text: day };
    return this.marked(day, left === 0 ? "register.today" : "register.soon", colours.yellow, { days: left });
  }
  private marked(text: string, mark: MessageId, paint: Paint, params: Params = {}): Cell {
    const { say } = this.pen;
    return { text: say("register.marked", { text, mark: say(mark, params) }), paint };
  }
}
