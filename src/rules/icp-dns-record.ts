import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import { validatedAtHost } from "../filing/hosts/certificates";
import { message } from "../messages";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { filingRemedies, holdRecord } from "../judging/remedies";
import { rule, type Remedy } from "../judging/rule";

/** A public record, or one the register declares, that leads to a mainland entry needs an active filing number. */
export default rule({
  id: "icp-dns-record",
  group: "filing",
  level: "mandatory",
  phase: "stack",
  sources: [
    "S2-05",
    "S0-02",
    "S0-05",
    "S1-01",
    "S1-05",
    "S2-04",
    "F-61",
    "F-63",
    "F-72",
    "F-74",
    "S0-15",
    "S1-02",
    "S1-16",
    "S1-22",
    "S2-02",
    "S4-01",
    "S4-02",
  ],
  judge: (context) =>
    judgeExposures("icp-dns-record", context, {
      message: (exposure, at) =>
        message(
          exposure.entry?.opening === "possible" ? "icp-dns-record.port" : "icp-dns-record",
          exposureParams(exposure, at),
        ),
      remedies: (exposure, at) => [
        ...filingRemedies(exposure, at),
        ...holdRecord(exposure),
        { id: "entry-outside" },
        ...validation(exposure, at),
      ],
    }),
});

/** A certificate that is validated at the host is not issued behind the block (F-63). */
function validation({ host }: Exposure, { plan }: Context): readonly Remedy[] {
  const certificate = host === undefined ? undefined : validatedAtHost(plan).get(host);
  return certificate ? [{ id: "validate-by-dns", params: { certificate: certificate.name } }] : [];
}
