import type { PlanPart } from "../resource";
import type { Place } from "./shape";
import { urnParts } from "./state-of";

/** The part that a file makes of a plan; project and stack stand in every URN, and are unknown where there is none. */
export function partOf(
  source: string,
  kind: PlanPart["kind"],
  urn: Place | undefined,
  { missing, region }: { readonly missing: number; readonly region?: string | undefined },
): PlanPart {
  const { project, stack } = urn ? urnParts(urn) : { project: "", stack: "" };
  return {
    id: urn ? `${project}/${stack}` : source,
    source,
    kind,
    project,
    stack,
    missing,
    isolated: false,
    ...(region !== undefined && { region }),
  };
}
