/** Operations of which too much was asked. */
import type { CloudOperation } from "../vocabulary/cloud-operations";
import type { Caller, CloudReply } from "./call";

/**
 * The same caller, which no longer calls an operation that was throttled so many times in a row, each time after all that
 * was done about it: then its quota is spent for longer than anybody waits, as the 100 questions an hour of
 * `cdn:CheckCdnDomainICP` are. What would be called gets the reply of the last one.
 */
export function untilSpent(caller: Caller, most = 3): Caller {
  const inRow = new Map<CloudOperation, number>();
  const last = new Map<CloudOperation, CloudReply>();
  return async (call) => {
    const { operation } = call;
    const spent = last.get(operation);
    if (spent && (inRow.get(operation) ?? 0) >= most) return spent;
    const reply = await caller(call);
    const isThrottled = "unanswered" in reply && reply.unanswered === "throttled";
    inRow.set(operation, isThrottled ? (inRow.get(operation) ?? 0) + 1 : 0);
    if (isThrottled) last.set(operation, reply);
    return reply;
  };
}
