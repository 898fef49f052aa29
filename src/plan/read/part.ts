import type { PlanPart, Resource } from "../resource";
import type { Cursor } from "./shape";
import { urnParts } from "./state-of";

/** One file as a part of a plan, with the resources it tells of. */
export interface ReadPart {
  readonly part: PlanPart;
  readonly resources: readonly Resource[];
}

/** The part that a file makes of a plan; project and stack stand in every URN, and are unknown where there is none. */
export function partOf(
  source: string,
  kind: PlanPart["kind"],
  urn: Cursor | undefined,
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
