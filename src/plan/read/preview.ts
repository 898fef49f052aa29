/** Reads `pulumi preview --json`: the steps that the engine wants to take. */
import { flat } from "../../base/collections";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import type { Urn } from "../fact";
import { isObject, isMarked, kindOf } from "../raw";
import { Resource, type Change, type PlanPart } from "../resource";
import { partOf, type ReadPart } from "./part";
import type { Cursor } from "./shape";
import { outputsOf, Shared, stateOf, type Written } from "./state-of";
import { changeOf, endedBy, endingsOf, isOnlyRefreshed, stepsByUrn, type Live, type Steps } from "./steps";
import { isProviderType } from "../../names/own-types";

/** The plan part of a preview. Throws an `InputError`. */
export function readPreview(document: Cursor): ReadPart {
  refuseFailed(document);
  const steps = document.at("steps").items();
  if (steps.length === 0) {
    throw new InputError(message("input.plan-no-steps", {}), {
      file: document.file,
    });
  }
  const byUrn = stepsByUrn(steps);
  const renamed = new Set([...byUrn.values()].flatMap((about) => formerUrn(about) ?? []));
  const part = partOf(document.file, steps, {
    applied: false,
    missing: missing(document, byUrn.values(), renamed),
    region: regionOf(document.at("config").at("alicloud:region")),
  });
  const reading: Reading = { part, shared: new Shared(byUrn), renamed };
  return { part, resources: flat(byUrn.values(), (about) => resourcesOf(about, reading)) };
}

interface Reading {
  readonly part: PlanPart;
  readonly shared: Shared;
  /** The URNs under which the state has resources that are called otherwise now. */
  readonly renamed: ReadonlySet<Urn>;
}

/** The resource that the steps leave behind, and those that leave the stack. */
function resourcesOf(about: Steps, reading: Reading): Resource[] {
  const { live } = about;
  const isLive = live !== undefined && !isSkipped(live);
  const change = isLive ? changeOf(about, live) : undefined;
  const resources = endingsOf(about, change).map((ending) =>
    planned(stateOf(ending.state, about, reading.shared), ending.change, reading),
  );
  if (isLive && change) {
    resources.push(planned(living(about, live.state, change, reading), change, reading));
  } else if (about.refreshed && isOnlyRefreshed(about) && !reading.renamed.has(about.urn)) {
    resources.push(planned(stateOf(about.refreshed, about, reading.shared), "same", reading));
  }
  return resources;
}

/** A resource with what becomes of it: written into rather than copied, for a large preview has many thousand of these. */
function planned(data: Written, change: Change, { part }: Reading): Resource {
  data.change = change;
  return new Resource(data, part);
}

function living(about: Steps, state: Cursor, change: Change, { shared }: Reading): Written {
  const now = stateOf(state, about, shared);
  const { old } = about;
  now.aliases = aliasesOf(about, now.aliases);
  const previous = change === "update" ? old : change === "replace" ? endedBy(about) : undefined;
  if (previous) now.previous = { ...stateOf(previous, about, shared), change: "same" };
  if (change === "create" || change === "replace") {
    now.id = state.textAt("importID") ?? now.id;
    return now;
  }
  // A read of another id than before says nothing about the old one.
  const before = old?.textAt("id");
  const kept = now.id === undefined || now.id === before ? old : undefined;
  now.outputs ??= kept && isProviderType(now.type) ? undefined : kept && outputsOf(kept);
  now.id ??= kept && before;
  // What is read for the first time is not shown before the update: its properties are there all the same.
  if (change === "read" && now.outputs === undefined) now.hidden = "unread";
  return now;
}

/** The aliases that are told of, and the URN under which the state has the resource where it is another. */
function aliasesOf(about: Steps, told: readonly Urn[] = []): readonly Urn[] {
  const former = formerUrn(about);
  return former === undefined || told.includes(former) ? told : [...told, former];
}

/** The URN under which the state has a resource, where it is another. */
function formerUrn({ urn, old }: Steps): Urn | undefined {
  const former = old?.textAt("urn");
  return former === urn ? undefined : former;
}

/** A creation that `--target` leaves out is written as the `same` of something without id and inputs. */
function isSkipped({ step, state, effect }: Live): boolean {
  // Nearly every step of a large preview is a `same` that has inputs: that settles it.
  if (effect !== "same" || !state.lacks("inputs") || !state.isOn("custom")) return false;
  const old = step.at("oldState");
  return state.lacks("id") && old.lacks("id") && old.lacks("inputs");
}

/** How many unchanged resources are counted but not shown. The stack's own resource is counted and shown like the others. */
function missing(document: Cursor, all: Iterable<Steps>, renamed: ReadonlySet<Urn>): number {
  const counted = document.at("changeSummary").at("same").count();
  let shown = 0;
  for (const about of all) {
    const { live } = about;
    const unchanged = live
      ? live.effect === "same" && !isSkipped(live)
      : isOnlyRefreshed(about) && !renamed.has(about.urn);
    if (unchanged) shown++;
  }
  return Math.max(0, counted - shown);
}

/** A configured region; a secret one is not for reading. */
function regionOf(configured: Cursor): string | undefined {
  const { raw } = configured;
  const value = isObject(raw) && kindOf(raw) === "value" && !isMarked(raw["secret"]) ? raw["value"] : raw;
  return typeof value === "string" && value !== "" && kindOf(value) === "value" ? value : undefined;
}

const MOST_CHARACTERS = 200;

/** A failed preview is half a plan. One that only a policy pack blocked is whole. */
function refuseFailed(document: Cursor): void {
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
  throw new InputError(message("input.plan-failed", { told: told.trim() }), {
    file: document.file,
  });
}
