import { plainLine } from "../base/plain";

/** The lines in which two texts differ: `icp.yaml:12: + …`, those that go first. */
export function changedLines(before: string, after: string, name: string): string {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  let first = 0;
  while (first < old.length && old[first] === now[first]) first++;
  let last = 0;
  while (last < old.length - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  const shown = (lines: readonly string[], sign: string): string[] =>
    lines
      .slice(first, lines.length - last)
      .map((line, index) => `${plainLine(`${name}:${first + index + 1}: ${sign} ${line}`)}\n`);
  return [...shown(old, "-"), ...shown(now, "+")].join("");
}
