/**
 * Anycast EIP: one address that is announced throughout its access area, which decides where it is: `serviceLocation`, not
 * the region of its provider (F-77). It leads to load balancers and network interfaces of several regions.
 */
import { referenceTo, product, type Contribution } from "../../../graph/contribution";
import type { Location } from "../../../location/locate";
import { doubt, unknown } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { linksTo } from "../shared/balancer";
import { required, keyword } from "../../reading/values";
import { CLASSIC_BALANCERS, NETWORK_INTERFACES } from "../shared/tokens";
import type { EntryKind } from "../../../vocabulary/kinds";

const ADDRESSES = ["alicloud:eipanycast/anycastEipAddress:AnycastEipAddress"] as const;

/** No property tells the address itself, only a data source does. */
const address = (eip: Resource): Contribution => ({
  is: "address",
  resource: eip,
  value: unknown(doubt("not-in-plan", { what: "ipAddress" }, { urn: eip.urn, waitsFor: [eip.urn] })),
  location: accessArea(eip),
});

/** The SDK describes `international`, and shows `ChineseMainland` in its examples. */
function accessArea(eip: Resource): Location {
  const value = eip.at("serviceLocation");
  const area = required(keyword(value, ["international", "ChineseMainland"]), value, "international");
  if (area.state === "unknown") return { in: "undetermined", doubt: area.doubt };
  return area.value === "international"
    ? { in: "outside", region: "overseas", by: "scope" }
    : { in: "mainland", region: "mainland", by: "scope" };
}

/** What it can be bound to: the name of the API, and the types here. */
const TARGETS = {
  SlbInstance: { kind: "clb", types: CLASSIC_BALANCERS },
  NetworkInterface: { kind: "network-interface", types: NETWORK_INTERFACES },
} as const;

/**
 * The address is the entry of the names that lead to it, in its access area; and what it is bound to becomes public, for
 * the hosts that are bound there.
 */
function readAttachment(attachment: Resource, plan: Plan): readonly Contribution[] {
  const eip = plan.referred(attachment, "anycastId", { types: ADDRESSES });
  const type = keyword(attachment.at("bindInstanceType"), ["SlbInstance", "NetworkInterface"]);
  const types = type.state === "known" ? TARGETS[type.value].types : [...CLASSIC_BALANCERS, ...NETWORK_INTERFACES];
  const to = plan.referred(attachment, "bindInstanceId", { types });
  const kind: EntryKind = type.state === "known" ? TARGETS[type.value].kind : "anycast-eip";
  const entered: readonly Contribution[] =
    eip.is === "resource"
      ? [
          { is: "attachment", by: attachment, address: eip, to, opens: "address", kind: "anycast-eip" },
          ...linksTo(attachment, referenceTo(eip.resource), [to]),
        ]
      : [];
  return [...entered, { is: "attachment", by: attachment, address: eip, to, opens: "target", kind }];
}

export const anycastEip = product({
  "alicloud:eipanycast/anycastEipAddress:AnycastEipAddress": address,
  "alicloud:eipanycast/anycastEipAddressAttachment:AnycastEipAddressAttachment": readAttachment,
});
