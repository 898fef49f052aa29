/** What docs/verify.md says of asking the cloud is what the code does. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PRODUCTS } from "../../src/cloud/operations";
import { ramPolicyOf } from "../../src/cloud/policy";
import { readVerified, verifiedText } from "../../src/register/verified-file";
import { CLOUD_OPERATIONS } from "../../src/vocabulary/cloud-operations";
import { TODAY } from "../support/rule-tester";
import { readPage } from "./pages";

const folder = mkdtempSync(join(tmpdir(), "icp-verify-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["docs/verify.md", "docs/zh/verify.md"])("%s", (file) => {
  const { text, blocks } = readPage(file);
  const shown = blocks.filter(({ language }) => language === "json").map(({ code }) => JSON.parse(code) as unknown);

  it("shows the policy of a register with a domain, its registration and a server of ECS", () => {
    const questions = {
      ownFilings: true,
      domains: ["example.com"],
      registrations: ["example.com"],
      servers: [{ product: "ecs", id: "i-bp1web" }],
    } as const;
    expect(shown[0]).toEqual(ramPolicyOf(questions));
  });

  it("shows a file as it is written and read", () => {
    const file = join(folder, "icp.verified.json");
    writeFileSync(file, JSON.stringify(shown[2]));
    const read = readVerified(file, { name: "icp.verified.json", today: TODAY });
    expect(read && JSON.parse(verifiedText(read))).toEqual(shown[2]);
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
