/**
 * The register's schema: the one source of its types, its validation and its JSON Schema. What one value alone shows is
 * checked here; what needs several is in `crosscheck.ts`.
 */
import ipaddr from "ipaddr.js";
import { isAddress } from "../address";
import { nameOf, suffixOf, toAscii } from "../filing/domains";
import { RULE_IDS } from "../rules/ids";
import * as z from "./libraries";
import { PROVINCES, type Province } from "./provinces";

export const STATUSES = [
  "unfiled",
  "pending-initial",
  "pending-access",
  "active",
  "cancelling",
  "revoked",
  "empty-shell",
] as const;

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

const text = () => z.string().min(1);
const id = () => text();
const day = () => z.iso.date();
const glob = () => text();
const flag = () => z.boolean();
/** A list that may be left out; `null`, as an empty key reads, means an empty one. */
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items): z.output<Item>[] => items ?? []);
/** A list whose absence says something: nothing was declared. */
const section = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullable()
    .transform((items): z.output<Item>[] => items ?? [])
    .optional();

/** A value that is rewritten to its one spelling, or refused with a message. */
const spelled = (spell: (value: string) => { value: string } | { problem: string }) =>
  text().transform((value, context) => {
    const spelling = spell(value);
    if ("value" in spelling) return spelling.value;
    context.addIssue({ code: "custom", message: spelling.problem });
    return z.NEVER;
  });

const NOT_A_NAME = {
  "suffix-not-icann": "its suffix is no public one",
  "special-use": "it is a special-use name",
  "ip-literal": "it is an IP address",
  "provider-owned": "it belongs to Alibaba Cloud",
  "single-label": "it has no suffix",
  "bare-suffix": "it is a public suffix itself",
  invalid: "it is no valid name",
} as const;

const domain = () =>
  spelled((value) => {
    const name = nameOf(value);
    const found = `found ${quote(value)}`;
    if (name.is !== "public") {
      return { problem: `expected a registrable domain such as example.com; ${found}: ${NOT_A_NAME[name.reason]}` };
    }
    if (name.host === name.apex) return { value: name.apex };
    return {
      problem: `expected a registrable domain; ${found}, which is a name under ${name.apex}: write ${name.apex}`,
    };
  });

const host = () =>
  spelled((value) => {
    const name = nameOf(value);
    if (name.is === "public") return { value: name.host };
    const found = `found ${quote(value)}: ${NOT_A_NAME[name.reason]}`;
    return { problem: `expected a public host name such as www.example.com; ${found}` };
  });

const address = () =>
  spelled((value) =>
    isAddress(value)
      ? { value: ipaddr.process(value).toString() }
      : { problem: `expected an IP address; found ${quote(value)}` },
  );

const suffix = () =>
  spelled((value) => {
    const ascii = toAscii(value.replace(/^\./, ""));
    return ascii !== undefined && suffixOf(ascii) === ascii
      ? { value: ascii }
      : { problem: `expected a public suffix such as com.cn; found ${quote(value)}` };
  });

const providerName = () =>
  spelled((value) => {
    const name = value.toLowerCase();
    return NOT_ALIYUN.has(name)
      ? { problem: `Alibaba Cloud is called aliyun here; found ${quote(value)}: write aliyun` }
      : { value: name };
  });

/** At most 60 characters of a text, in quotes. */
export function quote(value: string): string {
  const chars = Array.from(value);
  return JSON.stringify(chars.length > 60 ? `${chars.slice(0, 59).join("")}…` : value);
}

const hostEntry = z
  .union([
    host(),
    z.strictObject({
      host: host().describe("The host name"),
      stack: glob().describe("Glob over project/stack: the stack that serves the host").optional(),
    }),
  ])
  .transform((entry): { host: string; stack?: string | undefined } =>
    typeof entry === "string" ? { host: entry } : entry,
  );

const account = z.strictObject({
  id: id().describe("The account's number, in quotes"),
  site: z.enum(["china", "international"]).describe("The site on which the account was opened").optional(),
  entity: id().nullish().describe("The entity that files with this account"),
  ossActivatedOn: day().nullish().describe("The day on which the account activated OSS"),
});

const entity = z.strictObject({
  id: id().describe("A name of your own for the entity"),
  type: z.enum(ENTITY_TYPES).describe("What kind of entity it is").optional(),
  province: z
    .enum(Object.keys(PROVINCES) as [Province, ...Province[]])
    .describe("The province of its licence")
    .optional(),
});

const accessProvider = z.strictObject({
  name: providerName().describe("The access provider; Alibaba Cloud is aliyun"),
  status: z.enum(["active", "pending", "removing", "removed"]).describe("Where it stands").default("active"),
});

const server = z.strictObject({
  product: z.enum(PRODUCTS).describe("The product that the server is of").default("other"),
  id: id().describe("The resource's id, such as i-bp1…").optional(),
  account: id().nullish().describe("The account that bought it"),
  stack: glob().describe("Glob over project/stack: the stack that owns the server").optional(),
  resource: glob().describe("Glob over URNs: the server in that stack").optional(),
  expiresOn: day().nullish().describe("The day on which the subscription ends"),
  termMonths: z.int().min(1).describe("How many months the subscription has in total, renewals included").optional(),
  codesUsed: z.int().min(0).describe("Service codes used, for all filings together; a used code stays used").optional(),
  serviceCode: flag().describe("The filing account holds a service code issued by the buying account").optional(),
});

const commercial = z.strictObject({
  required: flag().describe("The site is for profit and needs a commercial licence").default(false),
  licence: text().nullish().describe("The number of the commercial licence; null when there is none"),
  ipBound: flag().describe("The licence names the serving IP address").default(false),
});

const psb = z.strictObject({
  number: text().nullish().describe("The number of the public-security filing; null when there is none"),
  siteOpenedOn: day().nullish().describe("The day on which the site opened; null when it has not"),
});

const registration = z.strictObject({
  registrar: text().nullish().describe("The registrar"),
  approvedRegistrar: flag().describe("The MIIT approved the registrar").optional(),
  realName: z.enum(["verified", "pending", "missing"]).describe("Real-name verification of the holder").optional(),
  realNameAt: day().nullish().describe("The day on which the holder was verified"),
  holder: text().nullish().describe("The holder of the domain, as an entity's id"),
  expiresOn: day().nullish().describe("The day on which the domain expires"),
});

const filing = z.strictObject({
  domain: domain().describe("The registrable domain, in either form of an IDN; once only"),
  number: text().nullish().describe("The filing number, such as 浙ICP备12345678号-1; null when there is none"),
  status: z.enum(STATUSES).describe("Where the filing stands"),
  approvedAt: day().nullish().describe("The day on which it was approved"),
  entity: id().nullish().describe("The entity that the filing is of"),
  account: id().nullish().describe("The account that filed"),
  accessProviders: section(accessProvider).describe("Through whom the filing is connected; Alibaba Cloud is aliyun"),
  servers: section(server).describe("The servers that the filing was made with"),
  ips: section(address()).describe("The addresses in the filing"),
  hosts: list(hostEntry).describe("The hosts that must keep serving from the mainland"),
  commercial: commercial.describe("The commercial licence").optional(),
  psb: psb.describe("The public-security filing").optional(),
  registration: registration.describe("The registration of the domain").optional(),
});

const app = z.strictObject({
  name: text().describe("The app's name").optional(),
  hosts: list(host()).describe("The hosts that the app calls"),
  number: text().nullish().describe("The app's filing number, such as 浙ICP备12345678号-2A; null when there is none"),
  status: z.enum(STATUSES).describe("Where the app's filing stands").optional(),
});

const externalDns = z.strictObject({
  host: host().describe("A host whose record no plan contains"),
  resource: glob().describe("Glob over URNs: what the record leads to"),
});

const edge = z.strictObject({
  host: host().describe("A host behind an edge that no plan contains"),
  vendor: text().describe("Whose edge it is").optional(),
  mainlandNodes: flag().describe("The edge serves from nodes in the mainland").optional(),
  origin: glob().describe("Glob over URNs: the edge's origin").optional(),
});

const suffixes = z.strictObject({
  asOf: day().describe("The day of this list").optional(),
  approved: list(suffix()).describe("Suffixes that the MIIT approved"),
  denied: list(suffix()).describe("Suffixes that it has not"),
});

/** The schema for these rule ids. */
export function registerSchema(knownRules: readonly string[]) {
  const rule = z.enum(knownRules as [string, ...string[]]);
  const waiver = z.strictObject({
    rule: rule.describe("The rule that is waived, its undetermined form included"),
    resource: glob().describe("Glob over URNs").optional(),
    host: host().describe("The host it is for").optional(),
    apex: domain().describe("The registrable domain it is for").optional(),
    stack: glob().describe("Glob over project/stack; every stack when left out").optional(),
    reason: text().describe("Why it is waived"),
    until: day().describe("The last day on which it is waived"),
    owner: text().nullish().describe("Who answers for it"),
  });
  return z.strictObject({
    version: z.literal(1).describe("The version of this format"),
    asOf: day().describe("The day on which this register was last brought up to date"),
    staleAfterDays: z.int().min(1).describe("After how many days the register counts as stale").default(90),
    unlisted: z
      .enum(["unfiled", "undetermined"])
      .describe("How a domain that is not listed here is judged")
      .default("unfiled"),
    accounts: section(account).describe("Alibaba Cloud accounts"),
    entities: section(entity).describe("The entities that file"),
    filings: list(filing).describe("One entry for each registrable domain"),
    apps: section(app).describe("Apps and mini-programs"),
    externalDns: list(externalDns).describe("Records that no plan contains"),
    edges: list(edge).describe("Edges that no plan contains"),
    suffixes: suffixes
      .nullish()
      .transform((value) => value ?? { approved: [], denied: [] })
      .describe("Domain suffixes, in addition to the list that is shipped"),
    words: list(text()).describe("Words that must not occur in a filed domain"),
    rules: z
      .partialRecord(rule, z.enum(["mandatory", "advisory", "disabled"]))
      .nullish()
      .transform((levels) => levels ?? {})
      .describe("The level of each rule that is not to have its own"),
    waivers: list(waiver).describe("Findings that are accepted for a time"),
  });
}

/** A register as written, checked, with its defaults and one spelling of every name. */
export type Register = z.output<ReturnType<typeof registerSchema>>;

/** The JSON Schema of a register as it is written, for these rule ids; all by default. */
export function registerJsonSchema(knownRules: readonly string[] = RULE_IDS): Record<string, unknown> {
  return {
    ...z.toJSONSchema(registerSchema(knownRules), { io: "input", target: "draft-7" }),
    title: "ICP register",
    description: "What a plan cannot show: filings, access providers, servers, waivers",
  };
}
