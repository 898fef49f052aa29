import suffixes from "../../data/suffixes.json";
import type { Exposure } from "../graph/exposure";
import type { FilingState } from "../filing/state";
import { message } from "../messages";
import { judgeExposures, exposureParams, regionOf } from "../judging/exposures";
import { filingRemedies } from "../judging/remedies";
import { rule } from "../judging/rule";

/**
 * A domain of CDN, DCDN, VOD, Live or ESA that covers the mainland, by its scope or coverage or by leaving it out, needs
 * an active filing number.
 */
export default rule({
  id: "icp-cdn-coverage",
  group: "filing",
  level: "mandatory",
  phase: "resource",
  types: [
    "alicloud:cdn/domainNew:DomainNew",
    "alicloud:cdn/domain:Domain",
    "alicloud:dcdn/domain:Domain",
    "alicloud:dcdn/ipaDomain:IpaDomain",
    "alicloud:vod/domain:Domain",
    "alicloud:live/domain:Domain",
    "alicloud:esa/site:Site",
  ],
  sources: ["S3-20", "S1-20", "F-01", "F-02", "F-04", "F-08", "F-09", "F-80", "F-81", "S1-19", "S1-23"],
  judge: (context) =>
    judgeExposures("icp-cdn-coverage", context, {
      message: (exposure, at) => {
        const params = { ...exposureParams(exposure, at), scope: scopeOf(exposure) };
        if (exposure.claims) return message("icp-cdn-coverage.site", params);
        return message(LAPSED.includes(params.state) ? "icp-cdn-coverage.lapsed" : "icp-cdn-coverage", params);
      },
      remedies: (exposure, at) => [
        ...(isRefused(exposure) ? [{ id: "cdn-suffix" as const }] : filingRemedies(exposure, at)),
        { id: exposure.entry?.kind === "esa" ? "coverage-overseas" : "scope-overseas" },
      ],
    }),
});

/** Where there was a filing: the edge stops accelerating (F-04). */
const LAPSED: readonly FilingState[] = ["cancelling", "revoked", "empty-shell"];

/** The suffixes that CDN refuses whatever the filing (F-02). */
const REFUSED: readonly string[] = suffixes.refused.map(({ suffix }) => suffix);

const isRefused = ({ apex, entry }: Exposure): boolean =>
  entry?.kind === "cdn" && apex !== undefined && REFUSED.includes(apex.slice(apex.lastIndexOf(".") + 1));

/** What says that the mainland is covered; a site of ESA is known to be when it, or its rate plan, says so. */
function scopeOf(exposure: Exposure): string {
  const region = regionOf(exposure);
  const { entry, location } = exposure;
  const unsaid = location.in === "undetermined" ? undefined : location.unsaid;
  if (entry?.kind === "esa") return unsaid === "rate-plan" ? `plan-${region}` : `coverage-${region}`;
  return unsaid === "default" ? "omitted" : region;
}
