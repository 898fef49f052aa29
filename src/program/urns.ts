/** URNs as the engine gives them, aliases included (https://www.pulumi.com/docs/iac/concepts/resources/names/). */
import { STACK_TYPE } from "../names/own-types";
import { partsOfUrn, typesOfUrn, urnOf } from "../names/urn";
import type { Urn } from "../plan/fact";

/** Which stack of which project. */
export interface StackName {
  readonly stack: string;
  readonly project: string;
}

/** What of a resource its URN is made of. */
interface Identity {
  readonly type: string;
  readonly name: string;
  readonly parent: Urn | undefined;
}

/** The URN of a resource: the types of its parents stand before its own, but for that of the stack. */
export function urnIn({ stack, project }: StackName, { type, name, parent }: Identity): Urn {
  const outer = parent === undefined ? "" : typesOfUrn(parent);
  const types = outer === "" || outer === STACK_TYPE ? type : `${outer}$${type}`;
  return urnOf({ stack, project, type: types, name });
}

/** What an alias says; what it leaves out is as the resource has it now. */
export type AliasSpec =
  | { readonly urn: Urn }
  | {
      readonly name?: string | undefined;
      readonly type?: string | undefined;
      readonly stack?: string | undefined;
      readonly project?: string | undefined;
      /** Another parent; null where it had none but the stack. */
      readonly parent?: Urn | null | undefined;
    };

/** The aliases of resources: their own, and those that follow from their parents'. */
export class Aliases {
  /** Of each resource that has one, the alias by which its children are known too. */
  private readonly firsts = new Map<Urn, Urn>();

  constructor(private readonly where: StackName) {}

  /** The URNs that a resource had before, each once, its own aliases first. */
  of(urn: Urn, identity: Identity, specs: readonly AliasSpec[]): readonly Urn[] {
    const own = specs.map((spec) => this.resolved(identity, spec));
    const all = new Set([...own, ...this.inherited(identity, own)]);
    all.delete(urn);
    const [first] = all;
    if (first !== undefined) this.firsts.set(urn, first);
    return [...all];
  }

  private resolved(identity: Identity, spec: AliasSpec): Urn {
    if ("urn" in spec) return spec.urn;
    const parent = spec.parent === null ? undefined : (spec.parent ?? identity.parent);
    return urnIn(
      { stack: spec.stack ?? this.where.stack, project: spec.project ?? this.where.project },
      { type: spec.type ?? identity.type, name: spec.name ?? identity.name, parent },
    );
  }

  private inherited({ type, name, parent }: Identity, own: readonly Urn[]): readonly Urn[] {
    const alias = parent === undefined ? undefined : this.firsts.get(parent);
    if (parent === undefined || alias === undefined) return [];
    const former = (oldType: string, oldName: string): Urn =>
      urnIn(this.where, { type: oldType, name: renamed(oldName, parent, alias), parent: alias });
    return [
      former(type, name),
      ...own.flatMap((urn) => {
        const parts = partsOfUrn(urn);
        return parts ? [former(parts.type, parts.name)] : [];
      }),
    ];
  }
}

/** A child whose name begins with that of its parent was called by the parent's former name. */
function renamed(name: string, parent: Urn, alias: Urn): string {
  const [now, before] = [parent, alias].map((urn) => partsOfUrn(urn)?.name ?? "");
  return now !== undefined && before !== undefined && now !== "" && name.startsWith(now)
    ? before + name.slice(now.length)
    : name;
}
