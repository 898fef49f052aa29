import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { group, instance, opens } from "../support/stacks";

const plan = planOf([group(), opens("22/22"), instance("server")]);
const own = "icp-server-quota violation site1.com";
const sites = (count: number, server: string, status = "active") =>
  register(
    `filings: [${Array.from({ length: count }, (_, at) => `{ domain: site${at + 1}.com, status: ${status}, servers: [{ ${server} }] }`).join(", ")}]\n`,
  );
const ECS = 'product: ecs, resource: "*::server"';

ruleTester("icp-server-quota", {
  violations: {
    "six sites on one server": [plan, sites(6, ECS), [own]],
    "six codes used": [plan, sites(1, `${ECS}, codesUsed: 6`), [own]],
    "what the server is counts, not what is declared": [plan, sites(6, 'resource: "*::server"'), [own]],
    "three sites on LinkedMall": [
      planOf([]),
      sites(3, 'product: linkedmall, id: mall, stack: "web/*", expiresOn: 2028-01-01', "pending-initial"),
      [own],
    ],
    "two sites on IoT Studio": [
      planOf([]),
      sites(2, 'product: iot-studio, id: studio, stack: "web/*", expiresOn: 2028-01-01', "pending-initial"),
      [own],
    ],
  },
  satisfied: {
    "five sites on one server": [plan, sites(5, ECS), []],
    "five codes used": [plan, sites(1, `${ECS}, codesUsed: 5`), []],
  },
  silent: {
    "no quota is known": [
      planOf([]),
      sites(9, 'product: other, id: x, stack: "web/*", expiresOn: 2028-01-01', "pending-initial"),
      [],
    ],
    "a server of another stack": [planOf([]), sites(9, 'product: ecs, id: i-1, stack: "other/*"'), []],
    "no servers are declared": [plan, register("filings: [{ domain: example.com, status: active }]\n"), []],
  },
});
