/** The JSON report as a schema: what `report.schema.json` is written from. Stable and versioned; `types.ts` says the same. */
import { z } from "zod";
import { GROUPS, RULE_IDS } from "../vocabulary/rule-ids";
import type { Report } from "./types";

const urn = z.string().describe("a resource's URN");
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const step = z.strictObject({
  urn,
  type: z.string(),
  name: z.string(),
  why: z.string().describe("how the path came to this resource"),
});
const location = z.strictObject({
  in: z.enum(["mainland", "outside", "undetermined"]),
  region: z.string().exactOptional(),
  scope: z.string().exactOptional().describe("where a product says that it covers, instead of a region"),
  vendor: z.string().exactOptional().describe("another vendor, instead of a region"),
});
const place = z.strictObject({
  file: z.string().describe("from the root of the repository"),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
});
const position = z.strictObject({
  ...place.shape,
  caller: place.exactOptional().describe("where the component is made that the resource is of"),
});
const level = z.enum(["mandatory", "advisory"]);
const count = z.number().int().min(0);

const rule = z.strictObject({
  id: z.enum(RULE_IDS),
  level: level.describe("its own, whatever a register or configuration makes of it"),
  group: z.enum(GROUPS),
  title: z.string().describe("what it says, in one line"),
  help: z.string().describe("why it asks for this, in a few sentences"),
  page: z.string().describe("the page that says more, from the package's folder"),
  statements: z
    .array(z.strictObject({ id: z.string(), text: z.string(), source: z.string() }))
    .describe("what its findings rest on"),
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

const accessProviders = z.array(z.strictObject({ name: z.string(), status: z.string() })).nullable();
const text = z.string().nullable();
const day = text.describe("a day, YYYY-MM-DD");

const filing = z.strictObject({
  domain: z.string(),
  status: z.string(),
  number: text,
  entity: text,
  accessProviders,
  approvedAt: day,
  domainExpiresOn: day,
  psbNumber: text,
  servers: z.array(
    z.strictObject({
      product: z.string(),
      id: text,
      resource: text.describe("glob over URNs"),
      stack: text,
      expiresOn: day,
    }),
  ),
});

const waiver = z.strictObject({ reason: z.string(), until: z.string(), owner: text });

const register = z.strictObject({
  file: text,
  asOf: day,
  found: z.boolean(),
  stale: z.boolean().describe("older than it allows itself to be"),
  filings: z.array(filing).describe("what it says of each domain"),
  waivers: z
    .array(
      z.strictObject({
        ...waiver.shape,
        rule: z.enum(RULE_IDS),
        resource: text,
        host: text,
        apex: text,
        stack: text,
        state: z.enum(["used", "unused", "expired"]),
      }),
    )
    .describe("what it accepts for a time"),
});

const apex = z.strictObject({
  apex: z.string(),
  state: z.string(),
  filing: z.strictObject({ number: text, entity: text, accessProviders }).exactOptional(),
  hosts: z.array(z.string()),
  exposures: z.array(
    z.strictObject({
      host: z.string(),
      entry: urn.nullable(),
      place: location,
      tier: z.enum(["access", "number", "none"]).nullable(),
      verdict: z
        .enum(["violation", "undetermined", "satisfied", "not-applicable"])
        .describe("what the filing rules make of it"),
      path: z.array(step),
    }),
  ),
});

const finding = z.strictObject({
  rule: z.enum(RULE_IDS),
  verdict: z.enum(["violation", "undetermined"]),
  level,
  plan: z.string(),
  apex: z.string().exactOptional(),
  host: z.string().exactOptional().describe("the host that the message speaks of"),
  hosts: z.array(z.string()).describe("all hosts of which it holds"),
  unnamed: z.array(z.string()).exactOptional().describe("resources by which hosts of unknown names are served besides"),
  urn: urn.exactOptional(),
  resource: z.strictObject({ type: z.string(), name: z.string() }).exactOptional(),
  resources: z
    .array(z.strictObject({ urn, type: z.string(), name: z.string() }))
    .describe("all resources on which it is reported"),
  property: z.string().exactOptional(),
  waitsFor: z.array(urn).exactOptional(),
  position: position.exactOptional(),
  path: z.array(step),
  messageId: z.string(),
  params,
  doubt: z.strictObject({ id: z.string(), params }).exactOptional().describe("why it is undetermined"),
  message: z.string(),
  remedies: z.array(
    z.strictObject({
      id: z.string(),
      params: params.exactOptional(),
      text: z.string(),
      snippet: z.string().exactOptional().describe("lines to paste as they are"),
    }),
  ),
  statements: z.array(z.string()).describe("what it rests on: its own statement first, then the others of its rule"),
  waived: z.literal(true).exactOptional(),
  waiver: waiver.exactOptional(),
  baseline: z.literal(true).exactOptional().describe("it is one of those that were accepted before"),
  fingerprint: z.string(),
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  language: z.enum(["en", "zh"]).describe("the language of its texts"),
  tool: z.strictObject({ name: z.literal("alicloud-icp"), version: z.string(), dataAsOf: z.string() }),
  now: z.string().describe("the day everything was judged against, in Asia/Shanghai"),
  plans: z.array(plan),
  register,
  rules: z.array(rule).describe("the rules that have findings"),
  summary: z.strictObject({
    judgements: z.strictObject({ violation: count, undetermined: count, satisfied: count, notApplicable: count }),
    findings: z.strictObject({ mandatory: count, advisory: count, waived: count, baseline: count }),
    apexes: count,
    hosts: count,
    rules: count,
  }),
  apexes: z.array(apex),
  findings: z.array(finding),
  satisfied: z
    .array(
      z.strictObject({
        rule: z.enum(RULE_IDS),
        apex: z.string().exactOptional(),
        host: z.string().exactOptional(),
        urn: urn.exactOptional(),
      }),
    )
    .exactOptional()
    .describe("only with --show satisfied"),
  limits: z.array(z.strictObject({ messageId: z.string(), params, message: z.string() })),
}) satisfies z.ZodType<Report>;

/** The JSON Schema of the report. */
export const reportJsonSchema = (): object => ({
  ...z.toJSONSchema(reportSchema),
  title: "alicloud-icp report",
});
