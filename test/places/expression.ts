/** Expressions of GitHub Actions, as far as the action uses them. */

/** A value of a context, such as `inputs.plans`, or of a function, such as `cancelled()`; empty where there is none. */
export type Lookup = (name: string) => string;

const TOKEN = /\s*(?:'((?:[^']|'')*)'|([A-Za-z_][\w.-]*(?:\(\))?)|(==|!=|&&|\|\||[()!]))/y;

/** What an expression gives. Throws where it uses what this reader does not know. */
export function evaluate(expression: string, lookup: Lookup): string | boolean {
  const tokens: (readonly [kind: "text" | "name" | "sign", value: string])[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(expression);
    if (!found) throw new Error(`cannot read ${JSON.stringify(expression.slice(at))}`);
    const [, text, name, sign = ""] = found;
    if (text !== undefined) tokens.push(["text", text.replaceAll("''", "'")]);
    else tokens.push(name === undefined ? ["sign", sign] : ["name", name]);
  }
  const takes = (sign: string): boolean => {
    const [kind, value] = tokens[0] ?? [];
    if (kind !== "sign" || value !== sign) return false;
    tokens.shift();
    return true;
  };
  const one = (): string | boolean => {
    if (takes("!")) {
      const value = one();
      return value === false || value === "";
    }
    if (takes("(")) {
      const inner = either();
      if (!takes(")")) throw new Error(`) is missing in ${expression}`);
      return inner;
    }
    const [kind, value = ""] = tokens.shift() ?? [];
    if (kind === "text") return value;
    if (kind === "name") return lookup(value);
    throw new Error(`cannot read ${expression}`);
  };
  const compared = (): string | boolean => {
    const left = one();
    if (takes("==")) return left === one();
    return takes("!=") ? left !== one() : left;
  };
  const both = (): string | boolean => {
    let value = compared();
    while (takes("&&")) {
      const right = compared();
      value = value === false || value === "" ? value : right;
    }
    return value;
  };
  const either = (): string | boolean => {
    let value = both();
    while (takes("||")) {
      const right = both();
      value = value === false || value === "" ? right : value;
    }
    return value;
  };
  const value = either();
  if (tokens.length > 0) throw new Error(`cannot read ${expression}`);
  return value;
}

/** A text with `${{ … }}` filled in. */
export const filledIn = (text: string, lookup: Lookup): string =>
  text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => String(evaluate(expression, lookup)));
