/** The outputs of stacks that are not judged, as `pulumi stack output --json` or `pulumi stack export` wrote them. */
import { decode } from "../input/decode";
import { InputError } from "../input/error";
import { readNamed } from "../input/files";
import { message } from "../messages";
import { isObject, isTooDeep, kindOf, type Raw, type RawProperties } from "../plan/raw";
import { parseJson } from "../plan/read/json";
import { partsOfUrn } from "../names/urn";
import type { StackOutputs } from "./answers";
import type { StackKey } from "./references";
import { STACK_TYPE } from "../names/own-types";

const expected = message("expected.stack-output", {});

/** What files tell of the outputs of stacks. */
export interface ToldOutputs {
  readonly of: (key: StackKey) => StackOutputs | undefined;
  /** The stacks of files of which nobody has asked for any so far, as they were named. One for several programs may tell more. */
  readonly unasked: () => readonly string[];
}

/**
 * Reads files of outputs: `FILE` is the export of a stack, or an object of such outputs by the name of their stack;
 * `STACK=FILE` is what `pulumi stack output --json` wrote of that stack. `plans` are judged as well: what
 * exports among them tell is read when somebody asks. Throws an `InputError`.
 */
export function readStackOutputs(given: readonly string[], plans: readonly string[], cwd: string): ToldOutputs {
  const known = new Map<string, RawProperties>();
  const files: (readonly string[])[] = [];
  for (const spec of given) {
    const { name, file } = partsOf(spec);
    const document = parseJson(decode(readNamed(file, cwd, expected), file, expected), file);
    if (!isObject(document)) throw new InputError(message("input.stack-output", {}), { file });
    const stacks = name === undefined ? named(document, file) : [[name, document] as const];
    files.push(stacks.map(([stack]) => stack));
    for (const [stack, outputs] of stacks) {
      if (isTooDeep(outputs)) throw new InputError(message("input.too-deep", {}), { file });
      known.set(shortOf(stack), outputs);
    }
  }
  let ofPlans: ReadonlyMap<string, RawProperties> | undefined;
  const asked = new Set<string>();
  return {
    of: ({ project, stack }) => {
      const name = `${project}/${stack}`;
      const found = [name, stack].find((one) => known.has(one));
      if (found !== undefined) asked.add(found);
      const outputs = found === undefined ? (ofPlans ??= outputsIn(plans, cwd)).get(name) : known.get(found);
      return outputs && { values: outputs, secret: secretIn(outputs) };
    },
    unasked: () => files.flatMap((stacks) => (stacks.some((stack) => asked.has(shortOf(stack))) ? [] : stacks)),
  };
}

/** A stack without its organisation. */
const shortOf = (stack: string): string => stack.split("/").slice(-2).join("/");

/** A path of a file may hold `=`; what stands before the first is a stack only where it is the name of one. */
function partsOf(spec: string): { readonly name: string | undefined; readonly file: string } {
  const found = /^([\w.-]+(?:\/[\w.-]+){0,2})=(.+)$/.exec(spec);
  return { name: found?.[1], file: found?.[2] ?? spec };
}

/** What the exports among some files tell; what is wrong with a file is said where it is judged. */
function outputsIn(files: readonly string[], cwd: string): ReadonlyMap<string, RawProperties> {
  return new Map(
    files.flatMap((file) => {
      try {
        const document = parseJson(decode(readNamed(file, cwd, expected), file, expected), file);
        return isObject(document) ? exported(document).filter(([, outputs]) => !isTooDeep(outputs)) : [];
      } catch (error) {
        if (error instanceof InputError) return [];
        throw error;
      }
    }),
  );
}

type Named = readonly (readonly [string, RawProperties])[];

/** The outputs in the export of a stack; none where it is none. */
function exported(document: RawProperties): Named {
  const { deployment } = document;
  const resources = isObject(deployment) && Array.isArray(deployment["resources"]) ? deployment["resources"] : [];
  const stack = (resources as readonly Raw[]).find((one) => isObject(one) && one["type"] === STACK_TYPE);
  if (isObject(stack)) {
    const { urn } = stack;
    const parts = typeof urn === "string" ? partsOfUrn(urn) : undefined;
    const outputs = stack["outputs"] ?? {};
    if (parts && isObject(outputs)) return [[`${parts.project}/${parts.stack}`, outputs]];
  }
  return [];
}

/** The outputs in a document by stack: those of an export, or of several stacks by name. */
function named(document: RawProperties, file: string): Named {
  const ofExport = exported(document);
  if (ofExport.length > 0) return ofExport;
  const entries = Object.entries(document);
  const isByName = entries.length > 0 && entries.every(([key, value]) => key.includes("/") && isObject(value));
  if (!isByName) throw new InputError(message("input.stack-output", {}), { file });
  return entries as [string, RawProperties][];
}

/** What is marked as secret, as it is written where nobody may read it. */
const secretIn = (outputs: RawProperties): readonly string[] =>
  Object.entries(outputs).flatMap(([name, value]) => (hasSecret(value) ? [name] : []));

function hasSecret(value: Raw): boolean {
  if (kindOf(value) === "secret") return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => hasSecret(inner));
}
