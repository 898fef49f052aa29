import { plainLine } from "../base/plain";

/** So many lines after two lines that differ an equal one is looked for; without one all the rest differs. */
const FARTHEST = 500;

/** The lines in which two texts differ: `icp.yaml:12: + …`, in each place those that go first. */
export function changedLines(before: string, after: string, name: string): string {
  const [old, now] = withoutCommonEnd(before.split(/\r?\n/), after.split(/\r?\n/));
  const shown = (lines: readonly string[], from: number, to: number, sign: string): string[] =>
    lines.slice(from, to).map((line, at) => `${plainLine(`${name}:${from + at + 1}: ${sign} ${line}`)}\n`);
  const changes: string[] = [];
  let [was, is] = [0, 0];
  while (was < old.length || is < now.length) {
    const [gone, come] = apart(old, was, now, is);
    changes.push(...shown(old, was, was + gone, "-"), ...shown(now, is, is + come, "+"));
    // The line after those is the same, if there is one.
    was += gone + 1;
    is += come + 1;
  }
  return changes.join("");
}

type Lines = readonly string[];

/** Both without the lines at their ends that are the same, but for those that are so from their beginnings on. */
function withoutCommonEnd(old: Lines, now: Lines): readonly [Lines, Lines] {
  const shorter = Math.min(old.length, now.length);
  let first = 0;
  while (first < shorter && old[first] === now[first]) first++;
  let last = 0;
  while (last < shorter - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  return [old.slice(0, old.length - last), now.slice(0, now.length - last)];
}

/** How many lines from here on go, and how many come, until a line is the same again; the ends are. */
function apart(old: Lines, was: number, now: Lines, is: number): readonly [number, number] {
  const [left, right] = [old.length - was, now.length - is];
  for (let distance = 0; distance <= Math.min(FARTHEST, left + right); distance++) {
    for (let gone = Math.max(0, distance - right); gone <= Math.min(distance, left); gone++) {
      const come = distance - gone;
      if (old[was + gone] === now[is + come]) return [gone, come];
    }
  }
  return [left, right];
}
