/** What a plan of Terraform is called: neither its workspace nor its folder stands in it. */
import { basename, dirname, resolve } from "node:path";
import { namedPlanFile } from "../../../names/plan-name";
import type { PlanPart } from "../../resource";
import { isDefaultProvider } from "../providers";

/** Names of files that say nothing of what is in them. */
const PLAIN: ReadonlySet<string> = new Set(["-", "plan", "tfplan", "terraform", "tofu", "opentofu", "state", "show"]);

/**
 * The parts of a plan's identity that its user tells: a name, else the folder of its file as the project, and as the stack what
 * the file is called, where that says anything. `base` is where a relative path starts.
 */
export function identityOf(given: string, base: string): Identity {
  const named = namedPlanFile(given);
  const folder = named.file === "-" ? resolve(base) : dirname(resolve(base, named.file));
  const name = named.file === "-" ? "-" : basename(named.file).replace(/(?:\.(?:json|tfplan|plan|out))+$/i, "");
  const project = named.project ?? (plain(basename(folder)) || "terraform");
  const called = named.project === undefined && !PLAIN.has(name) ? plain(name) : "";
  const stack = named.stack ?? (called || "default");
  return {
    id: `${project}/${stack}`,
    source: given,
    project,
    stack,
    dialect: "terraform",
    tellsIds: true,
    // Blocks of a set come sorted.
    untoldOrder: true,
    isDefaultProvider,
  };
}

type Identity = Pick<
  PlanPart,
  "id" | "source" | "project" | "stack" | "dialect" | "tellsIds" | "untoldOrder" | "isDefaultProvider"
>;

/** What separates the parts of a name cannot stand in one. */
const plain = (name: string): string => name.replace(/::|[/\s]+/g, "-");
