import type { PlanPart, Resource } from "../resource";
import { isDefaultProvider } from "./providers";
import type { Cursor } from "./shape";
import { urnParts } from "./state-of";

/** One file as a part of a plan, with the resources it tells of. */
export interface ReadPart {
  readonly part: PlanPart;
  readonly resources: readonly Resource[];
}

/**
 * The part that a file makes of a plan. Project and stack stand in every URN of `places`, and are unknown where there is
 * none; should they not agree, the first URN counts, wherever it stands.
 */
export function partOf(
  source: string,
  places: readonly Cursor[],
  { missing, applied, region }: Pick<PlanPart, "missing" | "applied"> & { readonly region?: string | undefined },
): PlanPart {
  const urn = firstUrn(places);
  const { project, stack } = urn ? urnParts(urn) : { project: "", stack: "" };
  return {
    id: urn ? `${project}/${stack}` : source,
    source,
    project,
    stack,
    missing,
    isolated: false,
    applied,
    tellsIds: true,
    isDefaultProvider,
    ...(region !== undefined && { region }),
  };
}

function firstUrn(places: readonly Cursor[]): Cursor | undefined {
  let first: Cursor | undefined;
  let least = "";
  for (const place of places) {
    const urn = place.textAt("urn") ?? "";
    if (first && least <= urn) continue;
    first = place;
    least = urn;
  }
  return first?.at("urn");
}
