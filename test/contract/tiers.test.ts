/** What `alicloud-icp facts` tells of tiers is what the readers go by. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import endpoints from "../../data/endpoints.json";
import tiers from "../../data/tiers.json";
import { judgeExample, exampleNames } from "../examples/examples";
import { judgeStack, stackNames } from "../stacks/stacks";

const tierOf = (kind: string): string | undefined =>
  (tiers.kinds as Readonly<Record<string, { tier: string }>>)[kind]?.tier;

/** A scheduler of Anti-DDoS that leads around it asks for what the protected resource does. */
const EITHER = ["ddos"];

describe("the table of tiers", () => {
  it.each([...exampleNames, ...stackNames])("agrees with every entry of %s", (name) => {
    const { exposures } = exampleNames.includes(name) ? judgeExample(name) : judgeStack(name);
    const entries = [...exposures.graph.entries.values()].filter(({ kind }) => !EITHER.includes(kind));
    expect(entries.filter(({ kind, tier }) => tier !== tierOf(kind)).map(({ kind, tier }) => [kind, tier])).toEqual([]);
  });

  it("agrees with the endpoint names", () => {
    const rows = endpoints.endpoints.filter(({ kind }) => kind !== "service");
    expect(rows.filter(({ kind, tier }) => tier !== tierOf(kind))).toEqual([]);
  });

  it("says of services that nothing is known, and their names say more only where they serve no web", () => {
    expect(tierOf("service")).toBe("unknown");
    const rows = endpoints.endpoints.filter(({ kind }) => kind === "service");
    expect(rows.filter(({ tier, opening }) => tier !== (opening === "none" ? "none" : undefined))).toEqual([]);
  });

  it("agrees with every kind that a reader gives a tier at once", () => {
    const found = ["src/products"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .flatMap((file) => [
          ...readFileSync(`${folder}/${file}`, "utf8").matchAll(/kind: "([a-z-]+)",\s*tier: "([a-z]+)"/g),
        ]),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(([, kind = "", tier]) => tier !== tierOf(kind)).map(([text]) => text)).toEqual([]);
  });
});
