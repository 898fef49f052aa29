/** How plans and states name resources. */
import { TERRAFORM, urnOf } from "../../../names/urn";
import type { Urn } from "../../fact";
import type { PlanPart } from "../../resource";
import type { InstanceKey } from "./address";
import type { ModuleInstance } from "./modules";

/** A resource as plan or state name it, with where it stands. */
export interface Addressed {
  readonly urn: Urn;
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey | undefined;
  readonly within: ModuleInstance;
  /** Its address so far, where it is moved. */
  readonly previousAddress?: string | undefined;
}

/** The URN of a resource of a part. */
export const addressUrn = (
  { project, stack }: Pick<PlanPart, "project" | "stack">,
  type: string,
  address: string,
): Urn => urnOf({ dialect: TERRAFORM, project, stack, type, name: address });
