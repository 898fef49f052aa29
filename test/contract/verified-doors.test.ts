/** What icp.verified.json keeps is found by every door, means the same at each, and declares nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkPlans } from "../../src/library/check";
import { openRegister } from "../../src/register/open";
import { verifiedText } from "../../src/register/verified-file";
import type { Verified } from "../../src/register/verified";
import type { Report } from "../../src/report/types";
import { cli, emptyFolder, preview } from "../cli/terminal";
import { bothDoors, type Preview } from "../parity/parity";
import { TODAY } from "../support/rule-tester";
import { domainSaid, says, serverSaid, silent, verifiedOf } from "../support/verified";

const PLAN = preview("cdn-scope-omitted");
const DECLARED = `filings:
  - domain: example.com
    number: 浙ICP备12345678号-1
    status: active
    account: "1"
    accessProviders: [{ name: aliyun }]
    servers: [{ product: ecs, id: i-1, account: "1", expiresOn: 2027-12-01 }]
accounts: [{ id: "1", site: china }]
`;
const NOT_FILED = domainSaid("example.com", { filing: says("cdn:CheckCdnDomainICP", "not-filed") });
const DENIED = verifiedOf({
  domains: [NOT_FILED],
  servers: [serverSaid("i-1", { server: silent("ecs:DescribeInstances", "not-found") })],
});
const CONFIRMED = verifiedOf({ domains: [domainSaid()], servers: [serverSaid()] });

/** A folder with a register of a day, and what the cloud said beside it. */
function folderWith(verified: Verified | undefined, { asOf = "2026-11-22", declared = DECLARED } = {}): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "icp.yaml"), `version: 1\nasOf: ${asOf}\n${declared}`);
  if (verified) writeFileSync(join(cwd, "icp.verified.json"), verifiedText(verified));
  return cwd;
}

/** The report of the command about the plan, or about the register alone. */
async function checked(cwd: string, command: "check" | "register" = "check"): Promise<Report> {
  const given = command === "check" ? [PLAN, "--register", "icp.yaml"] : [];
  const { out, err } = await cli([command, ...given, "--now", TODAY, "-f", "json"], { cwd });
  expect(err).toBe("");
  return JSON.parse(out) as Report;
}

const found = ({ findings }: Report) =>
  findings.map(({ rule, verdict, level, message }) => ({ rule, verdict, level, message }));
const contradicted = (message: string) => ({
  rule: "icp-register-contradicted",
  verdict: "violation",
  level: "mandatory",
  message: `${message} (asked 2026-11-25T04:00:00Z)`,
});
const DENIED_FILING = contradicted(
  "The register says that example.com is filed, and cdn:CheckCdnDomainICP says that it is not",
);
const DENIED_SERVER = contradicted(
  "The register says that the filing of example.com is made with i-1, and ecs:DescribeInstances finds no such server in its account",
);

describe("what the cloud denies", () => {
  it("is the same to the command, the library and the pack", async () => {
    const cwd = folderWith(DENIED);
    const command = await checked(cwd);
    expect(found(command)).toEqual([DENIED_FILING]);
    const library = checkPlans({ plans: [PLAN], register: join(cwd, "icp.yaml"), today: TODAY, env: {} });
    expect(found(library)).toEqual(found(command));
    expect(library.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      command.findings.map(({ fingerprint }) => fingerprint),
    );
    const register = openRegister({ explicit: join(cwd, "icp.yaml"), env: {}, startFolders: [], today: TODAY });
    const doors = bothDoors(JSON.parse(readFileSync(PLAN, "utf8")) as Preview, register);
    expect(doors.pack).toEqual(doors.command);
    expect(doors.judged.pack.findings.map(({ rule }) => rule)).toEqual([DENIED_FILING.rule]);
    // What no plan shows is a matter of the register alone.
    expect(found(await checked(cwd, "register"))).toEqual([DENIED_FILING, DENIED_SERVER]);
  });

  it("is one finding, whenever it was asked: a baseline that has it still does", async () => {
    const later = JSON.parse(
      verifiedText(DENIED).replaceAll("2026-11-25T04:00:00Z", "2026-11-25T05:06:07Z"),
    ) as Verified;
    const prints = async (verified: Verified) =>
      (await checked(folderWith(verified))).findings.map(({ fingerprint }) => fingerprint);
    expect(await prints(later)).toEqual(await prints(DENIED));
    const cwd = folderWith(DENIED);
    expect((await cli(["baseline", PLAN, "--register", "icp.yaml"], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, "icp.verified.json"), verifiedText(later));
    const argv = ["check", PLAN, "--register", "icp.yaml", "--baseline", "icp-baseline.json", "--now", TODAY];
    expect((await cli(argv, { cwd })).code).toBe(0);
  });

  it("is none where the register was touched since", async () => {
    const before = JSON.parse(verifiedText(DENIED).replaceAll("2026-11-25", "2026-11-21")) as Verified;
    expect(found(await checked(folderWith(before, { asOf: "2026-11-21" })))).toHaveLength(1);
    const { findings, register } = await checked(folderWith(before, { asOf: "2026-11-22" }));
    expect(findings).toEqual([]);
    expect(register.filings.map(({ verified }) => verified)).toEqual([undefined]);
  });

  it("is none to a plan where it was not answered", async () => {
    const filing = silent("cdn:CheckCdnDomainICP", "throttled");
    const { findings, register } = await checked(
      folderWith(verifiedOf({ domains: [domainSaid("example.com", { filing })] })),
    );
    expect(findings).toEqual([]);
    expect(register.filings.map(({ verified }) => verified)).toEqual([undefined]);
  });
});

describe("what was said is shown", () => {
  it.each<[string, Verified, string, string]>([
    ["en", CONFIRMED, "verified as filed by cdn:CheckCdnDomainICP on 2026-11-25", "2026-11-25"],
    ["zh", CONFIRMED, "cdn:CheckCdnDomainICP 于 2026-11-25 核实为已备案", "2026-11-25"],
    ["en", DENIED, "verified as not filed by cdn:CheckCdnDomainICP on 2026-11-25", "2026-11-25 (not filed)"],
    ["zh", DENIED, "cdn:CheckCdnDomainICP 于 2026-11-25 核实为未备案", "2026-11-25（未备案）"],
  ])("as text, page and Markdown, of a plan and of a register alone: %s, %#", async (lang, verified, note, cell) => {
    const cwd = folderWith(verified);
    const shown = async (argv: readonly string[], format: string): Promise<string> => {
      const { out } = await cli([...argv, "-f", format, "--lang", lang, "--show", "satisfied"], {
        cwd,
        isTTY: true,
        columns: 120,
        env: { NO_COLOR: "1" },
      });
      return out.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ");
    };
    const check = ["check", PLAN, "--register", "icp.yaml"];
    for (const format of ["text", "html", "markdown"]) expect(await shown(check, format), format).toContain(note);
    expect(await shown(["register"], "text")).toContain(cell);
    expect(await shown(["register"], "html")).toContain(note);
  });

  it("as JSON, with what was said, by which operation and on which day", async () => {
    const verified = { operation: "cdn:CheckCdnDomainICP", on: "2026-11-25" };
    for (const [said, filed] of [
      [CONFIRMED, true],
      [DENIED, false],
    ] as const) {
      const { register, apexes } = await checked(folderWith(said));
      expect(register.filings.map((filing) => filing.verified)).toEqual([{ filed, ...verified }]);
      expect(apexes.map(({ filing }) => filing?.verified)).toEqual([{ filed, ...verified }]);
    }
  });
});

describe("what the cloud says is filed", () => {
  const rulesOf = ({ findings }: Report) => findings.map(({ rule, verdict, level }) => `${level} ${verdict} ${rule}`);
  const UNLISTED = ["mandatory violation icp-cdn-coverage", "advisory violation icp-server-missing"];

  it.each<[string, string, readonly string[]]>([
    ["filings: []\n", "unlisted", UNLISTED],
    ["filings: [{ domain: example.com, status: unfiled }]\n", "unfiled", UNLISTED],
    ["filings: [{ domain: example.com, status: revoked }]\n", "revoked", UNLISTED],
  ])("is not filed by that where the register says %s", async (declared, state, rules) => {
    const without = await checked(folderWith(undefined, { declared }));
    const report = await checked(folderWith(CONFIRMED, { declared }));
    expect(rulesOf(without)).toEqual(rules);
    expect(rulesOf(report).filter((one) => !one.includes("icp-register-differs"))).toEqual(rules);
    expect(rulesOf(report).filter((one) => one.includes("icp-register-differs"))).toEqual([
      "advisory violation icp-register-differs",
    ]);
    expect(report.apexes.map((apex) => apex.state)).toEqual([state]);
    expect(report.summary.findings.mandatory).toBe(without.summary.findings.mandatory);
  });
});
