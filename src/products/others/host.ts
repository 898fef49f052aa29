/** The whole name of a record, from what the provider's type says of it. */
import { known, map, orElse, unknownUnder, type Fact } from "../../plan/fact";
import type { Resource } from "../../plan/resource";
import { required } from "../reading/values";
import type { Holder } from "../reading/path";
import type { RecordRow } from "./records";
import { withoutDot, type Zone } from "./zones";

/** The host that a record of this row is for. `place` holds the record: its resource, or an element of a list. */
export function hostOf(place: Holder, resource: Resource, row: RecordRow, zone: Zone | undefined): Fact<string> {
  const full = row.full === undefined || zone?.domain.state === "known" ? undefined : settled(resource, row.full);
  if (full) return full;
  if (row.name === undefined) return zone?.domain ?? { state: "absent" };
  const property = place.at(row.name);
  const name = withoutDot(map(orElse(property.string(), ""), unescaped));
  if (name.state === "unknown" && zone?.domain.state === "known") return unknownUnder(name, zone.domain.value);
  if (row.form === "whole" || !zone) return required(name, property, "text");
  return below(name, zone.domain, row);
}

/** The whole name as the provider answered it, unless this plan changes it. */
function settled(resource: Resource, output: string): Fact<string> | undefined {
  if (!["same", "read", "unsaid"].includes(resource.change)) return undefined;
  const answered = withoutDot(resource.output(output));
  return answered.state === "known" ? answered : undefined;
}

function below(name: Fact<string>, domain: Fact<string>, { form, wholeWithDot }: RecordRow): Fact<string> {
  if (name.state !== "known") return name;
  const { value } = name;
  if (domain.state !== "known") return wholeWithDot && value.includes(".") ? name : domain;
  if (value === "" || value === "@") return domain;
  const isWhole = form === "either" && (value === domain.value || value.endsWith(`.${domain.value}`));
  return isWhole ? name : known(`${value}.${domain.value}`);
}

/** Route 53 writes a star as `\052`. */
const unescaped = (name: string): string =>
  name.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
