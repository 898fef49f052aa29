/** What a plan of Terraform is called: neither its workspace nor its folder stands in it. */
import { basename, dirname, resolve } from "node:path";
import type { PlanPart } from "../../resource";
import { isDefaultProvider } from "../providers";

/** Names of files that say nothing of what is in them. */
const PLAIN: ReadonlySet<string> = new Set(["-", "plan", "tfplan", "terraform", "tofu", "opentofu", "state", "show"]);

/** The parts of a plan's identity that its file tells: its folder is the project, a name of its own the stack. */
export function identityOf(
  file: string,
): Pick<PlanPart, "id" | "source" | "project" | "stack" | "dialect" | "tellsIds" | "isDefaultProvider"> {
  const folder = file === "-" ? resolve(".") : dirname(resolve(file));
  const project = plain(basename(folder)) || "terraform";
  const name = file === "-" ? "-" : basename(file).replace(/(?:\.(?:json|tfplan|plan|out))+$/i, "");
  const stack = PLAIN.has(name) ? "default" : plain(name) || "default";
  return {
    id: `${project}/${stack}`,
    source: file,
    project,
    stack,
    dialect: "terraform",
    tellsIds: true,
    isDefaultProvider,
  };
}

/** What separates the parts of a name cannot stand in one. */
const plain = (name: string): string => name.replace(/::|[/\s]+/g, "-");
