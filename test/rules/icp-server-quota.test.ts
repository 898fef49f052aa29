import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, group, instance, opens } from "../support/stacks";

const plan = planOf([group(), opens("22/22"), instance("server")]);
const own = "icp-server-quota violation site1.com: icp-server-quota [more-codes] at server and filings[0].servers[0]";
const sites = (count: number, server: string, status = "active") =>
  register(
    `filings: [${Array.from({ length: count }, (_, at) => `{ domain: site${at + 1}.com, status: ${status}, servers: [{ ${server} }] }`).join(", ")}]\n`,
  );
const sitesText = (count: number, server: string) =>
  `filings:\n${Array.from({ length: count }, (_, at) => `  - { domain: site${at + 1}.com, status: active, servers: [{ ${server} }] }\n`).join("")}`;
const apps = (filings: string, app: string) => register(`${filings}apps: [${app}]\n`);
const ECS = 'product: ecs, resource: "*::server"';
const ownElsewhere = "icp-server-quota violation site1.com: icp-server-quota [more-codes] at filings[0].servers[0]";

ruleTester("icp-server-quota", {
  violations: {
    "six sites on one server": [
      plan,
      sites(6, ECS),
      [own],
      [
        "server is declared for 6 sites and apps, and a server of its product carries 5 service codes (the table is of 2026-11-22)",
        "- File with another server, or buy a code; a used code never returns.",
        "by S3-08",
        "server (entry)",
      ],
    ],
    "six codes used": [
      plan,
      sites(1, `${ECS}, codesUsed: 6`),
      ["icp-server-quota violation site1.com: icp-server-quota.used [more-codes] at server and filings[0].servers[0]"],
      [
        "server has used 6 service codes, and a server of its product carries 5 service codes (the table is of 2026-11-22)",
        "- File with another server, or buy a code; a used code never returns.",
        "by S3-08",
        "server (entry)",
      ],
    ],
    "what the server is counts, not what is declared": [plan, sites(6, 'resource: "*::server"'), [own]],
    "three sites on LinkedMall": [
      planOf([]),
      sites(3, 'product: linkedmall, id: mall, stack: "web/*", expiresOn: 2028-01-01', "pending-initial"),
      [ownElsewhere],
    ],
    "two sites on IoT Studio": [
      planOf([]),
      sites(2, 'product: iot-studio, id: studio, stack: "web/*", expiresOn: 2028-01-01', "pending-initial"),
      [ownElsewhere],
    ],
    "six sites on Cloud Web Hosting, one of which this plan exposes": [
      planOf([cdn("site", { domainName: "www.site1.com", scope: "overseas" })]),
      sites(6, "product: web-hosting, id: host-1, expiresOn: 2028-01-01", "pending-initial"),
      [ownElsewhere],
    ],
    "five sites and an app of one of them": [
      plan,
      apps(sitesText(5, ECS), "{ hosts: [api.site1.com], number: 浙ICP备1号-2A }"),
      [own],
    ],
  },
  satisfied: {
    "an app of a domain with two servers may be the other one's": [
      plan,
      apps(
        `${sitesText(4, ECS)}  - { domain: site5.com, status: active, servers: [{ ${ECS} }, { product: sas, id: sas-1 }] }\n`,
        "{ hosts: [api.site5.com], number: 浙ICP备1号-2A }",
      ),
      [],
    ],
    "five sites on one server": [plan, sites(5, ECS), []],
    "five codes used": [plan, sites(1, `${ECS}, codesUsed: 5`), []],
  },
  silent: {
    "Cloud Web Hosting of apexes that this plan does not expose": [
      planOf([]),
      sites(6, "product: web-hosting, id: host-1, expiresOn: 2028-01-01", "pending-initial"),
      [],
    ],
    "no quota is known": [
      planOf([]),
      sites(9, 'product: other, id: x, stack: "web/*", expiresOn: 2028-01-01', "pending-initial"),
      [],
    ],
    "a server of another stack": [planOf([]), sites(9, 'product: ecs, id: i-1, stack: "other/*"'), []],
    "no servers are declared": [plan, register("filings: [{ domain: example.com, status: active }]\n"), []],
  },
});
