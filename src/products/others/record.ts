/** Reads the records of the table. */
import type { Contribution, Reader, RecordContribution } from "../../graph/contribution";
import { leadsToAddress } from "../../graph/record";
import { known, map, orElse, unknown, type Doubt, type Fact } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource, Value } from "../../plan/resource";
import { required } from "../reading/values";
import { isProxied, proxiedRecord } from "./cloudflare";
import { hostOf } from "./host";
import { markedAny, type Mark } from "../reading/match";
import { valuesAt, type Holder } from "../reading/path";
import type { RecordRow } from "./records";
import { zoneOf, type Zone } from "./zones";

/** The reader of a record type. */
export const record =
  (row: RecordRow): Reader =>
  (resource, plan) => {
    const zone = row.zone && zoneOf(resource, row.zone, plan);
    if (zone?.private === true) return [];
    const places = row.each === undefined ? [resource] : valuesAt(resource, `${row.each}[]`);
    return places.flatMap((place) => readOne(place, resource, row, zone, plan));
  };

function readOne(
  place: Holder,
  resource: Resource,
  row: RecordRow,
  zone: Zone | undefined,
  plan: Plan,
): readonly Contribution[] {
  const type = typeOf(place, row.type);
  if (type.state === "known" && !leadsToAddress(type.value)) return [];
  const host = hostOf(place, resource, row, zone);
  const proxied = isProxied(resource, row, zone);
  const answers = answersOf(place, row);
  if (proxied === true) {
    return proxiedRecord(
      resource,
      host,
      answers.map(({ value }) => value),
      plan,
    );
  }
  const active = activeOf([row.off ? markedAny(place, row.off) : false, zone?.private ?? false, proxied]);
  return answers.map((answer): RecordContribution => ({
    is: "record",
    by: resource,
    host,
    type,
    active,
    ...answer,
    ...(row.each === undefined ? { of: resource } : {}),
  }));
}

function typeOf(place: Holder, type: RecordRow["type"]): Fact<string> {
  if (typeof type !== "string") return known(type.is);
  const property = place.at(type);
  return required(
    map(property.string(), (text) => text.toUpperCase()),
    property,
    "text",
  );
}

/** What a record answers, each with the line that gets it. */
function answersOf(
  place: Holder,
  { values, lines = [] }: RecordRow,
): readonly Pick<RecordContribution, "value" | "line">[] {
  return values
    .flatMap((path) => {
      if (typeof path === "string")
        return valuesAt(place, path).map((value) => ({ value, line: lineOf(place, lines) }));
      return valuesAt(place, `${path.each}[]`).flatMap((group) => {
        const line = orElse(group.at(path.line).string(), DEFAULT);
        return valuesAt(group, path.path).map((value) => ({ value, line }));
      });
    })
    .filter(({ value }) => isSaid(value));
}

const DEFAULT = "default";

const isSaid = (value: Value): boolean => value.string().state !== "absent";

/** The first thing that limits who gets an answer. */
function lineOf(place: Holder, lines: readonly Mark[]): Fact<string> {
  for (const { path, is } of lines) {
    for (const value of valuesAt(place, path)) {
      const line = value.string();
      if (line.state === "unknown") return line;
      if (line.state === "known" && !is.some((word) => word.toLowerCase() === line.value.toLowerCase())) return line;
    }
  }
  return known(DEFAULT);
}

/** Whether a record serves: the first of what speaks against it decides. */
function activeOf(against: readonly (boolean | Doubt)[]): Fact<boolean> {
  if (against.includes(true)) return known(false);
  const why = against.find((one): one is Doubt => typeof one !== "boolean");
  return why ? unknown(why) : known(true);
}
