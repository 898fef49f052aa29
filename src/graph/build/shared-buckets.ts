/** The buckets that are opened to everybody and for which nothing forbids it. */
import type { Doubt, Urn } from "../../plan/fact";
import { flat, groupBy } from "../../base/collections";
import type { Plan } from "../../plan/plan";
import type { SharingContribution } from "../contribution";
import { resourcesMeant } from "../links";

/** Which buckets are shared: certainly, or perhaps and why that is not sure. */
export function sharedBuckets(
  sharings: readonly SharingContribution[],
  plan: Plan,
): ReadonlyMap<Urn, "certainly" | Doubt> {
  const applied = flat(sharings, ({ of, shared, unsure }) =>
    resourcesMeant(of, plan).map(({ urn }) => ({ urn, shared, unsure: of.is === "unknown" ? of.doubt : unsure })),
  );
  const shared = new Map<Urn, "certainly" | Doubt>();
  for (const [urn, group] of groupBy(applied, (one) => one.urn)) {
    const opened = group.filter((one) => one.shared === "everybody").map(({ unsure }) => unsure);
    const blocked = group.filter((one) => one.shared === "nobody").map(({ unsure }) => unsure);
    if (opened.length === 0 || blocked.includes(undefined)) continue;
    const [perhaps] = [...(opened.includes(undefined) ? [] : opened), ...blocked];
    shared.set(urn, perhaps ?? "certainly");
  }
  return shared;
}
