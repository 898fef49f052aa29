/**
 * Forms of host names: regular expressions in which `{part}` stands for what such a part looks like. No repetition stands
 * inside another one, so that a name is held against a form in steps that grow with its length alone.
 */

/** The parts that any form may have. `{host}` is the only one that goes over dots. */
const PARTS: Readonly<Record<string, string>> = {
  any: "[a-z0-9_-]+",
  host: "[a-z0-9_*.-]+",
  region: "(?<region>(?:cn|us|na|ap|me|eu|rus)-[a-z0-9-]+)",
};

/**
 * The regular expression of a form, for names in their one spelling. `named` are parts of its own: each is caught under
 * its name, and looks like what it says or like one of the parts that any form may have. Throws for a part nobody knows.
 */
export function formOf(text: string, named: Readonly<Record<string, string>> = {}): RegExp {
  const pattern = text.replace(/\{([a-z]+)\}/g, (whole, part: string) => {
    const own = named[part];
    const like = PARTS[own ?? part] ?? own;
    if (like === undefined) throw new Error(`${whole} is no part that a form may have: ${text}`);
    return own === undefined ? like : `(?<${part}>${like})`;
  });
  return new RegExp(`^${pattern}$`);
}

/** The longest end of a name, from a label on, for which `find` finds something. */
export function byEnding<T>(name: string, find: (ending: string) => T | undefined): T | undefined {
  for (let at = 0; at !== -1;) {
    const found = find(name.slice(at));
    if (found !== undefined) return found;
    const dot = name.indexOf(".", at);
    at = dot === -1 ? -1 : dot + 1;
  }
  return undefined;
}
