/** `register --verify --write`: what it shows, what it writes, and that it writes nothing else. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { ACCOUNT } from "../cloud/account";
import type { CloudOperation } from "../../src/vocabulary/cloud-operations";
import { startCloud } from "../cloud/server";
import type { Faults } from "../cloud/state";
import type { CloudServer, Verified } from "../../src/register/verified";
import { cli, emptyFolder } from "./terminal";
import { BEHIND, CONFIRMED, DENIED, filesIn, verifying, withKeyOfTests, type Beside } from "./verifying";

withKeyOfTests();

const AT = "2026-11-25T04:00:00Z";
const WROTE = "Wrote icp.yaml, and icp.verified.json with what was said\n";
const AS_IT_WAS = "Wrote icp.verified.json with what was said; icp.yaml is as it was\n";
const ACCOUNT_ID = "1234567890123456";
const saying = <Said>(operation: CloudOperation, says: Said) => ({ operation, at: AT, account: ACCOUNT_ID, says });
const server = (expiresOn: string): CloudServer => ({
  region: "cn-hangzhou",
  charge: "subscription",
  expiresOn,
  hasPublicAddress: true,
  state: "live",
});
/** What the account says of everything, as it is kept. */
const SAID = {
  version: 1,
  at: AT,
  asOf: "2026-11-25",
  account: { operation: "sts:GetCallerIdentity", at: AT, says: ACCOUNT_ID },
  filings: saying("companyreg:QuerySuccessIcpData", [{ domain: "example.com", number: "浙ICP备12345678号-1" }]),
  domains: [
    {
      domain: "example.com",
      filing: saying("cdn:CheckCdnDomainICP", "filed"),
      registration: saying("domain:QueryDomainByDomainName", {
        realName: "verified",
        expiresOn: "2027-01-31",
        holder: "organisation",
      }),
    },
  ],
  servers: [
    {
      product: "ecs",
      id: "i-1",
      server: saying("ecs:DescribeInstances", server("2027-03-01")),
      renewal: saying("ecs:DescribeInstanceAutoRenewAttribute", "automatic"),
    },
    { product: "sas", id: "s-1", server: saying("swas-open:ListInstances", server("2027-05-09")) },
  ],
} as const satisfies Verified;
const SAID_TEXT = `${JSON.stringify(SAID, null, 2)}\n`;

const DIFFERENCE = [
  "icp.yaml:15: -       - { product: ecs, id: i-1, expiresOn: 2027-02-01 } # the oldest",
  "icp.yaml:15: +       - { product: ecs, id: i-1, expiresOn: 2027-03-01 } # the oldest",
  "icp.yaml:21: -       realName: pending",
  "icp.yaml:22: -       expiresOn: 2027-01-30 # at HiChina",
  "icp.yaml:21: +       realName: verified",
  "icp.yaml:22: +       expiresOn: 2027-01-31 # at HiChina",
];
const DATED = ["icp.yaml:3: - asOf: 2026-11-20 # by hand", "icp.yaml:3: + asOf: 2026-11-25 # by hand", ...DIFFERENCE];
const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");
const dated = (register: string): string => register.replace("asOf: 2026-11-20", "asOf: 2026-11-25");

describe("--write", () => {
  it("shows the lines that change, writes them with all comments, and keeps what was said beside", async () => {
    const { code, err, cwd } = await verifying(["--write"], { register: BEHIND });
    expect({ code, err }).toEqual({ code: 0, err: lines(DATED) + WROTE });
    expect(filesIn(cwd)).toEqual({ "icp.verified.json": SAID_TEXT, "icp.yaml": dated(CONFIRMED) });
  });

  it("says so in Chinese", async () => {
    const { err } = await verifying(["--write", "--lang", "zh"], { register: BEHIND });
    expect(err).toBe(`${lines(DATED)}已写入 icp.yaml，查询结果写入 icp.verified.json\n`);
  });

  it("changes nothing but times when it is done again", async () => {
    const { cwd } = await verifying(["--write"], { register: BEHIND });
    const again = await verifying(["--write"], { cwd });
    expect(again.err).toBe(AS_IT_WAS);
    expect(filesIn(cwd)).toEqual({ "icp.verified.json": SAID_TEXT, "icp.yaml": dated(CONFIRMED) });
    const later = await verifying(["--write"], { cwd, now: "2026-11-26T05:06:07Z" });
    const asOf = ["icp.yaml:3: - asOf: 2026-11-25 # by hand", "icp.yaml:3: + asOf: 2026-11-26 # by hand"];
    expect(later.err).toBe(lines(asOf) + WROTE);
    expect(filesIn(cwd)).toEqual({
      "icp.verified.json": SAID_TEXT.replaceAll(AT, "2026-11-26T05:06:07Z").replace(
        '"asOf": "2026-11-25"',
        '"asOf": "2026-11-26"',
      ),
      "icp.yaml": CONFIRMED.replace("2026-11-20", "2026-11-26"),
    });
  });

  it("keeps what an earlier run was told where this one is throttled, and takes it for no answer of today", async () => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED });
    const headers = { "retry-after": "3600" };
    const faults: Faults = {
      "cdn:CheckCdnDomainICP": { kind: "error", status: 429, code: "Throttling.User", headers },
    };
    const later = await verifying(["--write"], { cwd, faults, now: "2026-11-26T05:06:07Z" });
    expect(later).toMatchObject({ code: 0, err: AS_IT_WAS });
    const written = filesIn(cwd);
    expect(written["icp.yaml"]).toBe(dated(CONFIRMED));
    const { domains } = JSON.parse(written["icp.verified.json"] ?? "") as Verified;
    expect(domains.map(({ filing, registration }) => [filing, registration?.at])).toEqual([
      [SAID.domains[0].filing, "2026-11-26T05:06:07Z"],
    ]);
  });

  it("leaves a filing that the cloud denies, and the day as of which the register is", async () => {
    const { code, err, cwd } = await verifying(["--write"], { register: BEHIND + DENIED });
    expect({ code, err }).toEqual({ code: 1, err: lines(DIFFERENCE) + WROTE });
    const written = filesIn(cwd);
    expect(written["icp.yaml"]).toBe(CONFIRMED + DENIED);
    const denied = saying("cdn:CheckCdnDomainICP", "not-filed");
    const { domains } = JSON.parse(written["icp.verified.json"] ?? "") as Verified;
    expect(domains.map(({ domain, filing }) => [domain, filing])).toEqual([
      ["example.cn", denied],
      ["example.com", SAID.domains[0].filing],
    ]);
  });

  it.each<[string, string, Beside]>([
    [
      "nobody says whether a domain is filed",
      CONFIRMED,
      { state: { ...ACCOUNT, forbidden: ["cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData"] } },
    ],
    ["a server cannot be asked about", CONFIRMED.replace("id: s-1", "resource: box, stack: web/prod"), {}],
    ["nothing is asked about any domain", "version: 1\nasOf: 2026-11-20\nfilings: []\n", {}],
    [
      "a holder is another one",
      CONFIRMED.replace("type: enterprise", "type: individual-mainland").replace(", expiresOn: 2027-03-01", ""),
      {},
    ],
  ])("leaves the day as of which the register is where %s", async (_, register, beside) => {
    const { cwd } = await verifying(["--write"], { ...beside, register });
    expect(filesIn(cwd)["icp.yaml"]).toContain("asOf: 2026-11-20");
  });

  it("brings up to date even what is switched off, and then only what is so", async () => {
    const off = `rules: { icp-register-contradicted: disabled, icp-register-differs: disabled }\n`;
    const denied = await verifying(["--write"], { register: CONFIRMED + DENIED + off });
    expect(denied.code).toBe(0);
    expect(filesIn(denied.cwd)["icp.yaml"]).toBe(CONFIRMED + DENIED + off);
    const confirmed = await verifying(["--write"], { register: CONFIRMED + off });
    expect(filesIn(confirmed.cwd)["icp.yaml"]).toBe(dated(CONFIRMED) + off);
  });

  it.each<[string, string, string]>([
    ["2026-12-24", "2026-11-20", "2026-11-25"],
    ["2026-12-24", "2026-12-01", "2026-12-01"],
    ["2026-11-21", "2026-11-20", "2026-11-20"],
  ])("writes no other day than that of asking: judged on %s, of %s, becomes %s", async (now, asOf, expected) => {
    const register = CONFIRMED.replace("2026-11-20", asOf);
    const { code, cwd } = await verifying(["--write", "--now", now], { register });
    expect(code).toBe(0);
    expect(filesIn(cwd)["icp.yaml"]).toBe(CONFIRMED.replace("2026-11-20", expected));
  });

  it("adds what is not said, but no registration", async () => {
    const short = CONFIRMED.slice(0, CONFIRMED.indexOf("    registration:")).replace(", expiresOn: 2027-03-01", "");
    const { cwd } = await verifying(["--write"], { register: short });
    expect(filesIn(cwd)["icp.yaml"]).toBe(dated(CONFIRMED.slice(0, CONFIRMED.indexOf("    registration:"))));
  });

  it("says what it leaves to people: what stands in one place for several", async () => {
    const shared = CONFIRMED.replace("2027-03-01", "&day 2027-02-01").replace("2027-05-09", "*day");
    const { err, cwd } = await verifying(["--write"], { register: shared });
    expect(err.split("\n")).toEqual([
      "icp.yaml:15: filings[0].servers[0].expiresOn: is repeated elsewhere by an alias (*name), where 2027-03-01 may be wrong; write it out there, and 2027-03-01 here",
      "icp.yaml:18: filings[0].servers[1].expiresOn: is an alias (*name), and what it stands for may be meant elsewhere too; write it out here, with 2027-05-09",
      ...AS_IT_WAS.split("\n"),
    ]);
    expect(filesIn(cwd)["icp.yaml"]).toBe(shared);
  });
});

describe("--write --dry-run", () => {
  it("shows the lines that would change, and writes nothing but the reports that are asked for", async () => {
    const argv = ["--write", "--dry-run", "-f", "json=report.json"];
    const { err, cwd } = await verifying(argv, { register: BEHIND });
    expect(err).toBe(`The report is in report.json\n${lines(DATED)}`);
    const { "report.json": report, ...others } = filesIn(cwd);
    expect(report).toContain("icp-register-differs");
    expect(others).toEqual({ "icp.yaml": BEHIND });
  });

  it("shows nothing where nothing would change", async () => {
    const { err, cwd } = await verifying(["--write", "--dry-run"], { register: dated(CONFIRMED) });
    expect(err).toBe("");
    expect(filesIn(cwd)).toEqual({ "icp.yaml": dated(CONFIRMED) });
  });
});

describe("a register in another form", () => {
  const inFlow = (day: string, asOf: string): string =>
    `{version: 1, asOf: ${asOf}, filings: [{domain: example.com, status: active, number: 浙ICP备12345678号-1, accessProviders: [{name: aliyun}], registration: {expiresOn: ${day}}}]} # all\n`;
  const json = (day: string, asOf: string): string =>
    `${JSON.stringify({ version: 1, asOf, filings: [{ domain: "example.com", status: "active", number: "浙ICP备12345678号-1", accessProviders: [{ name: "aliyun" }], registration: { realName: "verified", expiresOn: day } }] }, null, 2)}\n`;
  const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

  it.each<[string, string, string, string]>([
    [
      "in one line",
      "icp.yaml",
      inFlow("2027-01-30", "2026-11-20"),
      inFlow("2027-01-31, realName: verified", "2026-11-25"),
    ],
    ["JSON", "icp.json", json("2027-01-30", "2026-11-20"), json("2027-01-31", "2026-11-25")],
    ["with the ends of lines of Windows", "icp.yaml", crlf(BEHIND), crlf(dated(CONFIRMED))],
    ["with a byte order mark", "icp.yaml", `\ufeff${BEHIND}`, `\ufeff${dated(CONFIRMED)}`],
    ["of another name", "ops.yaml", BEHIND, dated(CONFIRMED)],
  ])("keeps it: %s", async (_, name, before, after) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, name), before);
    const { code, err } = await verifying(["--write", "--register", name], { cwd });
    expect(code).toBe(0);
    expect(err).toContain(`Wrote ${name}, and ${name.split(".")[0]}.verified.json with what was said\n`);
    const { [name]: text, [`${name.split(".")[0]}.verified.json`]: said, ...others } = filesIn(cwd);
    expect({ text, others }).toEqual({ text: after, others: {} });
    expect(said).toContain('"says": "filed"');
    // What was written is read again.
    expect(await cli(["register", "--register", name], { cwd })).toMatchObject({ code: 0, err: "" });
  });
});

describe("what cannot be written", () => {
  it("leaves all as it was: a register that is read-only", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), BEHIND);
    chmodSync(join(cwd, "icp.yaml"), 0o444);
    const { code, err } = await verifying(["--write"], { cwd });
    expect([code, err.split("\n").at(-2)]).toEqual([2, "alicloud-icp: icp.yaml: cannot be written (EACCES)"]);
    expect(filesIn(cwd)).toEqual({ "icp.yaml": BEHIND });
  });

  it("leaves all as it was: a file beside it that is read-only", async () => {
    const cwd = emptyFolder();
    await verifying(["--write"], { cwd, register: CONFIRMED });
    writeFileSync(join(cwd, "icp.yaml"), BEHIND);
    chmodSync(join(cwd, "icp.verified.json"), 0o444);
    const { code, err } = await verifying(["--write"], { cwd, now: "2026-11-26T05:06:07Z" });
    expect([code, err.split("\n").at(-2)]).toEqual([2, "alicloud-icp: icp.verified.json: cannot be written (EACCES)"]);
    expect(filesIn(cwd)).toEqual({ "icp.verified.json": SAID_TEXT, "icp.yaml": BEHIND });
  });

  it("leaves all as it was: a link to where no file can be", async () => {
    const cwd = emptyFolder();
    symlinkSync("none/icp.verified.json", join(cwd, "icp.verified.json"));
    const { code, err } = await verifying(["--write"], { cwd, register: BEHIND });
    expect([code, err.split("\n").at(-2)]).toEqual([2, "alicloud-icp: icp.verified.json: cannot be written (ENOENT)"]);
    expect(readdirSync(cwd).sort()).toEqual(["icp.verified.json", "icp.yaml"]);
    expect(readFileSync(join(cwd, "icp.yaml"), "utf8")).toBe(BEHIND);
  });

  it("is the register itself as a report, or what is kept of the cloud", async () => {
    for (const name of ["icp.yaml", "icp.verified.json"]) {
      const cwd = emptyFolder();
      const { code, err } = await verifying(["--write", "-f", `json=${name}`], { cwd, register: BEHIND });
      expect([code, err.split("\n").at(-2)]).toEqual([
        2,
        `alicloud-icp: ${name}: is one of the files to be read; write another one`,
      ]);
      expect(filesIn(cwd)).toEqual({ "icp.yaml": BEHIND });
    }
  });

  it("is a folder in the place of what is kept, before anything is asked", async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "icp.verified.json"));
    const { code, err, requests } = await verifying(["--write"], { cwd, register: BEHIND });
    expect([code, requests]).toEqual([2, []]);
    expect(err).toContain("alicloud-icp: icp.verified.json: is no file; remove it\n");
  });
});

it("writes into the entries as they are by then, where somebody edits the register while the cloud is asked", async () => {
  const cwd = emptyFolder();
  const file = join(cwd, "icp.yaml");
  const other = `  - domain: added.cn
    status: unfiled
    registration: { realName: missing, expiresOn: 2027-06-01 } # not asked about
`;
  const edited = BEHIND.replace("  # The shop.\n", `${other}  # The shop.\n`);
  writeFileSync(file, BEHIND);
  const cloud = await startCloud(ACCOUNT, {}, { delay: 20 });
  try {
    const running = cli(["register", "--verify", "--write", "--endpoint", cloud.url], { cwd });
    await vi.waitFor(() => {
      expect(cloud.requests.length).toBeGreaterThan(0);
    });
    writeFileSync(file, edited);
    await running;
  } finally {
    await cloud.close();
  }
  const text = readFileSync(file, "utf8");
  expect(text).toContain(other);
  expect(text.replace(other, "")).toBe(CONFIRMED);
});

it.each(["sts:GetCallerIdentity", "ecs:DescribeInstanceAutoRenewAttribute", "domain:QueryDomainByDomainName"] as const)(
  "dates nothing where %s was refused",
  async (operation) => {
    const { cwd } = await verifying(["--write"], {
      register: CONFIRMED,
      state: { ...ACCOUNT, forbidden: [operation] },
    });
    expect(filesIn(cwd)["icp.yaml"]).toBe(CONFIRMED);
  },
);

it("dates what the account's own list of filings proves, where CDN is not activated", async () => {
  const { cwd } = await verifying(["--write"], {
    register: CONFIRMED,
    faults: { "cdn:CheckCdnDomainICP": { kind: "error", status: 403, code: "CdnServiceNotFound" } },
  });
  expect(filesIn(cwd)["icp.yaml"]).toBe(dated(CONFIRMED));
});

it("dates nothing where two operations contradict each other, and the register wants no word of what is undetermined", async () => {
  const register = `${CONFIRMED}rules: { icp-undetermined: disabled }\n`;
  const { cwd } = await verifying(["--write"], {
    register,
    state: {
      ...ACCOUNT,
      domains: { "example.com": { ...ACCOUNT.domains?.["example.com"], filing: "DomainNotRegistration" } },
    },
  });
  expect(filesIn(cwd)["icp.yaml"]).toBe(register);
});
