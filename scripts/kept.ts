/** Which properties a provider keeps when a program no longer says them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alicloud } from "../src/products/alicloud";
import { byPath, sdkDeclarations, type ByPath, type Declared } from "./sdk";
import { witnesses, type Witnesses } from "./witnesses";

/** Where readers are: they ask for properties by names in quotes. */
const READERS = ["src/products"];

/**
 * A property that is optional and computed in the provider: a program may leave it out, and a resource that exists has
 * it all the same. An update that leaves it out changes nothing then.
 */
export const isKept = ({ input, always }: Declared): boolean => input === "optional" && always;

/** The kept properties of the types that are read, as far as they are read; `root` is the project's. */
export function keptProperties(root: string): ByPath {
  const read = new Set([...READERS.flatMap((folder) => wordsIn(join(root, folder))), ...shownBy(witnesses())]);
  const declared = sdkDeclarations();
  return byPath(
    Object.keys(alicloud).map((type) => {
      const own = [...(declared.get(type) ?? [])].filter(([name, how]) => isKept(how) && read.has(name));
      return [type, own.map(([name]) => name)];
    }),
  );
}

/** What begins a text in quotes: `sources` in `"sources.content"`. */
const wordsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/"(\w+)[".]/g)])
    .map(([, word = ""]) => word);

const shownBy = ({ zones, switches, regions, endpoints }: Witnesses): readonly string[] =>
  [zones, switches, regions, endpoints].flatMap((paths) => Object.keys(paths).map((path) => path.split(".")[0] ?? ""));
