/**
 * The register's schema: the one source of its validation and its JSON Schema; `types.ts` says the same as types. What one
 * value alone shows is checked here; what needs several is in `crosscheck.ts`.
 */
import ipaddr from "ipaddr.js";
import { isAddress } from "../names/ip-address";
import { quote } from "../base/errors";
import { message, type Message } from "../messages";
import { nameOf, suffixOf, toAscii } from "../names/host-name";
import { RULE_IDS } from "../vocabulary/rule-ids";
import { described } from "./described";
import * as z from "./libraries";
import { appNumber, siteNumber, type Spelling } from "./numbers";
import { PROVINCES, type Province } from "./provinces";
import { STATUSES } from "./statuses";

const ENTITY_TYPES = [
  "enterprise",
  "foreign-invested",
  "branch",
  "rep-office",
  "individual-mainland",
  "individual-hk-mo-tw",
  "individual-foreign",
  "government",
  "public-institution",
  "foreign-no-presence",
  "proxy",
] as const;

const PRODUCTS = ["ecs", "sas", "ens", "web-hosting", "linkedmall", "iot-studio", "other"] as const;

/** Other spellings of Alibaba Cloud, which would be taken for another provider. */
const NOT_ALIYUN = new Set(["alicloud", "alibaba", "alibabacloud", "alibaba-cloud", "alibaba cloud", "阿里云"]);

const text = () => z.string().check(z.minLength(1));
const id = () => text();
const day = () => z.iso.date();
const glob = () => text();
const flag = () => z.boolean();
const whole = (least: number) => z.int().check(z.gte(least));
/** What may be left out; `null`, as an empty key reads, is the same. */
const withDefault = <Schema extends z.ZodMiniType>(schema: Schema, missing: () => z.output<Schema>) =>
  z.pipe(
    z.nullish(schema),
    z.transform((value: z.output<Schema> | null | undefined): z.output<Schema> => value ?? missing()),
  );
/** A list that may be left out; missing means empty. */
const list = <Item extends z.ZodMiniType>(item: Item) => withDefault(z.array(item), () => []);
/** A list whose absence says something: nothing was declared. `null` means an empty one. */
const section = <Item extends z.ZodMiniType>(item: Item) =>
  z.optional(
    z.pipe(
      z.nullable(z.array(item)),
      z.transform((items: z.output<Item>[] | null): z.output<Item>[] => items ?? []),
    ),
  );

/** A value that is rewritten to its one spelling, or refused with a message. */
const spelled = (spell: (value: string) => Spelling) =>
  z.pipe(
    text(),
    z.transform((value: string, context) => {
      const spelling = spell(value);
      if ("value" in spelling) return spelling.value;
      context.issues.push({ code: "custom", params: { problem: spelling.problem }, input: value });
      return value;
    }),
  );

/** The one spelling of a registrable domain. */
export function domainSpelling(value: string): Spelling {
  const name = nameOf(value);
  if (name.is !== "public") return noName(message("expected.domain", {}), value, name.reason);
  if (name.host === name.apex) return { value: name.apex };
  return { problem: message("input.register-not-apex", { found: quote(value), apex: name.apex }) };
}

/** The one spelling of a public host name. */
export function hostSpelling(value: string): Spelling {
  const name = nameOf(value);
  return name.is === "public" ? { value: name.host } : noName(message("expected.host", {}), value, name.reason);
}

/** Why a text is no public name. */
export type NoName = Exclude<ReturnType<typeof nameOf>, { readonly is: "public" }>["reason"];

const noName = (expected: Message, value: string, reason: NoName): Spelling => ({
  problem: message("input.found-name", { expected, found: quote(value), reason }),
});

const another = (expected: Message, value: string): Spelling => ({
  problem: message("input.found", { expected, found: quote(value) }),
});

const domain = () => spelled(domainSpelling);
const host = () => spelled(hostSpelling);

const address = () =>
  spelled((value) =>
    isAddress(value) ? { value: ipaddr.process(value).toString() } : another(message("expected.address", {}), value),
  );

const suffix = () =>
  spelled((value) => {
    const ascii = toAscii(value.replace(/^\./, ""));
    return ascii !== undefined && suffixOf(ascii) === ascii
      ? { value: ascii }
      : another(message("expected.suffix", {}), value);
  });

const providerName = () =>
  spelled((value) => {
    const name = value.toLowerCase();
    return NOT_ALIYUN.has(name)
      ? { problem: message("input.register-aliyun", { found: quote(value) }) }
      : { value: name };
  });

const hostEntry = z.pipe(
  z.union([
    host(),
    z.strictObject({
      host: described(host(), "The host name"),
      stack: z.optional(described(glob(), "Glob over project/stack: the stack that serves the host")),
    }),
  ]),
  z.transform((entry): { host: string; stack?: string | undefined } =>
    typeof entry === "string" ? { host: entry } : entry,
  ),
);

const account = z.strictObject({
  id: described(id(), "The account's number, in quotes"),
  site: z.optional(described(z.enum(["china", "international"]), "The site on which the account was opened")),
  entity: described(z.nullish(id()), "The entity that files with this account"),
  ossActivatedOn: described(z.nullish(day()), "The day on which the account activated OSS"),
});

const entity = z.strictObject({
  id: described(id(), "A name of your own for the entity"),
  type: z.optional(described(z.enum(ENTITY_TYPES), "What kind of entity it is")),
  province: z.optional(
    described(z.enum(Object.keys(PROVINCES) as [Province, ...Province[]]), "The province of its licence"),
  ),
});

const accessProvider = z.strictObject({
  name: described(providerName(), "The access provider; Alibaba Cloud is aliyun"),
  status: z._default(described(z.enum(["active", "pending", "removing", "removed"]), "Where it stands"), "active"),
});

const server = z.strictObject({
  product: z._default(described(z.enum(PRODUCTS), "The product that the server is of"), "other"),
  id: z.optional(described(id(), "The resource's id, such as i-bp1…")),
  account: described(z.nullish(id()), "The account that bought it"),
  stack: z.optional(described(glob(), "Glob over project/stack: the stack that owns the server")),
  resource: z.optional(described(glob(), "Glob over URNs: the server in that stack")),
  expiresOn: described(z.nullish(day()), "The day on which the subscription ends"),
  termMonths: z.optional(described(whole(1), "How many months the subscription has in total, renewals included")),
  codesUsed: z.optional(described(whole(0), "Service codes used, for all filings together; a used code stays used")),
  serviceCode: z.optional(described(flag(), "The filing account holds a service code issued by the buying account")),
});

const commercial = z.strictObject({
  required: z._default(described(flag(), "The site is for profit and needs a commercial licence"), false),
  licence: described(z.nullish(text()), "The number of the commercial licence; null when there is none"),
  ipBound: z._default(described(flag(), "The licence names the serving IP address"), false),
});

const psb = z.strictObject({
  number: described(z.nullish(text()), "The number of the public-security filing; null when there is none"),
  siteOpenedOn: described(z.nullish(day()), "The day on which the site opened; null when it has not"),
});

const registration = z.strictObject({
  registrar: described(z.nullish(text()), "The registrar"),
  approvedRegistrar: z.optional(described(flag(), "The MIIT approved the registrar")),
  realName: z.optional(described(z.enum(["verified", "pending", "missing"]), "Real-name verification of the holder")),
  realNameAt: described(z.nullish(day()), "The day on which the holder was verified"),
  holder: described(z.nullish(text()), "The holder of the domain, as an entity's id"),
  expiresOn: described(z.nullish(day()), "The day on which the domain expires"),
});

const filing = z.strictObject({
  domain: described(domain(), "The registrable domain, in either form of an IDN; once only"),
  number: described(
    z.nullish(spelled(siteNumber)),
    "The filing number, such as 浙ICP备12345678号-1; null when there is none",
  ),
  status: described(z.enum(STATUSES), "Where the filing stands"),
  approvedAt: described(z.nullish(day()), "The day on which it was approved"),
  entity: described(z.nullish(id()), "The entity that the filing is of"),
  account: described(z.nullish(id()), "The account that filed"),
  accessProviders: described(section(accessProvider), "Through whom the filing is connected; Alibaba Cloud is aliyun"),
  servers: described(section(server), "The servers that the filing was made with"),
  ips: described(section(address()), "The addresses in the filing"),
  hosts: described(list(hostEntry), "The hosts that must keep serving from the mainland"),
  commercial: z.optional(described(commercial, "The commercial licence")),
  psb: z.optional(described(psb, "The public-security filing")),
  registration: z.optional(described(registration, "The registration of the domain")),
});

const app = z.strictObject({
  name: z.optional(described(text(), "The app's name")),
  hosts: described(list(host()), "The hosts that the app calls"),
  number: described(
    z.nullish(spelled(appNumber)),
    "The app's filing number, such as 浙ICP备12345678号-2A; null when there is none",
  ),
  status: z.optional(described(z.enum(STATUSES), "Where the app's filing stands")),
});

const externalDns = z.strictObject({
  host: described(host(), "A host whose record no plan contains"),
  resource: described(glob(), "Glob over URNs: what the record leads to"),
  stack: z.optional(described(glob(), "Glob over project/stack: the stack that owns what it leads to")),
});

const edge = z.strictObject({
  host: described(host(), "A host behind an edge that no plan contains"),
  vendor: z.optional(described(text(), "Whose edge it is")),
  mainlandNodes: z.optional(described(flag(), "The edge serves from nodes in the mainland")),
  origin: z.optional(described(glob(), "Glob over URNs: the edge's origin")),
  stack: z.optional(described(glob(), "Glob over project/stack: the stack that owns the origin")),
});

const suffixes = z.strictObject({
  asOf: z.optional(described(day(), "The day of this list")),
  approved: described(list(suffix()), "Suffixes that the MIIT approved"),
  denied: described(list(suffix()), "Suffixes that it has not"),
});

/** The schema for these rule ids. */
export function registerSchema(knownRules: readonly string[]) {
  const rule = z.enum(knownRules as [string, ...string[]]);
  const waiver = z.strictObject({
    rule: described(rule, "The rule that is waived, its undetermined form included"),
    resource: z.optional(described(glob(), "Glob over URNs")),
    host: z.optional(described(host(), "The host it is for")),
    apex: z.optional(described(domain(), "The registrable domain it is for")),
    stack: z.optional(described(glob(), "Glob over project/stack; every stack when left out")),
    reason: described(text(), "Why it is waived"),
    until: described(day(), "The last day on which it is waived"),
    owner: described(z.nullish(text()), "Who answers for it"),
  });
  return z.strictObject({
    version: described(z.literal(1), "The version of this format"),
    asOf: described(day(), "The day on which this register was last brought up to date"),
    staleAfterDays: z._default(described(whole(1), "After how many days the register counts as stale"), 90),
    unlisted: z._default(
      described(z.enum(["unfiled", "undetermined"]), "How a domain that is not listed here is judged"),
      "unfiled",
    ),
    accounts: described(section(account), "Alibaba Cloud accounts"),
    entities: described(section(entity), "The entities that file"),
    filings: described(list(filing), "One entry for each registrable domain"),
    apps: described(section(app), "Apps and mini-programs"),
    externalDns: described(list(externalDns), "Records that no plan contains"),
    edges: described(list(edge), "Edges that no plan contains"),
    suffixes: described(
      withDefault(suffixes, () => ({ approved: [], denied: [] })),
      "Domain suffixes, in addition to the list that is shipped",
    ),
    words: described(list(text()), "Words that must not occur in a filed domain"),
    rules: described(
      withDefault(z.partialRecord(rule, z.enum(["mandatory", "advisory", "disabled"])), () => ({})),
      "The level of each rule that is not to have its own",
    ),
    waivers: described(list(waiver), "Findings that are accepted for a time"),
  });
}

/** Keys at the top that say nothing: the schema's address for editors, and `x-…`, where anchors stand. */
export const isIgnored = (key: string): boolean => key === "$schema" || key.startsWith("x-");

/** The JSON Schema of a register as it is written, for these rule ids; all by default. */
export function registerJsonSchema(knownRules: readonly string[] = RULE_IDS): Record<string, unknown> {
  const schema = z.toJSONSchema(registerSchema(knownRules), { io: "input", target: "draft-7" });
  return {
    ...schema,
    properties: { $schema: { description: "Where an editor finds this schema; not read" }, ...schema.properties },
    patternProperties: { "^x-": { description: "Not read: a place for anchors" } },
    title: "ICP register",
    description: "What a plan cannot show: filings, access providers, servers, waivers",
  };
}
