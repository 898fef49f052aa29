/** Few calls at once. */
import type { Caller } from "./call";

/** The same caller, with so many calls under way at a time at most; the others wait for their turn, in their order. */
export function limited(caller: Caller, most = 4): Caller {
  const waiting: (() => void)[] = [];
  let under = 0;
  return async (call) => {
    if (under >= most) await new Promise<void>((go) => waiting.push(go));
    else under++;
    try {
      return await caller(call);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else under--;
    }
  };
}
