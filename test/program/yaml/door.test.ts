/** The command on folders of programs in YAML. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/report/types";
import { cli, emptyFolder } from "../../cli/terminal";

/** A folder with files, by path. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What is found in programs: rule, verdict, hosts and where it is written. */
async function foundIn(
  files: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<readonly string[]> {
  const { out, err } = await cli(["check", ...argv, "--format", "json"], { cwd: folderWith(files) });
  const lines = out === "" ? [err] : (JSON.parse(out) as Report).findings;
  return lines.map((one) =>
    typeof one === "string"
      ? one.trim()
      : `${one.rule} ${one.verdict} ${one.hosts.join(",")} ${one.position?.file ?? ""}:${one.position?.line ?? ""}`,
  );
}

const SITE = `name: site
runtime: yaml
config:
  alicloud:region: cn-hangzhou
  domain: { type: string }
resources:
  net: { type: "alicloud:vpc:Network", properties: !any { cidrBlock: 10.0.0.0/8 } }

  web:
    type: alicloud:cdn:DomainNew
    properties:
      domainName: www.\${domain}
      cdnType: web
      scope: domestic
      sources: [{ type: domain, content: origin.example.net }]
outputs:
  cname: \${web.cname}
  host: \${web.domainName}
`;

describe("a program in YAML", () => {
  it("is judged like the preview of it, with lines", async () => {
    const files = { "Pulumi.yaml": SITE, "Pulumi.prod.yaml": "config:\n  site:domain: example.com\n" };
    expect(await foundIn(files, ".")).toEqual([
      "icp-cdn-coverage violation www.example.com Pulumi.yaml:9",
      "icp-server-missing violation  Pulumi.yaml:9",
    ]);
  });

  it("of which a value is secret is undetermined", async () => {
    const files = {
      "Pulumi.yaml": SITE,
      "Pulumi.prod.yaml": "encryptionsalt: v1:x\nconfig:\n  site:domain:\n    secure: v1:abc\n",
    };
    expect((await foundIn(files, ".")).map((line) => line.replace(/ \S*$/, ""))).toEqual([
      "icp-cdn-coverage undetermined ",
    ]);
  });

  it("that Pulumi would refuse is refused, with file, line and key", async () => {
    const files = {
      "web/Pulumi.yaml": SITE.replace("${web.cname}", "${wbe.cname}"),
      "web/Pulumi.dev.yaml": "config:\n  site:domain: a.com",
    };
    expect(await foundIn(files, "web")).toEqual([
      "alicloud-icp: web/Pulumi.yaml:17: outputs.cname: wbe is the name of no resource, variable or configuration value; correct it, or declare it",
    ]);
    expect((await cli(["check", "web"], { cwd: folderWith(files) })).code).toBe(2);
  });

  it("without a value that its stack must give is refused", async () => {
    expect(await foundIn({ "Pulumi.yaml": SITE }, ".")).toEqual([
      "alicloud-icp: Pulumi.yaml:5: config.domain: the stack dev gives no value, and there is no default; run `pulumi config set domain VALUE`, or name another stack",
    ]);
  });

  it("whose stack has no file is told which stacks have one, where that may be why", async () => {
    const files = { "Pulumi.yaml": SITE, "Pulumi.prod.yaml": "", "Pulumi.qa.yaml": "" };
    expect(await foundIn(files, ".", "--stack", "nosuch")).toEqual([
      [
        "alicloud-icp: Pulumi.yaml:5: config.domain: the stack nosuch gives no value, and there is no default; run `pulumi config set domain VALUE`, or name another stack",
        "alicloud-icp: Pulumi.yaml: the stack nosuch has no file, so that the program had no configuration; the stacks that have one are prod, qa",
      ].join("\n"),
    ]);
    // One that has a file has another fault, and so has one that is wrong for every stack.
    expect((await foundIn(files, ".", "--stack", "qa")).join()).not.toContain("has no file");
    const broken = {
      ...files,
      "Pulumi.yaml": SITE.replace("${web.cname}", "${wbe.cname}").replace("{ type: string }", "{ default: a.com }"),
    };
    expect((await foundIn(broken, ".", "--stack", "nosuch")).join()).not.toContain("has no file");
  });

  it("is found the same in whatever order it and one that it refers to, and that refers to it, are given", async () => {
    const files = Object.fromEntries(
      (
        [
          ["ca", "cb", "www"],
          ["cb", "ca", "img"],
        ] as const
      ).flatMap(([own, other, host]) => [
        [`${own}/Pulumi.dev.yaml`, ""],
        [
          `${own}/Pulumi.yaml`,
          `name: ${own}
runtime: yaml
resources:
  there: { type: "pulumi:pulumi:StackReference", properties: { name: acme/${other}/dev } }
  edge:
    type: alicloud:cdn:DomainNew
    properties:
      domainName: ${host}.\${there.outputs.apex}
      cdnType: web
      scope: domestic
      sources: [{ type: domain, content: origin.example.net }]
outputs:
  apex: ${own}.com
`,
        ],
      ]),
    );
    const found = await foundIn(files, "ca", "cb");
    expect([...(await foundIn(files, "cb", "ca"))].sort()).toEqual([...found].sort());
    expect(found.join("\n")).toMatch(/violation www\.cb\.com/);
    expect(found.join("\n")).toMatch(/violation img\.ca\.com/);
  });

  it("gets the outputs of another that is judged along", async () => {
    const dns = `name: dns
runtime: yaml
resources:
  site: { type: "pulumi:pulumi:StackReference", properties: { name: acme/site/prod } }
  record:
    type: alicloud:dns:AlidnsRecord
    properties: { domainName: example.com, rr: www, type: CNAME, value: "\${site.outputs.cname}" }
`;
    const files = {
      "site/Pulumi.yaml": SITE,
      "site/Pulumi.prod.yaml": "config:\n  site:domain: example.com\n",
      "dns/Pulumi.yaml": dns,
      "dns/Pulumi.prod.yaml": "",
    };
    // On its own nobody knows where the record leads.
    expect((await foundIn(files, "dns")).join()).toContain("undetermined");
    expect((await foundIn(files, "site", "dns")).join()).not.toContain("undetermined");
  });
});
