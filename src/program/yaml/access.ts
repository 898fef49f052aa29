/** References as Pulumi writes them in texts: `${name.property[0]["key"]}`. */

/** What a reference leads to: a name, and what is read of that. */
export interface Access {
  readonly root: string;
  readonly steps: readonly AccessStep[];
  /** As it is written, without `${` and `}`. */
  readonly written: string;
}

/** A property of an object (`.name`, `["name"]`) or an element of a list (`[0]`). */
export interface AccessStep {
  readonly by: string | number;
  /** Whether it is written with a dot, as the properties `id` and `urn` of a resource have to be. */
  readonly dotted: boolean;
}

/** Why a reference cannot be read, as a word of `reference`. */
export type AccessFault = "open" | "empty" | "quote" | "bracket" | "index" | "root";

/** A text taken apart: what stands in it, and the references between; or why that is not possible. */
export function partsOfText(text: string): readonly (string | Access)[] | AccessFault {
  const parts: (string | Access)[] = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    if (text.startsWith("$$", at)) {
      plain += "$";
      at += 2;
    } else if (text.startsWith("${", at)) {
      const found = accessAt(text, at + 2);
      if (typeof found === "string") return found;
      if (plain !== "") parts.push(plain);
      plain = "";
      parts.push(found.access);
      at = found.end;
    } else {
      const next = text.indexOf("$", at + 1);
      const end = next < 0 ? text.length : next;
      plain += text.slice(at, end);
      at = end;
    }
  }
  if (plain !== "") parts.push(plain);
  return parts;
}

function accessAt(text: string, start: number): { readonly access: Access; readonly end: number } | AccessFault {
  const steps: AccessStep[] = [];
  let at = start;
  while (at < text.length) {
    const sign = text[at];
    if (sign === "}") {
      const [root, ...rest] = steps;
      if (root === undefined) return "empty";
      return { access: { root: String(root.by), steps: rest, written: text.slice(start, at) }, end: at + 1 };
    }
    if (sign === ".") {
      at++;
      continue;
    }
    const found = sign === "[" ? subscriptAt(text, at, steps.length === 0) : nameAt(text, at);
    if (typeof found === "string") return found;
    steps.push(found.step);
    at = found.end;
  }
  return "open";
}

type FoundStep = { readonly step: AccessStep; readonly end: number } | AccessFault;

const END = /[.[}]/g;

function nameAt(text: string, start: number): FoundStep {
  END.lastIndex = start;
  const end = END.exec(text)?.index ?? text.length;
  return { step: { by: text.slice(start, end), dotted: true }, end };
}

/** A key in quotes, in which a quote stands behind a backslash; any other backslash is one. */
const KEY = /\["((?:\\"|[^"\\]|\\(?!"))*)"/y;

function subscriptAt(text: string, start: number, isRoot: boolean): FoundStep {
  if (text[start + 1] === '"') {
    KEY.lastIndex = start;
    const quoted = KEY.exec(text);
    if (!quoted) return "quote";
    const end = start + quoted[0].length;
    if (text[end] !== "]") return "bracket";
    return { step: { by: (quoted[1] ?? "").replaceAll('\\"', '"'), dotted: false }, end: end + 1 };
  }
  const end = text.indexOf("]", start);
  if (end < 0) return "bracket";
  const index = text.slice(start + 1, end);
  if (!/^[-+]?\d+$/.test(index)) return "index";
  if (isRoot) return "root";
  return { step: { by: Number(index), dotted: false }, end: end + 1 };
}
