/**
 * Whoever writes a plan chooses its names. In whatever a person or another program reads they are text: nothing in them
 * steers a terminal, makes a line of its own, is a command to a log of CI, or a colour of Pulumi's.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { judge, type Judged } from "../../src/judge";
import { FILE_OPTIONS } from "../../src/library/formats";
import { LANGUAGES } from "../../src/messages";
import type { Raw, RawProperties } from "../../src/plan/raw";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { formats, type FormatName } from "../../src/report";
import { reportOf } from "../../src/report/report";
import { skeletonText } from "../../src/register/skeleton";
import { violationText } from "../../src/report/violation";
import { BY_LINE, forgedIn, HOSTILE, wrongIn } from "../support/harmless";
import { TODAY } from "../support/rule-tester";
import { cli, emptyFolder } from "../cli/terminal";
import { corpus, type Sample } from "./worlds/corpus";
import { planFrom, type PlanData } from "./worlds/plan-data";
import { renamed } from "./worlds/same";

/** Every name, and what the plan was read from, with something hostile in it. */
function withHostileNames(sample: Sample): Sample {
  const { plan, register } = renamed(sample, (name) => `${name}${HOSTILE}`);
  const parts = plan.parts.map((part) => ({
    ...part,
    id: `${part.id}${HOSTILE}`,
    source: `${part.source}${HOSTILE}`,
    stack: `${part.stack}${HOSTILE}`,
    project: `${part.project}${HOSTILE}`,
  }));
  return { ...sample, plan: { ...plan, parts }, register };
}

/** Every text of every resource. */
function withHostileValues(sample: Sample): Sample {
  const change = (raw: Raw): Raw => {
    if (typeof raw === "string") return raw === UNKNOWN_STRING ? raw : `${raw}${HOSTILE}`;
    if (Array.isArray(raw)) return raw.map(change);
    return typeof raw === "object" && raw !== null ? changed(raw as RawProperties) : raw;
  };
  const changed = (all: RawProperties): RawProperties =>
    Object.fromEntries(Object.entries(all).map(([key, raw]) => [key, change(raw)]));
  const resources = sample.plan.resources.map(({ data, part }) => ({
    part,
    data: { ...data, inputs: changed(data.inputs), ...(data.outputs && { outputs: changed(data.outputs) }) },
  }));
  return { ...sample, plan: { ...sample.plan, resources } };
}

const judged = ({ plan, register }: { plan: PlanData; register: Sample["register"] }): Judged =>
  judge(planFrom(plan), { register, today: TODAY });

/** What a format makes of a plan, in every language. */
function rendered(all: Judged, format: FormatName): readonly string[] {
  return LANGUAGES.map((language) =>
    formats[format](reportOf(all, { language, showSatisfied: true }), {
      ...FILE_OPTIONS,
      width: 60,
      language,
      show: { satisfied: true, waived: true },
    }),
  );
}

let samples: readonly Sample[] = [];
beforeAll(async () => {
  samples = await corpus("all");
});

describe.each([
  ["names", withHostileNames],
  ["values", withHostileValues],
])("hostile %s", (_, hostile) => {
  it.each(Object.keys(formats) as FormatName[])("are text in the format %s", { timeout: 120_000 }, (format) => {
    const wrong = samples.flatMap((sample) =>
      rendered(judged(hostile(sample)), format).flatMap((text) =>
        [...wrongIn(text, format), ...(BY_LINE.includes(format) ? forgedIn(text) : [])].map(
          (line) => `${sample.name}: ${JSON.stringify(line)}`,
        ),
      ),
    );
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it("are text in what the pack reports, and make no line of their own", { timeout: 120_000 }, () => {
    let forged = 0;
    const wrong = samples.flatMap((sample) => {
      const all = judged(hostile(sample));
      return LANGUAGES.flatMap((language) =>
        all.findings.flatMap((finding) => {
          const text = violationText(finding, all, language);
          if (text.includes("FORGED")) forged += 1;
          return [...wrongIn(text), ...forgedIn(text)].map((line) => `${sample.name}: ${JSON.stringify(line)}`);
        }),
      );
    });
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(forged).toBeGreaterThan(100);
  });
});

describe("hostile input", () => {
  it.each<[string, string, readonly string[]]>([
    ["a diagnostic", JSON.stringify({ steps: [], diagnostics: [{ severity: "error", message: HOSTILE }] }), []],
    ["an operation", JSON.stringify({ steps: [{ op: HOSTILE, urn: "urn:pulumi:a::b::c::d" }] }), []],
    ["a URN", JSON.stringify({ steps: [{ op: "create", urn: HOSTILE }] }), []],
    [
      "a key",
      JSON.stringify({ steps: [{ op: "same", urn: "urn:pulumi:a::b::c::d", newState: { [HOSTILE]: 1 } }] }),
      [],
    ],
    ["an option", "{}", [`--${HOSTILE}`]],
    ["the value of an option", "{}", ["--format", HOSTILE]],
    ["a day", "{}", ["--now", HOSTILE]],
    ["a register that is not there", '{"steps":[]}', ["--register", `${HOSTILE}.yaml`]],
  ])("is text in errors: %s", async (_, plan, options) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "plan.json"), plan);
    for (const env of [{}, { DEBUG: "alicloud-icp" }]) {
      const { code, err } = await cli(["check", "plan.json", ...options], { cwd: folder, env, isTTY: false });
      expect({ code, wrong: wrongIn(err) }).toEqual({ code: 2, wrong: [] });
      expect(err.split("\n").filter((line) => line.startsWith("FORGED"))).toEqual([]);
    }
  });

  it("is text in errors of a register", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "plan.json"), JSON.stringify({ steps: [], config: {} }));
    writeFileSync(join(folder, "icp.yaml"), `version: 1\nasOf: 2026-11-20\n${JSON.stringify(HOSTILE)}: 1\n`);
    const { code, err } = await cli(["check", "plan.json"], { cwd: folder });
    expect({ code, wrong: wrongIn(err) }).toEqual({ code: 2, wrong: [] });
  });

  it("is text in a first register", () => {
    const COMMENTS = { language: "en", schema: "./icp.schema.json" } as const;
    const servers = [{ product: "ecs", stack: HOSTILE, resource: HOSTILE }];
    const text = skeletonText(
      { asOf: TODAY, filings: [{ domain: "example.com", hosts: [HOSTILE], servers }] },
      COMMENTS,
    );
    expect(wrongIn(text)).toEqual([]);
    expect(text.split("\n").length).toBe(
      skeletonText(
        {
          asOf: TODAY,
          filings: [{ domain: "example.com", hosts: ["a"], servers: [{ product: "ecs", stack: "b", resource: "c" }] }],
        },
        COMMENTS,
      ).split("\n").length,
    );
  });
});
