/** Reads `pulumi stack export`: what a stack holds at present. */
import { InputError } from "../../input/error";
import { message } from "../../messages";
import type { Urn } from "../fact";
import { Resource, type Change } from "../resource";
import { partOf, type ReadPart } from "./part";
import type { Cursor } from "./shape";
import { livesOn, nameAt, Shared, stateOf, URN } from "./state-of";
import { isObject } from "../raw";

/** Version 4 of a deployment holds resources as version 3 does. */
const OLDEST = 3;
const NEWEST = 4;

/** The plan part of an exported stack. Throws an `InputError`. */
export function readState(document: Cursor): ReadPart {
  const isBare = document.lacks("deployment") && !document.lacks("resources");
  if (!isBare) refuseVersion(document.at("version"));
  const deployment = isBare ? document : document.at("deployment");
  deployment.object();
  const places = deployment.at("resources").items();
  const urns = new Set<Urn>();
  const living = new Set<Urn>();
  for (const place of places) {
    if (!isObject(place.raw)) place.refuse(message("expected.resource", {}));
    urns.add(place.requiredAt("urn", URN));
  }
  const part = partOf(document.file, places, { missing: 0, applied: true });
  const shared = new Shared(urns);
  const resources = places.map((place) => {
    const urn = place.requiredAt("urn", URN);
    const change = changeOf(place);
    if (change !== "delete" && change !== "forget") {
      if (living.has(urn)) place.at("urn").fail(message("input.plan-twice", {}));
      living.add(urn);
    }
    const data = stateOf(place, { urn, name: nameAt(place, urn) }, shared);
    data.change = change;
    data.hidden = change === "read" && !data.outputs ? "unread" : undefined;
    return new Resource(data, part);
  });
  return { part, resources };
}

function changeOf(place: Cursor): Change {
  // A resource that awaits its replacement was deleted already, unless it lives on.
  if (place.isOn("delete") || place.isOn("pendingReplacement")) return livesOn(place) ? "forget" : "delete";
  return place.isOn("external") ? "read" : "unsaid";
}

function refuseVersion(version: Cursor): void {
  if (typeof version.raw !== "number") version.refuse(message("expected.deployment-version", {}));
  const { file } = version;
  if (version.raw < OLDEST) {
    throw new InputError(message("input.plan-older", { version: version.raw, oldest: OLDEST }), { file });
  }
  if (version.raw > NEWEST) {
    throw new InputError(message("input.plan-newer", { version: version.raw, newest: NEWEST }), { file });
  }
}
