/** What becomes of the servers of the register where several stacks have, or had, the same one. */
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/judge";
import { Plan } from "../../../src/plan/plan";
import { Resource, type ResourceData } from "../../../src/plan/resource";
import { part } from "../../support/plan";
import { lines, register, TODAY } from "../../support/rule-tester";
import { subscription } from "../../support/stacks";

const TYPE = "alicloud:ecs/instance:Instance";
const stackOf = (stack: string) => ({ ...part, id: `web/${stack}`, stack });
const [old, fresh] = [stackOf("old"), stackOf("new")];

const server = (stack: typeof part, change: ResourceData["change"], id = "i-a"): Resource =>
  new Resource(
    {
      urn: `urn:pulumi:${stack.stack}::web::${TYPE}::filing`,
      type: TYPE,
      name: "filing",
      id,
      change,
      inputs: { ...subscription, securityGroups: ["sg-1"] },
    },
    stack,
  );
const plan = (...resources: readonly Resource[]) => new Plan([fresh, old], resources);

const named = (entry: string) =>
  register(`filings: [{ domain: example.com, status: active, servers: [{ product: ecs, ${entry} }] }]\n`);
const said = (of: Plan, entry: string) =>
  lines(judge(of, { register: named(entry), today: TODAY })).filter((line) => /server-(removed|renewal)/.test(line));

const removed = "icp-server-removed violation example.com";
const forgotten = "icp-server-renewal violation example.com";
const entries = ["id: i-a", 'id: i-a, stack: "*"', 'id: i-a, stack: "web/old"', 'id: i-a, stack: "web/new"'];

describe("a server that moves to another stack", () => {
  it.each(entries)("is lost where the first one deletes it, named by %s", (entry) => {
    expect(said(plan(server(old, "delete"), server(fresh, "same")), entry)).toEqual([removed]);
  });

  it.each(entries)("lives on where the first one forgets it, named by %s", (entry) => {
    expect(said(plan(server(old, "forget"), server(fresh, "same")), entry)).toEqual([]);
  });

  it("is two servers where the ids differ", () => {
    const both = plan(server(old, "delete", "i-b"), server(fresh, "same"));
    expect(said(both, "id: i-a")).toEqual([]);
    expect(said(both, "id: i-b")).toEqual([removed]);
  });

  it("is nobody's where only the first one had it and forgets it", () => {
    expect(said(plan(server(old, "forget")), "id: i-a")).toEqual([forgotten]);
  });
});
