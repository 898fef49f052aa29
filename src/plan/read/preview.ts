/**
 * Reads `pulumi preview --json`: the steps that the engine wants to take. Several steps can be about one resource; what
 * counts is what they come to.
 */
import { InputError } from "../../errors";
import type { Urn } from "../fact";
import { Resource, type Change, type PlanPart, type ResourceData } from "../resource";
import type { ReadPart } from "./index";
import { partOf } from "./part";
import { isObject, type Place } from "./shape";
import { outputsOf, ProviderReferences, stateOf, urnParts, type Written } from "./state-of";

/** What a step's operation comes to. */
type Effect = Change | "refresh" | "replaced" | "lost" | "nothing";

const EFFECTS: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ["same", "same"],
  ["create", "create"],
  ["import", "create"],
  ["update", "update"],
  ["delete", "delete"],
  ["replace", "replace"],
  ["create-replacement", "replace"],
  ["import-replacement", "replace"],
  ["delete-replaced", "replaced"],
  ["read", "read"],
  ["read-replacement", "read"],
  ["refresh", "refresh"],
  // Resources that were only read are forgotten, never deleted.
  ["discard", "forget"],
  ["discard-replaced", "forget"],
  // An earlier, interrupted update has deleted it already.
  ["remove-pending-replace", "lost"],
  ["diff", "nothing"],
  ["extend-parameterize", "nothing"],
]);

/** All steps about one URN, in their order. */
interface Steps {
  readonly urn: Urn;
  readonly name: string;
  /** What an earlier, interrupted update replaced or deleted: the living resource of the same URN is another one. */
  leftover?: Place;
  /** What leaves the state without being deleted. */
  forgotten?: Place;
  refreshed?: Place;
  old?: Place;
  live?: { readonly step: Place; readonly effect: Change };
  deleted: boolean;
  replaced: boolean;
  /** An earlier update has deleted it already: what is made now is made anew. */
  lost: boolean;
}

/** The plan part of a preview. Throws an `InputError`. */
export function readPreview(document: Place): ReadPart {
  refuseFailed(document);
  const steps = document.at("steps").items();
  if (steps.length === 0) {
    throw new InputError("holds no steps, not even the stack's own; see whether the preview ran to its end", {
      file: document.file,
    });
  }
  const byUrn = grouped(steps);
  const part = partOf(document.file, "preview", steps[0]?.at("urn"), {
    missing: missing(document, byUrn.values()),
    region: regionOf(document.at("config").at("alicloud:region")),
  });
  const references = new ProviderReferences(byUrn);
  return { part, resources: [...byUrn.values()].flatMap((about) => resourcesOf(about, part, references)) };
}

function grouped(steps: readonly Place[]): Map<Urn, Steps> {
  const byUrn = new Map<Urn, Steps>();
  for (const step of steps) {
    if (!isObject(step.raw)) step.refuse("a step");
    const urn = step.at("urn").required("a URN");
    let about = byUrn.get(urn);
    if (!about) {
      const { name } = urnParts(step.at("urn"));
      about = { urn, name, deleted: false, replaced: false, lost: false };
      byUrn.set(urn, about);
    }
    take(step, about);
  }
  return byUrn;
}

function take(step: Place, about: Steps): void {
  const operation = step.at("op");
  const effect = EFFECTS.get(operation.required("an operation such as create"));
  const old = step.at("oldState");
  old.object();
  switch (effect) {
    case undefined:
      return operation.fail(
        `is ${JSON.stringify(operation.text()?.slice(0, 40))}, an operation that this version of alicloud-icp does not know; update it`,
      );
    case "nothing":
      return;
    case "forget":
      about.forgotten = old;
      return;
    case "lost":
      about.leftover = old.missing ? step.at("newState") : old;
      about.lost = true;
      return;
    case "refresh":
      if (!step.at("newState").missing) about.refreshed = step.at("newState");
      break;
    case "delete":
      if (old.at("retainOnDelete").on) about.forgotten = old;
      else if (old.at("delete").on) about.leftover = old;
      else about.deleted = true;
      if (old.at("delete").on) return;
      break;
    case "replaced":
      if (old.at("retainOnDelete").on) about.forgotten = old;
      else about.replaced = true;
      break;
    default:
      if (!isObject(step.at("newState").raw)) step.at("newState").refuse("the resource's new state");
      about.live = { step, effect };
      about.replaced ||= effect === "replace";
  }
  if (!old.missing) about.old = old;
}

/** The resource that the steps leave behind, and the one that they delete. */
function resourcesOf(about: Steps, part: PlanPart, references: ProviderReferences): Resource[] {
  const data = (place: Place): Written => stateOf(place, about.urn, about.name, references);
  const { live, old, leftover, forgotten, refreshed } = about;
  const gone = (place: Place, change: "delete" | "forget") => new Resource({ ...data(place), change }, part);
  const resources = [
    ...(leftover?.missing === false ? [gone(leftover, "delete")] : []),
    ...(forgotten?.missing === false ? [gone(forgotten, "forget")] : []),
  ];
  if (live && !isSkipped(live)) {
    resources.push(new Resource(living(about, live.step.at("newState"), live.effect, data), part));
  } else if (about.deleted && old) {
    resources.push(gone(old, "delete"));
  } else if (!live && refreshed && !forgotten && !leftover) {
    resources.push(new Resource({ ...data(refreshed), change: "same" }, part));
  }
  return resources;
}

function living(about: Steps, state: Place, effect: Change, data: (place: Place) => Written): ResourceData {
  // Written into rather than copied: a large preview has many thousand of these.
  const now = data(state);
  const { old } = about;
  const change = changeOf(about, state, effect);
  now.change = change;
  now.aliases = aliasesOf(about, now.aliases);
  if (old && (change === "update" || change === "replace")) now.previous = { ...data(old), change: "same" };
  if (change === "create" || change === "replace") {
    now.id = state.textAt("importID") ?? now.id;
    return now;
  }
  // A read of another id than before says nothing about the old one.
  const before = old?.textAt("id");
  const kept = now.id === undefined || now.id === before ? old : undefined;
  now.outputs ??= kept && now.type.startsWith("pulumi:providers:") ? undefined : kept && outputsOf(kept);
  now.id ??= kept && before;
  // What is read for the first time is not shown before the update: its properties are there all the same.
  now.hidden = change === "read" && now.outputs === undefined;
  return now;
}

/** The aliases that are told of, and the URN under which the state has the resource where it is another. */
function aliasesOf({ urn, old }: Steps, told: readonly Urn[] = []): readonly Urn[] {
  const former = old?.textAt("urn");
  return former === undefined || former === urn || told.includes(former) ? told : [...told, former];
}

function changeOf(about: Steps, state: Place, effect: Change): Change {
  if (effect === "read" || state.at("external").on) return "read";
  // What was only read before, or is kept in the cloud, is not lost by being created anew; what is lost, was before.
  if (effect === "replace" && (about.forgotten || about.lost) && !about.deleted) return "create";
  return about.replaced || (effect === "create" && about.deleted) ? "replace" : effect;
}

/** A creation that `--target` leaves out is written as the `same` of something without id and inputs. */
function isSkipped({ step, effect }: NonNullable<Steps["live"]>): boolean {
  if (effect !== "same") return false;
  const state = step.at("newState");
  // Nearly every step of a large preview is a `same` that has inputs: that settles it.
  if (!state.at("inputs").missing || state.peek("custom") !== true) return false;
  const old = step.at("oldState");
  return state.at("id").missing && old.at("id").missing && old.at("inputs").missing;
}

/** How many unchanged resources are counted but not shown. The stack's own resource is counted and shown like the others. */
function missing(document: Place, all: Iterable<Steps>): number {
  const counted = document.at("changeSummary").at("same").raw;
  let shown = 0;
  for (const { live, refreshed, deleted, forgotten, leftover } of all) {
    const unchanged = live
      ? live.effect === "same" && !isSkipped(live)
      : refreshed && !deleted && !forgotten && !leftover;
    if (unchanged) shown++;
  }
  return typeof counted === "number" ? Math.max(0, counted - shown) : 0;
}

/** A configured region; a secret one is not for reading. */
function regionOf(configured: Place): string | undefined {
  const { raw } = isObject(configured.raw) && !configured.at("secret").on ? configured.at("value") : configured;
  return typeof raw === "string" && raw !== "" && raw !== "[secret]" ? raw : undefined;
}

const MOST_CHARACTERS = 200;

/** A failed preview is half a plan. One that only a policy pack blocked is whole. */
function refuseFailed(document: Place): void {
  const errors = document
    .at("diagnostics")
    .items()
    .filter((diagnostic) => diagnostic.at("severity").raw === "error")
    .map((diagnostic) => (diagnostic.at("message").text() ?? "").trim().replace(/^error:\s*/, ""));
  const [first] = errors;
  if (first === undefined || (errors.length === 1 && first === "preview failed")) return;
  // A first line that ends with a colon only announces what is wrong.
  const [head = "", next = ""] = first.split(/\s*\n\s*/, 2);
  const line = head.endsWith(":") ? `${head} ${next}` : head;
  const told = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
  throw new InputError(`the preview itself failed (${told.trim()}); mend that and preview again`, {
    file: document.file,
  });
}
