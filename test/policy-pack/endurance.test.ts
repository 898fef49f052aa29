/** A pack's process serves for as long as the engine wants, whatever it is told. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE, wrongIn } from "../support/harmless";
import { PackDriver, type PackResource } from "../support/pack-driver";

const load = () => import("../../bench/hostile.mjs");
let plans: Awaited<ReturnType<typeof load>>;
const packs: PackDriver[] = [];
const start = async (): Promise<PackDriver> => {
  const pack = await PackDriver.start();
  packs.push(pack);
  return pack;
};
beforeAll(async () => {
  plans = await load();
});
afterAll(() => {
  for (const pack of packs) pack.stop();
});

const resource = (type: string, name: string, inputs: Record<string, unknown>): PackResource => ({
  urn: `urn:pulumi:dev::web::${type}::${name}`,
  type,
  name,
  inputs,
});
const cdn = (name: string, domainName: string): PackResource =>
  resource("alicloud:cdn/domainNew:DomainNew", name, { domainName, scope: "domestic" });
const record = (name: string, rr: string, value: string, type = "CNAME"): PackResource =>
  resource("alicloud:dns/alidnsRecord:AlidnsRecord", name, { domainName: "example.com", rr, type, value });

/** The memory of a process, in MB. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

describe("the pack", { timeout: 120_000 }, () => {
  it.skipIf(process.platform !== "linux")(
    "does not grow over a hundred analyses (memory is read on Linux)",
    async () => {
      const pack = await start();
      const site = Array.from({ length: 200 }, (_, at) => cdn(`cdn-${at}`, `www.example-${at}.com`));
      const first = await pack.preview(site);
      const sizes: number[] = [];
      for (let round = 0; round < 100; round++) {
        expect(await pack.analyzeStack(site)).toEqual(first.stack);
        sizes.push(memoryOf(pack.pid));
      }
      const most = (from: number, to: number): number => Math.max(...sizes.slice(from, to));
      // Memory goes up and down as it is collected; what grew would be higher each time.
      expect(most(70, 100)).toBeLessThan(most(0, 40) * 1.5 + 40);
    },
  );

  it("judges 10,000 resources", async () => {
    const pack = await start();
    const many = Array.from({ length: 10_000 }, (_, at) => cdn(`cdn-${at}`, `www.example-${at % 500}.com`));
    const found = await pack.analyzeStack(many);
    expect(found.length).toBeGreaterThan(0);
  });

  it("passes names on as text", async () => {
    const pack = await start();
    // A half of a character cannot be sent.
    const hostile = HOSTILE.replace("\ud800", "");
    const { resource: one, stack } = await pack.preview([
      cdn(`site${hostile}`, "www.example.com"),
      cdn("other", `www${hostile}.example.com`),
    ]);
    expect([...one, ...stack].flatMap(({ message }) => wrongIn(message))).toEqual([]);
    expect([...one, ...stack].filter(({ message }) => message.includes("FORGED")).length).toBeGreaterThan(0);
  });

  it("ends where names, parents and dependencies lead in circles, or fork and join", async () => {
    const pack = await start();
    const forks = plans.diamonds(200).map(({ type, name, inputs }) => resource(type, name, { ...inputs }));
    const circle = [
      record("a", "a", "b.example.com"),
      record("b", "b", "a.example.com"),
      record("out", "a", "47.96.0.1", "A"),
    ];
    const [x, y] = [cdn("x", "x.example.com"), cdn("y", "y.example.com")];
    const parents = [
      { ...x, parent: y.urn, dependencies: [y.urn], propertyDependencies: { domainName: [y.urn] } },
      { ...y, parent: x.urn, dependencies: [x.urn], propertyDependencies: { domainName: [x.urn] } },
    ];
    const found = await pack.analyzeStack([...forks, ...circle, ...parents]);
    expect(found.map(({ policy }) => policy)).toContain("icp-cdn-coverage");
    expect(pack.output.stderr).toBe("");
  });
});
