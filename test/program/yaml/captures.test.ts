/** Each captured preview, written as a program in YAML: read as data, it gives the same findings as the preview. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { judge } from "../../../src/judge";
import { joinParts, readPlan } from "../../../src/plan/read";
import { readYamlProgram } from "../../../src/program/yaml";
import { openRegister } from "../../../src/register/open";
import { reportOf } from "../../../src/report/report";
import type { Preview } from "../../parity/parity";
import { TODAY } from "../../support/rule-tester";
import { onEmptyStack, yamlProgramOf } from "../../support/yaml-program";

const folders = ["examples", "test/stacks"].flatMap((parent) =>
  readdirSync(parent, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${parent}/${entry.name}`] : [],
  ),
);
const captures = folders.flatMap((folder) =>
  readdirSync(folder).flatMap((file) =>
    /^preview.*\.json$/.test(file) ? [{ folder, file: `${folder}/${file}` }] : [],
  ),
);

/** What is found in a document; where it is written differs, and what the plan is called. */
function findingsIn(document: unknown, folder: string): unknown {
  const plan = joinParts([readPlan(Buffer.from(JSON.stringify(document)), "plan.json")]);
  const register = openRegister({ env: {}, startFolders: [folder], today: TODAY });
  const { findings, apexes, limits, summary } = reportOf(judge(plan, { register, today: TODAY }), {
    language: "en",
    showSatisfied: true,
  });
  const withoutPlaces = (key: string, value: unknown): unknown =>
    /^(?:position|positions|id|fingerprint)$/.test(key) ? undefined : value;
  return JSON.parse(JSON.stringify({ findings, apexes, limits, summary }, withoutPlaces)) as unknown;
}

/** The resources of a document, as far as a program says what they are. */
function resourcesIn(document: unknown): unknown {
  const { steps } = document as Preview;
  const told = steps.flatMap(({ newState }) => {
    if (!newState) return [];
    const { urn, type, inputs = {}, parent, provider = "", aliases, ignoreChanges } = newState;
    // What the SDK of Node adds to providers.
    const added = type.startsWith("pulumi:providers:") ? ["__internal", "version"] : [];
    const said = Object.fromEntries(Object.entries(inputs).filter(([key]) => !added.includes(key)));
    // A module of Terraform's makes these, whose provider is the module's: no program declares them itself. One version of a
    // package counts for all of its resources that name none.
    const by = type.includes(":tf:")
      ? ""
      : provider.slice(0, provider.lastIndexOf("::")).replace(/::default_[\d_]+$/, "::default");
    // Its name depends on the answer of a provider, which no program in YAML may have there.
    return [
      [
        urn,
        { type, inputs: type.endsWith(":StackReference") ? {} : said, parent, by, aliases, ignoreChanges },
      ] as const,
    ];
  });
  return new Map(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}

it("knows the captures", () => {
  expect(captures.length).toBeGreaterThan(40);
  expect(folders.every((folder) => existsSync(folder))).toBe(true);
});

it.each(captures)("$file", ({ folder, file }) => {
  const preview = onEmptyStack(JSON.parse(readFileSync(file, "utf8")) as Preview);
  const { document } = readYamlProgram(yamlProgramOf(preview));
  expect(resourcesIn(document)).toEqual(resourcesIn(preview));
  expect(findingsIn(document, folder)).toEqual(findingsIn(preview, folder));
});
