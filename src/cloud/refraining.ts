/** Leaves alone what is refused for being asked too much. */
import type { CloudOperation } from "../vocabulary/cloud-operations";
import type { Caller, CloudReply } from "./call";

/** So many calls of an operation that ended throttled in a row are the last ones. */
const MOST_THROTTLED = 3;

/**
 * The same caller, but of an operation that was throttled three times in a row, each with all its tries, nothing more is asked:
 * what comes after has the last answer. `cdn:CheckCdnDomainICP` may be called a hundred times in an hour, and who goes on makes
 * that hour longer: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-checkcdndomainicp
 */
export function refraining(caller: Caller): Caller {
  const throttled = new Map<CloudOperation, readonly CloudReply[]>();
  return async (call) => {
    const before = throttled.get(call.operation) ?? [];
    const last = before[MOST_THROTTLED - 1];
    if (last) return last;
    const reply = await caller(call);
    const isThrottled = "unanswered" in reply && reply.unanswered === "throttled";
    throttled.set(call.operation, isThrottled ? [...(throttled.get(call.operation) ?? []), reply] : []);
    return reply;
  };
}
