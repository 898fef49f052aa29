import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, emptyFolder, preview } from "./terminal";

const UNFILED = preview("cdn-scope-omitted");
const CLEAN = preview("company-site");

interface Step {
  newState?: { urn: string; type: string; inputs: Record<string, unknown>; sourcePosition?: string };
}
interface Document {
  steps: Step[];
  changeSummary?: Record<string, number>;
}

/** A folder with the preview, changed. */
function folderWith(change: (document: Document) => void = () => undefined): string {
  const cwd = emptyFolder();
  write(cwd, change);
  return cwd;
}
function write(cwd: string, change: (document: Document) => void): void {
  const document = JSON.parse(readFileSync(UNFILED, "utf8")) as Document;
  change(document);
  writeFileSync(join(cwd, "plan.json"), JSON.stringify(document));
}

const domainIn = ({ steps }: Document): NonNullable<Step["newState"]> => {
  const found = steps
    .flatMap(({ newState }) => newState ?? [])
    .find(({ type }) => type.startsWith("alicloud:cdn/domain"));
  if (!found) throw new Error("the example has no CDN domain");
  return found;
};

const accept = (cwd: string, ...more: readonly string[]) => cli(["baseline", "plan.json", ...more], { cwd });
const check = (cwd: string, ...more: readonly string[]) =>
  cli(["check", "plan.json", "--baseline", "icp-baseline.json", ...more], { cwd });
const fileIn = (cwd: string): string => readFileSync(join(cwd, "icp-baseline.json"), "utf8");

describe("baseline", () => {
  it("accepts what is found today, one line each", async () => {
    const cwd = folderWith();
    expect(await accept(cwd)).toEqual({
      code: 0,
      out: "",
      err: "Wrote icp-baseline.json: 2 accepted, 2 of them new, 0 taken out; check with --baseline icp-baseline.json\n",
    });
    expect(fileIn(cwd)).toBe(
      [
        "{",
        '  "version": 1,',
        '  "tool": "alicloud-icp",',
        '  "findings": [',
        '    {"stack":"cdn-scope-omitted/dev","rule":"icp-cdn-coverage","level":"mandatory","says":"icp-cdn-coverage","apex":"example.com","about":"static.example.com","with":{"kind":"cdn","region":"domestic","scope":"omitted","state":"unlisted"}},',
        '    {"stack":"cdn-scope-omitted/dev","rule":"icp-server-missing","level":"advisory","says":"icp-server-missing","apex":"example.com","about":"urn:pulumi:dev::cdn-scope-omitted::alicloud:cdn/domainNew:DomainNew::static","with":{"state":"unlisted"}}',
        "  ]",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("lets only new findings fail, and counts the others", async () => {
    const cwd = folderWith();
    await accept(cwd);
    const { code, out } = await check(cwd, "--fail-on", "advisory");
    expect(code).toBe(0);
    expect(out).toContain("0 mandatory, 0 advisory, 0 waived, 2 in the baseline");
    const report = JSON.parse((await check(cwd, "-f", "json")).out) as {
      summary: { findings: object };
      findings: { baseline?: true }[];
    };
    expect(report.summary.findings).toEqual({ mandatory: 0, advisory: 0, waived: 0, baseline: 2 });
    expect(report.findings.map(({ baseline }) => baseline)).toEqual([true, true]);
    expect((await cli(["check", "plan.json"], { cwd })).code).toBe(1);
  });

  it("keeps what it accepts where lines move and other things are renamed", async () => {
    const cwd = folderWith();
    await accept(cwd);
    write(cwd, (document) => {
      domainIn(document).sourcePosition = "project:///other.ts#99,1";
    });
    expect((await check(cwd)).code).toBe(0);
  });

  it("does not cover another host, nor the same of another stack", async () => {
    const cwd = folderWith();
    await accept(cwd);
    write(cwd, (document) => {
      domainIn(document).inputs["domainName"] = "new.example.com";
    });
    const other = await check(cwd);
    expect(other.code).toBe(1);
    expect(other.out).toContain("new.example.com");
    const text = readFileSync(UNFILED, "utf8").replaceAll("urn:pulumi:dev::", "urn:pulumi:prod::");
    writeFileSync(join(cwd, "plan.json"), text);
    expect((await check(cwd)).code).toBe(1);
  });

  it("says what is no longer found, and takes it out", async () => {
    const cwd = folderWith();
    await accept(cwd);
    write(cwd, (document) => {
      domainIn(document).inputs["scope"] = "overseas";
    });
    const { code, out } = await check(cwd);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("Of the baseline 2 findings are no longer there");
    const { err } = await accept(cwd, "--prune");
    expect(err).toMatch(/^Wrote icp-baseline\.json: 0 accepted, 0 of them new, 2 taken out;/);
    expect(fileIn(cwd)).toContain('"findings": []');
  });

  it("accepts nothing new where it only takes out", async () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, "icp-baseline.json"), '{ "version": 1, "tool": "alicloud-icp", "findings": [] }');
    await accept(cwd, "--prune");
    expect((await check(cwd)).code).toBe(1);
  });

  it("leaves what it holds of other stacks", async () => {
    const cwd = folderWith();
    await accept(cwd);
    const before = fileIn(cwd);
    const { err } = await cli(["baseline", CLEAN, "-o", "icp-baseline.json"], { cwd });
    expect(err).toMatch(/^Wrote icp-baseline\.json: 2 accepted, 0 of them new, 0 taken out;/);
    expect(fileIn(cwd)).toBe(before);
  });

  it("does not hold what is waived", async () => {
    const cwd = folderWith();
    writeFileSync(
      join(cwd, "icp.yaml"),
      "version: 1\nasOf: 2026-11-22\nwaivers:\n  - { rule: icp-cdn-coverage, apex: example.com, reason: x, until: 2026-12-31 }\n",
    );
    await accept(cwd);
    expect(fileIn(cwd)).not.toContain("icp-cdn-coverage");
  });

  it("is refused of a plan that hides resources", async () => {
    const cwd = folderWith((document) => {
      document.changeSummary = { ...document.changeSummary, same: 4 };
    });
    expect(await accept(cwd)).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(
        /^alicloud-icp: plan\.json: does not show \d of its resources, and what is found of them would be lost; use --show-sames\n$/,
      ) as string,
    });
  });

  describe("of a stack that changes", () => {
    interface Run {
      readonly plan: string;
      readonly register?: string;
    }
    const stack = (name: string, file = "preview.json"): string => readFileSync(`test/stacks/${name}/${file}`, "utf8");
    const register = (name: string): string => readFileSync(`test/stacks/${name}/icp.yaml`, "utf8");

    /** Accepts what is found first, and gives what is then open of the second. */
    async function openAfter(first: Run, second: Run): Promise<readonly string[]> {
      const cwd = emptyFolder();
      const put = ({ plan, register: text }: Run): void => {
        writeFileSync(join(cwd, "plan.json"), plan);
        if (text !== undefined) writeFileSync(join(cwd, "icp.yaml"), text);
      };
      put(first);
      expect((await accept(cwd)).code).toBe(0);
      expect(await openIn(cwd)).toEqual([]);
      put(second);
      return openIn(cwd);
    }
    async function openIn(cwd: string): Promise<readonly string[]> {
      const { findings } = JSON.parse((await check(cwd, "-f", "json")).out) as {
        findings: { rule: string; baseline?: true; waived?: true; params: Record<string, unknown> }[];
      };
      return findings.flatMap(({ rule, baseline, waived }) => (baseline === true || waived === true ? [] : [rule]));
    }

    it("opens what got worse: a server that was replaced is deleted", async () => {
      const plan = stack("renamed-component");
      const worse = JSON.parse(plan) as { steps: { op: string; urn: string }[] };
      const steps = worse.steps.filter(({ urn, op }) => !urn.endsWith("Instance::shop") || op === "delete-replaced");
      for (const step of steps) if (step.op === "delete-replaced") step.op = "delete";
      const after = JSON.stringify({ ...worse, steps });
      expect(await openAfter({ plan, register: register("renamed-component") }, { plan: after })).toContain(
        "icp-server-removed",
      );
    });

    it("opens what is mandatory now and was advisory", async () => {
      const text = (level: string): string => `version: 1\nasOf: 2026-11-22\nrules: { icp-cdn-coverage: ${level} }\n`;
      const plan = readFileSync(UNFILED, "utf8");
      expect(await openAfter({ plan, register: text("advisory") }, { plan, register: text("mandatory") })).toEqual([
        "icp-cdn-coverage",
      ]);
      expect(await openAfter({ plan, register: text("mandatory") }, { plan, register: text("advisory") })).toEqual([]);
    });

    it("opens what another state of the filing makes something else", async () => {
      const text = (status: string): string =>
        `version: 1\nasOf: 2026-11-22\nfilings: [{ domain: example.com, status: ${status} }]\n`;
      const plan = readFileSync(preview("two-regions"), "utf8");
      expect(await openAfter({ plan, register: text("unfiled") }, { plan, register: text("revoked") })).toContain(
        "icp-dns-record",
      );
    });

    it("opens what nobody has judged of more resources than before", async () => {
      const [known, future] = ["alidnsRecord:AlidnsRecord", "futureRecord:FutureRecord"] as const;
      const plan = stack("terraform-module").replaceAll(`alicloud:index/${known}`, `alicloud:index/${future}`);
      const more = JSON.parse(plan) as { steps: { newState?: { urn: string; type: string }; urn: string }[] };
      const bridged = more.steps.find(({ newState }) => newState?.type.endsWith(future));
      if (!bridged?.newState) throw new Error("the stack has nothing of a type that nobody knows");
      const urn = `${bridged.urn}-zz`;
      more.steps.push({ ...bridged, urn, newState: { ...bridged.newState, urn } });
      const run = { plan, register: register("terraform-module") };
      expect(await openAfter(run, { plan: JSON.stringify(more) })).toEqual(["icp-undetermined"]);
    });

    it("holds of what is about no resource for its own stacks alone, and survives the accepting of others", async () => {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, "icp.yaml"), register("organisation"));
      const stacks = ["blog", "legacy", "shop"];
      for (const name of stacks)
        writeFileSync(join(cwd, `${name}.json`), stack("organisation", `preview.${name}.json`));
      for (const name of stacks) {
        const { err } = await cli(["baseline", `${name}.json`], { cwd });
        expect(err).toMatch(/, 0 taken out;/);
      }
      for (const name of stacks) {
        const { code, out } = await cli(
          ["check", `${name}.json`, "--baseline", "icp-baseline.json", "--fail-on", "advisory"],
          { cwd },
        );
        expect(code, name).toBe(0);
        expect(out).not.toContain("Of the baseline");
      }
    });

    it("says nothing of what was not judged by", async () => {
      const cwd = folderWith();
      await accept(cwd);
      const { out } = await check(cwd, "--rule", "icp-register-stale");
      expect(out).not.toContain("Of the baseline");
    });
  });

  const wrong: Record<string, [text: string | undefined, says: string]> = {
    "that is not there": [undefined, "does not exist; expected what alicloud-icp baseline has written"],
    "that is no JSON": ["x", "is no JSON; expected what alicloud-icp baseline has written"],
    "that is something else": ["{}", "is no baseline; expected what alicloud-icp baseline has written"],
    "of another version": [
      '{ "version": 2, "tool": "alicloud-icp", "findings": [] }',
      "version: expected 1; found 2: write it anew with alicloud-icp baseline",
    ],
    "with half a finding": [
      '{ "version": 1, "tool": "alicloud-icp", "findings": [{ "stack": "a/b" }] }',
      "findings[0].rule: expected text; write the baseline anew",
    ],
  };
  it.each(Object.entries(wrong))("is refused in one sentence: one %s", async (_, [text, says]) => {
    const cwd = folderWith();
    if (text !== undefined) writeFileSync(join(cwd, "icp-baseline.json"), text);
    expect(await check(cwd)).toEqual({ code: 2, out: "", err: `alicloud-icp: icp-baseline.json: ${says}\n` });
  });

  it("is never written over something else", async () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, "icp-baseline.json"), "mine");
    expect((await accept(cwd)).code).toBe(2);
    expect(fileIn(cwd)).toBe("mine");
  });
});
