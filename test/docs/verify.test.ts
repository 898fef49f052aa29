/** What docs/verify.md says of asking the cloud is what the code does. */
import { describe, expect, it } from "vitest";
import { PRODUCTS } from "../../src/cloud/operations";
import { ramPolicyOf } from "../../src/cloud/policy";
import { CLOUD_OPERATIONS } from "../../src/vocabulary/cloud-operations";
import { readPage } from "./pages";

describe.each(["docs/verify.md", "docs/zh/verify.md"])("%s", (file) => {
  const { text, blocks } = readPage(file);
  const shown = blocks.filter(({ language }) => language === "json").map(({ code }) => JSON.parse(code) as unknown);

  it("shows the policy of a register with a domain and a server of ECS", () => {
    const questions = { domains: ["example.com"], servers: [{ product: "ecs", id: "i-bp1web" }] } as const;
    expect(shown[0]).toEqual(ramPolicyOf(questions));
  });

  it("names every operation in its table, and no other", () => {
    const rows = text.match(/^\|.*$/gm) ?? [];
    const named = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+:[A-Z]\w+)`/g)].map(([, name = ""]) => name));
    expect([...new Set(named)].sort()).toEqual(CLOUD_OPERATIONS.toSorted());
  });

  it("names every product that may have another endpoint", () => {
    const sentence = text.split("\n").find((line) => line.includes("`--endpoint PRODUCT=URL`")) ?? "";
    expect(Object.keys(PRODUCTS).filter((product) => !sentence.includes(`\`${product}\``))).toEqual([]);
  });
});
