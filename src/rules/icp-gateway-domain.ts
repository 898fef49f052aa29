import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { filingRemedies } from "../judging/remedies";
import { rule } from "../judging/rule";

/**
 * A host bound on a mainland gateway, or by a host rule on an internet load balancer, needs an active filing number. A
 * custom domain tells that alone; host rules need the load balancer.
 */
export default rule({
  id: "icp-gateway-domain",
  group: "filing",
  level: "mandatory",
  phase: "resource",
  types: [
    "alicloud:fc/v3CustomDomain:V3CustomDomain",
    "alicloud:fc/customDomain:CustomDomain",
    "alicloud:apig/domain:Domain",
  ],
  sources: ["F-14", "S1-17", "F-10", "F-11", "F-12", "F-15", "C5", "S1-06"],
  judge: (context) =>
    judgeExposures("icp-gateway-domain", context, {
      message: (exposure, at) => {
        const { on } = exposure;
        const params = exposureParams(exposure, at);
        return on
          ? message("icp-gateway-domain.behind", { ...params, on: on.name, onKind: on.kind })
          : message("icp-gateway-domain", params);
      },
      remedies: (exposure, at) => [...filingRemedies(exposure, at), { id: "entry-outside" }],
    }),
});
