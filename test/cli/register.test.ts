import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/report";
import { reportJsonSchema } from "../../src/report/schema";
import type { Report } from "../../src/report/types";
import { widthOf } from "../../src/report/wrap";
import { cli, emptyFolder } from "./terminal";

const SOUND = `version: 1
asOf: 2026-11-20
filings:
  - { domain: example.com, number: 浙ICP备12345678号-1, status: active, accessProviders: [{ name: aliyun }] }
`;

const OLD = `version: 1
asOf: 2026-06-22
accounts: [{ id: "1", site: china, entity: acme }]
entities: [{ id: acme, type: enterprise, province: zhejiang }]
filings:
  - domain: example.com
    number: 浙ICP备12345678号-1
    status: active
    approvedAt: 2024-03-01
    account: "1"
    accessProviders: [{ name: aliyun }, { name: huawei, status: removing }]
    servers: [{ product: ecs, id: i-1, stack: web/prod, expiresOn: 2026-12-01, codesUsed: 2 }]
    registration: { holder: acme, expiresOn: 2026-11-24 }
  - { domain: example.net, status: revoked, servers: [{ product: ecs, id: i-1, stack: web/prod, expiresOn: 2026-12-01, codesUsed: 2 }] }
apps: [{ name: Shop, hosts: [api.example.com], number: 浙ICP备12345678号-2A }]
externalDns: [{ host: www.example.com, resource: "*::public", stack: shop/prod }]
edges: [{ host: m.example.com, vendor: cloudflare, mainlandNodes: false, origin: "*::web" }]
waivers:
  - { rule: icp-dns-record, apex: example.com, reason: moves, until: 2026-11-25, owner: web }
  - { rule: icp-ip-drift, resource: "*::box", reason: lab, until: 2028-11-25 }
`;

function folderWith(text: string, name = "icp.yaml"): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, name), text);
  return cwd;
}

describe("register", () => {
  it("says that a sound one is, and that more is for plans to show", async () => {
    const { code, out, err } = await cli(["register"], { cwd: folderWith(SOUND) });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.slice(0, out.indexOf("\n\nNothing"))).toMatchInlineSnapshot(`
      "Register icp.yaml
        as of 2026-11-20, 5 days ago; it counts as out of date after 90 days

      Filings
        Domain       State  Number               Access providers
        example.com  filed  浙ICP备12345678号-1  Alibaba Cloud"
    `);
    expect(out.replaceAll("\n", " ")).toContain(
      " Nothing to report of the register. What plans serve, check judges. Register icp.yaml, of 2026-11-20: filings: 1, servers: 0, rules: 22; violations: 0,",
    );
    expect(out).not.toContain("Nothing was judged");
  });

  it("marks what has run out, and what is about to", async () => {
    const { code, out } = await cli(["register", "--fail-on", "advisory"], {
      cwd: folderWith(OLD),
      isTTY: true,
      columns: 120,
    });
    expect(code).toBe(1);
    const plain = out.replace(/\u001b\[\d*[mK]|\r/g, "");
    expect(plain.slice(plain.indexOf("Register icp"), plain.indexOf("\n\nexample.com"))).toMatchInlineSnapshot(`
      "Register icp.yaml
        OUT OF DATE, as of 2026-06-22, 156 days ago; it counts as out of date after 90 days

      Filings
        Domain       State    Number               Access providers                       Approved    Domain expires
        example.com  filed    浙ICP备12345678号-1  Alibaba Cloud, huawei (being removed)  2024-03-01  2026-11-24 (expired)
        example.net  revoked

      Servers
        Server  Product  Domain                    Stack     Expires                 Codes used
        i-1     ecs      example.com, example.net  web/prod  2026-12-01 (in 6 days)  2

      Accounts
        ID  Site   Entity
        1   China  acme

      Entities
        ID    Type        Province
        acme  enterprise  zhejiang

      Apps
        App   Number                Hosts
        Shop  浙ICP备12345678号-2A  api.example.com

      Records outside of plans
        Host             Leads to   Stack
        www.example.com  *::public  shop/prod

      Edges outside of plans
        Host           Vendor      Mainland nodes  Origin
        m.example.com  cloudflare  no              *::web

      Waivers
        Rule            For          Until                            Owner
        icp-dns-record  example.com  2026-11-25 (today)               web
        icp-ip-drift    *::box       2028-11-25 (longer than a year)"
    `);
  });

  it("keeps to the width of the terminal, in Chinese too", async () => {
    for (const lang of ["en", "zh"]) {
      for (const columns of [50, 60, 80, 100]) {
        const args = ["register", "--lang", lang, "--no-color", "--max", "1"];
        const { out } = await cli(args, { cwd: folderWith(OLD), isTTY: true, columns });
        const tables = out.slice(0, out.indexOf("\n\nexample.com "));
        const broken = tables.split("\n").filter((line) => widthOf(line.replace("\r\u001b[K", "")) > columns);
        expect(broken).toEqual([]);
      }
    }
  });

  it("says everything that is wrong at once", async () => {
    const cwd = folderWith("version: 2\nfilings:\n  - { domain: www.example.com, status: filed }\n");
    const { code, out, err } = await cli(["register"], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n")).toHaveLength(5);
  });

  it("finds the register as other commands do, and takes one that is named", async () => {
    const cwd = folderWith(SOUND);
    mkdirSync(join(cwd, ".git"));
    mkdirSync(join(cwd, "below"));
    writeFileSync(join(cwd, "other.yaml"), SOUND.replace("2026-11-20", "2026-11-21"));
    const found = async (argv: readonly string[], env = {}): Promise<string | undefined> => {
      const { out } = await cli(["register", ...argv, "-f", "json"], { cwd: join(cwd, "below"), env });
      return (JSON.parse(out) as Report).register.asOf ?? undefined;
    };
    expect(await found([])).toBe("2026-11-20");
    expect(await found(["../other.yaml"])).toBe("2026-11-21");
    expect(await found(["--register", "../other.yaml"])).toBe("2026-11-21");
    expect(await found([], { ALICLOUD_ICP_REGISTER: join(cwd, "other.yaml") })).toBe("2026-11-21");
  });

  it.each<[string, readonly string[], string]>([
    ["no register", [], "alicloud-icp: there is no register; run alicloud-icp init PLAN first, or name the file\n"],
    [
      "two registers",
      ["a.yaml", "--register", "b.yaml"],
      "alicloud-icp: --register: names b.yaml, while a.yaml is given as well; give one of them\n",
    ],
  ])("refuses %s", async (_, argv, err) => {
    expect(await cli(["register", ...argv])).toEqual({ code: 2, out: "", err });
  });

  it("judges by the rules that are asked for, of those that need no plan", async () => {
    const cwd = folderWith(OLD);
    const { out } = await cli(["register", "--rule", "icp-domain-expiry", "-f", "json"], { cwd });
    expect((JSON.parse(out) as Report).findings.map(({ rule }) => rule)).toEqual(["icp-domain-expiry"]);
    const { code, err } = await cli(["register", "--rule", "icp-dns-record"], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: "alicloud-icp: --rule: leaves no rule that is asked of a register alone; all others need a plan: use alicloud-icp check\n",
    });
  });

  it("says which demands the register switches off", async () => {
    const off = `${SOUND}rules: { icp-dns-record: disabled, icp-domain-expiry: disabled, icp-cdn-coverage: advisory }\n`;
    const { out } = await cli(["register", "-f", "json"], { cwd: folderWith(off) });
    expect((JSON.parse(out) as Report).limits.map(({ message }) => message)).toEqual([
      "Rules that demand a filing and were left out, so that nothing is said to be in order: icp-dns-record",
      "Rules that were left out: icp-domain-expiry",
    ]);
  });

  it("says that it lists nothing, also where only warnings are read", async () => {
    const cwd = folderWith("version: 1\nasOf: 2026-11-20\nfilings: []\n");
    const says = "No filing is listed: every domain counts as unlisted";
    expect((await cli(["register"], { cwd })).out).toContain(`Notes\n  ${says}\n`);
    expect((await cli(["register", "-f", "github"], { cwd })).out).toContain(`::warning title=alicloud-icp::${says}\n`);
    expect((await cli(["register"], { cwd: folderWith(SOUND) })).out).not.toContain("Notes");
  });

  it("names the file from the working folder where there is no repository", async () => {
    const cwd = folderWith(OLD);
    const { out } = await cli(["register", "-f", "json"], { cwd });
    expect(new Set((JSON.parse(out) as Report).findings.map(({ position }) => position?.file))).toEqual(
      new Set(["icp.yaml"]),
    );
  });

  it("takes settings, but not where a check writes, what it accepts and which rules alone it runs", async () => {
    const cwd = folderWith(OLD);
    writeFileSync(
      join(cwd, "alicloud-icp.yaml"),
      "failOn: advisory\nlang: zh\nformat: sarif=icp.sarif\nbaseline: none.json\nrules: icp-dns-record\n",
    );
    const { code, out } = await cli(["register"], { cwd });
    expect({ code, first: out.split("\n")[0] }).toEqual({ code: 1, first: "备案台账 icp.yaml" });
  });

  it.each(Object.keys(formats))("writes %s", async (format) => {
    const { code, out, err } = await cli(["register", "-f", `${format}=report`, "-f", format], {
      cwd: folderWith(OLD),
    });
    expect({ code, err }).toEqual({ code: 0, err: "The report is in report\n" });
    expect(out).toContain("icp-domain-expiry");
    expect(out).not.toMatch(/Nothing was judged|>undefined|NaN/);
  });

  it("writes a report that other formats can be made of", async () => {
    const cwd = folderWith(OLD);
    await cli(["register", "-f", "json=report.json"], { cwd });
    const report = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Report;
    const valid = new Ajv2020({ strict: false }).compile(reportJsonSchema());
    expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
    expect(report).toMatchObject({
      plans: [],
      apexes: [
        { apex: "example.com", state: "active", hosts: [], exposures: [] },
        { apex: "example.net", state: "revoked", hosts: [], exposures: [] },
      ],
      register: {
        staleAfterDays: 90,
        accounts: [{ id: "1", site: "china", entity: "acme", ossActivatedOn: null }],
        entities: [{ id: "acme", type: "enterprise", province: "zhejiang" }],
        apps: [{ name: "Shop", hosts: ["api.example.com"], number: "浙ICP备12345678号-2A", status: null }],
        externalDns: [{ host: "www.example.com", resource: "*::public", stack: "shop/prod" }],
        edges: [{ host: "m.example.com", vendor: "cloudflare", mainlandNodes: false, origin: "*::web", stack: null }],
      },
    });
    const text = await cli(["report", "report.json"], { cwd });
    expect(text.out).toBe((await cli(["register"], { cwd })).out);
  });

  it("shows every section in the page", async () => {
    const { out } = await cli(["register", "-f", "html"], { cwd: folderWith(OLD) });
    for (const caption of [
      "Filings",
      "Accounts",
      "Entities",
      "Apps",
      "Records outside of plans",
      "Edges outside of plans",
      "Waivers",
    ])
      expect(out).toContain(`<caption>${caption}</caption>`);
    expect(out).not.toContain("<caption>Plans</caption>");
  });
});
