/** Asking the cloud with the packed package: with Alibaba Cloud's own packages beside it, and without them. */
import { execFile, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BEHIND, CONFIRMED } from "../cli/verifying";
import { ACCOUNT, KEY, TEMPORARY } from "../cloud/account";
import { startCloud, type PlayedCloud } from "../cloud/server";
import { installPackage } from "./install";
import { startRegistry } from "./registry";

interface About {
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const about = JSON.parse(readFileSync("package.json", "utf8")) as About;
const PEERS = Object.keys(about.peerDependencies);

const { project, installed, tarball, remove } = installPackage();
let cloud: PlayedCloud;
beforeAll(async () => {
  cloud = await startCloud(ACCOUNT);
});
afterAll(async () => {
  await cloud.close();
  remove();
});

/** Has packages of Alibaba Cloud installed in a folder, and no others of them; what they depend on is found where they lie. */
function withPeers(folder: string, names: readonly string[]): void {
  const scope = join(folder, "node_modules/@alicloud");
  rmSync(scope, { recursive: true, force: true });
  mkdirSync(scope, { recursive: true });
  for (const name of names) symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
}

/** Runs a command in a process of its own, which can reach this machine and nothing else; and what it has loaded of Alibaba Cloud's. */
async function ran(argv: readonly string[], { cwd = project, cli = join(installed, "dist/cli.js"), env = {} } = {}) {
  const [marks, loaded] = [join(cwd, "marks"), join(cwd, "loaded")];
  const child = spawn(process.execPath, ["--require", resolve("test/support/no-network.cjs"), cli, ...argv], {
    cwd,
    env: {
      PATH: process.env["PATH"],
      HOME: cwd,
      NODE_DISABLE_COMPILE_CACHE: "1",
      ICP_TEST_MARKS: marks,
      ICP_TEST_LOOPBACK: "1",
      ICP_TEST_LOADED: loaded,
      ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.secret,
      ...env,
    },
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const vendors = readFileSync(loaded, "utf8")
    .split("\n")
    .flatMap((file) => /node_modules[\\/](@alicloud[\\/][^\\/]+|@darabonba[\\/][^\\/]+|httpx)/.exec(file)?.[1] ?? []);
  const reached = existsSync(marks) ? readFileSync(marks, "utf8") : "";
  for (const file of [marks, loaded]) rmSync(file, { force: true });
  return { code, out, err, vendors: [...new Set(vendors)].sort(), reached };
}

const asking = (...argv: readonly string[]) => ["register", "--verify", "--endpoint", cloud.url, ...argv];

describe("with Alibaba Cloud's packages installed", () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  it("asks, finds what differs, and writes what is certain", async () => {
    withPeers(project, PEERS);
    writeFileSync(join(project, "icp.yaml"), BEHIND);
    const { code, out, err, vendors, reached } = await ran(asking("--write", "-f", "json"));
    expect([code, reached]).toEqual([0, ""]);
    expect(out.match(/"rule": "icp-register-differs"/g)).toHaveLength(3);
    expect(err.split("\n").at(-2)).toBe("Wrote icp.yaml, and icp.verified.json with what was said");
    expect(readFileSync(join(project, "icp.yaml"), "utf8")).toBe(CONFIRMED.replace("2026-11-20", today));
    expect(vendors).toEqual(expect.arrayContaining(PEERS));
    // What was kept is read by others, with nothing of the vendor's.
    const again = await ran(["register", "-f", "json"]);
    expect(again).toMatchObject({ code: 0, err: "", vendors: [], reached: "" });
    expect(again.out).toContain('"operation": "cdn:CheckCdnDomainICP"');
  });

  it("takes temporary credentials, and ends by itself in one sentence where they are refused", async () => {
    const env = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: TEMPORARY.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: TEMPORARY.secret,
      ALIBABA_CLOUD_SECURITY_TOKEN: TEMPORARY.token,
    };
    expect(await ran(asking(), { env })).toMatchObject({ code: 0, err: "", reached: "" });
    const refused = await ran(asking(), { env: { ...env, ALIBABA_CLOUD_SECURITY_TOKEN: "another" } });
    expect(refused).toMatchObject({ code: 2, out: "", reached: "" });
    expect(refused.err).toMatch(/^alicloud-icp: Alibaba Cloud refuses the credentials \(\w[\w.]+\): .*\n$/);
  });

  it("asks by the packages of the working folder where it is installed elsewhere", async () => {
    const alone = mkdtempSync(join(tmpdir(), "alicloud-icp-alone-"));
    cpSync(join(installed, "dist"), join(alone, "dist"), { recursive: true });
    const cwd = mkdtempSync(join(tmpdir(), "alicloud-icp-asking-"));
    writeFileSync(join(cwd, "icp.yaml"), CONFIRMED);
    const cli = join(alone, "dist/cli.js");
    expect((await ran(asking(), { cwd, cli })).code).toBe(2);
    withPeers(cwd, PEERS);
    expect(await ran(asking(), { cwd, cli })).toMatchObject({ code: 0, err: "" });
  });
});

describe("without them", () => {
  const SENTENCES = {
    en: `alicloud-icp: Alibaba Cloud is asked by its own packages, which are not installed here: run npm install --save-dev ${PEERS.join(" ")}\n`,
    zh: `alicloud-icp: 查询阿里云要用它自己的软件包，而这里没有安装：请运行 npm install --save-dev ${PEERS.join(" ")}\n`,
  };

  it.each<[string, readonly string[]]>([
    ["none", []],
    ...PEERS.map((name): [string, string[]] => [`${name} alone`, [name]]),
  ])("says what to install, and asks nothing: %s", async (_, names) => {
    withPeers(project, names);
    writeFileSync(join(project, "icp.yaml"), BEHIND);
    const before = cloud.requests.length;
    for (const [lang, err] of Object.entries(SENTENCES))
      expect(await ran(asking("--write", "--lang", lang))).toEqual({ code: 2, out: "", err, vendors: [], reached: "" });
    expect([cloud.requests.length, readFileSync(join(project, "icp.yaml"), "utf8")]).toEqual([before, BEHIND]);
  });

  it("does all else, the policy that asking takes included", async () => {
    withPeers(project, []);
    for (const argv of [["register", "--verify", "--print-policy"], ["register"], ["rules"], ["--help"]])
      expect(await ran(argv), argv.join(" ")).toMatchObject({ code: 0, err: "", vendors: [], reached: "" });
  });
});

describe("the package itself", () => {
  /** Texts of the vendor's code, and of nobody else's. */
  const THEIRS = ["ACS3-HMAC-SHA256", "ALIBABA_CLOUD_CREDENTIALS_URI", "ALIBABA_CLOUD_ROLE_SESSION_NAME"];
  const textsIn = (folder: string): string =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js"))
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .join("\n");

  it("has nothing of theirs in it", () => {
    const theirs = PEERS.map((name) => textsIn(join("node_modules", name, "dist"))).join("\n");
    const ours = textsIn(join(installed, "dist"));
    expect(THEIRS.filter((one) => !theirs.includes(one))).toEqual([]);
    expect(THEIRS.filter((one) => ours.includes(one))).toEqual([]);
    for (const file of ["sbom.cdx.json", "THIRD-PARTY-NOTICES.txt"])
      expect(readFileSync(join(installed, "dist", file), "utf8")).not.toContain("@alicloud/");
  });

  it("asks for them optionally, in the versions that are tested", () => {
    for (const name of PEERS) {
      expect(about.peerDependenciesMeta[name], name).toEqual({ optional: true });
      expect(about.devDependencies[name], name).toBe(about.peerDependencies[name]);
    }
    expect(Object.keys(about.dependencies).filter((name) => name.startsWith("@alicloud/"))).toEqual([]);
  });

  it("is installed without them", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "alicloud-icp-peers-"));
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const registry = await startRegistry(folder);
    try {
      await promisify(execFile)("npm", ["install", "--package-lock-only", "--ignore-scripts", tarball], {
        cwd: folder,
        env: { PATH: process.env["PATH"], HOME: folder, ...registry.env },
      });
      const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as { packages: object };
      const names = Object.keys(lock.packages);
      expect(names).toContain("node_modules/alicloud-icp");
      expect(names).toContain("node_modules/@pulumi/policy");
      expect(names.filter((name) => name.includes("@alicloud/"))).toEqual([]);
    } finally {
      registry.close();
    }
  });
});
