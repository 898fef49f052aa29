import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import { atOrigin } from "../filing/origins";
import { apexesToObtain, candidatesFor } from "../filing/servers/candidates";
import { toBeFiled } from "../filing/state";
import { unlessDoubted, violates } from "../filing/verdict";
import { message } from "../messages";
import { judgementOf } from "../judging/judgement";
import { notApplicable, rule, satisfied, type Judgement } from "../judging/rule";
import { KINDS } from "../vocabulary/kinds";

/** An unfiled apex in scope, and no server in plan or register that could obtain its filing (S1-21, S1-32). */
export default rule({
  id: "icp-server-missing",
  group: "server",
  level: "advisory",
  phase: "stack",
  sources: ["S1-21", "S1-32", "S1-17", "S1-38", "C4", "S2-07"],
  judge: (context) =>
    apexesToObtain(context)
      .filter((apex) => toBeFiled(context.stateOf(apex)))
      .map((apex) => judge(apex, context)),
});

function judge(apex: string, context: Context): Judgement {
  const subject = { apex };
  const exposure = context.exposures.ofApex(apex).find(isIn(context));
  if (!exposure) return notApplicable(subject);
  const { candidates, obtained, perhaps } = candidatesFor(apex, context);
  // Another server rule speaks for it, or one is there.
  if (candidates.length > 0) return notApplicable(subject);
  if (obtained) return satisfied(subject);
  const says = message("icp-server-missing", { apex, state: context.stateOf(apex) });
  return judgementOf(unlessDoubted(violates(says), perhaps), subject, {
    what: apex,
    on: () => ({
      ...(exposure.by ? { resource: exposure.by } : {}),
      path: exposure.path,
      ground: isOnlyOnCdn(apex, context) ? "S1-21" : "S1-32",
    }),
    remedies: () => [{ id: "buy-server" }],
  });
}

const isIn =
  ({ exposures }: Context) =>
  (exposure: Exposure): boolean =>
    atOrigin(exposure, exposures).location.in === "mainland";

/** Whether a CDN alone serves an apex: who only uses that needs a server to file with. */
const isOnlyOnCdn = (apex: string, { exposures }: Context): boolean =>
  exposures.ofApex(apex).every(({ entry }) => !entry || KINDS[entry.kind].edge === "cdn-like");
