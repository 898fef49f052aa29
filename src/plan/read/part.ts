import type { PlanPart, Resource } from "../resource";
import { isDefaultProvider } from "./providers";
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
  urn: Cursor | undefined,
  { missing, applied, region }: Pick<PlanPart, "missing" | "applied"> & { readonly region?: string | undefined },
): PlanPart {
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
