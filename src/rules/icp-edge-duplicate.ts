import { unlessDoubted, violates } from "../filing/verdict";
import type { Exposure } from "../graph/exposure";
import { message } from "../messages";
import { groupBy } from "../base/collections";
import { evidenceOf } from "../judging/exposures";
import { judgementOf } from "../judging/judgement";
import { rule, satisfied, subjectOf, type Judgement } from "../judging/rule";
import { kindsThat } from "../vocabulary/kinds";

/** The products that serve a domain from edge nodes. WAF and Anti-DDoS may stand before or behind one of them. */
const EDGES = kindsThat(({ edge }) => edge === "cdn-like" || edge === "delivery");

/** One host on two CDN-like products: their states conflict (S4-17). */
export default rule({
  id: "icp-edge-duplicate",
  group: "break",
  level: "advisory",
  phase: "stack",
  sources: ["S4-17"],
  judge: ({ exposures }) => {
    const bound = exposures
      .of(...EDGES)
      .filter(({ binding, host, claims }) => binding === "product" && host !== undefined && !claims);
    return [...groupBy(bound, ({ host }) => host).values()].flatMap((group) => judge(group));
  },
});

/** The exposures of a host on the product itself, one for each product at most. */
function judge(group: readonly [Exposure, ...Exposure[]]): Judgement[] {
  const kinds = [...groupBy(group, ({ entry }) => entry?.kind).values()];
  const [first = group[0], second] = kinds.map((same) => same.find(({ doubts }) => doubts.length === 0) ?? same[0]);
  if (!second) return [satisfied(subjectOf(first))];
  const why = first.doubts[0] ?? second.doubts[0];
  const host = second.host ?? "";
  const params = { host, first: first.entry?.kind ?? "", second: second.entry?.kind ?? "" };
  const verdict = unlessDoubted(violates(message("icp-edge-duplicate", params)), why);
  // One finding, with the evidence of both.
  return [second, first].map((exposure) =>
    judgementOf(verdict, subjectOf(exposure), {
      what: host,
      on: () => ({ ...evidenceOf(exposure), cause: host }),
      remedies: () => [{ id: "one-edge" }],
    }),
  );
}
