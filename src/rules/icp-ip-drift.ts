import type { FilingState } from "../filing/state";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import { ipsOf, isIpBound, judgeAddresses, type ServedAddress } from "../judging/addresses";
import { rule } from "../judging/rule";

/** Filings that rest on Alibaba Cloud as it is. */
const BACKED: readonly FilingState[] = ["active", "active-new", "active-provider-not-given"];

/** The serving address, where it is one that stays, is not among those of the filing: audits compare them (F-48). */
export default rule({
  id: "icp-ip-drift",
  group: "break",
  level: "advisory",
  phase: "stack",
  section: "ips",
  sources: ["S3-26", "F-48"],
  judge: (context) =>
    context.register.filings
      // A licence that is bound to the address is the matter of icp-licence-ip.
      .filter((filing) => ipsOf(filing) && !isIpBound(filing) && BACKED.includes(context.stateOf(filing.domain)))
      .flatMap((filing) =>
        judgeAddresses(filing, context, {
          check,
          onlyHere: true,
          remedies: ({ apex }) => [{ id: "update-address", params: { apex, file: context.register.fileName } }],
        }),
      ),
});

function check({ filing, host, apex, serving }: ServedAddress): Verdict<Message> {
  const params = { host, apex, entry: serving.name };
  switch (serving.is) {
    case "address":
      return ipsOf(filing)?.includes(serving.address)
        ? SATISFIED
        : violates(message("icp-ip-drift", { ...params, address: serving.address }));
    case "new":
      return violates(message("icp-ip-drift.new", params));
    case "unfixed":
      return NOT_APPLICABLE;
    case "unknown":
      return undeterminedBy(serving.doubt);
  }
}
