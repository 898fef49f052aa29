import data from "../../data/endpoints.json";
import { locationOf, type Location } from "../location/locate";
import { doubt } from "../plan/fact";
import type { EntryKind, EntrySpec, Tier } from "./contribution";

interface Form {
  readonly kind: EntryKind;
  readonly tier: Tier;
  readonly pattern: RegExp;
  readonly location: string;
  readonly reach: string;
}

const FORMS: readonly Form[] = data.endpoints.map((form) => ({
  kind: form.kind as EntryKind,
  tier: form.tier as Tier,
  pattern: new RegExp(form.pattern),
  location: form.location,
  reach: form.reach,
}));

/** What a name of Alibaba Cloud's own leads to, and the host that it was given for, where the name contains it. */
export interface Endpoint extends EntrySpec {
  readonly host?: string;
}

/**
 * What a host name of Alibaba Cloud's own leads to, by its form: the region in it, or nothing more than the product.
 * `private` forms never lead to the public. Undefined when the name has none of the known forms.
 */
export function endpointOf(host: string): Endpoint | undefined {
  for (const form of FORMS) {
    const match = form.pattern.exec(host);
    if (!match) continue;
    const givenFor = match.groups?.["host"];
    return {
      ...(givenFor === undefined ? {} : { host: givenFor }),
      kind: form.kind,
      tier: form.tier,
      location: endpointLocation(match.groups?.["region"], host),
      reach:
        form.reach === "private"
          ? "private"
          : form.reach === "public"
            ? "public"
            : doubt("not-in-plan", { what: host }),
    };
  }
  return undefined;
}

function endpointLocation(region: string | undefined, host: string): Location {
  if (region !== undefined) return locationOf(region, "endpoint");
  return { in: "undetermined", doubt: doubt("not-in-plan", { what: host }) };
}
