/** `register --verify` as its users meet it: what it says, what it asks, and what it makes of what goes wrong. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { formats } from "../../src/report";
import type { Report } from "../../src/report/types";
import { CLOUD_OPERATIONS } from "../../src/vocabulary/cloud-operations";
import { ACCOUNT, KEY, TEMPORARY } from "../cloud/account";
import type { Faults } from "../cloud/state";
import { cli, emptyFolder, preview } from "./terminal";
import { BEHIND, CONFIRMED, DENIED, filesIn, verifying, withKeyOfTests, type Beside } from "./verifying";

withKeyOfTests();

/** The report of a run, as JSON. */
async function reported(argv: readonly string[], beside: Beside) {
  const { code, out, err, requests } = await verifying([...argv, "-f", "json"], beside);
  const report = JSON.parse(out) as Report;
  const found = report.findings
    .filter(({ rule }) => rule.startsWith("icp-register-"))
    .map(({ rule, verdict, message }) => [rule, verdict, message]);
  return { code, err, report, found, requests };
}

const AT = "2026-11-25T04:00:00Z";
const LONG_AGO = "version: 1\nasOf: 2026-11-20\nfilings:\n";

describe("what differs", () => {
  const page = (language: string, rule: string): string =>
    `https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/${language}rules/${rule}.md`;

  it.each<[string, readonly string[]]>([
    [
      "en",
      [
        "example.com is filed, 浙ICP备12345678号-1, verified as filed by cdn:CheckCdnDomainICP on 2026-11-25",
        "",
        "  violation  advisory  icp-domain-expiry  icp.yaml:22",
        "    example.com expires on 2027-01-30, in 66 days",
        `    page: ${page("", "icp-domain-expiry")}`,
        "",
        "  violation  advisory  icp-register-differs  icp.yaml:22",
        "    The register says that example.com expires on 2027-01-30, and domain:QueryDomainByDomainName says on 2027-01-31",
        "    (asked 2026-11-25T04:00:00Z)",
        `    page: ${page("", "icp-register-differs")}`,
        "",
        "  violation  advisory  icp-register-differs  icp.yaml:21",
        "    The register says that the real-name verification of the holder of example.com is pending, and",
        "    domain:QueryDomainByDomainName says that it is done by now (asked 2026-11-25T04:00:00Z)",
        `    page: ${page("", "icp-register-differs")}`,
        "",
        "  violation  advisory  icp-register-differs  icp.yaml:15",
        "    The register says that i-1, with which example.com is filed, expires on 2027-02-01, and ecs:DescribeInstances says",
        "    on 2027-03-01 (asked 2026-11-25T04:00:00Z)",
        `    page: ${page("", "icp-register-differs")}`,
        "",
        "  fact: A filing is cancelled when the registration of the domain has lapsed and the new owner asks for it (S1-27)",
        "  Ways out",
        "    1. icp-domain-expiry: Renew example.com, by a year or more.",
        "    2. icp-register-differs: Correct icp.yaml, or let `alicloud-icp register --verify --write` do it.",
        "",
        "Register icp.yaml, of 2026-11-20: filings: 1, servers: 2, rules: 22; violations: 4, undetermined: 0, satisfied: 19, not",
        "applicable: 10",
        "0 mandatory, 4 advisory, 0 waived",
        "Next: alicloud-icp explain icp-domain-expiry tells what is behind it",
        "alicloud-icp 0.1.0, judged on 2026-11-25, data as of 2026-08-21",
        "",
      ],
    ],
    [
      "zh",
      [
        "example.com 已备案，浙ICP备12345678号-1，cdn:CheckCdnDomainICP 于 2026-11-25 核实为已备案",
        "",
        "  违规  建议  icp-domain-expiry  icp.yaml:22",
        "    example.com 将于 2027-01-30 到期，还剩 66 天",
        `    文档：${page("zh/", "icp-domain-expiry")}`,
        "",
        "  违规  建议  icp-register-differs  icp.yaml:22",
        "    备案台账注明 example.com 于 2027-01-30 到期，而 domain:QueryDomainByDomainName 返回的到期日为 2027-01-31（查询于",
        "    2026-11-25T04:00:00Z）",
        `    文档：${page("zh/", "icp-register-differs")}`,
        "",
        "  违规  建议  icp-register-differs  icp.yaml:21",
        "    备案台账注明 example.com 持有者的实名认证尚在审核中，而 domain:QueryDomainByDomainName 返回现为已完成（查询于",
        "    2026-11-25T04:00:00Z）",
        `    文档：${page("zh/", "icp-register-differs")}`,
        "",
        "  违规  建议  icp-register-differs  icp.yaml:15",
        "    备案台账注明 example.com 的备案所用的 i-1 于 2027-02-01 到期，而 ecs:DescribeInstances 返回的到期日为 2027-03-01（查",
        "    询于 2026-11-25T04:00:00Z）",
        `    文档：${page("zh/", "icp-register-differs")}`,
        "",
        "  依据：域名到期后由他人注册，新的域名持有者提出申请的，备案会被注销（S1-27）",
        "  处理办法",
        "    1. icp-domain-expiry：请为 example.com 续费一年或以上。",
        "    2. icp-register-differs：请更正 icp.yaml，或由 `alicloud-icp register --verify --write` 写入。",
        "",
        "备案台账 icp.yaml，日期为 2026-11-20：备案 1 项，服务器 2 台，规则 22 条；违规 4 项，无法判定 0 项，符合 19 项，不适用",
        "10 项",
        "强制 0 项，建议 4 项，已豁免 0 项",
        "下一步：alicloud-icp explain icp-domain-expiry 可查看该规则的说明",
        "alicloud-icp 0.1.0，检查日期为 2026-11-25，数据截至 2026-08-21",
        "",
      ],
    ],
  ])("is said with both sides, the operation and the time: %s", async (lang, lines) => {
    const beside = { register: BEHIND, isTTY: true, columns: 120 };
    const { code, out } = await verifying(["--no-color", "--lang", lang], beside);
    expect(code).toBe(0);
    expect(out.split("\n").slice(-lines.length)).toEqual(lines);
  });

  it("is nothing where the register says what the cloud says", async () => {
    const { code, err, found, report } = await reported([], { register: CONFIRMED });
    expect({ code, err, found }).toEqual({ code: 0, err: "", found: [] });
    expect(report.findings.map(({ rule }) => rule)).toEqual(["icp-domain-expiry"]);
  });

  it.each(Object.keys(formats))("is in a report of its own, and in the one on standard output: %s", async (format) => {
    const argv = ["-f", `${format}=report`, "-f", format];
    const { code, out, err, cwd } = await verifying(argv, { register: BEHIND + DENIED });
    expect({ code, err }).toEqual({ code: 1, err: "The report is in report\n" });
    const written = readFileSync(join(cwd, "report"), "utf8");
    for (const text of [written, out]) {
      for (const rule of ["icp-register-contradicted", "icp-register-differs"]) expect(text).toContain(rule);
      for (const said of ["cdn:CheckCdnDomainICP", "ecs:DescribeInstances", AT]) expect(text).toContain(said);
    }
    expect(Object.keys(filesIn(cwd))).toEqual(["icp.yaml", "report"]);
  });
});

describe("the exit code", () => {
  it.each<[string, string, readonly string[], number]>([
    ["nothing that differs", CONFIRMED, [], 0],
    ["what lags behind", BEHIND, [], 0],
    ["what lags behind, as a gate", BEHIND, ["--rule", "icp-register-differs", "--fail-on", "advisory"], 1],
    ["nothing that differs, as a gate", CONFIRMED, ["--rule", "icp-register-differs", "--fail-on", "advisory"], 0],
    ["a contradiction", CONFIRMED + DENIED, [], 1],
    ["a contradiction, looked at only", CONFIRMED + DENIED, ["--fail-on", "never"], 0],
    ["a contradiction, and other rules", CONFIRMED + DENIED, ["--skip-rule", "icp-register-contradicted"], 0],
  ])("of %s", async (_, register, argv, code) => {
    expect((await verifying(argv, { register })).code).toBe(code);
  });

  it("tells what could not be asked where that is to fail", async () => {
    const state = { ...ACCOUNT, forbidden: ["cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData"] as const };
    const code = async (argv: readonly string[]) => (await verifying(argv, { register: CONFIRMED, state })).code;
    expect([await code([]), await code(["--fail-on", "undetermined"])]).toEqual([0, 1]);
  });
});

describe("--plan", () => {
  const PLAN = ["--plan", preview("cdn-scope-omitted")];

  it("has domains asked about that the register does not list, and says so in which way it ends", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), `${LONG_AGO}${DENIED}`);
    const asked = await reported([...PLAN, "--register", "icp.yaml"], { cwd });
    expect(asked.found).toEqual([
      [
        "icp-register-contradicted",
        "violation",
        `The register says that example.cn is filed, and cdn:CheckCdnDomainICP says that it is not (asked ${AT})`,
      ],
      [
        "icp-register-differs",
        "violation",
        `The register does not list example.com, and cdn:CheckCdnDomainICP says that it is filed (asked ${AT})`,
      ],
    ]);
    expect(asked.requests.flatMap(({ query }) => query["DomainName"] ?? []).sort()).toEqual([
      "example.cn",
      "example.com",
    ]);
    const state = { ...ACCOUNT, filings: {}, domains: { "example.cn": { filing: "DomainIsRegistration" as const } } };
    const elsewhere = await reported([...PLAN, "--register", "icp.yaml"], { cwd, state });
    expect(elsewhere.found).toEqual([
      [
        "icp-register-differs",
        "undetermined",
        `It cannot be told whether this breaks the rule for example.com: cdn:CheckCdnDomainICP (-124) answers only for domains of the account that asks (asked ${AT})`,
      ],
    ]);
    const alone = await reported(["--register", "icp.yaml"], { cwd, state });
    expect(alone.found).toEqual([]);
  });

  it("is refused where it is no plan, before anything is asked", async () => {
    const { code, out, err, requests } = await verifying(["--plan", "none.json"], { register: CONFIRMED });
    expect({ code, out, err, requests }).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(/^alicloud-icp: none\.json: does not exist; .*\n$/) as unknown,
      requests: [],
    });
  });
});

describe("what cannot be understood", () => {
  it.each<[readonly string[], string]>([
    [["--plan", "plan.json"], "--plan: only goes with --verify"],
    [["--endpoint", "https://example.com"], "--endpoint: only goes with --verify"],
    [["--write"], "--write: only goes with --verify"],
    [["--print-policy"], "--print-policy: only goes with --verify"],
    [["--dry-run"], "--dry-run: only goes with --write"],
    [["--verify", "--dry-run"], "--dry-run: only goes with --write"],
    [
      ["--verify", "--endpoint", "nonsense"],
      "--endpoint: is no address; expected one such as https://api.example, or PRODUCT=ADDRESS for one product",
    ],
    [
      ["--verify", "--endpoint", "https://me:secret@example.com/path"],
      "--endpoint: has more than a name and a port; give neither path nor user",
    ],
    [
      ["--verify", "--endpoint", "http://example.com"],
      "--endpoint: goes to example.com by http, where everybody on the way could read it; use https",
    ],
    [
      ["--verify", "--endpoint", "oss=https://example.com"],
      "--endpoint: names oss, which is none of sts, cdn, companyreg, domain, ecs, swas-open, ens",
    ],
  ])("is refused in one sentence: %j", async (argv, sentence) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), CONFIRMED);
    const { code, out, err } = await cli(["register", ...argv], { cwd });
    expect({ code, out, err }).toEqual({ code: 2, out: "", err: `alicloud-icp: ${sentence}\n` });
    const chinese = await cli(["register", ...argv, "--lang", "zh"], { cwd });
    expect(chinese.code).toBe(2);
    expect(chinese.err).toMatch(/^alicloud-icp: .*\p{Script=Han}.*\n$/u);
  });

  it.each([
    ["--rule", "icp-registr-differs"],
    ["--rule", "icp-dns-record"],
    ["--fail-on", "sometimes"],
    ["--format", "pdf"],
    ["--now", "tomorrow"],
    ["--show", "all"],
  ])("is refused before anything is asked: %s %s", async (...argv) => {
    const { code, out, requests } = await verifying(argv, { register: CONFIRMED });
    expect({ code, out, requests }).toEqual({ code: 2, out: "", requests: [] });
  });

  it("is a register that there is none of, or that is faulty", async () => {
    const none = await verifying([], {});
    expect([none.code, none.err, none.requests]).toEqual([
      2,
      "alicloud-icp: there is no register; run alicloud-icp init PLAN first, or name the file\n",
      [],
    ]);
    const faulty = await verifying([], { register: "version: 2\n" });
    expect([faulty.code, faulty.out, faulty.requests]).toEqual([2, "", []]);
  });
});

describe("a terminal", () => {
  it("is told how far it is, and nothing of that stays", async () => {
    const { err } = await verifying([], { register: CONFIRMED, isTTY: true });
    const shown = err.split("\r\u001b[K").filter((text) => text !== "");
    expect(shown).toEqual([
      "looking for credentials…",
      // The account, its filings, two of the domain, two servers.
      ...[1, 2, 3, 4, 5, 6].map((asked) => `asking the cloud: ${asked} of 6…`),
      "judging the register…",
      "writing…",
    ]);
    expect(err.endsWith("\r\u001b[K")).toBe(true);
  });

  it("is told nothing where it wants quiet, nor is a file", async () => {
    expect(await verifying(["--quiet"], { register: CONFIRMED, isTTY: true })).toMatchObject({ out: "", err: "" });
    expect((await verifying([], { register: CONFIRMED })).err).toBe("");
  });
});

const THROTTLED: Faults = {
  "*": { kind: "error", status: 429, code: "Throttling.User", headers: { "retry-after": "3600" } },
};
const HTML: Faults = { "*": { kind: "body", body: "<html>no</html>" } };
/** What is undetermined where nothing is answered, by where the register says it. */
const UNANSWERED = [
  "icp-register-contradicted icp.yaml:5",
  "icp-register-differs icp.yaml:6",
  "icp-register-contradicted icp.yaml:10",
  "icp-register-contradicted icp.yaml:21",
  "icp-register-contradicted icp.yaml:15",
  "icp-register-contradicted icp.yaml:16",
];

describe("what is not answered", () => {
  it.each<[string, Beside, string]>([
    [
      "refused",
      { state: { ...ACCOUNT, forbidden: CLOUD_OPERATIONS } },
      "was refused: the credentials may not ask it (asked",
    ],
    ["throttled", { faults: THROTTLED }, "was throttled again and again (asked"],
    ["not understood", { faults: HTML }, "gave an answer of a form that is not known (asked"],
  ])("is undetermined, each by itself and never fine: %s", async (_, beside, why) => {
    const { code, err, report } = await reported(["--write"], { ...beside, register: CONFIRMED });
    expect({ code, err }).toEqual({
      code: 0,
      err: "Wrote icp.verified.json with what was said; icp.yaml is as it was\n",
    });
    const open = report.findings.filter(({ rule }) => rule.startsWith("icp-register-"));
    expect(open.map(({ rule, position }) => `${rule} ${position?.file}:${position?.line}`)).toEqual(UNANSWERED);
    expect(open.filter(({ verdict }) => verdict !== "undetermined")).toEqual([]);
    expect(open.filter(({ message }) => !message.includes(why))).toEqual([]);
    expect(open.filter(({ message }) => !message.includes(AT))).toEqual([]);
  });

  it.each([
    ["en", "cdn:CheckCdnDomainICP (Forbidden.RAM) was refused: the credentials may not ask it (asked"],
    ["zh", "cdn:CheckCdnDomainICP（Forbidden.RAM）被拒绝：所用的访问凭证没有此权限（查询于"],
  ])("is said with the code of the error, which people can look up: %s", async (lang, says) => {
    const state = { ...ACCOUNT, forbidden: ["cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData"] as const };
    const { report } = await reported(["--lang", lang], { register: CONFIRMED, state });
    const [found] = report.findings.filter(({ rule }) => rule === "icp-register-contradicted");
    expect(found?.message).toContain(says);
    expect(found?.params).toMatchObject({ operation: "cdn:CheckCdnDomainICP", code: "Forbidden.RAM", at: AT });
  });

  it("is said of the account too, and once, where the register is brought up to date by nobody", async () => {
    const state = { ...ACCOUNT, forbidden: ["sts:GetCallerIdentity"] as const };
    const { code, found, report } = await reported(["--write"], { register: CONFIRMED, state });
    expect([code, found]).toEqual([
      0,
      [
        [
          "icp-register-contradicted",
          "undetermined",
          `It cannot be told whether this breaks the rule for icp.yaml: sts:GetCallerIdentity (Forbidden.RAM) was refused: the credentials may not ask it (asked ${AT})`,
        ],
      ],
    ]);
    expect(report.findings[0]?.position).toMatchObject({ file: "icp.yaml", line: 5 });
  });

  it("is undetermined where nobody is there", { timeout: 60_000 }, async () => {
    const closed = await closedPort();
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), `${LONG_AGO}${DENIED}`);
    const argv = ["register", "--verify", "--endpoint", `http://127.0.0.1:${closed}`, "-f", "json"];
    const { code, out, err } = await cli(argv, { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((JSON.parse(out) as Report).findings.map(({ rule, message }) => [rule, message])).toContainEqual([
      "icp-register-contradicted",
      `It cannot be told whether this breaks the rule for example.cn: cdn:CheckCdnDomainICP could not be reached, or did not answer in time (asked ${AT})`,
    ]);
  });
});

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("credentials", () => {
  const SECRETS = [...Object.values(KEY), ...Object.values(TEMPORARY), "another-secret"];
  /** What a request is signed by, and what the server would say of it. */
  const SIGNED = /ACS3-HMAC|Signature=|x-acs-|StringToSign|made up|Credential=/i;

  it.each<[string, string, string]>([
    [
      "en",
      "another-secret",
      "alicloud-icp: Alibaba Cloud refuses the credentials (SignatureDoesNotMatch): check which access key is used, and whether it is disabled or its token has expired\n",
    ],
    [
      "zh",
      "another-secret",
      "alicloud-icp: 阿里云拒绝了访问凭证（SignatureDoesNotMatch）：请检查用的是哪个 AccessKey，它是否已停用，令牌是否已过期\n",
    ],
  ])("that are wrong are said in one sentence, and nothing is written: %s", async (lang, secret, sentence) => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret);
    const beside = { register: BEHIND, env: { DEBUG: "*" } };
    const { code, out, err, cwd } = await verifying(["--write", "--lang", lang, "-f", "json=report"], beside);
    expect({ code, out, err }).toEqual({ code: 2, out: "", err: sentence });
    expect(filesIn(cwd)).toEqual({ "icp.yaml": BEHIND });
  });

  it.each<[string, Faults]>([
    ["all is well", {}],
    ["all is refused", { "*": { kind: "error", status: 403, code: "Forbidden.RAM" } }],
    ["all is throttled", THROTTLED],
    ["the codes of errors are the keys", { "*": { kind: "error", status: 400, code: KEY.id } }],
    ["the codes of errors are the temporary keys", { "*": { kind: "error", status: 400, code: TEMPORARY.id } }],
    ["codes hold the keys", { "*": { kind: "error", status: 403, code: `InvalidAccessKeyId.${KEY.id}` } }],
    ["a vendor's words hold what was signed", { "*": { kind: "body", body: "StringToSign", status: 403 } }],
  ])("are nowhere in what is said and written, with temporary ones as well, where %s", async (_, faults) => {
    for (const { id, secret, token } of [{ ...KEY, token: undefined }, TEMPORARY]) {
      vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", id);
      vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret);
      vi.stubEnv("ALIBABA_CLOUD_SECURITY_TOKEN", token);
      const all = Object.keys(formats).flatMap((format) => ["-f", `${format}=${format}`]);
      const argv = ["--write", ...all, "-f", "text"];
      const { out, err, cwd, requests } = await verifying(argv, { register: BEHIND + DENIED, faults, isTTY: true });
      expect(new Set(requests.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set([id]));
      const written = Object.entries({ ...filesIn(cwd), out, err });
      expect(written.length).toBe(Object.keys(formats).length + 4);
      for (const [name, text] of written) {
        for (const hidden of SECRETS) expect(text.includes(hidden), `${name}: ${hidden}`).toBe(false);
        expect(text, name).not.toMatch(SIGNED);
      }
    }
  });

  it("that there are none of are asked for before anything else is", async () => {
    const home = emptyFolder();
    mkdirSync(join(home, ".alibabacloud"));
    for (const name of ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"]) vi.stubEnv(name, undefined);
    vi.stubEnv("HOME", home);
    vi.stubEnv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
    const { code, out, err, requests } = await verifying([], { register: CONFIRMED });
    expect({ code, out, requests }).toEqual({ code: 2, out: "", requests: [] });
    expect(err).toMatch(/^alicloud-icp: no credentials of Alibaba Cloud are found: .*\n$/);
  });
});
