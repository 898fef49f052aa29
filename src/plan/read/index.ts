/** Reads plans from files: what `pulumi preview --json` or `pulumi stack export` wrote. */
import { flat } from "../../base/collections";
import { message } from "../../messages";
import { decode } from "../../input/decode";
import { InputError } from "../../input/error";
import { groupBy } from "../../base/collections";
import { fileOfPlan, namedPlanFile } from "../../names/plan-name";
import type { Urn } from "../fact";
import { leftUrns } from "../left-out";
import { Plan, type PlanOptions } from "../plan";
import { stackOf, type PlanPart } from "../resource";
import { ShortUrns } from "../short-urns";
import { detect, type Detected } from "./detect";
import { readExtracts } from "./extract";
import type { ReadPart } from "./part";
import { readPreview } from "./preview";
import { Cursor } from "./shape";
import { readState } from "./state";
import { readTerraformPlan } from "./terraform/plan";
import type { SourceFolders } from "./terraform/source";
import { readTerraformState } from "./terraform/state";

/**
 * Reads a preview, an exported stack, or extracts of such. `source` is what the user called it, `-` for standard input.
 * Throws an `InputError` when it is none of these, or not whole.
 */
export const readParts = (bytes: Uint8Array, source: string, options?: ReadOptions): readonly ReadPart[] =>
  readDocument(bytes, source, options).parts;

/** What a reader may look up beside what it reads. */
export interface ReadOptions {
  /** Where configurations of Terraform lie; without it nothing tells where their resources are written. */
  readonly source?: SourceFolders | undefined;
}

/** As `readParts`, with the document that the parts were read from, and its kind. */
export function readDocument(
  bytes: Uint8Array,
  source: string,
  options: ReadOptions = {},
): Detected & { readonly parts: readonly ReadPart[] } {
  if (bytes.length === 0) {
    throw new InputError(message("input.plan-empty", {}), { file: source });
  }
  const { kind, document } = detect(decode(bytes, source, message("expected.plan-json", {})), source);
  const { project, file } = namedPlanFile(source);
  // What names itself cannot be called otherwise.
  if (project !== undefined && !kind.startsWith("terraform-")) {
    throw new InputError(message("input.plan-named", { file }), { file: source });
  }
  return { kind, document, parts: READERS[kind](new Cursor(source, "", document), options) };
}

const READERS: Readonly<Record<Detected["kind"], (document: Cursor, options: ReadOptions) => readonly ReadPart[]>> = {
  preview: (document) => [readPreview(document)],
  state: (document) => [readState(document)],
  extract: readExtracts,
  "terraform-plan": (document, { source }) => [readTerraformPlan(document, source)],
  "terraform-state": (document, { source }) => [readTerraformState(document, source)],
};

/** As `readParts`, of what is one part. */
export function readPlan(bytes: Uint8Array, source: string): ReadPart {
  const [part, ...others] = readParts(bytes, source);
  if (!part || others.length > 0) throw new Error(`${source} holds ${others.length + (part ? 1 : 0)} parts`);
  return part;
}

/** Joins what was read into one plan. Throws an `InputError` when a resource is in two parts: then they are of one stack. */
export function joinParts(parts: readonly ReadPart[], options: PlanOptions = {}): Plan {
  if (parts.length > 1) refuseTwice(parts);
  const taken = new Set<string>();
  const joined = parts.map((read): ReadPart => {
    const id = free(read.part.id, taken);
    taken.add(id);
    if (id === read.part.id) return read;
    const part = { ...read.part, id };
    return { part, resources: read.resources.map((resource) => resource.as(part)) };
  });
  return new Plan(
    joined.map(({ part }) => part),
    flat(joined, ({ resources }) => resources),
    options,
  );
}

function refuseTwice(parts: readonly ReadPart[]): void {
  const stacks = groupBy(parts, ({ part }) => stackOf(part));
  // A URN begins with its stack: where each part has one of its own and nothing of others, none can be in two.
  if (stacks.size === parts.length && parts.every(isOfOneStack)) return;
  const owners = new Map<Urn, PlanPart>();
  const take = (urn: Urn, part: PlanPart): void => {
    const owner = owners.get(urn);
    if (owner === undefined) owners.set(urn, part);
    else if (owner !== part) throw twice(part, owner);
  };
  for (const { part, resources } of parts) {
    for (const { urn } of resources) take(urn, part);
    // What extracts leave out can only be in two parts that are of one stack.
    if ((stacks.get(stackOf(part))?.length ?? 0) > 1) for (const urn of leftUrns(part)) take(urn, part);
  }
}

function twice(part: PlanPart, owner: PlanPart): InputError {
  const stack = stackOf(owner);
  // What is made by hand is called by its stack unless it says otherwise.
  const isSameFile = owner.source === part.source && owner.source !== stack;
  const { source, dialect } = part;
  const says = isSameFile
    ? message("input.plan-twice-given", {})
    : dialect
      ? message("input.plan-same-name", { other: owner.source, stack, file: fileOfPlan(source) })
      : message("input.plan-same-stack", { other: owner.source, stack });
  return new InputError(says, { file: source });
}

function isOfOneStack({ part, resources }: ReadPart): boolean {
  const urns = new ShortUrns(part);
  return resources.every(({ urn }) => urns.isOwn(urn));
}

function free(id: string, taken: ReadonlySet<string>): string {
  let candidate = id;
  for (let count = 2; taken.has(candidate); count++) candidate = `${id}#${count}`;
  return candidate;
}
