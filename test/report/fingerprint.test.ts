/** What makes two findings of two runs the same one. */
import { expect, test } from "vitest";
import { judge } from "../../src/judge";
import { reportOf } from "../../src/report/report";
import { planOf, ref, type ResourceSpec } from "../support/plan";
import { TODAY, unfiled } from "../support/rule-tester";
import { group, instance, opens, record } from "../support/stacks";

/** The fingerprint of the one finding about DNS records. */
function fingerprint(port: string, www: ResourceSpec, file = "index.ts"): string {
  const at = { ...www, rest: { ...www.rest, position: () => ({ file, line: 1, column: 1 }) } };
  const judged = judge(planOf([group(), opens(port), instance("server"), at]), { register: unfiled(), today: TODAY });
  const { findings } = reportOf(judged, { language: "en", showSatisfied: false });
  const [found, ...others] = findings.filter(({ rule }) => rule === "icp-dns-record");
  if (!found || others.length > 0) throw new Error("there is one finding");
  return found.fingerprint;
}

const www = record("www", ref("server"));
const before = fingerprint("443/443", www);

test("a line that moves, and another value, change nothing", () => {
  expect(fingerprint("443/443", www, "other.ts")).toBe(before);
  expect(fingerprint("443/443", record("www", ref("server"), { ttl: 60 }))).toBe(before);
});

test("another text is another finding", () => {
  expect(fingerprint("3001/3001", www)).not.toBe(before);
});

test("another host is another finding", () => {
  expect(fingerprint("443/443", { ...record("api", ref("server")), name: "www-record" })).not.toBe(before);
});
