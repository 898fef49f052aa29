/** Nothing but `register --verify` reaches for a network: every command, and the policy pack, by themselves as processes. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SHELLS } from "../../src/cli/completions/shells";
import { verifiedText } from "../../src/register/verified-file";
import { KEY } from "../cloud/account";
import { cdn, stack } from "../policy-pack/site";
import { PackDriver } from "../support/pack-driver";
import { domainSaid, says, verifiedOf } from "../support/verified";
import { preview, repository } from "./terminal";

const bundle = join(repository, "dist", "cli.js");
const guard = join(repository, "test", "support", "no-network.cjs");
const DAY = ["--now", "2026-11-25"];

/** A folder with a plan, a register, and what the cloud said of it: that it is not so. */
function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "alicloud-icp-no-network-"));
  copyFileSync(preview("cdn-scope-omitted"), join(cwd, "plan.json"));
  writeFileSync(
    join(cwd, "icp.yaml"),
    "version: 1\nasOf: 2026-11-22\nfilings:\n  - domain: example.com\n    number: 浙ICP备12345678号-1\n    status: active\n    accessProviders: [{ name: aliyun }]\n    servers: [{ product: ecs, id: i-1 }]\n",
  );
  const filing = says<"filed" | "not-filed">("cdn:CheckCdnDomainICP", "not-filed");
  writeFileSync(
    join(cwd, "icp.verified.json"),
    verifiedText(verifiedOf({ domains: [domainSaid("example.com", { filing })] })),
  );
  return cwd;
}

/** What a process did, and what it reached for. */
function ran(argv: readonly string[], cwd = folder()) {
  const marks = join(cwd, "marks");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", guard, ...argv], {
    cwd,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: cwd,
      ICP_TEST_MARKS: marks,
      ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.secret,
    },
  });
  return { status, stdout, stderr, marks: marksIn(marks) };
}

const marksIn = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];

describe("the guard", () => {
  it.each<[string, string]>([
    ['require("net").connect(80, "example.com")', "net.connect example.com"],
    ['new (require("net").Socket)().connect({ host: "example.com", port: 80 })', "net.Socket.connect example.com"],
    ['require("net").connect("/run/some.sock")', "net.connect /run/some.sock"],
    ['require("tls").connect({ host: "example.com", port: 443 })', "tls.connect example.com"],
    ['require("http").get("http://example.com")', "http.get example.com"],
    ['require("https").request({ hostname: "example.com" })', "https.request example.com"],
    [
      'new (require("http").ClientRequest)("http://127.0.0.1:9")',
      // By which way it connects is another one in each release of Node.
      expect.stringMatching(/^net\.(?:Socket\.connect|createConnection) 127\.0\.0\.1$/) as string,
    ],
    ['require("dns").lookup("example.com", () => {})', "dns.lookup example.com"],
    ['require("dns").promises.resolve4("example.com")', "dns.promises.resolve4 example.com"],
    ['require("dgram").createSocket("udp4").send("x", 53, "example.com")', "dgram.Socket.send x"],
    ['fetch("https://example.com")', "fetch example.com"],
    ['import("node:net").then(({ connect }) => connect(80, "example.com"))', "net.connect example.com"],
    [
      'new (require("worker_threads").Worker)(`require("net").connect(80, "example.com")`, { eval: true })',
      "net.connect example.com",
    ],
  ])("notices %s", (code, mark) => {
    expect(ran(["-e", code])).toMatchObject({ status: 1, marks: [mark] });
  });

  it("notices --verify, which says that nobody answers", { timeout: 60_000 }, () => {
    const argv = [bundle, "register", "--verify", "--endpoint", "http://127.0.0.1:9", "-f", "json"];
    const { status, stdout, stderr, marks } = ran(argv);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("cloud-unreachable");
    expect(marks.length).toBeGreaterThan(0);
    expect(new Set(marks)).toEqual(new Set(["http.request 127.0.0.1"]));
  });
});

describe("no network is reached for", () => {
  const PLAN = ["plan.json", ...DAY];
  const COMMANDS: Readonly<Record<string, readonly string[]>> = {
    check: ["check", ...PLAN],
    "check, as a page": ["check", ...PLAN, "--format", "html"],
    "check, in every format": [
      "check",
      ...PLAN,
      ...["json", "markdown", "sarif", "junit", "github"].flatMap((format) => ["-f", `${format}=report.${format}`]),
    ],
    "check, of many plans": ["check", "plan.json", preview("two-regions"), ...DAY, "--register", "icp.yaml"],
    register: ["register", ...DAY],
    "register, what asking takes": ["register", "--verify", "--print-policy", "--plan", "plan.json", ...DAY],
    init: ["init", "plan.json", "--output", "-"],
    "init, adding": ["init", "plan.json", "--update"],
    waive: [
      ...["waive", "icp-cdn-coverage", "--apex", "example.com", "--reason", "being filed"],
      ...["--until", "2099-12-31"],
    ],
    baseline: ["baseline", ...PLAN],
    graph: ["graph", "plan.json", "--output", "graph.svg"],
    extract: ["extract", "plan.json"],
    rules: ["rules"],
    explain: ["explain", "icp-register-contradicted"],
    facts: ["facts"],
    help: ["--help"],
    version: ["--version"],
    ...Object.fromEntries(SHELLS.map((shell) => [`completion, ${shell}`, ["completion", shell]])),
  };
  /** What fails by what icp.verified.json says, so that it was read. */
  const FAILING: readonly string[] = Object.keys(COMMANDS).filter((name) => /^(?:check|register$)/.test(name));

  it.each(Object.entries(COMMANDS))("by %s", (name, argv) => {
    const { status, stderr, marks } = ran([bundle, ...argv]);
    expect({ status, marks, stderr: status === 0 || status === 1 ? "" : stderr }).toEqual({
      status: FAILING.includes(name) ? 1 : 0,
      marks: [],
      stderr: "",
    });
  });

  it("by report, of a saved one", () => {
    const cwd = folder();
    expect(ran([bundle, "check", ...PLAN, "-f", "json=report.json"], cwd)).toMatchObject({ status: 1, marks: [] });
    const { status, stdout, marks } = ran([bundle, "report", "report.json"], cwd);
    expect({ status, marks }).toEqual({ status: 0, marks: [] });
    expect(stdout).toContain("icp-register-contradicted");
  });

  it("by the library", () => {
    const code = `const { check, formats } = require(${JSON.stringify(join(repository, "dist", "index.js"))}); console.log(formats.html(check({ plans: ["plan.json"], register: "icp.yaml", today: "2026-11-25" })))`;
    const { status, stdout, marks } = ran(["-e", code]);
    expect({ status, marks }).toEqual({ status: 0, marks: [] });
    expect(stdout).toContain("icp-register-contradicted");
  });

  // The engine and the pack are two processes that talk to each other on one machine.
  it("by the policy pack, but for the engine on this machine", { timeout: 60_000 }, async () => {
    const cwd = folder();
    const marks = join(cwd, "marks");
    const pack = await PackDriver.start({
      config: { "icp-register": { props: { register: join(cwd, "icp.yaml") } } },
      env: { NODE_OPTIONS: `--require ${guard}`, ICP_TEST_MARKS: marks, ICP_TEST_LOOPBACK: "1" },
    });
    try {
      const found = await pack.preview([stack, cdn()]);
      expect([...found.resource, ...found.stack].map(({ policy }) => policy)).toEqual(["icp-register-contradicted"]);
      expect(marksIn(marks)).toEqual([]);
    } finally {
      pack.stop();
    }
  });
});
