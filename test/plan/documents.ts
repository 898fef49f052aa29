/** Previews and states for tests, in the shape in which Pulumi writes them. */
import type { ReadPart } from "../../src/plan/read/part";
import { joinParts, readPlan } from "../../src/plan/read";
import type { Plan } from "../../src/plan/plan";
import type { Resource } from "../../src/plan/resource";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

export const eipType = "alicloud:ecs/eipAddress:EipAddress";
export const stackUrn = "urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev";
export const urnOf = (name: string, type = eipType): string => `urn:pulumi:dev::web::${type}::${name}`;

/** A resource's state; without other keys an EIP without anything. */
export const state = (name: string, rest: JsonObject = {}): JsonObject => {
  const type = typeof rest["type"] === "string" ? rest["type"] : eipType;
  return { urn: urnOf(name, type), custom: true, type, ...rest };
};

/** A step about an EIP `main`. */
export const step = (
  op: string,
  states: { old?: Json; new?: Json } = {},
  name = "main",
  type = eipType,
): JsonObject => ({
  op,
  urn: urnOf(name, type),
  detailedDiff: null,
  ...(states.old !== undefined && { oldState: states.old }),
  ...(states.new !== undefined && { newState: states.new }),
});

const stackState = { urn: stackUrn, custom: false, type: "pulumi:pulumi:Stack" };
/** The step of the stack's own resource, which every preview shows. */
const stackStep: JsonObject = { op: "same", urn: stackUrn, oldState: stackState, newState: stackState };

export const preview = (steps: readonly Json[], rest: JsonObject = {}): JsonObject => ({
  steps: [stackStep, ...steps],
  changeSummary: { same: 1 },
  ...rest,
});

export const exported = (resources: readonly Json[], rest: JsonObject = {}): JsonObject => ({
  version: 3,
  deployment: { manifest: {}, resources: [stackState, ...resources], ...rest },
});

export const bytesOf = (document: Json | string): Buffer =>
  Buffer.from(typeof document === "string" ? document : JSON.stringify(document, null, 2));

export const read = (document: Json | string, source = "plan.json"): ReadPart => readPlan(bytesOf(document), source);

export const planOfDocument = (document: Json): Plan => joinParts([read(document)]);

/** The resource called `main`, living or not. */
export function main(document: Json): Resource | undefined {
  const plan = planOfDocument(document);
  return [...plan.resources, ...plan.removed, ...plan.forgotten].find(({ name }) => name === "main");
}

/** What becomes of all resources called `main`: the living one, then the ids of what is deleted, and of what is forgotten. */
export function fates(document: Json): string {
  const plan = planOfDocument(document);
  const mains = (resources: readonly Resource[]) => resources.filter(({ name }) => name === "main");
  const ids = (resources: readonly Resource[]) =>
    mains(resources)
      .map(({ id }) => (id.state === "known" ? id.value : id.state))
      .sort()
      .join(" + ");
  const [living, ...others] = mains(plan.resources);
  if (others.length > 0) throw new Error("two living resources of one name");
  return [
    living ? living.change : "nothing",
    ...(living?.previous ? [`was ${ids([living.previous])}`] : []),
    ...(mains(plan.removed).length > 0 ? [`deletes ${ids(plan.removed)}`] : []),
    ...(mains(plan.forgotten).length > 0 ? [`forgets ${ids(plan.forgotten)}`] : []),
  ].join(", ");
}

/** The message of the error that `act` throws. */
export function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error && error.name === "InputError") return error.message;
    throw error;
  }
  throw new Error("nothing was thrown");
}
