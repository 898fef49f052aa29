/** The JSON report as a schema: what `report.schema.json` is written from. Stable and versioned; `types.ts` says the same. */
import { GROUPS, RULE_IDS } from "../vocabulary/rule-ids";
import { described } from "../register/described";
import * as z from "../register/libraries";
import { ADDRESS, PAGE } from "./links";
import type { Report } from "./types";

const optional = z.exactOptional;
const nullable = z.nullable;

const urn = described(z.string(), "a resource's URN");
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const step = z.strictObject({
  urn,
  type: z.string(),
  name: z.string(),
  why: described(z.string(), "how the path came to this resource"),
});
const location = z.strictObject({
  in: z.enum(["mainland", "outside", "undetermined"]),
  region: optional(z.string()),
  scope: described(optional(z.string()), "where a product says that it covers, instead of a region"),
  vendor: described(optional(z.string()), "another vendor, instead of a region"),
});
const place = z.strictObject({
  file: described(z.string(), "from the root of the repository"),
  line: z.int().check(z.gte(1)),
  column: z.int().check(z.gte(1)),
});
const position = z.strictObject({
  ...place.shape,
  caller: described(optional(place), "where the component is made that the resource is of"),
});
const level = z.enum(["mandatory", "advisory"]);
const count = z.int().check(z.gte(0));

/** The day of a document, as far as it says it. */
const sourceDate = nullable(z.string().check(z.regex(/^\d{4}(?:-\d\d){0,2}$/)));
const address = z.string().check(z.regex(ADDRESS));

const rule = z.strictObject({
  id: z.enum(RULE_IDS),
  level: described(level, "its own, whatever a register or configuration makes of it"),
  group: z.enum(GROUPS),
  title: described(z.string(), "what it says, in one line"),
  help: described(z.string(), "why it asks for this, in a few sentences"),
  page: described(z.string().check(z.regex(PAGE)), "the page that says more, from the package's folder"),
  link: described(optional(address), "the address of that page"),
  statements: described(
    z.array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        source: described(z.string(), "the names of all its sources"),
        date: described(sourceDate, "the day of the first source; null where it is undated"),
        url: described(optional(address), "where the first source stands"),
        sources: z.array(z.strictObject({ name: z.string(), date: sourceDate, url: optional(address) })),
      }),
    ),
    "what its findings rest on",
  ),
});

const plan = z.strictObject({
  id: z.string(),
  source: z.string(),
  project: z.string(),
  stack: z.string(),
  complete: z.boolean(),
  resources: count,
  alicloudResources: count,
});

const accessProviders = nullable(z.array(z.strictObject({ name: z.string(), status: z.string() })));
const text = nullable(z.string());
const day = described(text, "a day, YYYY-MM-DD");

const verified = optional(
  described(
    z.strictObject({ filed: z.boolean(), operation: z.string(), on: z.string() }),
    "what the cloud said of it when it was asked",
  ),
);

const filing = z.strictObject({
  domain: z.string(),
  status: z.string(),
  number: text,
  entity: text,
  accessProviders,
  approvedAt: day,
  domainExpiresOn: day,
  psbNumber: text,
  verified,
  account: optional(z.string()),
  servers: z.array(
    z.strictObject({
      product: z.string(),
      id: text,
      resource: described(text, "glob over URNs"),
      stack: text,
      expiresOn: day,
      account: optional(z.string()),
      termMonths: optional(count),
      codesUsed: optional(count),
    }),
  ),
});

const account = z.strictObject({ id: z.string(), site: text, entity: text, ossActivatedOn: day });
const entity = z.strictObject({ id: z.string(), type: text, province: text });
const app = z.strictObject({ name: text, hosts: z.array(z.string()), number: text, status: text });
const externalDns = z.strictObject({ host: z.string(), resource: z.string(), stack: text });
const edge = z.strictObject({
  host: z.string(),
  vendor: text,
  mainlandNodes: nullable(z.boolean()),
  origin: text,
  stack: text,
});

const waiver = z.strictObject({ reason: z.string(), until: z.string(), owner: text });

const register = z.strictObject({
  file: text,
  asOf: day,
  found: z.boolean(),
  stale: described(z.boolean(), "older than it allows itself to be"),
  staleAfterDays: optional(count),
  filings: described(z.array(filing), "what it says of each domain"),
  accounts: optional(z.array(account)),
  entities: optional(z.array(entity)),
  apps: optional(z.array(app)),
  externalDns: optional(z.array(externalDns)),
  edges: optional(z.array(edge)),
  waivers: described(
    z.array(
      z.strictObject({
        ...waiver.shape,
        rule: z.enum(RULE_IDS),
        resource: text,
        host: text,
        apex: text,
        stack: text,
        state: z.enum(["used", "unused", "expired", "elsewhere"]),
      }),
    ),
    "what it accepts for a time",
  ),
});

const apex = z.strictObject({
  apex: z.string(),
  state: z.string(),
  filing: optional(z.strictObject({ number: text, entity: text, accessProviders, verified })),
  hosts: z.array(z.string()),
  exposures: z.array(
    z.strictObject({
      host: z.string(),
      entry: nullable(urn),
      place: location,
      tier: nullable(z.enum(["access", "number", "none"])),
      verdict: described(
        z.enum(["violation", "undetermined", "satisfied", "not-applicable"]),
        "what the filing rules make of it",
      ),
      path: z.array(step),
    }),
  ),
});

const doubt = z.strictObject({
  id: z.string(),
  params,
  urn: described(
    optional(urn),
    "whose property is in doubt, where it is neither the finding's own resource nor on its path",
  ),
});

const finding = z.strictObject({
  rule: z.enum(RULE_IDS),
  verdict: z.enum(["violation", "undetermined"]),
  level,
  plan: z.string(),
  apex: optional(z.string()),
  host: described(optional(z.string()), "the host that the message speaks of"),
  hosts: described(z.array(z.string()), "all hosts of which it holds"),
  unnamed: described(optional(z.array(z.string())), "resources by which hosts of unknown names are served besides"),
  urn: optional(urn),
  resource: optional(z.strictObject({ type: z.string(), name: z.string() })),
  resources: described(
    z.array(z.strictObject({ urn, type: z.string(), name: z.string() })),
    "all resources on which it is reported",
  ),
  property: optional(z.string()),
  waitsFor: optional(z.array(urn)),
  alsoWaitsFor: described(optional(z.int().check(z.gte(1))), "how many more it waits for than are listed"),
  position: optional(position),
  path: z.array(step),
  messageId: z.string(),
  params,
  doubt: described(optional(doubt), "why it is undetermined"),
  message: z.string(),
  remedies: z.array(
    z.strictObject({
      id: z.string(),
      params: optional(params),
      text: z.string(),
      snippet: described(optional(z.string()), "lines to paste as they are"),
    }),
  ),
  statements: described(z.array(z.string()), "what it rests on: its own statement first, then the others of its rule"),
  waived: optional(z.literal(true)),
  waiver: optional(waiver),
  baseline: described(optional(z.literal(true)), "it is one of those that were accepted before"),
  fingerprint: z.string(),
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  language: described(z.enum(["en", "zh"]), "the language of its texts"),
  tool: z.strictObject({ name: z.literal("alicloud-icp"), version: z.string(), dataAsOf: z.string() }),
  now: described(z.string(), "the day everything was judged against, in Asia/Shanghai"),
  plans: described(z.array(plan), "none where the register alone was judged"),
  register,
  rules: described(z.array(rule), "the rules that have findings"),
  summary: z.strictObject({
    judgements: z.strictObject({ violation: count, undetermined: count, satisfied: count, notApplicable: count }),
    findings: z.strictObject({ mandatory: count, advisory: count, waived: count, baseline: count }),
    apexes: count,
    hosts: count,
    rules: count,
  }),
  apexes: z.array(apex),
  findings: z.array(finding),
  satisfied: described(
    optional(
      z.array(
        z.strictObject({
          rule: z.enum(RULE_IDS),
          apex: optional(z.string()),
          host: optional(z.string()),
          urn: optional(urn),
        }),
      ),
    ),
    "only with --show satisfied",
  ),
  limits: z.array(z.strictObject({ messageId: z.string(), params, message: z.string() })),
}) satisfies z.ZodMiniType<Report>;

/** The JSON Schema of the report. */
export const reportJsonSchema = (): object => ({
  ...z.toJSONSchema(reportSchema),
  title: "alicloud-icp report",
});
