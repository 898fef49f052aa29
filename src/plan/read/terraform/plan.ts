/** Reads the plan that `terraform show -json` or `tofu show -json` writes of a saved plan. */
import { push } from "../../../base/collections";
import { InputError } from "../../../input/error";
import { message } from "../../../messages";
import { isObject, type RawProperties } from "../../raw";
import type { Change, PlanPart, Resource } from "../../resource";
import type { ReadPart } from "../part";
import type { Cursor } from "../shape";
import type { InstanceKey } from "./address";
import { changesAt, type Changing } from "./changes";
import { completenessOf } from "./completeness";
import { refuseFormat } from "./format";
import { keyFrom, Modules, objectAt, type ModuleInstance } from "./modules";
import { identityOf } from "./identity";
import { Providers } from "./providers";
import { instancesAt, Referrals, type Instances } from "./references";
import { addressUrn, type Addressed } from "./addressed";
import { Resources, type Planned } from "./resources";
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
  if (document.lacks("configuration")) {
    throw new InputError(message("input.terraform-no-configuration", {}), { file: document.file });
  }
  refuseNoChanges(document);
  const configuration = document.objectAt("configuration");
  const modules = new Modules(configuration);
  const rows = rowsOf(document, modules);
  const left = leftOf(document, rows, modules);
  const whole = [...rows, ...left];
  const identity = identityOf(document.file, source?.base ?? ".");
  const { missing, notes } = completenessOf(document, whole, { left: left.length, modules, plan: identity.id });
  const places = source && placesOf(document.file, modules.root.module, source);
  const part: PlanPart = {
    ...identity,
    ...(places && { start: places.start }),
    missing,
    isolated: false,
    applied: false,
    ...(notes.length > 0 && { notes }),
  };
  const variables = objectAt(document.raw as RawProperties, "variables");
  const references = new Referrals(modules, instancesOf(whole, part), variables);
  const providers = new Providers(configuration, variables, modules, references, part, answersIn(document, modules));
  const made = new Resources(part, references, providers, places);
  const resources = whole.map((row): Resource => made.make(row, row.planned));
  return { part, resources: [...providers.resources, ...resources] };
}

function rowsOf(document: Cursor, modules: Modules): readonly Row[] {
  return document
    .at("resource_changes")
    .items()
    .flatMap((place) => (isManaged(place) ? rowsAt(place, modules) : []));
}

/** A plan that has resources and no changes was cut: who writes it writes both. */
function refuseNoChanges(document: Cursor): void {
  const planned = objectAt(document.objectAt("planned_values"), "root_module") ?? {};
  if (!document.lacks("resource_changes") || Object.keys(planned).length === 0) return;
  document.at("resource_changes").refuse(message("expected.list", {}));
}

/** What is only read, or lives no longer than the run, is no resource that there will be. */
const isManaged = (place: Cursor): boolean => (place.peek("mode") ?? "managed") === "managed";

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
    key: keyFrom(place.peek("index")),
    within: withinOf(place, modules),
    previousAddress: place.textAt("previous_address"),
  };
  return changesAt(place).map(({ change, isLiving, ...rest }: Changing): Row => ({
    ...named,
    planned: { change, ...rest },
    isLiving: isLiving && deposed === undefined,
  }));
}

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
    .map(({ isDeposed: _deposed, now, ...resource }) => ({
      ...resource,
      planned: { change: "same" satisfies Change, now },
      isLiving: true,
    }));
}

const priorOf = (document: Cursor): RawProperties | undefined =>
  objectAt(objectAt(document.raw as RawProperties, "prior_state"), "values");

/** What data sources have answered already: that stands in the state from before. */
const answersIn = (document: Cursor, modules: Modules): readonly Stated[] => statedData(priorOf(document), modules);

const isBefore = (a: InstanceKey = 0, b: InstanceKey = 0): boolean =>
  typeof a === "number" && typeof b === "number" ? a < b : String(a) < String(b);

/** The instances of each block, by their keys, and in the order in which expressions go over them. */
function instancesOf(rows: readonly Row[], part: PlanPart): ReadonlyMap<string, Instances> {
  const found = new Map<string, Row[]>();
  for (const row of rows) if (row.isLiving) push(found, instancesAt(row.within, `${row.type}.${row.name}`), row);
  const instances = new Map<string, Instances>();
  for (const [place, living] of found) {
    // Plans have them in that order.
    const isInOrder = living.every(({ key }, at) => at === 0 || isBefore(living[at - 1]?.key, key));
    if (!isInOrder) living.sort((a, b) => (isBefore(a.key, b.key) ? -1 : 1));
    const urns = living.map(({ type, address }) => addressUrn(part, wordsOfType(type).token, address));
    instances.set(place, { urns, byKey: new Map(living.map(({ key }, at) => [key, urns[at] ?? ""])) });
  }
  return instances;
}
