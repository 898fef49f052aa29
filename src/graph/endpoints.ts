/** What the names that Alibaba Cloud gives lead to, as far as their form tells. */
import data from "../../data/endpoints.json";
import regions from "../../data/regions.json";
import { toAscii } from "../names/host-name";
import { locationOf, type Location } from "../location/locate";
import { placeInName } from "../location/named";
import { formOf } from "../names/forms";
import { isAlibabaCloud } from "../names/owners";
import { doubt, type Doubt } from "../plan/fact";
import type { Opening, Reach } from "./contribution";
import { tierOf, type EntryKind, type Tier } from "../vocabulary/kinds";

/** The resource of a plan that a name belongs to: one of these types whose id, or one of whose properties, is a value. */
export interface NamedResource {
  readonly types: readonly string[];
  readonly by: readonly string[];
  /** The ways in which a plan may write what the name says: an accelerated wildcard stands in names as `all.`. */
  readonly values: readonly string[];
}

/** What a name of a known form leads to. */
export interface FormEndpoint {
  readonly is: "form";
  readonly kind: EntryKind;
  /** Left out for services of which no source says what they ask for. */
  readonly tier?: Tier;
  readonly location: Location;
  readonly reach: Reach;
  readonly opening: Opening;
  /** Whether it is where the resource in `names` is; the name alone does not tell, and `location` is undetermined. */
  readonly placeOfNamed: boolean;
  /** The host that the name was given for, where the name contains it. */
  readonly host?: string;
  readonly names?: NamedResource;
}

/** What a name of a form that is in no list leads to: something of Alibaba Cloud's, perhaps where a region in it is. */
export interface UnlistedEndpoint {
  readonly is: "unlisted";
  readonly kind: "service";
  readonly location: Location;
  readonly reach: Doubt;
  readonly opening: Doubt;
}

export type Endpoint = FormEndpoint | UnlistedEndpoint;

type Row = (typeof data.endpoints)[number];

/** A part of a name that says to which resource it belongs. */
interface Part {
  readonly name: string;
  readonly like: string;
  readonly types: readonly string[];
  readonly by: readonly string[];
}

const PARTS: readonly Part[] = Object.entries(data.names).map(([name, part]) => ({ name, ...part }));
const LIKE = Object.fromEntries(PARTS.map(({ name, like }) => [name, like]));

/** The forms of the table, as regular expressions, in its order: the first one that fits a name tells what it is. */
export const FORMS: readonly { readonly row: Row; readonly form: RegExp }[] = data.endpoints.map((row) => ({
  row,
  form: formOf(row.pattern, LIKE),
}));

/**
 * What a host name of Alibaba Cloud's own leads to, in any spelling. Undefined for all other names, those that only look
 * like one included.
 */
export function endpointOf(host: string): Endpoint | undefined {
  const name = toAscii(host);
  if (name === undefined || !isAlibabaCloud(name)) return undefined;
  for (const { row, form } of FORMS) {
    const match = form.exec(name);
    if (match) return formEndpoint(row, name, match.groups ?? {});
  }
  const why = doubt("form-unlisted", { name, asOf: data.asOf });
  const place = placeInName(name, regions);
  return {
    is: "unlisted",
    kind: "service",
    location: place ? { ...place, by: "endpoint" } : { in: "undetermined", doubt: why },
    reach: why,
    opening: why,
  };
}

function formEndpoint(row: Row, name: string, groups: Readonly<Record<string, string>>): FormEndpoint {
  const part = PARTS.find((one) => groups[one.name] !== undefined);
  const said = part === undefined ? undefined : groups[part.name];
  const kind = row.kind as EntryKind;
  const tier = "tier" in row ? (row.tier as Tier) : tierOf(kind);
  return {
    is: "form",
    kind,
    ...(tier === undefined ? {} : { tier }),
    location: locationIn(row.location, name, groups["region"]),
    reach: row.reach === "either" ? doubt("not-in-plan", { what: name }) : (row.reach as "public" | "private"),
    opening: openingOf("opening" in row ? row.opening : undefined),
    placeOfNamed: row.location === "named",
    ...(part?.like === "host" && said !== undefined ? { host: said } : {}),
    ...(part && said !== undefined ? { names: { types: part.types, by: part.by, values: spellings(said) } } : {}),
  };
}

/** A region that is listed decides; one that is not may be a part of a listed one, or the form may tell all the same. */
function locationIn(place: string, name: string, region: string | undefined): Location {
  if (place === "everywhere") return { in: "undetermined", doubt: doubt("everywhere", { name }) };
  if (region === undefined) return { in: "undetermined", doubt: doubt("not-in-plan", { what: name }) };
  const told = placeInName(region, regions);
  if (told) return { ...told, by: "endpoint" };
  return place === "mainland" || place === "outside"
    ? { in: place, region, by: "endpoint" }
    : locationOf(region, "endpoint");
}

const openingOf = (opening: string | undefined): Opening =>
  opening === "none" ? "none" : opening === "unknown" ? doubt("opening-unknown") : "web";

const spellings = (said: string): readonly string[] =>
  said.startsWith("all.") ? [said, `*${said.slice(3)}`, said.slice(3)] : [said];
