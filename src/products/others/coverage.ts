/**
 * Where other providers serve from. Most have no mainland nodes without a contract that no resource shows: outside, but
 * only assumed. Where one is known to serve from the mainland, a filing is due with that provider, which is not judged
 * here: the place is certain then, and the reach in doubt.
 */
import clouds from "../../../data/other-clouds.json";
import type { RowStep } from "./step";
import type { Reach } from "../../graph/contribution";
import type { Location } from "../../location/locate";
import { doubt, type Doubt } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource } from "../../plan/resource";
import { unreadable } from "../reading/values";
import { follow } from "./follow";
import { valuesAt } from "../reading/path";

/** A place outside the mainland that no property shows. */
export const assumedOutside = (vendor: string): Location => ({ in: "outside", region: vendor, by: "assumed" });

/** Why another provider's node in the mainland is not judged. */
export const notJudged = (what: string): Doubt => doubt("other-provider", { what });

/** Where an edge serves from, and whether what it serves there can be judged. */
export interface EdgePlace {
  readonly location: Location;
  readonly reach: Reach;
}

/** How the place of an edge is told. */
export interface Coverage {
  readonly vendor: string;
  /** The property that says it, with its words. */
  readonly words?: {
    /** The resource that has it, when it is not the edge. */
    readonly of?: RowStep;
    readonly path: string;
    /** In lower case, as the other words. */
    readonly mainland: readonly string[];
    readonly outside: readonly string[] | "others";
    /** What it means when nothing is said. */
    readonly absent: "mainland" | "outside" | "unsourced";
  };
  /** Whether the provider has a cloud of its own in the mainland, which its configuration tells. */
  readonly cloud?: Cloud;
}

/** How a provider's configuration tells its cloud in the mainland. */
export interface Cloud {
  readonly property: "region" | "environment";
  readonly mainland: readonly string[];
}

export const AWS_CHINA: Cloud = { property: "region", mainland: clouds.mainland.aws.values };
export const AZURE_CHINA: Cloud = { property: "environment", mainland: clouds.mainland.azure.values };

const outside = (location: Location): EdgePlace => ({ location, reach: "public" });
const mainland = (vendor: string, region: string, unsaid?: "default"): EdgePlace => ({
  location: { in: "mainland", region, by: "scope", ...(unsaid && { unsaid }) },
  reach: notJudged(vendor),
});
const unsure = (why: Doubt): EdgePlace => ({ location: { in: "undetermined", doubt: why }, reach: "public" });

/** Where an edge serves from. */
export function placeOfEdge(edge: Resource, { vendor, words, cloud }: Coverage, plan: Plan): EdgePlace {
  if (words?.of) {
    const { resources, lost } = follow(edge, [words.of], plan);
    const [holder] = resources;
    if (holder) return saidPlace(holder, vendor, words);
    return unsure(lost[0]?.doubt ?? doubt("not-in-plan", { what: words.path }));
  }
  if (words) return saidPlace(edge, vendor, words);
  const china = cloud && chinaOf(edge, cloud, plan);
  return china === undefined ? outside(assumedOutside(vendor)) : mainland(vendor, china);
}

/** The region or environment of a resource's provider, when it is one in the mainland. */
export function chinaOf(resource: Resource, { property, mainland: regions }: Cloud, plan: Plan): string | undefined {
  const said = plan.providerOf(resource)?.string(property);
  return said?.state === "known" && regions.includes(said.value) ? said.value : undefined;
}

/**
 * Where a resource of another provider is: outside, unless that provider has a cloud in the mainland and nothing tells that
 * the resource is not in it.
 */
export function placeOfForeign(resource: Resource, cloud: Cloud | undefined, plan: Plan): Location {
  const vendor = vendorOf(resource);
  if (!cloud) return { in: "outside", region: vendor, by: "vendor" };
  const said = plan.providerOf(resource)?.string(cloud.property);
  const settled = said?.state === "known" && !cloud.mainland.includes(said.value);
  if (settled) return { in: "outside", region: `${vendor} ${said.value}`, by: "vendor" };
  return somewhere(resource);
}

/** What vendors are called, by the packages of their providers. */
const VENDORS: Readonly<Record<string, string>> = clouds.names;

function vendorOf({ type }: Resource): string {
  const provider = type.slice(0, type.indexOf(":"));
  return VENDORS[provider] ?? provider;
}

/** The place of another provider's resource, of which nothing tells. */
export const somewhere = ({ name, urn }: Resource): Location => ({
  in: "undetermined",
  doubt: doubt("foreign-place", { name }, { urn }),
});

function saidPlace(edge: Resource, vendor: string, words: NonNullable<Coverage["words"]>): EdgePlace {
  const [value = edge.at(words.path)] = valuesAt(edge, words.path);
  const fact = value.string();
  if (fact.state === "unknown") return unsure(fact.doubt);
  if (fact.state === "absent") {
    if (words.absent === "mainland") return mainland(vendor, "mainland", "default");
    if (words.absent === "outside")
      return outside({ in: "outside", region: "overseas", by: "scope", unsaid: "default" });
    return unsure(doubt("default-unsourced", { property: words.path }, { property: words.path, urn: edge.urn }));
  }
  const word = fact.value.toLowerCase();
  if (words.mainland.includes(word)) return mainland(vendor, word);
  if (words.outside === "others") return outside(assumedOutside(vendor));
  if (words.outside.includes(word)) return outside({ in: "outside", region: word, by: "scope" });
  return unsure(unreadable(value, [...words.mainland, ...words.outside].join(", ")));
}
