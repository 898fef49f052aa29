/** Of what an extract of an earlier version could not tell nothing is concluded: all of that is undetermined. */
import { describe, expect, it } from "vitest";
import { judge, type Judged } from "../../src/judge";
import type { Extract } from "../../src/plan/extract";
import { extractText } from "../../src/plan/extract-file";
import { joinParts, readParts } from "../../src/plan/read";
import { isWanting } from "../../src/report/format";
import { reportOf } from "../../src/report/report";
import { filed, TODAY, unfiled } from "../support/rule-tester";

const CDN = "alicloud:cdn/domainNew:DomainNew";
const BUCKET = "alicloud:oss/bucket:Bucket";

const extract = (kept: readonly string[], more: Partial<Extract> = {}): Extract => ({
  version: "0.0.1",
  project: "web",
  stack: "dev",
  region: "cn-hangzhou",
  kept: { [CDN]: kept },
  resources: [{ urn: `${CDN}::main`, change: "create", inputs: { domainName: "www.example.com" } }],
  ...more,
});

const judged = (one: Extract, register = unfiled()): Judged =>
  judge(joinParts(readParts(Buffer.from(extractText([one])), "web.icp.json")), { register, today: TODAY });

const ALL = ["domainName", "scope", "sources"];
const told = ({ findings }: Judged): readonly unknown[] =>
  findings.map(({ rule, verdict, message, doubt, remedies = [] }) => [
    rule,
    verdict,
    message.id,
    doubt?.why,
    remedies.map(({ id }) => id),
  ]);

describe("a property that an earlier version did not keep", () => {
  it("is unknown, and not absent", () => {
    const [main] = judged(extract(["domainName", "sources"])).plan.resources;
    const doubt = { why: "extract", property: "scope" };
    expect(main?.string("scope")).toMatchObject({ state: "unknown", doubt });
    expect(main?.output("scope")).toMatchObject({ state: "unknown", doubt });
    expect(main?.at("scope").at("any").elements()[0]?.presence()).toMatchObject({
      state: "unknown",
      doubt: { why: "extract" },
    });
    expect(main?.says("scope")).toBe(true);
    expect(main?.string("domainName")).toEqual({ state: "known", value: "www.example.com" });
    expect(main?.string("sources")).toEqual({ state: "absent" });
  });

  it("leaves undetermined what hangs on it, and says what to do", () => {
    expect(told(judged(extract(ALL)))).not.toEqual([]);
    expect(told(judged(extract(["domainName", "sources"]), filed()))).toContainEqual(
      expect.arrayContaining(["undetermined", "extract", expect.arrayContaining(["extract-again"])]),
    );
  });

  it("is unknown of a resource of which it kept nothing but its URN", () => {
    const bare = extract(ALL, { resources: [{ urn: `${BUCKET}::b` }] });
    const [bucket] = judged(bare).plan.resources;
    expect(bucket?.string("bucket")).toMatchObject({ state: "unknown", doubt: { why: "extract" } });
  });
});

describe("a resource of a type that an earlier version did not read", () => {
  const older = extract(ALL, {
    left: { [BUCKET]: ["a", "b"], "alicloud:ram/role:Role": ["c"] },
    gone: { [`x:y:Z$${BUCKET}`]: ["d"] },
  });

  it("counts as one that is not shown", () => {
    const result = judged(older, filed());
    expect(result.plan.untold).toBe(3);
    expect(result.plan.absenceDoubt).toMatchObject({ why: "extract-older", params: { count: 3 } });
    expect(told(result)).toContainEqual([
      "icp-undetermined",
      "undetermined",
      "icp-undetermined.extract-older",
      "extract-older",
      ["extract-again"],
    ]);
  });

  it("is said in the report", () => {
    const report = reportOf(judged(older, filed()), { language: "en" });
    expect(report.plans).toMatchObject([{ complete: false, resources: 4, alicloudResources: 4 }]);
    expect(isWanting(report)).toBe(true);
    expect(report.limits.map(({ message }) => message)).toContain(
      "web/dev is an extract of an earlier version, without 3 resources of types that are read now; write it again",
    );
  });
});
