/** Which types hold an address or a name: what a value is computed from may be that, though nothing is read of the type. */
import { alicloud } from "../src/products/alicloud";
import { wordsOf } from "../src/plan/words";
import { nameInData } from "../src/plan/type-name";
import { sdkTypes } from "./sdk";

/** What the name of a property ends with that holds an address or a name. */
const LAST: ReadonlySet<string> = new Set([
  "address",
  "addresses",
  "cname",
  "domain",
  "domains",
  "endpoint",
  "endpoints",
  "host",
  "hostname",
  "hosts",
  "ip",
  "ips",
  "url",
]);
const LAST_TWO: ReadonlySet<string> = new Set(["connection string", "dns name", "domain name", "host name"]);

const holds = (path: string): boolean => {
  const words = wordsOf(path.slice(path.lastIndexOf(".") + 1));
  return LAST.has(words.at(-1) ?? "") || LAST_TWO.has(words.slice(-2).join(" "));
};

/** The types that hold one and that no product describes, as data names them. */
export const holdingTypes = (): readonly string[] =>
  [...sdkTypes()]
    .filter(([type, paths]) => !Object.hasOwn(alicloud, type) && [...paths].some(holds))
    .flatMap(([type]) => nameInData(type) ?? [])
    .sort();
