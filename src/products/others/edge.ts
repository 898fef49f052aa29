/** Reads the edges of the table. */
import {
  isDoubt,
  referenceTo,
  type Contribution,
  type EntrySpec,
  type OriginContribution,
  type Reader,
  type RecordContribution,
} from "../../graph/contribution";
import { doubt, known, map, unknown, type Doubt, type Fact } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import { Value, type Resource } from "../../plan/resource";
import type { EdgeRow, OriginRow } from "./edges";
import { follow } from "./follow";
import { marked, markedAny } from "../reading/match";
import { valuesAt, valuesAtAll, type Holder } from "../reading/path";
import { placeOfEdge } from "./coverage";

/** The reader of an edge type. */
export const edge =
  (row: EdgeRow): Reader =>
  (resource, plan) => {
    const off = row.off ? markedAny(resource, row.off) : false;
    const { mode } = row;
    const proxied = mode === undefined || (mode !== "dns" && marked(resource, mode.proxied));
    return proxied === true ? served(resource, row, off, plan) : steered(resource, row, [off, proxied], plan);
  };

/** Visitors reach the edge, and it fetches from its origins. */
function served(resource: Resource, row: EdgeRow, off: boolean | Doubt, plan: Plan): readonly Contribution[] {
  const { location, reach } = placeOfEdge(resource, row.coverage, plan);
  const spec: EntrySpec = {
    kind: "foreign-edge",
    location,
    reach: off === true ? "private" : isDoubt(off) ? off : reach,
  };
  return [
    {
      is: "entry",
      resource,
      ...spec,
      addresses: row.address === undefined ? [] : [resource.output(row.address)],
    },
    ...hostsOf(resource, row).map((host): Contribution => ({
      is: "binding",
      by: resource,
      host: host.fact,
      property: host.property,
      to: referenceTo(resource),
      standIn: spec,
    })),
    ...row.origins.flatMap((origin) => originsOf(resource, origin, plan)),
  ];
}

/** Visitors reach the origins: each is an answer for the host. */
function steered(
  resource: Resource,
  row: EdgeRow,
  against: readonly (boolean | Doubt)[],
  plan: Plan,
): readonly Contribution[] {
  const why = against.find(isDoubt);
  const active = against[0] === true ? known(false) : why ? unknown(why) : known(true);
  return hostsOf(resource, row).flatMap((host) =>
    row.origins.flatMap((origin) =>
      originsOf(resource, origin, plan).map(({ value }): RecordContribution => ({
        is: "record",
        by: resource,
        host: host.fact,
        type: known("CNAME"),
        value,
        active,
        line: known("default"),
        of: resource,
      })),
    ),
  );
}

interface Host {
  readonly fact: Fact<string>;
  readonly property: string;
}

/** A star alone stands for whatever host there is: it names none. */
const hostsOf = (resource: Resource, { hosts, suffix = "" }: EdgeRow): readonly Host[] =>
  valuesAtAll(resource, hosts).flatMap((value) => {
    const fact = map(value.string(), (name) => `${name}${suffix}`);
    const named = fact.state === "unknown" || (fact.state === "known" && fact.value !== "*");
    return named ? [{ fact, property: value.path }] : [];
  });

function originsOf(edge: Resource, row: OriginRow, plan: Plan): readonly OriginContribution[] {
  const { resources, lost } = follow(edge, row.steps ?? [], plan);
  return [
    ...resources.flatMap((holder) => {
      const places: readonly Holder[] = row.each === undefined ? [holder] : valuesAt(holder, `${row.each}[]`);
      return places.flatMap((place) => originsAt(place, edge, holder, row));
    }),
    ...lost.map(({ value, doubt }): OriginContribution => ({ is: "origin", of: edge, value, passesHost: doubt })),
  ];
}

function originsAt(place: Holder, edge: Resource, holder: Resource, row: OriginRow): readonly OriginContribution[] {
  if (row.off && markedAny(place, row.off) === true) return [];
  const passes = row.passesHost?.(holder) ?? passesBy(place, holder, row.rewrites);
  const named = row.named !== undefined && marked(place, row.named) !== false;
  return valuesAt(place, row.value)
    .filter((value) => value.string().state !== "absent")
    .map((value): OriginContribution => {
      const gets = named ? notShown(value) : passes;
      return { is: "origin", of: edge, value: addressIn(value), ...(gets === true ? {} : { passesHost: gets }) };
    });
}

/** The id of a group of origins tells no address. */
function notShown(group: Value): Doubt {
  const id = group.string();
  return id.state === "unknown"
    ? id.doubt
    : doubt("not-in-plan", { what: id.state === "known" ? id.value : group.path });
}

/** Whether the visitor's host gets there: not when another is asked for. A `^` looks at the resource, not the element. */
function passesBy(place: Holder, holder: Resource, rewrites: string | undefined): boolean | Doubt {
  if (rewrites === undefined) return true;
  const values = rewrites.startsWith("^") ? valuesAt(holder, rewrites.slice(1)) : valuesAt(place, rewrites);
  const said = values.map((value) => value.presence());
  const unsure = said.find((fact) => fact.state === "unknown");
  return unsure ? unsure.doubt : said.every((fact) => fact.state === "absent");
}

/** The address in an origin, which may be a URL or have a port after it. */
function addressIn(value: Value): Value {
  const text = value.string();
  if (text.state !== "known") return value;
  const host = text.value.replace(/^\w+:\/\//, "").replace(/\/.*$/, "");
  const address = host.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^([^:]*):\d+(?::\d+)?$/, "$1");
  return address === text.value ? value : new Value(value.owner, value.path, address, undefined);
}
