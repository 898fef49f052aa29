/** Operations that are not worth calling any more. */
import type { Unanswered } from "../register/verified";
import type { Caller, CloudReply } from "./call";

/** What the next call of an operation would come to as well. */
const IN_VAIN: readonly Unanswered[] = ["throttled", "unreachable"];

/**
 * The same caller, which no longer calls an operation in a region that was throttled or not reached so many times in a row,
 * each time after all that was done about it: then its quota is spent for longer than anybody waits, as the 100 questions an
 * hour of `cdn:CheckCdnDomainICP` are, or there is no way to it, and each call would take all the time that it may. What would
 * be called gets the reply of the last one.
 */
export function untilSpent(caller: Caller, most = 3): Caller {
  const inVain = new Map<string, readonly CloudReply[]>();
  return async (call) => {
    const key = [call.operation, call.region].join(" ");
    const last = inVain.get(key)?.[most - 1];
    if (last) return last;
    const reply = await caller(call);
    const isInVain = "unanswered" in reply && IN_VAIN.includes(reply.unanswered);
    inVain.set(key, isInVain ? [...(inVain.get(key) ?? []), reply] : []);
    return reply;
  };
}
