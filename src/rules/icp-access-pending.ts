import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { rule } from "../judging/rule";

/** Access opens only after Alibaba Cloud is added, and 7 to 24 hours after an approval (S4-16). */
export default rule({
  id: "icp-access-pending",
  group: "filing",
  level: "advisory",
  phase: "stack",
  sources: ["S4-16", "F-46"],
  judge: (context) =>
    judgeExposures("icp-access-pending", context, {
      ground: () => undefined,
      message: (exposure, at) => {
        const params = exposureParams(exposure, at);
        const approvedAt = at.register.filingOf(params.apex)?.approvedAt;
        return params.state === "active-new"
          ? message("icp-access-pending.new", { ...params, approvedAt: approvedAt ?? at.today })
          : message("icp-access-pending.adding", params);
      },
      remedies: ({ apex }, at) => [
        { id: apex !== undefined && at.stateOf(apex) === "active-new" ? "wait-synchronisation" : "wait" },
      ],
    }),
});
