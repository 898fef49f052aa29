import { alicloud } from "../../src/products/alicloud";
import { Exposures } from "../../src/graph/exposures";
import { planOf, type ResourceSpec } from "../support/plan";

/** Each exposure of a plan in a line: host, what it leads to, where that is or may be, and the way there. */
export const ways = (specs: readonly ResourceSpec[], part = {}): string[] =>
  new Exposures(planOf(specs, part), alicloud).all
    .map(({ host, entry, on, location, path, doubts, unmatched }) => {
      const leads = [entry?.resource.name ?? unmatched ?? "-", ...(on ? [`on ${on.resource.name}`] : []), location.in];
      const way = path.map(({ resource, why }) => `${resource.name} (${why})`).join(" > ");
      return `${host ?? "?"} ${[...leads, ...doubts.map(({ why }) => why)].join(" ")}: ${way}`;
    })
    .sort();
