/**
 * The examples of each rule's page are run: what is under `Bad` breaks the rule, what is under `Good` does not. Those of the
 * Chinese page are byte for byte the English ones, comments aside, and so are the rules that are named beside them. Blocks that
 * stand before both belong to both. All ts blocks of a case make one program, all yaml blocks one register, and a json block is
 * the `icp.verified.json` beside it; where the program does not say otherwise it is in cn-hangzhou, and it is judged on the day
 * of all tests.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sdkTypes } from "../../scripts/sdk";
import { InputError } from "../../src/input/error";
import { judge, type Finding, type Judged } from "../../src/judge";
import { message, type Language } from "../../src/messages";
import { joinParts, readPlan } from "../../src/plan/read";
import { loadRegister } from "../../src/register/load";
import { asRegister, nothingDeclared } from "../../src/register/register";
import { allRules } from "../../src/rules";
import { readVerified } from "../../src/register/verified-file";
import { RULE_IDS, type RuleId } from "../../src/vocabulary/rule-ids";
import { lines, TODAY } from "../support/rule-tester";
import { withoutComments } from "./pages";
import { run, type Registered } from "./program";

const folder = mkdtempSync(join(tmpdir(), "icp-examples-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The rule that has no violations of its own: it says what other rules could not decide, and its page shows that. */
const DOUBTS: RuleId = "icp-undetermined";
const isOwn = (id: RuleId, { rule, verdict }: Finding): boolean =>
  id === DOUBTS ? verdict === "undetermined" : rule === id;

interface Example {
  readonly program: string;
  readonly register: string;
  /** What the cloud said of the register; empty where nobody asked. */
  readonly verified: string;
  /** The rules that are named with it. */
  readonly named: readonly string[];
}

/** The text between a heading and the next one of its level or above. */
function below(text: string, heading: string): string {
  const [, rest = ""] = `\n${text}`.split(`\n${heading}\n`);
  const level = heading.split(" ")[0] ?? "";
  return rest.split(new RegExp(`\n#{2,${level.length}} `))[0] ?? "";
}

/** Where the examples of a page stand, in each language. */
const EDITIONS = {
  en: { folder: "docs/rules", section: "## Example", cases: { bad: "### Bad", good: "### Good" } },
  zh: { folder: "docs/zh/rules", section: "## 示例", cases: { bad: "### 错误", good: "### 正确" } },
} as const;

function examplesOf(id: RuleId, language: Language = "en"): Readonly<Record<"bad" | "good", Example>> {
  const edition = EDITIONS[language];
  const section = below(readFileSync(`${edition.folder}/${id}.md`, "utf8"), edition.section);
  const [both = ""] = section.split("\n### ");
  const example = (heading: string): Example => {
    const text = `${both}\n${below(section, heading)}`;
    const blocks = (language: string): string =>
      [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))]
        .map(([, block = ""]) => block)
        .join("");
    return {
      program: blocks("ts"),
      register: blocks("yaml"),
      verified: blocks("json"),
      named: [...text.matchAll(/\]\((icp-[a-z-]+)\.md\)/g)].map(([, name = ""]) => name),
    };
  };
  return { bad: example(edition.cases.bad), good: example(edition.cases.good) };
}

/** The register of an example, with the lines that every register has, and with what the cloud said of it. */
function registerOf({ register: text, verified }: Pick<Example, "register" | "verified">) {
  if (text === "") return nothingDeclared;
  const missing = ["version: 1", "asOf: 2026-11-22"].filter((line) => !text.includes(`${line.split(":")[0] ?? ""}:`));
  const options = { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY };
  const loaded = loadRegister([...missing, text].join("\n"), options);
  if (verified === "") return asRegister(loaded);
  const file = join(folder, "icp.verified.json");
  writeFileSync(file, verified);
  return asRegister(loaded, readVerified(file, { name: "icp.verified.json", today: TODAY }));
}

/** What is wrong with the register is said as the pack says it. */
function judged(preview: Buffer, example: Example): Judged {
  const plan = joinParts([readPlan(preview, "preview.json")]);
  try {
    return judge(plan, { register: registerOf(example), today: TODAY });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const said = message("icp-register.unreadable", { reason: error.message });
    const problem = { message: said, remedy: "fix-register" as const, silences: true };
    return judge(plan, { register: nothingDeclared, today: TODAY, problems: [problem] });
  }
}

async function judgedExample(example: Example) {
  const { program } = example;
  const region = /alicloud:region is ([a-z0-9-]+)/.exec(program)?.[1] ?? "cn-hangzhou";
  const { registered, preview } = await run(program, region);
  return { registered, ...judged(preview, example) };
}

/** The properties that a program says and the SDK has not. */
const unknownProperties = (registered: readonly Registered[]): readonly string[] =>
  registered.flatMap(({ type, inputs }) =>
    type.startsWith("alicloud:") ? pathsIn(inputs).filter((path) => !sdkTypes().get(type)?.has(path)) : [],
  );

function pathsIn(value: unknown, above = ""): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => pathsIn(item, above)))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const path = above === "" ? key : `${above}.${key}`;
    return [path, ...pathsIn(item, path)];
  });
}

describe.each(allRules.map(({ id }) => id))("the examples of docs/rules/%s.md", (id) => {
  const { bad, good } = examplesOf(id);
  const verdict = id === DOUBTS ? "undetermined" : "violation";

  it("are those of the Chinese page", () => {
    const plain = (example: Example): Example => ({
      ...example,
      program: withoutComments(example.program),
      register: withoutComments(example.register),
    });
    const chinese = examplesOf(id, "zh");
    expect({ bad: plain(chinese.bad), good: plain(chinese.good) }).toEqual({ bad: plain(bad), good: plain(good) });
  });

  it(`show what is wrong: ${verdict}`, async () => {
    const { findings, registered, ...rest } = await judgedExample(bad);
    expect(registered.length).toBeGreaterThan(0);
    expect(unknownProperties(registered)).toEqual([]);
    const own = findings.filter((finding) => isOwn(id, finding));
    expect(
      own.map((finding) => finding.verdict),
      lines({ findings, ...rest }).join("\n"),
    ).toContain(verdict);
  });

  it("show what is right, and what is wrong with it all the same is said", async () => {
    const { findings, registered } = await judgedExample(good);
    expect(registered.length).toBeGreaterThan(0);
    expect(unknownProperties(registered)).toEqual([]);
    const others = findings.filter(
      ({ level, verdict: said, waiver }) => level === "mandatory" && said === "violation" && !waiver,
    );
    const told = [
      ...findings.filter((finding) => isOwn(id, finding)),
      ...others.filter(({ rule }) => !good.named.includes(rule)),
    ];
    expect(told.map(({ rule, verdict: said, hosts, subject }) => [rule, said, hosts.join() || subject.apex])).toEqual(
      [],
    );
    expect(good.named.filter((name) => !others.some(({ rule }) => rule === name))).toEqual([]);
  });
});
