import type { Context } from "../filing/context";
import { servingsOf, type Serving } from "../filing/hosts/addresses";
import { previousExposures } from "../filing/hosts/previous";
import { doubtOf, exposuresOf } from "../filing/scope";
import { isFiled } from "../filing/state";
import { SATISFIED, undeterminedBy, violates, type Verdict } from "../filing/verdict";
import { message, type Filling, type Message } from "../messages";
import { doubt } from "../plan/fact";
import { ipsOf, isIpBound, judgeAddresses, keyOf, type ServedAddress } from "../judging/addresses";
import { unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/**
 * A commercial licence names the serving address, and the address or load balancer is another one: than the register
 * says, or where it does not say, than before this plan (S3-25, S1-18).
 */
export default rule({
  id: "icp-licence-ip",
  group: "break",
  level: "mandatory",
  phase: "stack",
  section: "commercial",
  sources: ["S3-25", "S1-18", "F-48"],
  judge: (context) =>
    context.register.filings
      .filter((filing) => isIpBound(filing) && isFiled(context.stateOf(filing.domain)))
      .flatMap((filing) =>
        judgeAddresses(filing, context, {
          check,
          remedies: ({ host }) => [{ id: "update-licence", params: { host, file: context.register.fileName } }],
        }),
      ),
});

function check(served: ServedAddress, context: Context): Verdict<Message> {
  const { filing, host, apex, serving } = served;
  if (serving.is === "unknown") return undeterminedBy(serving.doubt);
  const ips = ipsOf(filing);
  if (!ips || serving.is === "unfixed") return sinceBefore(served, context);
  if (serving.is === "address" && ips.includes(serving.address)) return SATISFIED;
  const params = { host, apex, entry: serving.name, ips: ips.join(", ") };
  return violates(
    serving.is === "address"
      ? message("icp-licence-ip", { ...params, address: serving.address })
      : message("icp-licence-ip.new", params),
  );
}

/** Whether the host was served so before; where no old state is told, only the register could say. */
function sinceBefore({ filing, host, apex, serving }: ServedAddress, context: Context): Verdict<Message> {
  const previous = previousExposures(context);
  const all = previous ? exposuresOf(host, previous) : [];
  const before = previous ? servingsOf(all) : [];
  const [first] = before;
  if (!first) return ipsOf(filing) ? undeterminedBy(doubt("no-address")) : unsaid("ips", apex);
  if (before.some((one) => keyOf({ serving: one }) === keyOf({ serving }))) return SATISFIED;
  const unknown = before.find((one) => one.is === "unknown");
  if (unknown?.is === "unknown") return undeterminedBy(unknown.doubt);
  // An address that nothing holds is a serving address all the same.
  const perhaps = all.flatMap((one) => (one.unmatched === undefined ? (doubtOf(one) ?? []) : []))[0];
  if (perhaps) return undeterminedBy(perhaps);
  const params = { host, apex, entry: textOf(serving), before: textOf(first) };
  return violates(message("icp-licence-ip.changed", params));
}

const textOf = (serving: Serving): Filling =>
  serving.is === "address" && serving.address !== serving.name
    ? message("address.of", { address: serving.address, name: serving.name })
    : serving.name;
