/** Plans that hide something, and exports among previews: what may be concluded from each of them for the others. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../../src/report/report";
import { textOf } from "../../src/report/report";
import { filed, register, unfiled } from "../support/rule-tester";
import { association, bridged, cdn, eip, instance, record, subscription, web } from "../support/stacks";
import { ref } from "../support/plan";
import { found, linesOf, together } from "./together";

const site = { has: [cdn("site", { scope: "domestic" })] };
const MISSING = "icp-server-missing violation example.com";

describe("a plan that hides something", () => {
  it("leaves in doubt what nothing that is shown has, in whichever plan", () => {
    expect(found({ "cdn/p": site }, unfiled())).toContain(MISSING);
    expect(found({ "cdn/p": site, "vm/p": { has: [] } }, unfiled())).toContain(MISSING);
    for (const vm of [{ has: [], missing: 3 }, { has: [bridged()] }]) {
      expect(found({ "cdn/p": site, "vm/p": vm }, unfiled())).not.toContain(MISSING);
      expect(found({ "cdn/p": { ...site, missing: 1 }, "vm/p": vm }, unfiled())).not.toContain(MISSING);
    }
  });

  it("is named by the doubt, and by a finding of its own", () => {
    const judged = together(
      { "cdn/p": site, "vm/p": { has: [], missing: 3 }, "db/p": { has: [], missing: 3 } },
      unfiled(),
    );
    const missing = judged.findings.find(({ rule }) => rule === "icp-server-missing");
    expect(missing && textOf(missing, "en")).toContain("the plans leave out 6 unchanged resources of db/p, vm/p");
    const { findings } = reportOf(judged, { language: "en" });
    const own = findings.filter(({ rule }) => rule === "icp-undetermined");
    expect(own.map(({ plan, message }) => [plan, message])).toEqual([
      ["db/p", expect.stringContaining("The plan does not show 3 unchanged resources")],
      ["vm/p", expect.stringContaining("The plan does not show 3 unchanged resources")],
    ]);
    expect(new Set(own.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("is one of many that are not all named", () => {
    const stacks = Object.fromEntries(
      ["a", "b", "c", "d", "e", "f", "g"].map((id) => [`${id}/p`, { has: [], missing: 1 }]),
    );
    const { plan } = together(stacks);
    expect(plan.absenceDoubt?.params).toEqual({ count: 7, stacks: "a/p, b/p, c/p, d/p, e/p, f/p, …" });
  });

  it("takes no violation away that is shown", () => {
    expect(found({ "cdn/p": site, "vm/p": { has: [], missing: 3 } }, unfiled())).toContain(
      "icp-cdn-coverage violation www.example.com",
    );
  });
});

describe("an export among previews", () => {
  const declared = register(
    "filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, id: i-1 }] }]",
  );

  it("tells what is there of its own stack alone", () => {
    const old = {
      has: [instance("old", { ...subscription, period: 1 }, { rest: { change: "unsaid", id: "i-1" } }), ...web],
    };
    const other = { has: [eip("other", {}, { rest: { change: "unsaid", id: "eip-1" } })] };
    // What an export shows was bought before: only the register can tell for how long.
    const before = "icp-server-term undetermined example.com (term-declare)";
    expect(found({ "vm/p": { ...old, applied: true }, "cdn/p": site }, declared)).toContain(before);
    const fresh = { has: [instance("filing", { ...subscription, period: 1, renewalStatus: "Normal" }), ...web] };
    const entry = "servers: [{ product: ecs, resource: '*::filing' }]";
    const byName = register(`filings: [{ domain: example.com, status: unfiled, ${entry} }]`);
    const short = "icp-server-term violation example.com";
    expect(found({ "vm/p": fresh, "cdn/p": site }, byName)).toContain(short);
    expect(found({ "vm/p": fresh, "cdn/p": site, "net/p": { ...other, applied: true } }, byName)).toContain(short);
  });

  it("does not settle what a preview leaves open", () => {
    const net = {
      has: [eip("public"), instance("server", subscription), association("bound", "public", "server"), ...web],
    };
    const dns = { has: [record("www", ref("net/p:public"))], applied: true };
    const stacks = { "net/p": net, "dns/p": dns };
    const drift = filed("example.com", "accessProviders: [{ name: aliyun }], ips: [47.96.0.1]");
    expect(linesOf(together(stacks, drift))).toEqual(["icp-ip-drift violation www.example.com"]);
  });
});
