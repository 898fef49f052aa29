import { message } from "../messages";
import { demand, exposureParams, filingRemedies } from "./demand";
import { rule } from "./rule";

/**
 * A record that forwards to a URL is served by Alibaba Cloud in the mainland and needs an active filing of its own host's
 * apex, wherever the URL leads (F-13).
 */
export default rule({
  id: "icp-url-forward",
  group: "filing",
  level: "mandatory",
  phase: "resource",
  types: ["alicloud:dns/alidnsRecord:AlidnsRecord", "alicloud:dns/record:Record"],
  sources: ["F-13"],
  judge: (context) =>
    demand("icp-url-forward", context, {
      message: (exposure, at) => message("icp-url-forward", exposureParams(exposure, at)),
      remedies: (exposure, at) => [...filingRemedies(exposure, at), { id: "hold-record" }, { id: "redirect-outside" }],
    }),
});
