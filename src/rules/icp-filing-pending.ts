import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { holdRecord } from "../judging/remedies";
import { rule } from "../judging/rule";

/** While the first filing is pending the site must be closed and its DNS paused (F-46). */
export default rule({
  id: "icp-filing-pending",
  group: "filing",
  level: "mandatory",
  phase: "stack",
  sources: ["F-46", "S4-16", "S3-01"],
  judge: (context) =>
    judgeExposures("icp-filing-pending", context, {
      ground: () => undefined,
      message: (exposure, at) => message("icp-filing-pending", exposureParams(exposure, at)),
      remedies: (exposure) => holdRecord(exposure),
    }),
});
