import type { Context } from "../filing/context";
import { fetchedIn, offshoreIn, type Fetched } from "../filing/edge-origins";
import { evaluate } from "../filing/evaluate";
import { isFiled, assignmentOf, type FilingState } from "../filing/state";
import { isDoubt } from "../graph/contribution";
import type { Doubt } from "../plan/fact";
import { message } from "../messages";
import { judgeOrigin, originParams, providerVerdict } from "../judging/origins";
import { declareAccess, declareFiling } from "../judging/remedies";
import { rule, type Remedy } from "../judging/rule";

/**
 * An edge outside the mainland whose origin is a mainland public entry that receives the edge's Host: the block is by
 * Host, so the edge's exemption does not cover the origin, which asks for what it would ask for without the edge (F-09b).
 */
export default rule({
  id: "icp-offshore-edge",
  group: "filing",
  level: "advisory",
  phase: "stack",
  sources: ["F-09b", "F-22", "S2-06"],
  judge: (context) => {
    const isOffshore = offshoreIn(context.exposures);
    return fetchedIn(context.exposures)
      .flatMap((fetched): readonly Fetched[] => {
        const { exposure } = fetched;
        const offshore = isOffshore(exposure) || perhapsOffshore(fetched, context);
        if (!isDoubt(offshore)) return offshore ? [fetched] : [];
        return [{ ...fetched, exposure: { ...exposure, doubts: [...exposure.doubts, offshore] } }];
      })
      .map((fetched) =>
        judgeOrigin(fetched, context, {
          verdict: verdictAt,
          message: (one, apex, at) => {
            const params = originParams(one, apex, at);
            return one.asked.host === one.exposure.host
              ? message("icp-offshore-edge", params)
              : message("icp-offshore-edge.asked", params);
          },
          remedies: (_, apex, at) => remediesFor(apex, at),
        }),
      );
  },
});

/**
 * Where the place of an edge is not known, its own filing is asked for; the origin's is another matter only where another
 * domain is asked for there.
 */
function perhapsOffshore({ exposure, asked }: Fetched, context: Context): Doubt | false {
  const { location } = exposure;
  if (location.in !== "undetermined" || asked.apex === exposure.apex) return false;
  return evaluate(exposure, context).verdict.is === "satisfied" ? location.doubt : false;
}

function remediesFor(apex: string, at: Context): readonly Remedy[] {
  const { register } = at;
  if (isFiled(at.stateOf(apex))) {
    const add: Remedy = { id: "add-access", params: { apex } };
    return register.filingOf(apex)?.accessProviders ? [add, declareAccess(apex, at)] : [declareAccess(apex, at), add];
  }
  const outside: Remedy = { id: "origin-outside", params: { apex } };
  return register.filingOf(apex) ? [outside] : [declareFiling(apex, true, at), outside];
}

/** An unfiled apex lacks what any mainland entry asks for; a filed one, Alibaba Cloud where the entry asks for that. */
const verdictAt = (state: FilingState, fetched: Fetched, context: Context) =>
  isFiled(state) ? providerVerdict(state, fetched, context) : assignmentOf(state, "number").verdict;
