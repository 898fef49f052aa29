import { providerGroundOf } from "../filing/grounds";
import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { declareAccess } from "../judging/remedies";
import { rule } from "../judging/rule";

/** An `access` entry asks that Alibaba Cloud is among the access providers of the filing (S2-06). */
export default rule({
  id: "icp-access-provider",
  group: "filing",
  level: "mandatory",
  phase: "stack",
  sources: ["S2-06", "S1-04", "S3-28", "S4-06", "F-14", "F-55", "S1-03", "S1-08"],
  judge: (context) =>
    judgeExposures("icp-access-provider", context, {
      ground: providerGroundOf,
      message: (exposure, at) => message("icp-access-provider", exposureParams(exposure, at)),
      remedies: (exposure, at) => [
        { id: "add-access", params: { apex: exposure.apex ?? "" } },
        declareAccess(exposure.apex ?? "?", at),
      ],
    }),
});
