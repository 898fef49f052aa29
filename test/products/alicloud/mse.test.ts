import { expect, test } from "vitest";
import { mse } from "../../../src/products/alicloud/api-gateway/mse";
import { planOf, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const GATEWAY = "alicloud:mse/gateway:Gateway";
const HANGZHOU = "mainland cn-hangzhou by config";
const entry = (reach: string, location = HANGZHOU, addresses: string[] = []) => [
  { is: "entry", resource: "main", kind: "mse", tier: "access", location, reach, addresses },
];
const read = (inputs: Properties, rest: Partial<ResourceSpec> = {}, region = "cn-hangzhou") =>
  contributed(mse, planOf([{ type: GATEWAY, inputs: { slbSpec: "slb.s1.small", ...inputs }, ...rest }], { region }));

test.each<[string, Properties, string]>([
  ["with a public load balancer", { internetSlbSpec: "slb.s1.small" }, "public"],
  ["with a private one only", {}, "private"],
  ["with an empty word for the public one", { internetSlbSpec: "" }, "private"],
  ["perhaps with a public one", { internetSlbSpec: unknownValue }, "(computed)"],
])("a gateway %s", (_, inputs, reach) => {
  expect(read(inputs)).toEqual(entry(reach));
});

test("a gateway is where its provider is", () => {
  const inputs = { internetSlbSpec: "slb.s1.small" };
  expect(read(inputs, {}, "ap-southeast-1")).toEqual(entry("public", "outside ap-southeast-1 by config"));
  expect(read(inputs, {}, "xx-nowhere")).toEqual(entry("public", "(region-unlisted)"));
});

test("a gateway that exists shows its load balancers", () => {
  const slbLists = [
    { slbIp: "10.0.0.1", type: "PRIVATE_NET" },
    { slbIp: "47.96.0.1", type: "PUB_NET" },
  ];
  expect(read({}, { outputs: { slbLists } })).toEqual(entry("public", HANGZHOU, ["10.0.0.1", "47.96.0.1"]));
  expect(read({}, { outputs: { slbLists: slbLists.slice(0, 1) } })).toEqual(entry("private", HANGZHOU, ["10.0.0.1"]));
});

test("nothing is assumed of properties that the plan hides", () => {
  expect(read({ slbSpec: null }, { rest: { hidden: "hidden" } })).toEqual(entry("(hidden)", HANGZHOU, ["(hidden)"]));
});

test.each(Object.keys(mse).filter((type) => type !== GATEWAY))("%s contributes nothing", (type) => {
  expect(contributed(mse, planOf([{ type, inputs: { netType: "pubnet", pubNetworkFlow: "1" } }]))).toEqual([]);
});
