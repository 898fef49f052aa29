import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { filingRemedies } from "../judging/remedies";
import { rule } from "../judging/rule";

/**
 * A host on a mainland WAF or Anti-DDoS, or on a WAF in front of a mainland origin, needs an active filing number, from
 * any provider.
 */
export default rule({
  id: "icp-protection-domain",
  group: "filing",
  level: "mandatory",
  phase: "stack",
  sources: ["S3-21", "S3-22", "S3-23", "F-20", "F-21", "F-22", "S0-19"],
  judge: (context) =>
    judgeExposures("icp-protection-domain", context, {
      message: (exposure, at) =>
        message(
          exposure.entry?.location.in === "mainland" ? "icp-protection-domain" : "icp-protection-domain.origin",
          exposureParams(exposure, at),
        ),
      remedies: (exposure, at) => [...filingRemedies(exposure, at), { id: "protection-outside" }],
    }),
});
