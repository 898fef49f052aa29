/** The hosts that are bound on products, each with the entry that serves it. */
import type { Urn } from "../../plan/fact";
import type { BindingContribution } from "../contribution";
import type { BoundHost, Entry } from "../entry";
import type { Openings } from "../openings";
import { standIn } from "./contributed-entries";

/** Binds hosts to entries; what binds a host on something that is no entry of the plan stands in for it, among the entries. */
export const boundHosts = (
  bindings: readonly BindingContribution[],
  entries: Map<Urn, Entry>,
  openings: Openings,
): readonly BoundHost[] =>
  bindings.map((binding) => {
    const target = binding.to.is === "resource" ? entries.get(binding.to.resource.urn) : undefined;
    if (target) return { ...binding, entry: target };
    const entry = standIn(binding.by, binding.standIn, openings);
    entries.set(binding.by.urn, entry);
    return { ...binding, entry };
  });
