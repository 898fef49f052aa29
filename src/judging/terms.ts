/** What findings say, in the terms of those who write Terraform: what judges knows Pulumi's names alone. */
import { isMessageId, type Filling, type Message, type RemedyId } from "../messages";
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
    ...(isOwn && { message: textIn(message, resource) }),
    ...(property !== undefined && { property: propertyIn(property, resource) }),
    ...(doubt && { doubt: doubtIn(doubt, resource, isOwn, hidingFrom(draft, plan)) }),
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

/** A message in other words: its twin, where it has one. */
function textIn(message: Message, of: Owner): Message {
  const id = `${message.id}${SUFFIX}`;
  const params = wordsIn(message.params, of);
  return isMessageId(id) ? { ...message, id, params: uncounted(params) } : { ...message, params };
}

/** No plan of Terraform's tells how many resources it leaves out. */
const uncounted = <P extends Params>({ count: _, ...params }: P): Omit<P, "count"> => params;

type Params = Readonly<Record<string, Filling>>;

/** What texts of a message or doubt are in other words; the rest stays. */
const withTexts = <P extends Params>(params: P, change: (text: string, name: string) => string): P =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? change(value, name) : value]),
  ) as P;

/** A word is looked up in the group that its parameter is called by; types are those of addresses. */
const wordsIn = <P extends Params>(params: P, of: Owner): P =>
  withTexts(params, (text, name) => (text === of?.type ? (typeInTerraform(of.urn) ?? text) : twinOf(name, text)));

/** Doubts that are about plans which hide something, whatever else the finding is about. */
const OF_PLANS: ReadonlySet<DoubtId> = new Set(["incomplete", "incomplete-plans"]);

/** The plans that hide something from a finding: the one that it is about, else all that do. */
const hidingFrom = ({ part }: FindingDraft, { parts }: Plan): readonly PlanPart[] =>
  part ? [part] : parts.filter(({ missing }) => missing > 0);

/** A doubt says its property's name wherever that stands in it. */
function doubtIn(doubt: Doubt, resource: Owner, isOwn: boolean, hiding: readonly PlanPart[]): Doubt {
  const { why, params, property, urn } = doubt;
  const of = urn === undefined ? resource : { urn, type: partsOfUrn(urn)?.type ?? "" };
  const isOfPlans = OF_PLANS.has(why);
  const isOfTheirs = isOfPlans ? hiding.some(isTerraform) : urn === undefined ? isOwn : isOfTerraform(urn);
  const names = new Set([property, params["property"]]);
  return {
    ...doubt,
    why: isOfTheirs ? twinOf<DoubtId>("doubt", why) : why,
    params: wordsIn(
      withTexts(isOfPlans && isOfTheirs ? uncounted(params) : params, (text) =>
        names.has(text) ? propertyIn(text, of) : text,
      ),
      of,
    ),
    ...(property !== undefined && { property: propertyIn(property, of) }),
  };
}

/** What shows a plan whole is said of the plans that hide something, anything else of what the finding is about. */
function remediesIn(remedy: Remedy, draft: FindingDraft, isOwn: boolean, plan: Plan): readonly Remedy[] {
  const hiding = remedy.id === "show-sames" ? hidingFrom(draft, plan).map(isTerraform) : [];
  const asked = hiding.length > 0 ? [...new Set(hiding)].sort() : [isOwn];
  return asked.map((of) => (of ? { ...remedy, id: twinOf<RemedyId>("remedy", remedy.id) } : remedy));
}
