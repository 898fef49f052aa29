import type { Context } from "../filing/context";
import { fetchedIn, offshoreIn, type Fetched } from "../filing/edge-origins";
import { isFiled, type FilingState } from "../filing/state";
import { message } from "../messages";
import { judgeOrigin, originParams, providerVerdict } from "../judging/origins";
import { declareAccess } from "../judging/remedies";
import { rule } from "../judging/rule";

/**
 * An edge asks for any filing number, but what it fetches from may ask for more: a mainland entry that receives the visitor's
 * Host is blocked when Alibaba Cloud is not among the access providers of the filing (F-09b, S2-06). For edges outside the
 * mainland icp-offshore-edge says it.
 */
export default rule({
  id: "icp-origin-provider",
  group: "filing",
  level: "advisory",
  phase: "stack",
  sources: ["S2-06", "F-09b", "F-14", "F-55"],
  judge: (context) => {
    const isOffshore = offshoreIn(context.exposures);
    return fetchedIn(context.exposures)
      .filter(({ exposure }) => isOffshore(exposure) === false)
      .map((fetched) =>
        judgeOrigin(fetched, context, {
          verdict: verdictAt,
          message: (one, apex, at) => message("icp-origin-provider", originParams(one, apex, at)),
          remedies: (_, apex, at) => [{ id: "add-access", params: { apex } }, declareAccess(apex, at)],
        }),
      );
  },
});

/** Without a number the rule of the edge's own product speaks. */
const verdictAt = (state: FilingState, fetched: Fetched, context: Context) =>
  isFiled(state) ? providerVerdict(state, fetched, context) : undefined;
