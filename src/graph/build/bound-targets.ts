/** What addresses make public: the targets that they are bound to, certainly or perhaps. */
import type { Doubt, Urn } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { AddressContribution, AttachmentContribution } from "../contribution";
import { resourcesMeant } from "../links";

/** The targets of attachments, by URN. */
export interface BoundTargets {
  /** Those that some address is certainly bound to, with the addresses that the plan has. */
  readonly certain: ReadonlyMap<Urn, readonly AddressContribution[]>;
  /** Those that one may be bound to, and why that is not sure. */
  readonly perhaps: ReadonlyMap<Urn, Doubt>;
}

/** Finds what attachments open that open their target. */
export function boundTargets(
  attachments: readonly AttachmentContribution[],
  addresses: ReadonlyMap<Urn, AddressContribution>,
  plan: Plan,
): BoundTargets {
  const certain = new Map<Urn, AddressContribution[]>();
  const perhaps = new Map<Urn, Doubt>();
  for (const { opens, to, address } of attachments) {
    if (opens !== "target") continue;
    if (to.is === "unknown") for (const { urn } of resourcesMeant(to, plan)) perhaps.set(urn, to.doubt);
    if (to.is !== "resource") continue;
    const attached = certain.get(to.resource.urn) ?? [];
    const held = address.is === "resource" ? addresses.get(address.resource.urn) : undefined;
    if (held) attached.push(held);
    certain.set(to.resource.urn, attached);
  }
  return { certain, perhaps };
}
