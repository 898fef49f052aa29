/**
 * Smart Access Gateway: a device that joins a private network to the cloud. A DNAT entry of type Internet opens ports of
 * a public address and leads into that network, so the address is the entry; it is in the region of the provider.
 */
import { referenceTo, product, type Contribution } from "../../../graph/contribution";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { keyword } from "../../reading/values";
import { EIPS } from "../shared/tokens";
import { openingOf } from "../shared/transport";

function dnatEntry(entry: Resource, plan: Plan): readonly Contribution[] {
  const type = keyword(entry.at("type"), ["Intranet", "Internet"]);
  if (type.state === "known" && type.value === "Intranet") return [];
  const address = plan.referred(entry, "externalIp", { types: EIPS, by: ["ipAddress"] });
  const on = address.is === "resource" ? address : referenceTo(entry);
  const opening = type.state === "unknown" ? type.doubt : openingOf(entry.at("ipProtocol"), entry.at("externalPort"));
  return [
    { is: "attachment", by: entry, address, to: { is: "absent" }, opens: "address", kind: "nat" },
    { is: "listener", by: entry, on, opening },
  ];
}

export const smartGateway = product({
  "alicloud:rocketmq/dnatEntry:DnatEntry": dnatEntry,
  "alicloud:sag/dnatEntry:DnatEntry": dnatEntry,
});
