/** Reads the state that `terraform show -json` or `tofu show -json` writes. */
import type { RawProperties } from "../../raw";
import type { PlanPart } from "../../resource";
import type { ReadPart } from "../part";
import type { Cursor } from "../shape";
import { refuseFormat } from "./format";
import { identityOf } from "./identity";
import { Modules, objectAt } from "./modules";
import { Providers } from "./providers";
import { Referrals } from "./references";
import { Resources } from "./resources";
import { placesOf, type SourceFolders } from "./source";
import { stateResources } from "./state-values";

/** The plan part of a Terraform or OpenTofu state. Throws an `InputError`. */
export function readTerraformState(document: Cursor, source?: SourceFolders): ReadPart {
  refuseFormat(document);
  const values = document.at("values");
  values.object();
  // Neither the configuration nor which provider a resource has stands in a state.
  const modules = new Modules(undefined);
  const places = source && placesOf(document.file, modules.root.module, source);
  const part: PlanPart = {
    ...identityOf(document.file, source?.base ?? "."),
    ...(places && { start: places.start }),
    missing: 0,
    isolated: false,
    applied: true,
    untoldProviders: true,
  };
  const references = new Referrals(modules, new Map(), undefined);
  const providers = new Providers(undefined, undefined, modules, references, part);
  const made = new Resources(part, references, providers, places);
  const stated = stateResources(objectAt(document.raw as RawProperties, "values"), modules);
  return {
    part,
    resources: stated.map(({ now, isDeposed, ...named }) =>
      made.make(named, { change: isDeposed ? "delete" : "unsaid", now }),
    ),
  };
}
