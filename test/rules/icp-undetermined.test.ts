import { expect, it } from "vitest";
import { judge } from "../../src/judge";
import { products } from "../../src/products";
import { planOf, urnOf } from "../support/plan";
import { lines, ruleTester, TODAY, unfiled } from "../support/rule-tester";
import { cdn, cname, resource } from "../support/stacks";

const WEB = resource("acme:index:WebService", "web");

ruleTester("icp-undetermined", {
  undetermined: {
    "the plan hides resources": [
      planOf([], { missing: 3 }),
      undefined,
      ["icp-undetermined undetermined -: icp-undetermined.incomplete (incomplete) [show-sames]"],
      [
        "The plan does not show 3 unchanged resources, so nothing can be concluded from what is not in it",
        "- Run pulumi preview --json with --show-sames and without --target.",
      ],
    ],
    "one note for each type that nobody has described": [
      planOf([
        resource("alicloud:future/gateway:Gateway", "gate"),
        resource("alicloud:future/website:Website", "one"),
        resource("alicloud:future/website:Website", "two"),
      ]),
      undefined,
      [
        "icp-undetermined undetermined gate: icp-undetermined.type (not-in-plan) [report-type] at gate",
        "icp-undetermined undetermined one: icp-undetermined.type (not-in-plan) [report-type] at one",
      ],
    ],
    "one note for all of types that nobody knows which come through Terraform": [
      planOf([
        resource("alicloud:index/futureRecord:FutureRecord", "www"),
        resource("alicloud:index/alidnsRecord:AlidnsRecord", "read"),
        resource("web:tf:alicloud_future_server", "server"),
        resource("web:tf:random_password", "password"),
      ]),
      undefined,
      ["icp-undetermined undetermined www: icp-undetermined.bridged (not-in-plan) [use-native] at www"],
      [
        "2 resources of Alibaba Cloud come through Terraform (alicloud:index/futureRecord:FutureRecord, web:tf:alicloud_future_server), of a type that is not known: what is served that way is not judged",
        "- Judge by hand what they serve, or declare them with @pulumi/alicloud.",
      ],
    ],
    "a component that the program of another package makes": [
      planOf([WEB, cname("www", "www.example.net")], { unexpanded: [urnOf(WEB.type, "web")] }),
      undefined,
      [
        "icp-undetermined undetermined web: icp-undetermined.unexpanded (not-in-plan) [give-preview] at web",
        "icp-dns-record undetermined www.example.com",
      ],
      [
        "1 component is made by programs of other packages (acme:index:WebService): what they are made of is not shown, and what is served that way is not judged",
        "- Give the output of `pulumi preview --json --show-sames`, which shows what they are made of.",
      ],
    ],
    "a type of a later provider that sounds public": [
      planOf([resource("alicloud:future/httpListener:HttpListener", "listener")]),
      undefined,
      ["icp-undetermined undetermined listener: icp-undetermined.type (not-in-plan) [report-type] at listener"],
      [
        "Nobody has described alicloud:future/httpListener:HttpListener yet (1 in this plan): whether it serves the public is not judged",
        "- Check it by hand; ask for the type to be described.",
      ],
    ],
  },
  silent: {
    "a type that cannot serve the public": [planOf([resource("alicloud:log/project:Project", "logs")]), undefined, []],
    "a type that is excluded with a reason": [
      planOf([resource("alicloud:rds/dbInstanceEndpoint:DbInstanceEndpoint", "database")]),
      undefined,
      [],
    ],
    "a type that the provider has in no module": [
      planOf([resource("alicloud:index/mscSubContract:MscSubContract", "contact")]),
      undefined,
      [],
    ],
    "a type of another provider": [planOf([resource("tls:index/listener:Listener", "listener")]), undefined, []],
    "everything is decided": [
      planOf([cdn("site")]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"],
    ],
  },
});

it("knows the types that whoever judges describes himself", () => {
  const plan = planOf([resource("alicloud:future/gateway:Gateway", "gate")]);
  const own = { "alicloud:future/gateway:Gateway": () => [] };
  const judgedBy = (described: typeof products) =>
    lines(judge(plan, { register: unfiled(), today: TODAY, products: described }));
  expect(judgedBy(products)).toEqual(["icp-undetermined undetermined gate"]);
  expect(judgedBy({ ...products, ...own })).toEqual([]);
});
