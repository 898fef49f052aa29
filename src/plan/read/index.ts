/** Reads plans from files: what `pulumi preview --json` or `pulumi stack export` wrote. */
import { message } from "../../messages";
import { decode } from "../../input/decode";
import { InputError } from "../../input/error";
import type { Urn } from "../fact";
import { Plan, type PlanOptions } from "../plan";
import { stackOf, type PlanPart } from "../resource";
import { detect, type Detected } from "./detect";
import type { ReadPart } from "./part";
import { readPreview } from "./preview";
import { Cursor } from "./shape";
import { readState } from "./state";

/**
 * Reads a preview or an exported stack. `source` is what the user called it, `-` for standard input.
 * Throws an `InputError` when it is neither, or not whole.
 */
export function readPlan(bytes: Uint8Array, source: string): ReadPart {
  if (bytes.length === 0) {
    throw new InputError(message("input.plan-empty", {}), { file: source });
  }
  const { kind, document } = detect(decode(bytes, source, message("expected.plan-json", {})), source);
  const place = new Cursor(source, "", document);
  return READERS[kind](place);
}

const READERS: Readonly<Record<Detected["kind"], (document: Cursor) => ReadPart>> = {
  preview: readPreview,
  state: readState,
};

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
    joined.flatMap(({ resources }) => resources),
    options,
  );
}

function refuseTwice(parts: readonly ReadPart[]): void {
  const owners = new Map<Urn, PlanPart>();
  for (const { part, resources } of parts) {
    for (const { urn } of resources) {
      const owner = owners.get(urn);
      if (owner === undefined) owners.set(urn, part);
      else if (owner !== part) {
        const stack = stackOf(owner);
        // What is made by hand is called by its stack unless it says otherwise.
        const isSameFile = owner.source === part.source && owner.source !== stack;
        const says = isSameFile
          ? message("input.plan-twice-given", {})
          : message("input.plan-same-stack", { other: owner.source, stack });
        throw new InputError(says, { file: part.source });
      }
    }
  }
}

function free(id: string, taken: ReadonlySet<string>): string {
  let candidate = id;
  for (let count = 2; taken.has(candidate); count++) candidate = `${id}#${count}`;
  return candidate;
}
