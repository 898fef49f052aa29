/** What each address of the plan is for: what it is bound to, or an entry that it is itself, as by DNAT. */
import { push } from "../../base/collections";
import { locate } from "../../location/locate";
import type { Urn } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { AddressContribution, AttachmentContribution } from "../contribution";
import type { AddressUse, Entry } from "../entry";
import { closedSoFar, type Openings } from "../openings";
import { standIn } from "./contributed-entries";

/** The uses of addresses. */
export interface AddressUses {
  /** What each address resource is bound to. */
  readonly uses: ReadonlyMap<Urn, readonly AddressUse[]>;
  /** Literal addresses that the plan opens without showing their resource. */
  readonly literals: ReadonlyMap<string, Entry>;
}

/** What the uses of addresses are found out with. */
export interface AddressParts {
  readonly plan: Plan;
  readonly addresses: ReadonlyMap<Urn, AddressContribution>;
  readonly openings: Openings;
  /** Gets the entries that stand for addresses: what is opened twice is one entry. */
  readonly entries: Map<Urn, Entry>;
}

/** Finds the use of each address, in the order of the attachments. */
export function addressUses(attachments: readonly AttachmentContribution[], parts: AddressParts): AddressUses {
  const uses = new Map<Urn, AddressUse[]>();
  const literals = new Map<string, Entry>();
  for (const attachment of attachments) {
    const { address, opens } = attachment;
    const use = useOf(attachment, parts);
    const isOwn = address.is === "resource";
    if (isOwn) push(uses, address.resource.urn, use);
    if (!use.entry || (!isOwn && opens !== "address")) continue;
    parts.entries.set(use.entry.resource.urn, use.entry);
    if (address.is === "elsewhere") literals.set(address.value, use.entry);
  }
  return { uses, literals };
}

function useOf(attachment: AttachmentContribution, { plan, addresses, openings, entries }: AddressParts): AddressUse {
  const { by, opens, to, kind } = attachment;
  if (opens === "nothing") return { by };
  const leads = opens === "target" || opens === "as-is";
  const target = leads && to.is === "resource" ? entries.get(to.resource.urn) : undefined;
  if (target) return { by, entry: target };
  const owner = attachment.address.is === "resource" ? attachment.address.resource : (attachment.owner ?? by);
  const existing = entries.get(owner.urn);
  if (existing) return { by, entry: existing };
  const location = addresses.get(owner.urn)?.location ?? locate(owner, plan);
  const entry = standIn(owner, { kind, location, reach: "public" }, openings);
  // Of an address whose resource and gateway are elsewhere, more may be opened there.
  const isAllShown = entry.opening !== "none" || addresses.has(owner.urn) || to.is === "resource";
  return { by, entry: isAllShown ? entry : { ...entry, opening: closedSoFar({ urn: owner.urn, waitsFor: [] }) } };
}
