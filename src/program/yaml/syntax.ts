/** The YAML of a program, as plain values with the place of each. */
import type { Document, Node, Scalar as YamlScalar } from "yaml";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from "../../register/libraries";
import { explainYaml, withinStack } from "../../register/yaml";
import type { Place, Problems } from "./problems";
import { plainScalar, type Scalar } from "./scalars";

/** What is written in a program. */
export type WrittenValue = WrittenScalar | WrittenList | WrittenMap;
export interface WrittenScalar {
  readonly is: "scalar";
  readonly value: Scalar;
  readonly at: Place;
}
export interface WrittenList {
  readonly is: "list";
  readonly items: readonly WrittenValue[];
  readonly at: Place;
}
export interface WrittenMap {
  readonly is: "map";
  readonly entries: readonly WrittenEntry[];
  readonly at: Place;
}
/** A key of a map, in the order of the file; the same key may stand there twice. */
export interface WrittenEntry {
  readonly key: string;
  /** Where the key stands. */
  readonly at: Place;
  readonly value: WrittenValue;
}

const OPTIONS = {
  version: "1.2",
  // All scalars are texts: what they mean is decided here.
  schema: "failsafe",
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  strict: false,
  logLevel: "silent",
} as const;

/** No program nests deeper. */
const DEEPEST = 100;

/**
 * Reads the first document of a file, which has to be a map. Throws an `InputError` for broken YAML; notes what Pulumi does
 * not take: aliases, keys that are no text and, in a project file, keys that stand twice.
 */
export function readWritten(text: string, file: string, problems: Problems, isProjectFile: boolean): WrittenMap {
  const lines = new LineCounter();
  const documents = withinStack(file, () => parseAllDocuments(text, { ...OPTIONS, lineCounter: lines }));
  const first: Document.Parsed | undefined = Array.isArray(documents) ? documents[0] : undefined;
  const [broken] = [...(first?.errors ?? [])].sort((a, b) => a.pos[0] - b.pos[0]);
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new InputError(explainYaml(broken.code, broken.message), { file, line });
  }
  const contents = first?.contents;
  if (!isMap(contents)) {
    const kind = isSeq(contents) ? "list" : isScalar(contents) && contents.value !== null ? "text" : "null";
    throw new InputError(message("input.found-kind", { expected: message("expected.map", {}), kind }), {
      file,
      line: 1,
    });
  }
  const reader = new Reader(file, lines, problems, isProjectFile);
  return reader.read(contents, { file, line: 1, column: 1, segment: "" }, 0) as WrittenMap;
}

class Reader {
  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly problems: Problems,
    private readonly isProjectFile: boolean,
  ) {}

  /** `place` is where the value stands. */
  read(node: unknown, place: Place, depth: number): WrittenValue {
    if (depth > DEEPEST) {
      throw new InputError(message("input.register-deep", {}), { file: this.file, line: place.line });
    }
    if (isMap(node)) return { is: "map", entries: this.entriesOf(node.items, place, depth), at: place };
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.read(item, this.below(item, index, place), depth + 1));
      return { is: "list", items, at: place };
    }
    if (isAlias(node)) this.problems.add(message("input.yaml-alias", { alias: `*${node.source}` }), place);
    return { is: "scalar", value: isScalar(node) ? valueOf(node) : null, at: place };
  }

  private entriesOf(pairs: readonly { key: unknown; value: unknown }[], around: Place, depth: number): WrittenEntry[] {
    const seen = new Set<string>();
    return pairs.flatMap(({ key, value }) => {
      const text = isScalar(key) ? valueOf(key) : undefined;
      const at = this.below(key, typeof text === "string" ? text : "", around);
      if (typeof text !== "string") {
        this.problems.add(message("input.register-key-no-text", {}), { ...at, segment: String(text ?? "") });
        return [];
      }
      if (this.isProjectFile && seen.has(text)) this.problems.add(message("input.register-key-twice", {}), at);
      seen.add(text);
      return { key: text, at, value: this.read(value, this.placeOf(value, at), depth + 1) };
    });
  }

  /** Where something stands in a list or map; the whole document has no key of its own. */
  private below(node: unknown, segment: string | number, around: Place): Place {
    const outer = around.segment === "" && around.around === undefined ? undefined : around;
    const { line, col } = this.positionOf(node) ?? { line: around.line, col: around.column };
    return { file: this.file, line, column: col, segment, around: outer };
  }

  /** Where the value of a key stands; where nothing is written, that is the key's place. */
  private placeOf(node: unknown, { segment, around, ...key }: Place): Place {
    const { line, col } = this.positionOf(node) ?? { line: key.line, col: key.column };
    return { file: this.file, line, column: col, segment, around };
  }

  private positionOf(node: unknown): { readonly line: number; readonly col: number } | undefined {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? undefined : this.lines.linePos(start);
  }
}

const TYPED = /^tag:yaml\.org,2002:(?:int|float|bool|null)$/;

/** What is quoted, or in a block, is text; a tag of one's own changes nothing. */
function valueOf({ value, type, tag }: YamlScalar): Scalar {
  if (typeof value !== "string") return null;
  if (tag !== undefined) return TYPED.test(tag) ? plainScalar(value) : value;
  return type === "PLAIN" ? plainScalar(value) : value;
}
