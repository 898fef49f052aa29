import { planOf, ref, unknownValue } from "../support/plan";
import { filed, ruleTester, unfiled } from "../support/rule-tester";
import { cdn, instance, provider, record, subscription, web } from "../support/stacks";

const site = [...web, instance("server"), record("www", ref("server"))];
const own = "icp-filed-domain-offshore violation www.example.com";
const hongkong = { region: "cn-hongkong" };
const mainland = [
  provider("mainland", "cn-hangzhou"),
  {
    ...instance("home", { ...subscription }),
    rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::mainland" },
  },
];

ruleTester("icp-filed-domain-offshore", {
  violations: {
    "www in Hong Kong": [planOf(site, hongkong), filed(), [own]],
    "the apex itself": [
      planOf([...web, instance("server"), record("@", ref("server"))], hongkong),
      filed(),
      ["icp-filed-domain-offshore violation example.com"],
    ],
    "a declared host": [
      planOf([...web, instance("server"), record("shop", ref("server"))], hongkong),
      filed("example.com", "accessProviders: [{ name: aliyun }], hosts: [shop.example.com]"),
      ["icp-filed-domain-offshore violation shop.example.com"],
    ],
    "on an overseas CDN only": [planOf([cdn("edge", { scope: "overseas" })]), filed(), [own]],
    "a wildcard answers for www": [
      planOf([...web, instance("server"), record("*", ref("server"))], hongkong),
      filed(),
      [own],
    ],
    "a wildcard answers for a declared host": [
      planOf(
        [...web, instance("server"), record("*", ref("server")), ...mainland, record("www", ref("home"))],
        hongkong,
      ),
      filed("example.com", "accessProviders: [{ name: aliyun }], hosts: [shop.example.com, pay.example.com]"),
      ["icp-filed-domain-offshore violation shop.example.com"],
    ],
  },
  satisfied: {
    "in the mainland": [planOf(site), filed(), []],
    "a host that keeps one mainland exposure": [
      planOf([...site, ...mainland, { ...record("www", ref("home"), { line: "telecom" }), name: "second" }], hongkong),
      filed(),
      [],
    ],
  },
  undetermined: {
    "where it leads is not known": [
      planOf([record("www", unknownValue)]),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
    "on a line that only some visitors get": [
      planOf([...web, instance("server"), record("www", ref("server"), { line: "oversea" })], hongkong),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
    "the plan hides resources": [
      planOf(site, { ...hongkong, missing: 2 }),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com", "icp-undetermined undetermined -"],
    ],
  },
  silent: {
    "an unfiled domain": [planOf(site, hongkong), unfiled(), []],
    "another host is the split rule's": [
      planOf([...web, instance("server"), record("eu", ref("server"))], hongkong),
      filed(),
      ["icp-filed-domain-split violation eu.example.com"],
    ],
  },
});
