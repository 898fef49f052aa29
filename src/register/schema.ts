/**
 * The register's schema: the one source of its validation and its JSON Schema; `types.ts` says the same as types. What one
 * value alone shows is checked here; what needs several is in `crosscheck.ts`.
 */
import ipaddr from "ipaddr.js";
import { isAddress } from "../names/ip-address";
import { quote } from "../base/errors";
import { message, type Language, type Message } from "../messages";
import { nameOf, suffixOf, toAscii } from "../names/host-name";
import { RULE_IDS } from "../vocabulary/rule-ids";
import { described } from "./described";
import { forEditors } from "./editors";
import * as z from "./libraries";
import { appNumber, siteNumber, type Spelling } from "./numbers";
import { PROVINCES, type Province } from "./provinces";
import { SCHEMA_FILES } from "./schema-address";
import { foundInstead, inSpelling, type TextForm } from "./spelled";
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

const LEVELS = ["mandatory", "advisory", "disabled"] as const;
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

/** Two labels and a dot between them, in any script; the address of a page is none. */
const DOMAIN: TextForm = { pattern: "^[^\\s/:@*]*[.。．｡][^\\s/:@*]+$", patternErrorMessage: "schema.wrong.domain" };
const HOST: TextForm = { pattern: "^[^\\s/:@]*[.。．｡][^\\s/:@]+$", patternErrorMessage: "schema.wrong.host" };
const ADDRESS: TextForm = {
  pattern: "^[0-9A-Za-z.:%]*[.:][0-9A-Za-z.:%]*$",
  patternErrorMessage: "schema.wrong.address",
};
/** What the numbers of filings, or of the licence that they count on from, have in any spelling. */
const NUMBERED = "[号號]|[ABab][12]|[ＡＢａｂ][１２]";
const SITE_NUMBER: TextForm = { pattern: NUMBERED, patternErrorMessage: "schema.wrong.site-number" };
const APP_NUMBER: TextForm = { pattern: NUMBERED, patternErrorMessage: "schema.wrong.app-number" };
/** A waiver is for something. */
const TARGETED = [
  {
    anyOf: ["resource", "host", "apex"].map((key) => ({
      type: "object",
      properties: { [key]: true },
      required: [key],
      errorMessage: "schema.wrong.waiver",
    })),
  },
];

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

const domain = () => inSpelling(domainSpelling, DOMAIN);
const host = () => inSpelling(hostSpelling, HOST);

const address = () =>
  inSpelling(
    (value) =>
      isAddress(value)
        ? { value: ipaddr.process(value).toString() }
        : foundInstead(message("expected.address", {}), value),
    ADDRESS,
  );

const suffix = () =>
  inSpelling((value) => {
    const ascii = toAscii(value.replace(/^\./, ""));
    return ascii !== undefined && suffixOf(ascii) === ascii
      ? { value: ascii }
      : foundInstead(message("expected.suffix", {}), value);
  });

const providerName = () =>
  inSpelling((value) => {
    const name = value.toLowerCase();
    return NOT_ALIYUN.has(name)
      ? { problem: message("input.register-aliyun", { found: quote(value) }) }
      : { value: name };
  });

const hostEntry = z.pipe(
  z.union([
    host(),
    z.strictObject({
      host: described(host(), "schema.host.host"),
      stack: z.optional(described(glob(), "schema.host.stack")),
    }),
  ]),
  z.transform((entry): { host: string; stack?: string | undefined } =>
    typeof entry === "string" ? { host: entry } : entry,
  ),
);

const account = z.strictObject({
  id: described(id(), "schema.account.id"),
  site: z.optional(described(z.enum(["china", "international"]), "schema.account.site", { meanings: "site" })),
  entity: described(z.nullish(id()), "schema.account.entity"),
  ossActivatedOn: described(z.nullish(day()), "schema.account.oss"),
});

const entity = z.strictObject({
  id: described(id(), "schema.entity.id"),
  type: z.optional(described(z.enum(ENTITY_TYPES), "schema.entity.type", { meanings: "entity" })),
  province: z.optional(
    described(z.enum(Object.keys(PROVINCES) as [Province, ...Province[]]), "schema.entity.province", {
      meanings: "province",
    }),
  ),
});

const accessProvider = z.strictObject({
  name: described(providerName(), "schema.provider.name"),
  status: z._default(
    described(z.enum(["active", "pending", "removing", "removed"]), "schema.provider.status", { meanings: "provider" }),
    "active",
  ),
});

const server = z.strictObject({
  product: z._default(described(z.enum(PRODUCTS), "schema.server.product", { meanings: "product" }), "other"),
  id: z.optional(described(id(), "schema.server.id")),
  account: described(z.nullish(id()), "schema.server.account"),
  stack: z.optional(described(glob(), "schema.server.stack")),
  resource: z.optional(described(glob(), "schema.server.resource")),
  expiresOn: described(z.nullish(day()), "schema.server.expires-on"),
  termMonths: z.optional(described(whole(1), "schema.server.term-months")),
  codesUsed: z.optional(described(whole(0), "schema.server.codes-used")),
  serviceCode: z.optional(described(flag(), "schema.server.service-code")),
});

const commercial = z.strictObject({
  required: z._default(described(flag(), "schema.commercial.required"), false),
  licence: described(z.nullish(text()), "schema.commercial.licence"),
  ipBound: z._default(described(flag(), "schema.commercial.ip-bound"), false),
});

const psb = z.strictObject({
  number: described(z.nullish(text()), "schema.psb.number"),
  siteOpenedOn: described(z.nullish(day()), "schema.psb.opened"),
});

const registration = z.strictObject({
  registrar: described(z.nullish(text()), "schema.registration.registrar"),
  approvedRegistrar: z.optional(described(flag(), "schema.registration.approved")),
  realName: z.optional(
    described(z.enum(["verified", "pending", "missing"]), "schema.registration.real-name", { meanings: "real-name" }),
  ),
  realNameAt: described(z.nullish(day()), "schema.registration.real-name-at"),
  holder: described(z.nullish(text()), "schema.registration.holder"),
  expiresOn: described(z.nullish(day()), "schema.registration.expires-on"),
});

const filing = z.strictObject({
  domain: described(domain(), "schema.filing.domain"),
  number: described(z.nullish(inSpelling(siteNumber, SITE_NUMBER)), "schema.filing.number"),
  status: described(z.enum(STATUSES), "schema.filing.status", { meanings: "status" }),
  approvedAt: described(z.nullish(day()), "schema.filing.approved-at"),
  entity: described(z.nullish(id()), "schema.filing.entity"),
  account: described(z.nullish(id()), "schema.filing.account"),
  accessProviders: described(section(accessProvider), "schema.filing.providers"),
  servers: described(section(server), "schema.filing.servers"),
  ips: described(section(address()), "schema.filing.ips"),
  hosts: described(list(hostEntry), "schema.filing.hosts"),
  commercial: z.optional(described(commercial, "schema.commercial")),
  psb: z.optional(described(psb, "schema.psb")),
  registration: z.optional(described(registration, "schema.registration")),
});

const app = z.strictObject({
  name: z.optional(described(text(), "schema.app.name")),
  hosts: described(list(host()), "schema.app.hosts"),
  number: described(z.nullish(inSpelling(appNumber, APP_NUMBER)), "schema.app.number"),
  status: z.optional(described(z.enum(STATUSES), "schema.app.status", { meanings: "status" })),
});

const externalDns = z.strictObject({
  host: described(host(), "schema.dns.host"),
  resource: described(glob(), "schema.dns.resource"),
  stack: z.optional(described(glob(), "schema.dns.stack")),
});

const edge = z.strictObject({
  host: described(host(), "schema.edge.host"),
  vendor: z.optional(described(text(), "schema.edge.vendor")),
  mainlandNodes: z.optional(described(flag(), "schema.edge.mainland-nodes")),
  origin: z.optional(described(glob(), "schema.edge.origin")),
  stack: z.optional(described(glob(), "schema.edge.stack")),
});

const suffixes = z.strictObject({
  asOf: z.optional(described(day(), "schema.suffixes.as-of")),
  approved: described(list(suffix()), "schema.suffixes.approved"),
  denied: described(list(suffix()), "schema.suffixes.denied"),
});

/** The schema for these rule ids. */
export function registerSchema(knownRules: readonly string[]) {
  const rule = z.enum(knownRules as [string, ...string[]]);
  const waiver = z
    .strictObject({
      rule: described(rule, "schema.waiver.rule", { meanings: "rule" }),
      resource: z.optional(described(glob(), "schema.waiver.resource")),
      host: z.optional(described(host(), "schema.waiver.host")),
      apex: z.optional(described(domain(), "schema.waiver.apex")),
      stack: z.optional(described(glob(), "schema.waiver.stack")),
      reason: described(text(), "schema.waiver.reason"),
      until: described(day(), "schema.waiver.until"),
      owner: described(z.nullish(text()), "schema.waiver.owner"),
    })
    .check(z.meta({ allOf: TARGETED }));
  return z.strictObject({
    version: described(z.literal(1), "schema.version"),
    asOf: described(day(), "schema.as-of"),
    staleAfterDays: z._default(described(whole(1), "schema.stale-after-days"), 90),
    unlisted: z._default(
      described(z.enum(["unfiled", "undetermined"]), "schema.unlisted", { meanings: "unlisted" }),
      "unfiled",
    ),
    accounts: described(section(account), "schema.accounts"),
    entities: described(section(entity), "schema.entities"),
    filings: described(list(filing), "schema.filings"),
    apps: described(section(app), "schema.apps"),
    externalDns: described(list(externalDns), "schema.external-dns"),
    edges: described(list(edge), "schema.edges"),
    suffixes: described(
      withDefault(suffixes, () => ({ approved: [], denied: [] })),
      "schema.suffixes",
    ),
    words: described(list(text()), "schema.words"),
    rules: described(
      withDefault(
        z.partialRecord(rule.check(z.meta({ meanings: "rule" })), z.enum(LEVELS).check(z.meta({ meanings: "level" }))),
        () => ({}),
      ),
      "schema.rules",
    ),
    waivers: described(list(waiver), "schema.waivers"),
  });
}

/** Keys at the top that say nothing: the schema's address for editors, and `x-…`, where anchors stand. */
export const isIgnored = (key: string): boolean => key === "$schema" || key.startsWith("x-");

/** The JSON Schema of a register as it is written, for these rule ids; all by default. Its texts are in a language. */
export function registerJsonSchema(
  knownRules: readonly string[] = RULE_IDS,
  language: Language = "en",
): Record<string, unknown> {
  const schema = z.toJSONSchema(registerSchema(knownRules), { io: "input", target: "draft-7" });
  const { properties = {} } = schema;
  const written = {
    ...schema,
    properties: {
      $schema: { description: "schema.dollar" },
      ...properties,
      rules: withEachRule(properties["rules"], knownRules),
    },
    patternProperties: { "^x-": { description: "schema.anchors" } },
    title: "schema.title",
    description: "schema.register",
  };
  return forEditors(written, language, SCHEMA_FILES[language]);
}

/** The levels of rules, with what each rule asks for at its own key. */
function withEachRule(rules: unknown, knownRules: readonly string[]): object {
  const { anyOf = [], ...rest } = rules as { readonly anyOf?: readonly Record<string, unknown>[] };
  const [levels, ...others] = anyOf;
  const patternProperties = Object.fromEntries(
    knownRules.map((rule) => {
      const level = levels?.["additionalProperties"] as object;
      return [`^${rule}$`, { ...level, description: `rule.${rule}` }];
    }),
  );
  return { ...rest, anyOf: [{ ...levels, patternProperties }, ...others] };
}
