/** What is drawn of a report, how large pictures are made small, and that other programs read them. */
import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { drawn } from "../../../src/report/picture";
import { boxOf, shortened } from "../../../src/report/picture/box";
import { collapsed, MOST_NODES } from "../../../src/report/picture/collapse";
import { layoutOf } from "../../../src/report/picture/layout";
import { pictureOf, STANDINGS, type Picture } from "../../../src/report/picture/model";
import type { Report } from "../../../src/report/types";
import { hostileReport, largeReport, stackReport } from "../../browser/reports";
import { reportExample } from "../../examples/examples";
import { stackNames } from "../../stacks/stacks";
import { dnsRecord, reportWith } from "../example";

const linesOf = ({ nodes, edges }: Picture): string[] => {
  const names = new Map(nodes.map(({ id, name, kind }) => [id, `${name} (${kind})`]));
  return edges.map(
    ({ from, to, whys, standing }) => `${names.get(from) ?? ""} ${whys.join("+")} ${names.get(to) ?? ""}: ${standing}`,
  );
};
const standingsOf = ({ nodes }: Picture): string[] => nodes.map(({ name, standing }) => `${name} ${standing}`);

const EIP = "urn:pulumi:dev::web::alicloud:ecs/eipAddress:EipAddress::web";
type Exposure = Report["apexes"][number]["exposures"][number];
const exposure = (given: Partial<Exposure>): Exposure => ({
  host: "www.example.com",
  entry: EIP,
  place: { in: "mainland", region: "cn-hangzhou" },
  tier: "access",
  verdict: "satisfied",
  path: dnsRecord.path,
  ...given,
});
const served = (exposures: readonly Exposure[], findings: Report["findings"] = []): Report =>
  reportWith(findings, {
    apexes: [{ apex: "example.com", state: "active", hosts: exposures.map(({ host }) => host), exposures }],
  });

describe("a picture", () => {
  it("shows each host, resource and entry once, and how one follows from another", () => {
    expect(linesOf(pictureOf(reportExample("company-site-hongkong"), "en"))).toEqual([
      "example.com (host) record apex (step): violation",
      "apex (step) refers to site (entry): violation",
      "static.example.com (host) host bound by static (entry): satisfied",
      "static.example.com (host) record static (step): satisfied",
      "static (step) refers to static (entry): satisfied",
      "www.example.com (host) record www (step): violation",
      "www (step) refers to site (entry): violation",
    ]);
  });

  it("gives what is shared the worst verdict of all ways through it", () => {
    const [, eip] = dnsRecord.path;
    const other = exposure({ host: "a.example.com", verdict: "undetermined", path: eip ? [eip] : [] });
    expect(standingsOf(pictureOf(served([exposure({}), other]), "en"))).toEqual([
      "www.example.com satisfied",
      "www satisfied",
      "web undetermined",
      "a.example.com undetermined",
    ]);
  });

  it("takes open findings in, and leaves out waived ones", () => {
    const finding = { ...dnsRecord, hosts: ["www.example.com", "m.example.com"] };
    const both = [exposure({}), exposure({ host: "m.example.com" })];
    expect(pictureOf(served(both, [finding]), "en").nodes.map(({ standing }) => standing)).toEqual(
      Array(4).fill("violation"),
    );
    const waiver = { reason: "x", until: "2027-01-01", owner: null };
    expect(pictureOf(served(both, [{ ...finding, waived: true, waiver }]), "en").nodes[0]?.standing).toBe("satisfied");
  });

  it("shows no resource better than an open finding about it", () => {
    const rank = (standing: string): number => (STANDINGS as readonly string[]).indexOf(standing);
    let told = 0;
    for (const report of stackNames.map((name) => stackReport(name))) {
      const standings = new Map(pictureOf(report, "en").nodes.map(({ id, standing }) => [id, standing]));
      for (const { urn = "", resources, verdict, waived } of report.findings) {
        for (const id of waived ? [] : [urn, ...resources.map((one) => one.urn)]) {
          const standing = standings.get(id);
          if (standing === undefined) continue;
          told += 1;
          expect(rank(standing), id).toBeGreaterThanOrEqual(rank(verdict));
        }
      }
    }
    expect(told).toBeGreaterThan(0);
    const bare: Report["findings"][number] = { ...dnsRecord, urn: EIP, resources: [], hosts: [], path: [] };
    const standings = (finding: typeof bare) => standingsOf(pictureOf(served([exposure({})], [finding]), "en"));
    expect(standings(bare)).toContain("web violation");
    expect(standings({ ...bare, baseline: true })).toContain("web satisfied");
  });

  it("shows hosts that only a finding knows, ends that nobody knows, and those of others", () => {
    const report = served(
      [
        exposure({ host: "", verdict: "undetermined" }),
        exposure({ host: "a.example.com", entry: null, place: { in: "outside", vendor: "Vercel" }, path: [] }),
        exposure({ host: "b.example.com", entry: null, place: { in: "outside", vendor: "Vercel" }, path: [] }),
        exposure({ host: "c.example.com", entry: null, place: { in: "undetermined" }, path: [] }),
      ],
      [{ ...dnsRecord, host: "d.example.com", hosts: ["d.example.com"], verdict: "undetermined" }],
    );
    expect(linesOf(pictureOf(report, "zh"))).toEqual([
      "example.com 的未知域名 (host) 解析记录 www (step): undetermined",
      "www (step) 引用 web (entry): undetermined",
      "a.example.com (host) 入口 Vercel (place): satisfied",
      "b.example.com (host) 入口 Vercel (place): satisfied",
      "c.example.com (host) 入口 未知入口 (place): satisfied",
      "d.example.com (host) 解析记录 www (step): undetermined",
    ]);
  });

  it("is of the domains that are asked for", () => {
    const report = stackReport("alb-hosts");
    const hosts = (apexes?: string[]): string[] =>
      pictureOf(report, "en", apexes).nodes.flatMap(({ kind, name }) => (kind === "host" ? [name] : []));
    expect(hosts(["example.net"])).toEqual(["shop.example.net", "www.example.net"]);
    expect(hosts()).toHaveLength(5);
  });
});

describe("a large picture", () => {
  const large = pictureOf(largeReport(2000), "en", ["domain-1.com"]);
  const many = (count: number): Picture => pictureOf(largeReport(50 * count), "en", ["domain-1.com"]);

  it("draws hosts of one entry by one kind of way as one", () => {
    const small = collapsed(many(290), "en");
    expect(linesOf(small)).toEqual([
      "290 hosts (host) record 290 × dns.AlidnsRecord (step): violation",
      "290 × dns.AlidnsRecord (step) refers to web (entry): violation",
    ]);
  });

  it("is left as it is while it is small enough", () => {
    expect(large.nodes.length).toBeLessThanOrEqual(MOST_NODES);
    expect(collapsed(large, "en")).toBe(large);
  });

  it("joins entries of one kind in one place where there are many", () => {
    const node = (kind: "host" | "entry", at: number) => ({
      id: `${kind} ${at}`,
      kind,
      type: kind === "host" ? "" : "cdn.DomainNew",
      name: `${kind}-${at}`,
      places: kind === "host" ? [] : ["in the mainland"],
      standing: at % 2 === 0 ? ("violation" as const) : ("satisfied" as const),
      count: 1,
    });
    const numbers = Array.from({ length: 100 }, (_, at) => at);
    const picture: Picture = {
      nodes: numbers.flatMap((at) => [node("host", at), node("entry", at)]),
      edges: numbers.map((at) => ({
        from: `host ${at}`,
        to: `entry ${at}`,
        whys: ["host bound by"],
        standing: at % 2 === 0 ? "violation" : "satisfied",
      })),
    };
    expect(linesOf(collapsed(picture, "zh"))).toEqual([
      "50 个域名 (host) host bound by 50 个 cdn.DomainNew (entry): violation",
      "50 个域名 (host) host bound by 50 个 cdn.DomainNew (entry): satisfied",
    ]);
    // Each host at others: only their kinds are few.
    const edges = numbers.flatMap((at) =>
      numbers
        .filter((to) => to % (at + 1) === 0)
        .map((to) => ({ from: `host ${at}`, to: `entry ${to}`, whys: ["x"], standing: "satisfied" as const })),
    );
    expect(collapsed({ ...picture, edges }, "en").nodes).toHaveLength(4);
  });
});

describe("a layout", () => {
  it("leads from left to right, hosts in one column, and is the same each time", () => {
    const picture = pictureOf(stackReport("organisation"), "en");
    const { nodes, edges, width, height } = layoutOf(picture);
    const x = new Map(nodes.map(({ node, x }) => [node.id, x]));
    for (const { edge } of edges) expect(x.get(edge.from)).toBeLessThan(x.get(edge.to) ?? 0);
    for (const { x, y, width: wide, height: high } of nodes) {
      expect(x - wide / 2).toBeGreaterThanOrEqual(0);
      expect(x + wide / 2).toBeLessThanOrEqual(width);
      expect(y + high / 2).toBeLessThanOrEqual(height);
    }
    const lefts = nodes.filter(({ node }) => node.kind === "host").map(({ x, width: wide }) => x - wide / 2);
    expect(new Set(lefts)).toEqual(new Set([0]));
    expect(layoutOf(picture)).toEqual({ nodes, edges, width, height });
  });

  it("measures Chinese characters as wide as they are, and shortens what is too long", () => {
    const node = pictureOf(served([exposure({})]), "en").nodes[0];
    if (!node) throw new Error("no node");
    expect(boxOf({ ...node, name: "域名" }).width).toBe(boxOf({ ...node, name: "abcd" }).width);
    expect(shortened(`${"a".repeat(50)}.example.com`)).toBe(`${"a".repeat(21)}…aaaaaaaaa.example.com`);
    expect(shortened(`a${"\u0301".repeat(10_000)}`).length).toBeLessThan(100);
  });
});

const samples: readonly (readonly [string, Report])[] = [
  ...stackNames.map((name) => [name, stackReport(name, "zh")] as const),
  ["hostile names", hostileReport()],
  ["many hosts", largeReport(500)],
];

describe("what is written of it", () => {
  it("is well-formed SVG, which fetches and runs nothing", () => {
    for (const [name, report] of samples) {
      const wrong: string[] = [];
      const onError = (level: string, message: string): void => {
        // Hostile characters were replaced by this one.
        if (!message.includes("replacement character")) wrong.push(`${level} ${message}`);
      };
      const parser = new DOMParser({ onError });
      const document = parser.parseFromString(drawn(report, "svg", "zh"), "image/svg+xml");
      const elements = Array.from(document.getElementsByTagName("*"));
      const kinds = new Set(elements.map(({ tagName }) => tagName));
      const attributes = elements.flatMap((element) => Array.from(element.attributes).map((one) => one.name));
      expect(wrong, name).toEqual([]);
      for (const kind of ["script", "foreignObject", "image", "a", "use"]) expect(kinds.has(kind), kind).toBe(false);
      expect(attributes.filter((one) => /^on|href|^style$/i.test(one))).toEqual([]);
    }
  });

  it("holds nothing that XML cannot hold", () => {
    const text = drawn(served([exposure({ host: "a\ufffe\uffff\u0000.example.com" })]), "svg", "en");
    expect(text).toContain("a\ufffd\ufffd\ufffd.example.com");
    expect(text).not.toMatch(/[\ufffe\uffff]/);
  });

  it("is DOT that Graphviz reads and draws", { timeout: 60_000 }, async () => {
    const viz = await (await import("@viz-js/viz")).instance();
    for (const [name, report] of samples) {
      const { status, errors } = viz.render(drawn(report, "dot", "en"), { format: "dot" });
      const wrong = errors.filter(({ level }) => level === "error");
      expect({ status, wrong }, name).toEqual({ status: "success", wrong: [] });
    }
    const host = 'a"b\\N\\l&amp;<b>{x|y}\n';
    const svg = viz.renderString(drawn(served([exposure({ host })]), "dot", "en"), { format: "svg" });
    expect(svg).toContain("✓ a&quot;b\\N\\l&amp;amp;&lt;b&gt;{x|y} </text>");
  });

  it("is a flowchart in which names are only text", () => {
    const host = 'a"]; click n1 "javascript:x" %% `b` **c** #quot; 1. d';
    const text = drawn(served([exposure({ host })]), "mermaid", "en");
    expect(text.split("\n")[2]).toBe(
      '  n1(["✓ a#34;#93;#59; click n1 #34;javascript#58;x#34; #37;#37; #96;b#96; #42;#42;c#42;#42; #35;quot#59; 1#46; d"]):::satisfied',
    );
    expect(text).toContain('  n1 -->|"record"| n2\n');
  });

  it("is the same each time, and says in words what it shows", () => {
    const report = reportExample("cdn-scope-omitted");
    for (const format of ["svg", "dot", "mermaid"] as const)
      expect(drawn(report, format, "en")).toBe(drawn(reportExample("cdn-scope-omitted"), format, "en"));
    expect(drawn(report, "svg", "en")).toContain(
      "Shows 1 host and what serves them. static.example.com → host bound by static · cdn.DomainNew · in the mainland (scope: domestic): violation.",
    );
  });

  it("is an empty picture where nothing is served", () => {
    expect(drawn(reportWith([]), "svg", "en")).toContain("<svg");
    expect(drawn(reportWith([]), "mermaid", "en")).toMatch(/^flowchart LR\n/);
  });
});
