import { expect, test } from "vitest";
import { gtm } from "../../src/alicloud/gtm";
import { ref, type ResourceSpec } from "../support/plan";
import { propertiesRead, sdkProperties } from "./sdk";

/** Resources whose readers look at others. */
const together: ResourceSpec[][] = [
  [
    { type: "alicloud:dns/gtmInstance:GtmInstance", name: "gtm" },
    {
      type: "alicloud:dns/addressPool:AddressPool",
      name: "pool",
      inputs: { instanceId: ref("gtm"), addresses: [{ address: "203.0.113.1" }] },
    },
    {
      type: "alicloud:dns/accessStrategy:AccessStrategy",
      name: "strategy",
      inputs: { instanceId: ref("gtm"), defaultAddrPools: [{ addrPoolId: ref("pool") }] },
    },
  ],
];

test.each(Object.keys(gtm))("the SDK has %s", (token) => {
  expect([...sdkProperties(token)]).not.toEqual([]);
});

test.each(propertiesRead(gtm, together))("the SDK has $property of $types", ({ types, property }) => {
  expect(types.filter((type) => sdkProperties(type).has(property))).not.toEqual([]);
});

test("what is read is found out", () => {
  const read = propertiesRead(gtm, together).map(({ types, property }) => `${types.join()} ${property}`);
  expect(read).toContain("alicloud:dns/gtmInstance:GtmInstance publicUserDomainName");
  expect(read).toContain("alicloud:dns/accessStrategy:AccessStrategy failoverAddrPools");
});
