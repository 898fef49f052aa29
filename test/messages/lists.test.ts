/** Lists that fill a text are parted by each language's own mark: by `{name|list}`, or before, by `joinList`. */
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { en } from "../../src/messages/en";
import { zh } from "../../src/messages/zh";

const texts: Readonly<Record<string, string>> = zh;

/** What stands before the brace that closes an open one. */
function insideBraces(code: string): string {
  let depth = 1;
  for (const { 0: brace, index } of code.matchAll(/[{}]/g)) {
    depth += brace === "{" ? 1 : -1;
    if (depth === 0) return code.slice(0, index);
  }
  return code;
}

/** What a text is filled with that is joined by a comma right there: `message("id", { names: all.join(", ") })`. */
function joinedIn(code: string): readonly { readonly id: string; readonly name: string }[] {
  const calls = [...code.matchAll(/\b(message|doubt|say|render|limit|tell)\(\s*(?:\w+,\s*)?"([\w.-]+)",\s*\{/g)];
  return calls.flatMap((call) => {
    const [whole, kind, id = ""] = call;
    const filled = insideBraces(code.slice(call.index + whole.length));
    const names = [...filled.matchAll(/(\w+):[^:]*?\.join\(", "\)/g)].map(([, name = ""]) => name);
    return names.map((name) => ({ id: kind === "doubt" ? `doubt.${id}` : id, name }));
  });
}

describe("a list in a text", () => {
  const found = globSync("src/**/*.ts").flatMap((file) => joinedIn(readFileSync(file, "utf8")));

  it("is found where it is joined", () => {
    expect(found.length).toBeGreaterThan(15);
    expect(joinedIn('message("a.b", { stack, names: all.map(({ id }) => id).join(", ") })')).toEqual([
      { id: "a.b", name: "names" },
    ]);
  });

  it("is told to be one, in every text that it fills", () => {
    const wrong = found.filter(({ id, name }) => id in texts && !texts[id]?.includes(`{${name}|list}`));
    expect(wrong).toEqual([]);
  });

  it("is told to be one wherever its name says so", () => {
    // What these are filled with is joined by the language before.
    const joined = ["cli.and-more"];
    const plural = /\{(?:names|stacks|kinds|files|folders|choices|accounts|regions|types|ips|functions)\}/;
    for (const table of [en, zh]) {
      const wrong = Object.entries(table).filter(([id, text]) => !joined.includes(id) && plural.test(text));
      expect(wrong).toEqual([]);
    }
  });
});
