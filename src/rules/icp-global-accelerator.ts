import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { filingRemedies } from "../judging/remedies";
import { rule } from "../judging/rule";

/**
 * A host bound on an accelerator that takes requests up in the mainland needs an active filing number, from any provider
 * (F-05). A host that only DNS leads there is icp-dns-record's, whatever the listener (F-07).
 */
export default rule({
  id: "icp-global-accelerator",
  group: "filing",
  level: "mandatory",
  phase: "stack",
  sources: ["F-05", "S0-17", "F-06", "F-07", "F-78"],
  judge: (context) =>
    judgeExposures("icp-global-accelerator", context, {
      message: (exposure, at) => message("icp-global-accelerator", exposureParams(exposure, at)),
      remedies: (exposure, at) => [...filingRemedies(exposure, at), { id: "accelerate-outside" }],
    }),
});
