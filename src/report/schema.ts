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
const place = z.strictObject({
  in: z.enum(["mainland", "outside", "undetermined"]),
  region: z.string().exactOptional(),
  scope: z.string().exactOptional().describe("where a product says that it covers, instead of a region"),
  vendor: z.string().exactOptional().describe("another vendor, instead of a region"),
});
const position = z.strictObject({
  file: z.string(),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
});
const level = z.enum(["mandatory", "advisory"]);
const count = z.number().int().min(0);

const rule = z.strictObject({
  id: z.enum(RULE_IDS),
  level: level.describe("its own, whatever a register or configuration makes of it"),
  group: z.enum(GROUPS),
  title: z.string().describe("what it says, in one line"),
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

const apex = z.strictObject({
  apex: z.string(),
  state: z.string(),
  hosts: z.array(z.string()),
  exposures: z.array(
    z.strictObject({
      host: z.string(),
      entry: urn.nullable(),
      place,
      tier: z.enum(["access", "number", "none"]).nullable(),
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
  message: z.string(),
  remedies: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      snippet: z.string().exactOptional().describe("lines to paste as they are"),
    }),
  ),
  statements: z.array(z.string()).describe("what it rests on: its own statement first, then the others of its rule"),
  waived: z.literal(true).exactOptional(),
  waiver: z.strictObject({ reason: z.string(), until: z.string(), owner: z.string().nullable() }).exactOptional(),
  baseline: z.literal(true).exactOptional(),
  fingerprint: z.string(),
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal("alicloud-icp"), version: z.string(), dataAsOf: z.string() }),
  now: z.string().describe("the day everything was judged against, in Asia/Shanghai"),
  plans: z.array(plan),
  register: z.strictObject({ file: z.string().nullable(), asOf: z.string().nullable(), found: z.boolean() }),
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
