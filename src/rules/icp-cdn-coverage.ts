import { message } from "../messages";
import { demand, exposureParams, filingRemedies } from "./demand";
import { rule } from "./rule";

/** A CDN or DCDN domain that covers the mainland, by its scope or by leaving it out, needs an active filing number. */
export default rule({
  id: "icp-cdn-coverage",
  group: "filing",
  level: "mandatory",
  phase: "resource",
  types: ["alicloud:cdn/domainNew:DomainNew", "alicloud:cdn/domain:Domain", "alicloud:dcdn/domain:Domain"],
  sources: ["S3-20", "S1-20", "F-01", "F-02", "F-04", "F-80"],
  judge: (context) =>
    demand("icp-cdn-coverage", context, {
      message: (exposure, at) => {
        const scope = exposure.entry?.resource.string("scope");
        return message("icp-cdn-coverage", {
          ...exposureParams(exposure, at),
          scope: scope?.state === "known" ? scope.value.toLowerCase() : "omitted",
        });
      },
      remedies: (exposure, at) => [...filingRemedies(exposure, at), { id: "scope-overseas" }],
    }),
});
