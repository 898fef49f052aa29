/** The captured plans and states beside this file, and what is read of them in words that a table can hold. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { joinParts, readPlan } from "../../../../src/plan/read";
import type { ReadPart } from "../../../../src/plan/read/part";
import type { Plan } from "../../../../src/plan/plan";
import type { Resource, Value } from "../../../../src/plan/resource";

const root = "test/plan/read/terraform/fixtures";

/** The programs that wrote the captures. */
export const PROGRAMS = ["terraform", "opentofu"] as const;
export type Program = (typeof PROGRAMS)[number];

/** The path of a capture of a fixture: a plan by its name, `state`, or another file with its ending. */
export const captureOf = (fixture: string, program: Program, name = "plan"): string =>
  `${root}/${fixture}/${name.replace(/(\.\w+)?$/, (ending) => `.${program}${ending === "" ? ".json" : ending}`)}`;

/** The names of the plans and states of all fixtures that a program wrote, but those that are refused: `count/plan`. */
export const readable = (program: Program): readonly string[] =>
  readdirSync(root)
    .filter((fixture) => !["configuration", "encrypted", "errored", "refused"].includes(fixture))
    .flatMap((fixture) =>
      readdirSync(`${root}/${fixture}`)
        .filter((file) => file.endsWith(`.${program}.json`))
        .map((file) => `${fixture}/${file.slice(0, -`.${program}.json`.length)}`),
    )
    .sort();

/** What is read of a capture, as if its file lay in a folder of the fixture's name and were called by the capture's. */
export function readCapture(fixture: string, program: Program, name = "plan"): ReadPart {
  return readPlan(readFileSync(captureOf(fixture, program, name)), `${fixture}/${name}.json`);
}

/** The programs that wrote a capture. */
export const programsOf = (fixture: string, name = "plan"): readonly Program[] =>
  PROGRAMS.filter((program) => existsSync(captureOf(fixture, program, name)));

export const planOf = (...parts: readonly ReadPart[]): Plan => joinParts(parts);

/** The address that a URN ends with: keys of `for_each` may contain what separates its parts. */
const addressOf = (urn: string): string => urn.split("::").slice(3).join("::");

/** What a value is: as JSON where it is known, `absent`, or `?` and why it is unknown; inside lists and objects as well. */
function told(value: Value): string {
  const present = value.presence();
  if (present.state === "absent") return "absent";
  if (present.state === "unknown") return `?${present.doubt.why}`;
  const keys = value.keys();
  const items = value.items();
  const list = items.state === "known" ? items.value : [];
  const isList = list.length !== 1 || list[0]?.path !== `${value.path}[0]` || Array.isArray(rawOf(value));
  if (isList && Array.isArray(rawOf(value))) return `[${list.map(told).join(", ")}]`;
  if (keys.state === "known") return `{${keys.value.map((key) => `${key}: ${told(value.at(key))}`).join(", ")}}`;
  return JSON.stringify(rawOf(value));
}

const rawOf = (value: Value): unknown => (value as unknown as { raw: unknown }).raw;

/** What a property reads as, and where it comes from: `?computed <- a, b`, with `open`, and `by key c`. */
function line(resource: Resource, property: string): string {
  const { byKey } = resource.data;
  const from = resource.dependenciesOf(property).map(addressOf);
  const keyed = byKey && Object.hasOwn(byKey, property) ? (byKey[property] ?? []).map(addressOf) : [];
  return [
    told(resource.at(property)),
    ...(from.length > 0 ? [`<- ${from.join(", ")}`] : []),
    ...(keyed.length > 0 ? [`by key ${keyed.join(", ")}`] : []),
    ...(resource.isOpen(property) ? ["open"] : []),
  ].join(" ");
}

/** The resources of a part that are no providers. */
export const resourcesOf = ({ resources }: ReadPart): readonly Resource[] =>
  resources.filter(({ type }) => !type.startsWith("pulumi:providers:"));

/** What some properties of all resources of a capture read as: `ADDRESS.property: what`. What nothing is said of is left out. */
export const rows = (part: ReadPart, ...properties: readonly string[]): readonly string[] =>
  resourcesOf(part).flatMap((resource) =>
    properties.flatMap((property) => {
      const text = line(resource, property);
      return text === "absent" ? [] : [`${resource.name}.${property}: ${text}`];
    }),
  );
