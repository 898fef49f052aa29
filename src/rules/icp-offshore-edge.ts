import { isDoubt } from "../exposure/contribution";
import type { Exposure, OriginExposure } from "../exposure/exposures";
import { isFiled } from "../filing/standing";
import { message } from "../messages";
import { doubt } from "../plan/fact";
import { groupBy } from "../plan/plan";
import { exposureParams } from "./demand";
import {
  notApplicable,
  rule,
  satisfied,
  subjectOf,
  undetermined,
  violation,
  type Context,
  type Judgement,
} from "./rule";

/**
 * An edge outside the mainland whose origin is a mainland public entry that receives the edge's Host: the block is by
 * Host, so the edge's exemption does not cover the origin (F-09b).
 */
export default rule({
  id: "icp-offshore-edge",
  group: "filing",
  level: "advisory",
  phase: "stack",
  sources: ["F-09b", "F-22"],
  judge: (context) => {
    const origins = groupBy(context.exposures.origins, ({ edge }) => edge.resource.urn);
    return context.exposures.all
      .filter((exposure) => exposure.entry?.edge === true && exposure.location.in === "outside")
      .filter((exposure) => exposure.binding === "product")
      .flatMap((exposure) =>
        (origins.get(exposure.entry?.resource.urn ?? "") ?? []).map((origin) => judge(exposure, origin, context)),
      );
  },
});

function judge(exposure: Exposure, { target }: OriginExposure, context: Context): Judgement {
  const subject = subjectOf(exposure);
  if (exposure.apex !== undefined && isFiled(context.standing(exposure.apex))) return satisfied(subject);
  if (target.is === "foreign" || target.is === "nowhere") return notApplicable(subject);
  const path = [...exposure.path, ...target.steps.map((step) => ({ ...step, why: "fetches" as const }))];
  const on = { ...(exposure.by ? { resource: exposure.by } : {}), property: "sources", path };
  const remedies = [{ id: "origin-outside" as const, params: { apex: exposure.apex ?? "?" } }];
  const unsure = (why: NonNullable<Exposure["doubts"][number]>): Judgement =>
    undetermined(subject, {
      ...on,
      message: message("undetermined", { what: exposure.host ?? exposure.by?.name ?? "" }),
      doubt: why,
      remedies,
    });
  if (exposure.apex !== undefined && context.standing(exposure.apex) === "unlisted-undetermined") {
    return unsure(doubt("unlisted", { apex: exposure.apex }));
  }
  if (target.is === "unknown") return unsure(target.doubt);
  if (target.is === "unmatched")
    return unsure({ why: "unmatched-address", params: { address: target.address }, waitsFor: [] });
  const { entry } = target;
  if (entry.location.in === "outside") return notApplicable(subject);
  // A bucket's default domain is asked for by the bucket's own Host, unless the host is bound on the bucket as well.
  if (entry.kind === "oss" && !isBoundOn(exposure.host, entry.resource.urn, context)) return notApplicable(subject);
  const doubts = [entry.reach].filter(isDoubt);
  if (entry.location.in === "undetermined") doubts.push(entry.location.doubt);
  doubts.push(...exposure.doubts);
  const [first] = doubts;
  if (first) return unsure(first);
  return violation(subject, {
    ...on,
    message: message("icp-offshore-edge", {
      ...exposureParams(exposure, context),
      entry: entry.resource.name,
      kind: entry.kind,
      region: entry.location.in === "mainland" ? entry.location.region : "?",
    }),
    remedies,
  });
}

const isBoundOn = (host: string | undefined, urn: string, context: Context): boolean =>
  context.exposures.graph.bindings.some(
    (binding) => binding.entry.resource.urn === urn && binding.host.state === "known" && binding.host.value === host,
  );
