import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { group, instance, opens, subscription } from "../support/stacks";

const servers = (...entries: string[]) =>
  register(`filings: [{ domain: example.com, status: active, servers: [${entries.join(", ")}] }]\n`);
const byGlob = servers('{ product: ecs, resource: "*::server" }');
const byStack = servers('{ product: ecs, resource: "*::server", stack: "web/*" }');
const server = (rest = {}) => [group(), opens("22/22"), instance("server", subscription, { rest })];
const own = "icp-server-removed violation example.com";

ruleTester("icp-server-removed", {
  violations: {
    "deleted by the plan": [planOf(server({ change: "delete" })), byGlob, [own]],
    "replaced by the plan": [planOf(server({ change: "replace" })), byGlob, [own]],
    "gone from the stack that holds it": [planOf([]), byStack, [own]],
    "the other server has expired": [
      planOf(server({ change: "delete" })),
      servers('{ product: ecs, resource: "*::server" }', "{ product: sas, id: old, expiresOn: 2026-01-01 }"),
      [own],
    ],
  },
  satisfied: {
    "still there": [planOf(server()), byGlob, []],
    "another server of the filing lives elsewhere": [
      planOf(server({ change: "delete" })),
      servers('{ product: ecs, resource: "*::server" }', "{ product: sas, id: abc }"),
      [],
    ],
  },
  undetermined: {
    "not shown, and the plan hides resources": [
      planOf([], { missing: 9 }),
      byStack,
      ["icp-server-removed undetermined example.com", "icp-undetermined undetermined -"],
    ],
  },
  silent: {
    "another stack holds it": [planOf([]), servers('{ product: ecs, resource: "*::server", stack: "other/*" }'), []],
    "no stack is said to hold it": [planOf([]), byGlob, []],
    "the apex is not filed": [
      planOf(server({ change: "delete" })),
      register(
        'filings: [{ domain: example.com, status: revoked, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      [],
    ],
  },
});
