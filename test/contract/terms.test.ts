/**
 * Who writes Terraform reads Terraform: in no text of all plans of the suite, had they come from there, stands a property as
 * Pulumi calls it, nor anything to do with Pulumi. What who writes Pulumi reads is held by the tables of the rules.
 */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import neededProperties from "../../data/read-properties.json";
import { judge } from "../../src/judge";
import { LANGUAGES, type Language } from "../../src/messages";
import { joinParts, readPlan } from "../../src/plan/read";
import { nothingDeclared } from "../../src/register/register";
import { reportOf } from "../../src/report/report";
import type { Report } from "../../src/report/types";
import { stepTexts } from "../../src/report/violation";
import { sdkTypes } from "../../scripts/sdk";
import { TODAY } from "../support/rule-tester";
import { corpus, type Sample } from "./worlds/corpus";
import { planFrom, type PlanData } from "./worlds/plan-data";

/** What Terraform has not: findings about these are for who writes Pulumi alone. */
const PULUMI_ALONE = /pulumi:pulumi:StackReference|\btf:|unexpanded/;

/** Keys of the register, which are the same for all, and are called as properties are. */
const KEYS = new Set(["expiresOn", "serviceCode"]);

/** The names of properties, at any depth, that are not the same in snake case. */
const names = new Set(
  [...[...sdkTypes().values()].flatMap((paths) => [...paths]), ...JSON.stringify(neededProperties).split(/"/)]
    .flatMap((path) => path.split("."))
    .filter((name) => /^[a-z]+\w*[A-Z]\w*$/.test(name) && !KEYS.has(name)),
);

/** The same, with other URNs in it. */
const changed = <T>(value: T): T =>
  (typeof value === "string"
    ? value.replace(/^urn:pulumi:/, "urn:terraform:")
    : Array.isArray(value)
      ? value.map(changed)
      : value instanceof Set
        ? new Set([...value].map(changed))
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one as unknown)]))
          : value) as T;

const inTerraform = ({ parts, resources, options }: PlanData): PlanData => ({
  options,
  parts: parts.map((part) => ({ ...changed({ ...part }), dialect: "terraform" })),
  resources: resources.map(({ data, part }) => ({ data: changed(data), part })),
});

const reported = ({ register }: Sample, plan: PlanData, language: Language): Report =>
  reportOf(judge(planFrom(plan), { register, today: TODAY }), { language });

/** All that a report says of findings in words, and the properties that they name. */
const textsIn = ({ findings, limits }: Report): readonly string[] => [
  ...findings.flatMap(({ message, remedies, property, params, doubt }) => [
    message,
    ...(property === undefined ? [] : [property]),
    ...Object.values({ ...params, ...doubt?.params }).map(String),
    ...remedies.flatMap(({ text, snippet }) => [text, ...(snippet === undefined ? [] : [snippet])]),
  ]),
  ...limits.map(({ message }) => message),
];

let samples: readonly Sample[] = [];

/** Plans that Terraform and OpenTofu have made themselves. */
const captured = ["test/stacks", "test/plan/read/terraform/fixtures"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      (name) => /(?:^|\/)(?:plan|state)\.\w+\.json$/.test(name.replaceAll("\\", "/")) && !/errored|nothing/.test(name),
    )
    .map((name) => `${folder}/${name}`),
);

/** Names of resources stand behind a dot or in brackets: one of a stack is called `preview`. */
const isWrong = (text: string): boolean =>
  [...text.matchAll(/\w+/g)].some(([word]) => names.has(word)) || /pulumi|show-sames|(?<![.(（])preview/i.test(text);

beforeAll(async () => {
  samples = await corpus("all");
});

describe.each(LANGUAGES)("what who writes Terraform reads, in %s,", (language) => {
  it("has no property as Pulumi calls it, and no word of Pulumi", { timeout: 300_000 }, () => {
    let said = 0;
    const wrong = samples.flatMap((sample) => {
      const texts = textsIn(reported(sample, inTerraform(sample.plan), language));
      said += texts.length;
      return texts
        .filter(isWrong)
        .filter((text) => !PULUMI_ALONE.test(JSON.stringify(sample.plan)) || !/pulumi/i.test(text))
        .map((text) => `${sample.name}: ${text}`);
    });
    expect(wrong).toEqual([]);
    expect(said).toBeGreaterThan(7_000);
  });

  it.each(captured)("of %s", (file) => {
    const plan = joinParts([readPlan(readFileSync(file), file)]);
    const report = reportOf(judge(plan, { register: nothingDeclared, today: TODAY }), { language });
    expect(textsIn(report).filter(isWrong)).toEqual([]);
    const types = report.findings.flatMap(({ path }) => stepTexts(path, "", language));
    expect(types.filter((text) => /\balicloud[.:]/.test(text))).toEqual([]);
  });
});
