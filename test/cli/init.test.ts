import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadRegister } from "../../src/register/load";
import { skeletonText } from "../../src/register/skeleton";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";
import type { Report } from "../../src/report/types";
import { cli, emptyFolder, preview, repository } from "./terminal";

const load = (text: string) => loadRegister(text, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY }).register;
const COMMENTS = { language: "en", schema: "./icp.schema.json" } as const;
/** What the comments of keys would say if they were none. */
const uncommented = (text: string): string => text.replace(/^( +)# /gm, "$1");

describe("init", () => {
  it("writes a register that loads, with the domains and servers of the plan", async () => {
    const cwd = emptyFolder();
    const ran = await cli(["init", preview("ecs-pay-as-you-go")], { cwd });
    expect(ran).toEqual({ code: 0, out: "", err: "Wrote icp.yaml: correct the status of each domain in it\n" });
    const text = readFileSync(join(cwd, "icp.yaml"), "utf8");
    expect(load(text)).toMatchObject({ asOf: "2026-11-25", filings: [{ domain: "example.com", status: "unfiled" }] });
    expect(text).toContain('stack: "ecs-pay-as-you-go/dev", resource: "*::alicloud:ecs/instance:Instance::web"');
  });

  it("names servers of Terraform by their addresses, each of which means one", async () => {
    const cwd = emptyFolder();
    cpSync(`${repository}/test/stacks/shop-alb-waf/terraform/plan.terraform.json`, join(cwd, "plan.json"));
    await cli(["init", "plan.json"], { cwd });
    const text = readFileSync(join(cwd, "icp.yaml"), "utf8");
    expect(text.match(/resource: "[^"]+"/g)).toEqual([
      'resource: "alicloud_instance.shop[0]"',
      'resource: "alicloud_instance.shop[1]"',
    ]);
    const named = text.replace(/^ {4}# (?=servers:)/m, "    ").replace(/^ {4}# (?= {2}- \{.*shop\[0\])/m, "    ");
    writeFileSync(join(cwd, "icp.yaml"), named);
    const { out } = await cli(["check", "plan.json", "--rule", "icp-server-billing", "--format", "json"], { cwd });
    expect((JSON.parse(out) as Report).findings.flatMap(({ resources }) => resources.map(({ name }) => name))).toEqual([
      "alicloud_instance.shop[0]",
    ]);
  });

  it("writes what check then finds", async () => {
    const cwd = emptyFolder();
    const plan = preview("ecs-pay-as-you-go");
    await cli(["init", plan], { cwd });
    const { out } = await cli(["check", plan, "--register", "icp.yaml", "--format", "json"], { cwd });
    expect(JSON.parse(out)).toMatchObject({ apexes: [{ apex: "example.com", state: "unfiled" }] });
  });

  it("never overwrites", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), "mine");
    const { code, err } = await cli(["init", preview("ecs-pay-as-you-go")], { cwd });
    expect(code).toBe(2);
    expect(err).toBe(
      "alicloud-icp: icp.yaml: is there already and is left as it is; pass --output for another file, or - to print it\n",
    );
    expect(readFileSync(join(cwd, "icp.yaml"), "utf8")).toBe("mine");
  });

  it("prints on demand", async () => {
    const { code, out, err } = await cli(["init", preview("ecs-pay-as-you-go"), "--output", "-"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(load(out).filings).toHaveLength(1);
  });
});

describe("init, in the language of the run", () => {
  it("writes comments in it, and the schema of it", async () => {
    const { out } = await cli(["init", preview("ecs-pay-as-you-go"), "--output", "-", "--lang", "zh"]);
    expect(out.split("\n")[0]).toBe(
      "# yaml-language-server: $schema=https://raw.githubusercontent.com/alicloud-icp/alicloud-icp/main/icp.zh.schema.json",
    );
    expect(out).toContain("# 备案台账：");
    expect(load(out).filings).toHaveLength(1);
  });

  it("names the schema that is installed for the register's folder", async () => {
    const cwd = emptyFolder();
    const at = (...path: readonly string[]): string => join(cwd, ...path);
    mkdirSync(at(".git"));
    mkdirSync(at("ops"));
    mkdirSync(at("node_modules", "alicloud-icp"), { recursive: true });
    writeFileSync(at("node_modules", "alicloud-icp", "icp.schema.json"), "{}");
    const schemaOf = async (...argv: readonly string[]): Promise<string | undefined> => {
      const { out } = await cli(["init", preview("ecs-pay-as-you-go"), "-o", "-", ...argv], { cwd });
      return /schema=(.*)/.exec(out)?.[1];
    };
    expect(await schemaOf()).toBe("./node_modules/alicloud-icp/icp.schema.json");
    // A version that is installed may have none in Chinese.
    expect(await schemaOf("--lang", "zh")).toMatch(/^https:.*\/icp\.zh\.schema\.json$/);
    await cli(["init", preview("ecs-pay-as-you-go"), "-o", "ops/icp.yaml"], { cwd });
    expect(readFileSync(at("ops", "icp.yaml"), "utf8").split("\n")[0]).toBe(
      "# yaml-language-server: $schema=../node_modules/alicloud-icp/icp.schema.json",
    );
  });
});

describe("init --update", () => {
  const plan = preview("ecs-pay-as-you-go");
  const OLD = "version: 1 # ours\r\nasOf: 2026-11-22\r\nfilings:\r\n- { domain: a.com, status: active } # a";
  const folderWith = (text: string, name = "icp.yaml"): string => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, name), text);
    return cwd;
  };
  const read = (cwd: string, name = "icp.yaml"): string => readFileSync(join(cwd, name), "utf8");

  it("adds what is new, and touches nothing else", async () => {
    const cwd = folderWith(OLD);
    const ran = await cli(["init", plan, "--update"], { cwd });
    expect(ran).toEqual({ code: 0, out: "", err: "Added example.com to icp.yaml:5: correct the status of each\n" });
    const text = read(cwd);
    expect(text.startsWith(`${OLD}\r\n- domain: example.com\r\n  status: unfiled # `)).toBe(true);
    expect(text).toContain('#   - { product: ecs, stack: "ecs-pay-as-you-go/dev"');
    expect(load(text).filings.map(({ domain }) => domain)).toEqual(["a.com", "example.com"]);
  });

  it("says when nothing is new", async () => {
    const cwd = folderWith(OLD.replace("a.com", "example.com"));
    const ran = await cli(["init", plan, "--update"], { cwd });
    const err =
      "Nothing was changed: icp.yaml lists every domain that these plans serve, or may serve, from the mainland\n";
    expect(ran).toEqual({ code: 0, out: "", err });
    expect(read(cwd)).toBe(OLD.replace("a.com", "example.com"));
  });

  it("does nothing twice", async () => {
    const cwd = folderWith(OLD);
    await cli(["init", plan, "--update"], { cwd });
    const once = read(cwd);
    await cli(["init", plan, "--update"], { cwd });
    expect(read(cwd)).toBe(once);
  });

  it("shows what would change, and writes nothing", async () => {
    const cwd = folderWith(OLD);
    const { code, out, err } = await cli(["init", plan, "--update", "--dry-run"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")[0]).toBe("icp.yaml:5: + - domain: example.com");
    expect(read(cwd)).toBe(OLD);
  });

  it.each(["--register", "--output"])("takes another file by %s", async (option) => {
    const cwd = folderWith(OLD, "other.yaml");
    const { code, err } = await cli(["init", plan, "--update", option, "other.yaml"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "Added example.com to other.yaml:5: correct the status of each\n" });
    expect(load(read(cwd, "other.yaml")).filings).toHaveLength(2);
  });

  it("leaves a register that is read-only as it is", async () => {
    const cwd = folderWith(OLD);
    chmodSync(join(cwd, "icp.yaml"), 0o444);
    const { code, err } = await cli(["init", plan, "--update"], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: "alicloud-icp: icp.yaml: cannot be written (EACCES)\n" });
    expect(read(cwd)).toBe(OLD);
  });

  it("leaves a faulty register as it is", async () => {
    const cwd = folderWith(`${OLD}\r\nwrong: 1\r\n`);
    const { code, err } = await cli(["init", plan, "--update"], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining("icp.yaml:5: wrong: unknown key") as string,
    });
    expect(read(cwd)).toBe(`${OLD}\r\nwrong: 1\r\n`);
  });

  it.each<[string, readonly string[], string]>([
    [
      "no register",
      ["--update"],
      "there is no register to add to; run alicloud-icp init without --update, or give one by --register",
    ],
    [
      "standard output",
      ["--update", "-o", "-"],
      "--output: - prints a first register; with --update, --dry-run prints what would change",
    ],
    [
      "--dry-run alone",
      ["--dry-run"],
      "--dry-run: shows what --update would change; --output - prints a first register",
    ],
    [
      "--register alone",
      ["--register", "icp.yaml"],
      "--register: is for --update; a first register is written to --output",
    ],
  ])("refuses %s", async (_, argv, says) => {
    expect(await cli(["init", plan, ...argv])).toEqual({ code: 2, out: "", err: `alicloud-icp: ${says}\n` });
  });
});

describe("init of a large estate", () => {
  /** Servers that each serve a domain by a record of their own. */
  const estate = (servers: number, domains: number): string => {
    const provider = "urn:pulumi:prod::big::pulumi:providers:alicloud::p::p";
    const resource = (type: string, name: string, inputs: object, outputs = {}) => ({
      urn: `urn:pulumi:prod::big::${type}::${name}`,
      type,
      custom: true,
      id: name,
      ...(type.startsWith("alicloud:ecs") && { provider }),
      inputs,
      outputs,
    });
    const address = (at: number): string => `203.0.${Math.floor(at / 250)}.${(at % 250) + 1}`;
    const each = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));
    const resources = [
      resource("pulumi:providers:alicloud", "p", { region: "cn-hangzhou" }),
      ...each(servers, (at) =>
        resource("alicloud:ecs/instance:Instance", `w${at}`, { internetMaxBandwidthOut: 5 }, { publicIp: address(at) }),
      ),
      ...each(domains, (at) =>
        resource("alicloud:dns/alidnsRecord:AlidnsRecord", `r${at}`, {
          domainName: `d${at}.com`,
          rr: "www",
          type: "A",
          value: address(at % servers),
        }),
      ),
    ];
    return JSON.stringify({ version: 3, deployment: { resources } });
  };

  it.each([
    [300, 300],
    [10, 1200],
  ])("writes what check can read, and adds to it: %i servers, %i domains", async (servers, domains) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), estate(servers, domains));
    expect((await cli(["init", "plan.json"], { cwd })).code).toBe(0);
    const text = readFileSync(join(cwd, "icp.yaml"), "utf8");
    expect(text.length).toBeLessThan(1_000_000);
    expect(load(text).filings).toHaveLength(domains);
    expect((await cli(["register"], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, "icp.yaml"), "version: 1\nasOf: 2026-11-22\n");
    const { code, err } = await cli(["init", "plan.json", "--update"], { cwd });
    expect(code).toBe(0);
    expect(err).toMatch(/^Added d0\.com, .{0,100} and \d+ more to /);
    expect(load(readFileSync(join(cwd, "icp.yaml"), "utf8")).filings).toHaveLength(domains);
  });

  it("shows of each domain the servers that serve it first, and how many others there are", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), estate(8, 8));
    const { out } = await cli(["init", "plan.json", "-o", "-"], { cwd });
    const [, last = ""] = out.split("domain: d7.com");
    expect(last).toContain("  # servers: # those that the filing was, or is to be, made with; others in the plan: 3\n");
    expect(last.match(/(?<=Instance::)w\d/g)).toEqual(["w7", "w0", "w1", "w2", "w3"]);
  });
});

describe("what init leaves out", () => {
  const offshore = readFileSync(preview("company-site-hongkong"), "utf8").replaceAll('"domestic"', '"overseas"');
  const folder = (): string => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), offshore);
    return cwd;
  };
  const LEFT =
    "Not listed, since served only from outside the mainland: example.com. List those of them that are filed\n";

  it("is what is served only from outside, and is said", async () => {
    const cwd = folder();
    expect(await cli(["init", "plan.json"], { cwd })).toEqual({
      code: 0,
      out: "",
      err: `Wrote icp.yaml: it lists no domain yet\n${LEFT}`,
    });
    expect(readFileSync(join(cwd, "icp.yaml"), "utf8")).toContain("# The plan serves no domain from the mainland. ");
    const { err } = await cli(["init", "plan.json", "--update"], { cwd });
    expect(err.split("\n").slice(1).join("\n")).toBe(LEFT);
  });

  it("is not said of what the register lists", async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, "icp.yaml"),
      "version: 1\nasOf: 2026-11-22\nfilings: [{ domain: example.com, status: unfiled }]\n",
    );
    const { err } = await cli(["init", "plan.json", "--update"], { cwd });
    expect(err).not.toContain("Not listed");
  });
});

describe("the text of a first register", () => {
  it("loads without any domain", () => {
    expect(load(skeletonText({ asOf: "2026-11-25", filings: [] }, COMMENTS)).filings).toEqual([]);
  });

  it("loads with its comments made keys, whatever the names", () => {
    const text = skeletonText(
      {
        asOf: "2026-11-25",
        filings: [
          {
            domain: "example.com",
            hosts: ["www.example.com"],
            servers: [{ product: "ecs", stack: "web/dev", resource: '*::a:b/c:D::na"me # {x}\n: y' }],
          },
        ],
      },
      COMMENTS,
    );
    expect(load(uncommented(text)).filings[0]).toMatchObject({
      number: "浙ICP备12345678号-1",
      accessProviders: [{ name: "aliyun", status: "active" }],
      hosts: [{ host: "www.example.com" }],
      servers: [{ product: "ecs", stack: "web/dev", resource: '*::a:b/c:D::na"me # {x}\n: y' }],
    });
  });
});
