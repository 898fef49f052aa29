import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { filingRemedies } from "../judging/remedies";
import { rule } from "../judging/rule";

/** A custom domain on a mainland bucket needs an active filing number, from any provider. */
export default rule({
  id: "icp-oss-custom-domain",
  group: "filing",
  level: "mandatory",
  phase: "resource",
  types: ["alicloud:oss/bucketCname:BucketCname"],
  sources: ["S3-19", "F-16", "F-19"],
  judge: (context) =>
    judgeExposures("icp-oss-custom-domain", context, {
      message: (exposure, at) => message("icp-oss-custom-domain", exposureParams(exposure, at)),
      remedies: (exposure, at) => [...filingRemedies(exposure, at), { id: "bucket-outside" }],
    }),
});
