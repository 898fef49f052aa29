/** Leaves alone what is refused for being asked too much, and what nobody answers. */
import type { Unanswered } from "../register/verified";
import type { Caller, CloudReply } from "./call";

/** So many calls in a row that came to nothing in the same way are the last ones. */
const MOST_IN_VAIN = 3;

/** What the next call of the same operation would come to as well, after all tries of each. */
const IN_VAIN: readonly Unanswered[] = ["throttled", "unreachable"];

/**
 * The same caller, but of an operation that was throttled or not reached three times in a row, each with all its tries, nothing
 * more is asked in that region: what comes after has the last answer. `cdn:CheckCdnDomainICP` may be called a hundred times in
 * an hour: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-checkcdndomainicp. Where nobody
 * answers, each call takes all the time that it may take.
 */
export function refraining(caller: Caller): Caller {
  const inVain = new Map<string, readonly CloudReply[]>();
  return async (call) => {
    const key = [call.operation, call.region].join(" ");
    const last = inVain.get(key)?.[MOST_IN_VAIN - 1];
    if (last) return last;
    const reply = await caller(call);
    const isInVain = "unanswered" in reply && IN_VAIN.includes(reply.unanswered);
    inVain.set(key, isInVain ? [...(inVain.get(key) ?? []), reply] : []);
    return reply;
  };
}
