/** What the cloud said of a register, as the policy pack finds it beside that. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { verifiedText } from "../../src/register/verified-file";
import { domainSaid, says, verifiedOf } from "../support/verified";
import { brief, cdn, stack, withRegister } from "./site";
import { starter } from "./starts";

const start = starter();
const FILED = "filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\n";
const saying = (said: "filed" | "not-filed"): string =>
  verifiedText(verifiedOf({ domains: [domainSaid("example.com", { filing: says("cdn:CheckCdnDomainICP", said) })] }));

/** What the pack says of a CDN domain, with a register and such a file beside it. */
async function found(register: string, verified: string) {
  const folder = mkdtempSync(join(tmpdir(), "alicloud-icp-pack-verified-"));
  writeFileSync(join(folder, "icp.yaml"), `version: 1\nasOf: 2026-11-22\n${register}`);
  writeFileSync(join(folder, "icp.verified.json"), verified);
  const pack = await start({ config: withRegister({ register: join(folder, "icp.yaml") }) });
  const { resource, stack: whole } = await pack.preview([stack, cdn()]);
  return [...resource, ...whole];
}

it("finds a filing that the cloud denies", async () => {
  const diagnostics = await found(FILED, saying("not-filed"));
  expect(brief(diagnostics)).toEqual(["mandatory icp-register-contradicted site"]);
  expect(diagnostics[0]?.message).toContain(
    "The register says that example.com is filed, and cdn:CheckCdnDomainICP says that it is not (asked 2026-11-25T04:00:00Z)",
  );
});

it("finds nothing where the cloud says the same, and no filing in what it says alone", async () => {
  expect(await found(FILED, saying("filed"))).toEqual([]);
  expect(brief(await found("filings: []\n", saying("filed")))).toEqual([
    "advisory icp-register-differs site",
    "advisory icp-server-missing site",
    "mandatory icp-cdn-coverage site",
  ]);
});

it.each<[string, string]>([
  ["no JSON", "{"],
  ["another thing", "{}"],
  ["a moment that is yet to come", saying("filed").replaceAll("2026-11-25", "2026-11-26")],
])("says what is wrong with the file, and nothing else: %s", async (_, verified) => {
  const diagnostics = await found(FILED, verified);
  expect(brief(diagnostics)).toEqual(["mandatory icp-register web-dev"]);
  expect(diagnostics[0]?.message).toContain("icp.verified.json");
  expect(diagnostics[0]?.message).toContain("only alicloud-icp register --verify --write writes this file");
});
