/** The path that a finding shows: each resource on the way from a host to what serves it, and why it follows. */
import { expect, it } from "vitest";
import { Exposures } from "../../src/graph/exposures";
import { products } from "../../src/products";
import { planOf, ref, type ResourceSpec } from "../support/plan";
import { association, bucket, cdn, cname, customDomain, eip, instance, record, web } from "../support/stacks";

const paths = (specs: readonly ResourceSpec[]): readonly string[] =>
  new Exposures(planOf(specs), products).all.map(({ path }) =>
    path.map(({ resource, why }) => `${resource.name} ${why}`).join(", "),
  );

it.each<[string, readonly ResourceSpec[], readonly string[]]>([
  ["a host that is bound", [cdn("site")], ["site hosts"]],
  ["a custom domain of a bucket", [bucket("media"), customDomain("img", ref("media"))], ["img hosts, media entry"]],
  [
    "a record to an instance",
    [...web, instance("server"), record("www", ref("server"))],
    ["www-record record, server refers"],
  ],
  [
    "a record to an EIP of an instance",
    [...web, instance("server"), eip("ip"), association("bind", "ip", "server"), record("www", ref("ip"))],
    ["www-record record, ip refers, bind binds, server entry"],
  ],
  [
    "a record to a CDN domain",
    [cdn("site", { domainName: "cdn.example.com" }), cname("www", ref("site"))],
    ["site hosts", "www-record record, site refers"],
  ],
])("%s", (_, specs, expected) => {
  expect(paths(specs)).toEqual(expected);
});
