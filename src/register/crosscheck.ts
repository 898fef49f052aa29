/** What is wrong between several values of a register, or between one and the day. */
import { quote } from "../base/errors";
import { message } from "../messages";
import { nameOf } from "../names/host-name";
import { isDay, type Day } from "../base/calendar";
import type { DraftEntry } from "./draft";
import type { Fault } from "./problems";
import { keyText, type KeyPath } from "./yaml";

/** Everything that contradicts something else in a register, as it was written, or the day on which it is read. */
export function crossCheck(register: DraftEntry, today: Day): Fault[] {
  const filings = register.list("filings");
  const accounts = register.list("accounts");
  const entities = register.list("entities");
  const known = { accounts: idsOf(register, "accounts"), entities: idsOf(register, "entities") };
  return [
    ...future(register, "asOf", "input.register-future", today),
    ...repeated(filings, "domain", (filing) => filing.domain("domain"), "domain"),
    ...repeated(accounts, "id", (account) => account.text("id"), "account"),
    ...repeated(entities, "id", (entity) => entity.text("id"), "entity"),
    ...accounts.flatMap((account) => declared(account, "entity", known.entities, "entities")),
    ...filings.flatMap((filing) => [
      ...future(filing, "approvedAt", "input.register-future-approval", today),
      ...declared(filing, "account", known.accounts, "accounts"),
      ...declared(filing, "entity", known.entities, "entities"),
      ...withoutNumber(filing),
      ...checkProviders(filing),
      ...filing.list("hosts").flatMap((host) => elsewhere(host, filing.domain("domain"))),
    ]),
    ...register.list("apps").flatMap(withoutNumber),
    ...register.list("waivers").flatMap(unlimited),
  ];
}

/** A day that has not come yet where one that has passed belongs. */
function future(
  entry: DraftEntry,
  key: string,
  says: "input.register-future" | "input.register-future-approval",
  today: Day,
): Fault[] {
  const day = entry.text(key);
  if (day === undefined || !isDay(day) || day <= today) return [];
  return [{ path: entry.at(key), problem: message(says, { day, today }) }];
}

/** Statuses that say that there is a number. */
const NUMBERED = ["active", "pending-access"] as const;

/** `null` says that there is none; a number that is left out says nothing. */
function withoutNumber(entry: DraftEntry): Fault[] {
  const status = entry.word("status", NUMBERED);
  if (entry.raw("number") !== null || status === undefined) return [];
  return [{ path: entry.at("number"), problem: message("input.register-no-number", { status }) }];
}

function checkProviders(filing: DraftEntry): Fault[] {
  const providers = filing.list("accessProviders");
  const nameIn = (provider: DraftEntry): string | undefined => provider.text("name")?.toLowerCase();
  const isAdding = filing.raw("status") === "pending-access";
  return [
    ...repeated(providers, "name", nameIn, "provider"),
    ...providers.flatMap((provider) => {
      const status = provider.word("status", NOT_PENDING, "active");
      if (!isAdding || nameIn(provider) !== "aliyun" || status === undefined) return [];
      return [{ path: provider.at("status"), problem: message("input.register-adding", { status }) }];
    }),
  ];
}

/** What an access provider that is being added is not. */
const NOT_PENDING = ["active", "removing", "removed"] as const;

/** A host under the filing of another domain. */
function elsewhere(entry: DraftEntry, domain: string | undefined): Fault[] {
  const { host } = entry;
  if (host === undefined || domain === undefined) return [];
  const name = nameOf(host);
  if (name.is !== "public" || name.apex === domain) return [];
  const problem = message("input.register-elsewhere", { host: quote(name.host), domain });
  return [{ path: entry.path, problem }];
}

function unlimited(waiver: DraftEntry): Fault[] {
  if (["resource", "host", "apex"].some((key) => waiver.raw(key) !== undefined)) return [];
  return [{ path: waiver.path, problem: message("input.register-unlimited", {}) }];
}

/** Names that occur again. */
export function repeated(
  entries: readonly DraftEntry[],
  key: string,
  name: (entry: DraftEntry) => string | undefined,
  what: "domain" | "account" | "entity" | "provider" | "server",
): Fault[] {
  const first = new Map<string, KeyPath>();
  return entries.flatMap((entry) => {
    const its = name(entry);
    if (its === undefined) return [];
    const before = first.get(its);
    first.set(its, before ?? entry.at(key));
    if (before === undefined) return [];
    const problem = message("input.register-twice", { what, name: quote(its), first: keyText(before) });
    return [{ path: entry.at(key), problem }];
  });
}

/** The ids of a section; undefined when it is left out, or one of them cannot be read: then none is known to be wrong. */
function idsOf(register: DraftEntry, key: string): ReadonlySet<string> | undefined {
  const ids = register.section(key)?.map((entry) => entry.text("id"));
  return ids?.every((id) => id !== undefined) === true ? new Set(ids) : undefined;
}

/** A reference to an entry of a section that has no such entry. */
function declared(entry: DraftEntry, key: string, ids: ReadonlySet<string> | undefined, section: string): Fault[] {
  const id = entry.text(key);
  if (id === undefined || !ids || ids.has(id)) return [];
  const problem = message("input.register-undeclared", { id: quote(id), section });
  return [{ path: entry.at(key), problem }];
}
