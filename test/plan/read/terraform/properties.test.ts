/** What holds for every plan of Terraform and OpenTofu: the captured ones, changed at random. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/input/error";
import { judge, type Judged } from "../../../../src/judge";
import { LANGUAGES } from "../../../../src/messages";
import { namesOf } from "../../../../src/names/terraform";
import { extractOf } from "../../../../src/plan/extract";
import { extractText } from "../../../../src/plan/extract-file";
import { joinParts, readParts } from "../../../../src/plan/read";
import { neededOf } from "../../../../src/plan/read-properties";
import { longestOf } from "../../../../src/plan/read/terraform/address";
import { formats, type FormatName } from "../../../../src/report";
import { drawn } from "../../../../src/report/picture";
import { PICTURE_FORMATS } from "../../../../src/report/picture/formats";
import { reportOf } from "../../../../src/report/report";
import { cli } from "../../../cli/terminal";
import { exceptionFor } from "../../../contract/exceptions";
import { hold, textOf } from "../../../contract/worlds/hold";
import { dataOf } from "../../../contract/worlds/plan-data";
import { toldOf } from "../../../contract/worlds/told";
import { isPossible } from "../../../contract/worlds/unknowns";
import { at, pathsOf, withAt, type Json, type Path } from "../../../fuzz/json";
import { TODAY, unfiled } from "../../../support/rule-tester";
import { captureOf, readable } from "./fixtures";

type JsonObject = Readonly<Record<string, Json>>;
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listAt = (root: Json, path: Path): readonly Json[] => {
  const list = at(root, path);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
};

const textAt = (root: Json, path: Path): string => {
  const text = at(root, path);
  return typeof text === "string" ? text : "";
};

/** The captures as documents: once where both programs wrote one. */
const documents: readonly (readonly [name: string, document: Json])[] = (["terraform", "opentofu"] as const).flatMap(
  (program) =>
    readable(program)
      .filter((name) => program === "terraform" || !readable("terraform").includes(name))
      .map((name): [string, Json] => {
        const [fixture = "", plan] = name.split("/");
        return [name, JSON.parse(readFileSync(captureOf(fixture, program, plan), "utf8")) as Json];
      }),
);
const plans = documents.filter(([, document]) => at(document, ["resource_changes"]) !== undefined);
const arbitrary = fc.record({
  document: fc.constantFrom(...documents.map(([, document]) => document)),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
});
const ofPlans = fc.record({
  document: fc.constantFrom(...plans.map(([, document]) => document)),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
});

const read = (document: Json) => readParts(Buffer.from(JSON.stringify(document)), "web/plan.json");
const judged = (document: Json): Judged => judge(joinParts(read(document)), { register: unfiled(), today: TODAY });
const picked = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];

const CANARY = "canary7d1fQ";

/** A value of the same form, with a canary for each of its texts and numbers. */
function canaries(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(canaries);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, canaries(one)]));
  return typeof value === "string" || typeof value === "number" ? `${CANARY}.example.com` : value;
}

/** A mask with a mark at a path: as the programs write them, with `false` and nothing beside it. */
function marked(mask: Json | undefined, value: Json, [key, ...rest]: Path): Json {
  if (mask === true || key === undefined) return true;
  const inner = at(value, [key]) ?? null;
  if (Array.isArray(value)) {
    const masks = Array.isArray(mask) ? (mask as readonly Json[]) : [];
    return (value as readonly Json[]).map((_, index) =>
      index === key ? marked(masks[index], inner, rest) : (masks[index] ?? false),
    );
  }
  return { ...(isObject(mask) ? mask : {}), [key]: marked(isObject(mask) ? mask[key] : undefined, inner, rest) };
}

/** Where values and the masks of what is sensitive in them stand. */
const masksIn = (document: Json): readonly (readonly [values: Path, mask: Path])[] =>
  pathsOf(document).flatMap((path): (readonly [Path, Path])[] => {
    const outer = path.slice(0, -1);
    const key = path.at(-1);
    if (key === "after" || key === "before") return [[path, [...outer, `${key}_sensitive`]]];
    return key === "values" && at(document, [...outer, "sensitive_values"]) !== undefined
      ? [[path, [...outer, "sensitive_values"]]]
      : [];
  });

/** Hides values at random, and puts canaries wherever the document marks something: of it, variables and providers. */
function withCanaries(document: Json, picks: readonly number[]): Json {
  let made = document;
  for (const [index, pick] of picks.entries()) {
    const place = picked(masksIn(made), pick);
    const values = place && at(made, place[0]);
    if (!place || !isObject(values)) continue;
    const path = picked(pathsOf(values).slice(1), pick * 31 + index * 7);
    if (!path) continue;
    made = withAt(made, place[1], marked(at(made, place[1]), values, path));
  }
  for (const [values, mask] of masksIn(made)) {
    const found = at(made, values);
    if (found === undefined || found === null) continue;
    const isMarked = (path: Path): boolean => at(made, [...mask, ...path]) === true;
    for (const path of pathsOf(found).filter(isMarked)) {
      made = withAt(made, [...values, ...path], canaries(at(found, path) ?? null));
    }
  }
  return withConfigured(made, (picks[0] ?? 0) % 2);
}

/** Puts canaries into every second variable, which is sensitive then, and into what providers are configured with. */
function withConfigured(document: Json, second: number): Json {
  let made = document;
  if (!isObject(made)) return made;
  const variables = at(made, ["configuration", "root_module", "variables"]);
  for (const name of Object.keys(isObject(variables) ? variables : {})) {
    if (name.length % 2 !== second) continue;
    made = withAt(made, ["configuration", "root_module", "variables", name], { sensitive: true, default: CANARY });
    if (at(made, ["variables", name])) made = withAt(made, ["variables", name], { value: CANARY });
  }
  const providers = at(made, ["configuration", "provider_config"]);
  for (const key of Object.keys(isObject(providers) ? providers : {})) {
    const path = ["configuration", "provider_config", key, "expressions"];
    const said = at(made, path);
    made = withAt(made, path, {
      ...(isObject(said) ? said : {}),
      access_key: { constant_value: CANARY },
      secret_key: { references: ["var.none"], constant_value: CANARY },
      assume_role: [{ session_name: { constant_value: CANARY } }],
    });
  }
  return made;
}

/** All that is said of a document: every format, picture and extract, or why it is refused. */
function everything(document: Json): readonly string[] {
  try {
    const parts = read(document);
    const extract = extractText(parts.map((part) => extractOf(part)));
    const all = judge(joinParts(parts), { register: unfiled(), today: TODAY });
    const texts = LANGUAGES.flatMap((language) => {
      const report = reportOf(all, { language, showSatisfied: true });
      const options = { colour: false, width: 80, language, quiet: false, failOn: "mandatory", folder: "" } as const;
      const show = { satisfied: true, waived: true };
      return [
        ...(Object.keys(formats) as FormatName[]).map((format) => formats[format](report, { ...options, show })),
        ...PICTURE_FORMATS.map((format) => drawn(report, format, language)),
      ];
    });
    return [extract, ...texts];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error.message, ...LANGUAGES.flatMap((language) => error.said(language))];
  }
}

describe("what is marked sensitive", () => {
  it("is in nothing that is said", { timeout: 120_000 }, () => {
    let hidden = 0;
    fc.assert(
      fc.property(arbitrary, ({ document, picks }) => {
        const made = withCanaries(document, picks);
        if (JSON.stringify(made).includes(CANARY)) hidden++;
        expect(everything(made).filter((text) => text.includes(CANARY))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(hidden).toBeGreaterThan(100);
  });

  it("is in nothing that commands write", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ document, picks }) => {
        const stdin = JSON.stringify(withCanaries(document, picks));
        for (const argv of [["check"], ["graph"], ["init", "--output", "-"], ["extract"]]) {
          const { out, err } = await cli([...argv, "-"], { stdin });
          expect(`${out}${err}`).not.toContain(CANARY);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is read as secret, and not as what it is nor as nothing", () => {
    const hidden = plans.flatMap(([name, document]) =>
      resourcesIn(document).flatMap(({ change, type, resource }) =>
        Object.entries(isObject(change["after_sensitive"]) ? change["after_sensitive"] : {})
          .filter(
            ([attribute, mask]) =>
              mask === true &&
              names(resource).has(namesOf(type).property(attribute)) &&
              (at(change, ["after", attribute]) ?? null) !== null,
          )
          .map(([attribute]) => [name, resource.at(namesOf(type).property(attribute)).presence()] as const),
      ),
    );
    expect(hidden.length).toBeGreaterThan(4);
    expect(hidden.filter(([, fact]) => fact.state !== "unknown" || fact.doubt.why !== "secret")).toEqual([]);
  });
});

/** The properties that are read of a resource. */
const names = ({ type }: { readonly type: string }): ReadonlySet<string> => new Set(neededOf(type)?.names);

/** The living resources of a plan of whose type anything is read, each with its change and what the configuration says of it. */
function resourcesIn(document: Json) {
  const { resources } = read(document)[0] ?? { resources: [] };
  return listAt(document, ["resource_changes"]).flatMap((row) => {
    const change = at(row, ["change"]);
    const resource = resources.find(({ name, change: what }) => name === at(row, ["address"]) && what !== "forget");
    const isGone = !isObject(at(change ?? null, ["after"])) || at(row, ["deposed"]) !== undefined;
    if (!isObject(change) || !resource || isGone || !neededOf(resource.type)) return [];
    const said = expressionsOf(document, row);
    return said ? [{ change, type: textAt(row, ["type"]), resource, said }] : [];
  });
}
/** What the configuration says of a resource, wherever its module stands. */
function expressionsOf(document: Json, row: Json): JsonObject | undefined {
  const address = at(row, ["module_address"]);
  const calls = typeof address === "string" ? address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "").split(".") : [];
  const names = calls.filter((_, index) => index % 2 === 1);
  const path = ["configuration", "root_module", ...names.flatMap((name) => ["module_calls", name, "module"])];
  const wanted = `${textAt(row, ["type"])}.${textAt(row, ["name"])}`;
  const block = listAt(document, [...path, "resources"]).find((one) => at(one, ["address"]) === wanted);
  const said = block && at(block, ["expressions"]);
  return block === undefined ? undefined : isObject(said) ? said : {};
}

/** Whether an expression may come to null, which counts as left out: all that it refers to are variables and keys. */
const mayBeNull = (said: Json): boolean =>
  listAt(said, ["references"]).length > 0 &&
  listAt(said, ["references"]).every((one) => /^(?:var|each)\b/.test(textAt(one, [])));

describe("what is not known", () => {
  it("is unknown where it is written, known where it is known, and absent where nobody wrote it", () => {
    const counts = { unknown: 0, known: 0, absent: 0 };
    for (const [name, document] of plans) {
      for (const { change, type, resource, said } of resourcesIn(document)) {
        const { property } = namesOf(type);
        for (const [attribute, expression] of Object.entries(said)) {
          if (!names(resource).has(property(attribute))) continue;
          const where = `${name} ${resource.name}.${attribute}`;
          const { state } = resource.at(property(attribute)).presence();
          const value = at(change, ["after", attribute]);
          if (at(change, ["after_unknown", attribute]) === true) {
            if (!mayBeNull(expression)) expect([where, state]).toEqual([where, "unknown"]);
            counts.unknown++;
          } else if (value !== undefined && value !== null && at(change, ["after_sensitive", attribute]) !== true) {
            expect([where, state]).toEqual([where, "known"]);
            counts.known++;
          }
        }
        const unknown = at(change, ["after_unknown"]);
        const isCreated = listAt(change, ["actions"]).includes("create");
        for (const [attribute, mask] of Object.entries(isObject(unknown) ? unknown : {})) {
          // Blocks that are unknown altogether may be made by `dynamic`.
          if (mask !== true || said[attribute] !== undefined || !isCreated || attribute.endsWith("config")) continue;
          const where = `${name} ${resource.name}.${attribute}`;
          if (resource.isOpen(property(attribute))) continue;
          expect([where, resource.at(property(attribute)).presence().state]).toEqual([where, "absent"]);
          counts.absent++;
        }
      }
    }
    expect(counts.unknown).toBeGreaterThan(100);
    expect(counts.known).toBeGreaterThan(400);
    expect(counts.absent).toBeGreaterThan(50);
  });

  it("takes away no word of warning, however much of a plan it is", { timeout: 120_000 }, () => {
    let masked = 0;
    fc.assert(
      fc.property(ofPlans, ({ document, picks }) => {
        let made = document;
        const types: string[] = [];
        for (const [index, pick] of picks.entries()) {
          const row = pick % Math.max(1, listAt(made, ["resource_changes"]).length);
          const change = ["resource_changes", row, "change"];
          const after = at(made, [...change, "after"]);
          const said = expressionsOf(made, at(made, ["resource_changes", row]) ?? null);
          const isNew = listAt(made, [...change, "actions"]).includes("create");
          if (!isObject(after) || !said || !isNew || at(made, ["resource_changes", row, "mode"]) === "data") continue;
          const attribute = picked(
            Object.keys(said).filter((key) => after[key] !== undefined),
            pick + index,
          );
          if (attribute === undefined) continue;
          made = withAt(made, [...change, "after", attribute], undefined);
          made = withAt(made, [...change, "after_unknown", attribute], true);
          types.push(`${textAt(made, ["resource_changes", row, "type"])} ${attribute}`);
        }
        if (made === document) return;
        masked++;
        const told = (one: Json) => toldOf(dataOf(joinParts(read(one))), unfiled());
        if (!isPossible({ name: "", told: told(document) })) return;
        const breaks = hold(told(made), [{ name: "as it is", told: told(document) }], false).filter(
          ({ kind }) => kind === "silence",
        );
        const path = types.map((one) => one.split(" ")[1]).join(" ");
        const news = breaks.filter(
          (one) => !exceptionFor({ ...one, sample: "", type: types.join(), path, how: "unknown" }),
        );
        expect(news.map((one) => `${types.join()}: ${textOf(one)}`)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(masked).toBeGreaterThan(60);
  });
});

/** The same in another order: of changes and keys, and where it is said of references with the shorter forms that follow them. */
function reordered(value: Json, random: () => number, ofReferences: boolean, key = ""): Json {
  const shuffled = <T>(all: readonly T[]): readonly T[] =>
    all
      .map((one) => [random(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (key === "references" && ofReferences) {
      const texts = list.map(String);
      const longest = longestOf(texts);
      return shuffled(longest).flatMap((one) => {
        const start = texts.indexOf(one);
        const end = texts.findIndex((other, index) => index > start && longest.includes(other));
        return texts.slice(start, end < 0 ? undefined : end);
      });
    }
    const inner = list.map((one) => reordered(one, random, ofReferences));
    return key === "resource_changes" || key === "resources" ? shuffled(inner) : inner;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    shuffled(Object.entries(value)).map(([name, one]) => [name, reordered(one, random, ofReferences, name)]),
  );
}

it("says the same of the same plan in another order, to the byte", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.integer(), ([name, document], seed) => {
      let state = seed;
      const random = (): number => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
      };
      const said = everything(document);
      expect([name, ...everything(reordered(document, random, false))]).toEqual([name, ...said]);
      // Elements of lists follow the references in their order, which an extract keeps.
      const [, ...reports] = everything(reordered(document, random, true));
      expect([name, ...reports]).toEqual([name, ...said.slice(1)]);
    }),
    { numRuns: 100 },
  );
});

/** What stands in the place of other values. */
const ODD: readonly Json[] = [
  null,
  true,
  "",
  "0",
  -1,
  1e21,
  [],
  {},
  [[]],
  [null],
  "[secret]",
  "__proto__",
  "a.b[0]",
  CANARY,
];

it("judges a damaged plan or refuses it, and does nothing else", { timeout: 120_000 }, () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(arbitrary, fc.array(fc.nat(), { maxLength: 5 }), ({ document, picks }, odd) => {
      let made = document;
      for (const [index, pick] of picks.entries()) {
        const path = picked(pathsOf(made), pick * 7919 + index);
        const value = picked<Json | undefined>([...ODD, undefined], odd[index] ?? pick);
        if (path && path.length > 0) made = withAt(made, path, value);
      }
      try {
        outcomes.add(JSON.stringify(reportOf(judged(made), { language: "en" })) === "" ? "" : "judged");
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        expect(error.message.split("\n")).toHaveLength(1);
        outcomes.add("refused");
      }
    }),
    { numRuns: 600 },
  );
  expect([...outcomes].sort()).toEqual(["judged", "refused"]);
});
