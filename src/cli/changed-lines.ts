import { plainLine } from "../base/plain";

/** So far is looked ahead for a line that both texts have. */
const FAR = 1000;

/** The lines in which two texts differ: `icp.yaml:12: + …`, those that go before those that come. */
export function changedLines(before: string, after: string, name: string): string {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const shown: string[] = [];
  const show = (lines: readonly string[], from: number, to: number, sign: string): void => {
    for (let at = from; at < to; at++) shown.push(`${plainLine(`${name}:${at + 1}: ${sign} ${lines[at] ?? ""}`)}\n`);
  };
  for (let from = 0, to = 0; from < old.length || to < now.length;) {
    const { gone, come } = stepTo(old, from, now, to);
    show(old, from, from + gone, "-");
    show(now, to, to + come, "+");
    from += gone + 1;
    to += come + 1;
  }
  return shown.join("");
}

/** How many lines go and come before the next line that both have; all that are left where there is none. */
function stepTo(
  old: readonly string[],
  from: number,
  now: readonly string[],
  to: number,
): { readonly gone: number; readonly come: number } {
  for (let both = 0; both <= FAR; both++) {
    for (let gone = 0; gone <= both; gone++) {
      const come = both - gone;
      if (from + gone < old.length && to + come < now.length && old[from + gone] === now[to + come])
        return { gone, come };
    }
  }
  return { gone: old.length - from, come: now.length - to };
}
