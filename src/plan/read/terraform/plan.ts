/** Reads the plan that `terraform show -json` or `tofu show -json` writes of a saved plan. */
import { InputError } from "../../../input/error";
import { message, type Message } from "../../../messages";
import { isObject, own, type Raw, type RawProperties } from "../../raw";
import type { Change, PlanPart, Resource } from "../../resource";
import type { ReadPart } from "../part";
import type { Cursor } from "../shape";
import type { InstanceKey } from "./address";
import { changesAt, type Changing } from "./changes";
import { refuseFormat } from "./format";
import { Modules, objectAt, type ModuleInstance } from "./modules";
import { identityOf } from "./identity";
import { Providers } from "./providers";
import { instancesAt, Referrals, type Instances } from "./references";
import { Resources, addressUrn, type Addressed, type Planned } from "./resources";
import { placesOf, type SourceFolders } from "./source";
import { statedData, stateResources, type Stated } from "./state-values";
import { wordsOfType } from "./words";

/** A resource that the plan names, and what it plans. */
interface Row extends Addressed {
  readonly planned: Planned;
  /** Whether it is the one of its address that there will be. */
  readonly isLiving: boolean;
}

/** The plan part of a Terraform or OpenTofu plan. Throws an `InputError`. */
export function readTerraformPlan(document: Cursor, source?: SourceFolders): ReadPart {
  refuseFormat(document);
  if (document.isOn("errored")) throw new InputError(message("input.terraform-errored", {}), { file: document.file });
  const configuration = document.objectAt("configuration");
  const modules = new Modules(configuration);
  const rows = rowsOf(document, modules);
  const left = leftOf(document, rows, modules);
  const whole = [...rows, ...left];
  const { missing, notes } = completenessOf(document, whole, left.length, modules);
  const places = source && placesOf(document.file, modules.root.module, source);
  const part: PlanPart = {
    ...identityOf(document.file),
    ...(places && { start: places.start }),
    missing,
    isolated: false,
    applied: false,
    ...(notes.length > 0 && { notes }),
  };
  const references = new Referrals(modules, instancesOf(whole, part));
  const variables = objectAt(document.raw as RawProperties, "variables");
  const providers = new Providers(configuration, variables, modules, references, part, answersIn(document, modules));
  const made = new Resources(part, references, providers, places);
  const resources = whole.map((row): Resource => made.make(row, row.planned));
  return { part, resources: [...providers.resources, ...resources] };
}

function rowsOf(document: Cursor, modules: Modules): readonly Row[] {
  return document
    .at("resource_changes")
    .items()
    .flatMap((place) => (place.peek("mode") === "data" ? [] : rowsAt(place, modules)));
}

const ADDRESS = message("expected.terraform-address", {});
const TYPE = message("expected.terraform-type", {});
const NAME = message("expected.terraform-name", {});

/** The resources of one change: the one that there will be, and one that leaves the state beside it. */
function rowsAt(place: Cursor, modules: Modules): readonly Row[] {
  if (!isObject(place.raw)) place.refuse(message("expected.terraform-change", {}));
  const address = place.requiredAt("address", ADDRESS);
  const deposed = place.textAt("deposed");
  const named: Addressed = {
    address,
    type: place.requiredAt("type", TYPE),
    name: place.requiredAt("name", NAME),
    key: keyOf(place.peek("index")),
    within: withinOf(place, modules),
    previousAddress: place.textAt("previous_address"),
  };
  return changesAt(place).map(({ change, isLiving, ...rest }: Changing): Row => ({
    ...named,
    planned: { change, ...rest },
    isLiving: isLiving && deposed === undefined,
  }));
}

const keyOf = (raw: Raw | undefined): InstanceKey | undefined =>
  typeof raw === "string" || typeof raw === "number" ? raw : undefined;

function withinOf(place: Cursor, modules: Modules): ModuleInstance {
  const address = place.textAt("module_address");
  if (address === undefined) return modules.root;
  return modules.at(address) ?? place.at("module_address").refuse(message("expected.terraform-module", {}));
}

/** What a plan of some targets leaves alone stands in the state from before, and among no changes: it stays as it is. */
function leftOf(document: Cursor, rows: readonly Row[], modules: Modules): readonly Row[] {
  const named = new Set(rows.flatMap(({ address, previousAddress }) => [address, previousAddress]));
  return stateResources(priorOf(document), modules)
    .filter(({ isDeposed, address }) => !isDeposed && !named.has(address))
    .map(({ isDeposed: _deposed, isData: _data, now, ...resource }) => ({
      ...resource,
      planned: { change: "same" satisfies Change, now },
      isLiving: true,
    }));
}

const priorOf = (document: Cursor): RawProperties | undefined =>
  objectAt(objectAt(document.raw as RawProperties, "prior_state"), "values");

/** What data sources have answered already: that stands in the state from before. */
const answersIn = (document: Cursor, modules: Modules): readonly Stated[] => statedData(priorOf(document), modules);

/** The instances of each block, by their keys. */
function instancesOf(rows: readonly Row[], part: PlanPart): ReadonlyMap<string, Instances> {
  const found = new Map<string, { urns: string[]; byKey: Map<InstanceKey | undefined, string> }>();
  for (const { type, name, key, within, address, isLiving } of rows) {
    if (!isLiving) continue;
    const place = instancesAt(within, `${type}.${name}`);
    const instances = found.get(place) ?? { urns: [], byKey: new Map<InstanceKey | undefined, string>() };
    found.set(place, instances);
    const urn = addressUrn(part, wordsOfType(type).token, address);
    instances.urns.push(urn);
    instances.byKey.set(key, urn);
  }
  return found;
}

interface Completeness {
  readonly missing: number;
  readonly notes: readonly Message[];
}

/** The first version of Terraform that says whether a plan is whole; OpenTofu never says. */
const SAYS_COMPLETE = /^(?:0|1\.[0-7])\./;

/** How many resources the plan does not show, as far as it tells, and what there is to be said where it does not. */
function completenessOf(document: Cursor, rows: readonly Row[], left: number, modules: Modules): Completeness {
  const deferred = document.at("deferred_changes").items().length;
  const empty = emptyBlocks(rows, modules);
  const complete = document.peek("complete");
  if (complete === true) return { missing: deferred, notes: [] };
  const all = empty.single + empty.counted;
  if (complete === false || left > 0) return { missing: Math.max(1, deferred, all), notes: [] };
  // Before 1.8 no block without count is left out but by targets; OpenTofu has `enabled` since, which the plan does not show.
  const version = document.textAt("terraform_version") ?? "";
  if (SAYS_COMPLETE.test(version) && empty.single > 0) return { missing: all, notes: [] };
  const notes = all > 0 ? [message("limit.terraform-targets", { count: all, plan: identityOf(document.file).id })] : [];
  return { missing: deferred, notes };
}

/** Blocks of the configuration of which the plan has no instance, in modules that have some, or have one anyway. */
function emptyBlocks(rows: readonly Row[], modules: Modules): { readonly single: number; readonly counted: number } {
  const there = new Set(rows.map(({ type, name, within }) => instancesAt(within, `${type}.${name}`)));
  let [single, counted] = [0, 0];
  const queue: { readonly module: ModuleInstance; readonly isCounted: boolean }[] = [
    { module: modules.root, isCounted: false },
  ];
  for (const { module, isCounted } of queue) {
    for (const [address, block] of module.module.blocks) {
      if (address.startsWith("data.") || there.has(instancesAt(module, address))) continue;
      if (isCounted || isManifold(block)) counted++;
      else single++;
    }
    for (const name of module.module.calls) {
      const counts = isCounted || isManifold(module.module.call(name) ?? {});
      for (const one of modules.ofCall(module, name)) queue.push({ module: one, isCounted: counts });
    }
  }
  return { single, counted };
}

const isManifold = (block: RawProperties): boolean =>
  own(block, "count_expression") !== undefined || own(block, "for_each_expression") !== undefined;
