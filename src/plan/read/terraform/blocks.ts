/** Finds blocks in the text of a Terraform file by their headers alone: what stands in them is skipped, not understood. */

/** A block of resources or a call of a module: `resource "alicloud_instance" "app"` as `resource alicloud_instance app`. */
export interface Block {
  readonly name: string;
  /** Where its first label stands; lines and columns count from 1. */
  readonly line: number;
  readonly column: number;
}

/** How many labels each kind of block has that is looked for. */
const LABELS: Readonly<Record<string, number>> = { resource: 2, module: 1 };

/** In JSON, no deeper stands the name of a block, each level in a list of its own. */
const DEEPEST = 6;

/** The blocks of resources and calls of modules in a file of HCL, in their order. */
export function blocksIn(text: string): readonly Block[] {
  const lines = new Lines(text);
  const found: Block[] = [];
  const scan = new Scan(text);
  for (let header = scan.next(); header; header = scan.next()) {
    const [kind, first, ...others] = header;
    if (kind === undefined || first === undefined) continue;
    const count = Object.hasOwn(LABELS, kind.text) ? LABELS[kind.text] : undefined;
    if (count !== others.length + 1) continue;
    const name = header.map((word) => word.text).join(" ");
    found.push({ name, ...lines.at(first.at) });
  }
  return found;
}

/** The same in a file of Terraform's JSON: there, keys and lists nest in one another. */
export function blocksInJson(text: string): readonly Block[] {
  const lines = new Lines(text);
  const found: Block[] = [];
  // The key under which each object or list that is open stands; a list's items have none.
  const keys: (string | undefined)[] = [];
  let key: string | undefined;
  for (const { 0: token, 1: colon, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*(?:"(\s*:)?|\\?$)|[{}[\]]/gs)) {
    if (token === "{" || token === "[") keys.push(key);
    if (token === "}" || token === "]") keys.pop();
    key = undefined;
    if (colon === undefined) continue;
    key = token.slice(1, token.lastIndexOf('"'));
    if (keys.length > DEEPEST) continue;
    const names = [...keys, key].filter((one) => one !== undefined);
    const [kind = ""] = names;
    if (Object.hasOwn(LABELS, kind) && LABELS[kind] === names.length - 1)
      found.push({ name: names.join(" "), ...lines.at(index) });
  }
  return found;
}

/** A word or a string in the header of a block. */
interface Word {
  readonly text: string;
  readonly at: number;
}

/** What is being read: code up to a closing bracket, a string, or a heredoc up to the line that ends it. */
type Mode = Code | Template;
interface Code {
  readonly in: "code";
  depth: number;
}
type Template = { readonly in: "string"; readonly start: number } | { readonly in: "heredoc"; readonly end: string };

const TOKEN =
  /(?<blank>[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*.*?(?:\*\/|$))|<<-?(?<heredoc>[\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n|(?<word>[\p{ID_Start}_][\p{ID_Continue}-]*)|./suy;
/** What is not plain text in a string, and in a heredoc. */
const SPECIAL = { string: /["\\\n]|[$%]\{/g, heredoc: /\n|[$%]\{/g } as const;

/** Goes through a file of HCL once, from header to header. */
class Scan {
  private at = 0;
  private header: Word[] = [];
  private readonly outer: Code = { in: "code", depth: 0 };
  /** The innermost last. */
  private readonly modes: Mode[] = [this.outer];

  constructor(private readonly text: string) {}

  /** The words before the next block of the file itself; undefined at its end. */
  next(): readonly Word[] | undefined {
    while (this.at < this.text.length) {
      const mode = this.modes.at(-1) ?? this.outer;
      if (mode.in === "code") {
        const header = this.code(mode);
        if (header) return header;
      } else this.template(mode);
    }
    return undefined;
  }

  private code(mode: Code): readonly Word[] | undefined {
    TOKEN.lastIndex = this.at;
    const start = this.at;
    const { 0: token = "", groups = {} } = TOKEN.exec(this.text) ?? {};
    this.at += token.length;
    if (groups["blank"] !== undefined) return undefined;
    if (token === '"') {
      this.modes.push({ in: "string", start: this.at });
      return undefined;
    }
    if (groups["word"] !== undefined) {
      this.add({ text: token, at: start });
      return undefined;
    }
    const { header, isOuter } = this;
    this.header = [];
    if (groups["heredoc"] !== undefined) this.modes.push({ in: "heredoc", end: groups["heredoc"] });
    else if ("{[(".includes(token)) mode.depth += 1;
    else if (!"}])".includes(token)) return undefined;
    else if (mode.depth > 0) mode.depth -= 1;
    else if (mode !== this.outer) this.modes.pop();
    return isOuter && token === "{" ? header : undefined;
  }

  /** Goes on in a string or heredoc to its end, or to an expression in it. */
  private template(mode: Template): void {
    if (mode.in === "heredoc" && this.isAtEnd(mode.end)) {
      this.modes.pop();
      return;
    }
    const special = SPECIAL[mode.in];
    special.lastIndex = this.at;
    const found = special.exec(this.text);
    this.at = found ? special.lastIndex : this.text.length;
    const sign = found?.[0];
    if (sign === "\\") this.at += 1;
    else if (sign?.endsWith("{")) {
      if (!this.isDoubled(sign)) this.modes.push({ in: "code", depth: 0 });
    } else if (mode.in === "string") {
      this.modes.pop();
      // No string goes on in another line: what does is no HCL.
      if (sign === "\n") this.at -= 1;
      else this.add({ text: this.text.slice(mode.start, this.at - 1), at: mode.start - 1 });
    }
  }

  /** Whether a heredoc ends with the line that begins here. */
  private isAtEnd(end: string): boolean {
    if (this.text[this.at - 1] !== "\n") return false;
    const next = this.text.indexOf("\n", this.at);
    const line = this.text.slice(this.at, next < 0 ? undefined : next);
    if (line.trim() !== end) return false;
    this.at += line.length;
    return true;
  }

  /** Whether what would begin an expression stands for itself: its sign is doubled. */
  private isDoubled(sign: string): boolean {
    let start = this.at - 2;
    while (this.text[start - 1] === sign[0]) start -= 1;
    return (this.at - 1 - start) % 2 === 0;
  }

  private get isOuter(): boolean {
    return this.modes.length === 1 && this.outer.depth === 0;
  }

  private add(word: Word): void {
    if (this.isOuter) this.header.push(word);
  }
}

/** Lines and columns of places that are asked for in their order. */
class Lines {
  private line = 1;
  private start = 0;

  constructor(private readonly text: string) {}

  at(place: number): { readonly line: number; readonly column: number } {
    for (
      let end = this.text.indexOf("\n", this.start);
      end >= 0 && end < place;
      end = this.text.indexOf("\n", end + 1)
    ) {
      this.line += 1;
      this.start = end + 1;
    }
    return { line: this.line, column: place - this.start + 1 };
  }
}
