/** What findings say, in the terms of those who write Terraform: what judges knows Pulumi's names alone. */
import { isMessageId, type Filling, type RemedyId } from "../messages";
import { attributeOf } from "../names/terraform";
import { isOfTerraform, partsOfUrn, typeInTerraform } from "../names/urn";
import type { Doubt, DoubtId } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { PlanPart, Resource } from "../plan/resource";
import type { FindingDraft, Remedy } from "./rule";

/** A draft in the terms of the user of its plan; one of Pulumi's stays as it is. */
export function inTerms<S extends FindingDraft>(draft: S, plan: Plan): S {
  if (!plan.parts.some(isTerraform)) return draft;
  const { resource, property, doubt, remedies, message } = draft;
  const part = resource?.part ?? draft.part;
  const isOwn = part ? isTerraform(part) : plan.parts.every(isTerraform);
  return {
    ...draft,
    ...(isOwn && { message: { ...message, params: wordsIn(message.params, resource) } }),
    ...(property !== undefined && { property: propertyIn(property, resource) }),
    ...(doubt && { doubt: doubtIn(doubt, resource, isOwn) }),
    ...(remedies && { remedies: remedies.flatMap((remedy) => remediesIn(remedy, draft, isOwn, plan)) }),
  };
}

const isTerraform = ({ dialect }: PlanPart): boolean => dialect !== undefined;

/** What a name is of: a resource, or as much of one as its URN tells. */
type Owner = Pick<Resource, "urn" | "type"> | undefined;

/** A property of a resource as its user writes it. */
const propertyIn = (property: string, of: Owner): string =>
  of && isOfTerraform(of.urn) ? attributeOf(of.type, property) : property;

/** Where a text has a twin for who writes Terraform, its id ends so. */
const SUFFIX = "-terraform";

/** The twin of a text of a group, where it has one. */
const twinOf = <Name extends string>(group: string, name: Name): Name =>
  isMessageId(`${group}.${name}${SUFFIX}`) ? (`${name}${SUFFIX}` as Name) : name;

type Params = Readonly<Record<string, Filling>>;

/** What texts of a message or doubt are in other words; the rest stays. */
const withTexts = <P extends Params>(params: P, change: (text: string, name: string) => string): P =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? change(value, name) : value]),
  ) as P;

/** A word is looked up in the group that its parameter is called by; types are those of addresses. */
const wordsIn = <P extends Params>(params: P, of: Owner): P =>
  withTexts(params, (text, name) => (text === of?.type ? (typeInTerraform(of.urn) ?? text) : twinOf(name, text)));

/** A doubt says its property's name wherever that stands in it. */
function doubtIn(doubt: Doubt, resource: Owner, isOwn: boolean): Doubt {
  const { why, params, property, urn } = doubt;
  const of = urn === undefined ? resource : { urn, type: partsOfUrn(urn)?.type ?? "" };
  const isOfTheirs = urn === undefined ? isOwn : isOfTerraform(urn);
  const names = new Set([property, params["property"]]);
  return {
    ...doubt,
    why: isOfTheirs ? twinOf<DoubtId>("doubt", why) : why,
    params: wordsIn(
      withTexts(params, (text) => (names.has(text) ? propertyIn(text, of) : text)),
      of,
    ),
    ...(property !== undefined && { property: propertyIn(property, of) }),
  };
}

/** What shows a plan whole is said of the plans that hide something, anything else of what the finding is about. */
function remediesIn(remedy: Remedy, { part }: FindingDraft, isOwn: boolean, { parts }: Plan): readonly Remedy[] {
  const hiding = part || remedy.id !== "show-sames" ? [] : parts.filter(({ missing }) => missing > 0).map(isTerraform);
  const asked = hiding.length > 0 ? [...new Set(hiding)].sort() : [isOwn];
  return asked.map((of) => (of ? { ...remedy, id: twinOf<RemedyId>("remedy", remedy.id) } : remedy));
}
