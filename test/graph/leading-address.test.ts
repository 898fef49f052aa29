import { expect, it } from "vitest";
import { Exposures } from "../../src/graph/exposures";
import { products } from "../../src/products";
import { planOf, ref, type ResourceSpec } from "../support/plan";
import { association, eip, instance, record, resource, web } from "../support/stacks";

const [IP, OTHER] = ["47.96.0.10", "47.96.0.11"];
const exists = (ipAddress: string) => ({ outputs: { ipAddress }, rest: { change: "same", id: "eip-1" } });
const server = [...web, instance("server")];
const bound = [...server, association("bind", "ip", "server")];
const route53 = (records: readonly string[]) =>
  resource("aws:route53/record:Record", "www", { name: "www.example.com", type: "A", records });

/** The address that led each exposure on, and the resource that holds it. */
const leading = (specs: readonly ResourceSpec[]): string[] =>
  new Exposures(planOf(specs), products).all.map(({ ledBy }) => {
    if (!ledBy) return "none";
    const { owner, value } = ledBy;
    return `${owner.name} ${value.state === "known" ? value.value : value.state}`;
  });

it.each<[string, readonly ResourceSpec[], readonly string[]]>([
  ["a reference to an EIP", [...bound, eip("ip", {}, exists(IP)), record("www", ref("ip"))], [`ip ${IP}`]],
  ["a reference to an EIP of an unknown address", [...bound, eip("ip"), record("www", ref("ip"))], ["ip unknown"]],
  ["the address of an EIP", [...bound, eip("ip", {}, exists(IP)), record("www", IP)], [`ip ${IP}`]],
  [
    "each address of one record, its own",
    [...bound, eip("ip", {}, exists(IP)), eip("other", {}, exists(OTHER)), route53([IP, OTHER])],
    [`ip ${IP}`, `other ${OTHER}`],
  ],
  ["a reference to an instance, none", [...server, record("www", ref("server"))], ["none"]],
])("%s", (_, specs, expected) => {
  expect(leading(specs)).toEqual(expected);
});
