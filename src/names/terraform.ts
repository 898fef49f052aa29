/** How types and properties are named in Terraform, and how in Pulumi, whose provider is made from Terraform's. */
import table from "../../data/terraform-types.json";

/** How Pulumi names what a Terraform type names. */
export interface Names {
  /** Pulumi's name of the type; made up from its words where no table has it. */
  readonly token: string;
  /** Whether a table has the type. */
  readonly isKnown: boolean;
  /** What an object is that stands alone and in no list: a map, whose keys stay, or a block like those in lists. */
  readonly alone: "map" | "block";
  /** The property of an attribute, by the names of attributes from the top without indexes: `rule_actions.cors_config`. */
  readonly property: (path: string) => string;
}

const OURS = "alicloud_";
/** Types by what Pulumi names otherwise than the rule has it: paths of attributes to properties. */
const RENAMED = new Map<string, Readonly<Record<string, string>>>(Object.entries(table.names));
const PACKAGES = new Map<string, string>(Object.entries(table.packages));
const BLOCKS_ALONE: ReadonlySet<string> = new Set(table.blocksAlone);

/** The tables by Terraform type; put together when the first type is asked for, which most runs never do. */
let tokens: ReadonlyMap<string, string> | undefined;

function allTokens(): ReadonlyMap<string, string> {
  if (tokens) return tokens;
  const found = new Map<string, string>();
  const modules = Object.entries<Readonly<Record<string, readonly string[] | undefined>>>(table.alicloud);
  for (const [module, prefixes] of modules) {
    for (const [prefix, rests = []] of Object.entries(prefixes)) {
      for (const rest of rests) found.set(`${OURS}${prefix}${rest}`, tokenOf(`alicloud:${module}/${camel(rest)}`));
    }
  }
  for (const [type, name] of Object.entries(table.otherwise)) found.set(type, tokenOf(`alicloud:${name}`));
  for (const [type, name] of Object.entries(table.elsewhere)) found.set(type, tokenOf(name));
  return (tokens = found);
}

/** A type in full by its package, its module and its name, which Pulumi says again with a capital. */
function tokenOf(name: string): string {
  if (name.split(":").length === 3) return name;
  const last = name.slice(name.lastIndexOf("/") + 1);
  return `${name}:${capital(last)}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A type that no table has: its words may still tell that the public can reach something by it. */
function madeUp(type: string): string {
  const [first = "", ...rest] = type.split("_");
  const name = camel(rest.length > 0 ? rest.join("_") : first);
  return tokenOf(`${packageOf(first)}:terraform/${name}`);
}

/** Pulumi's package for a provider of Terraform's, by the first word of its types. */
const packageOf = (provider: string): string => PACKAGES.get(provider) ?? provider;

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Keys with a capital in front stand in texts of JSON, and are what they are. */
const snake = (name: string): string =>
  /^[A-Z]/.test(name) ? name : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const known = new Map<string, Names>();

/** How Pulumi names what a Terraform type such as `alicloud_alb_rule` names. */
export function namesOf(type: string): Names {
  let found = known.get(type);
  if (!found) known.set(type, (found = findNames(type)));
  return found;
}

function findNames(type: string): Names {
  const token = allTokens().get(type);
  const properties = new Map(Object.entries(RENAMED.get(type) ?? {}));
  return {
    token: token ?? madeUp(type),
    isKnown: token !== undefined,
    alone: BLOCKS_ALONE.has(type.split("_")[0] ?? "") ? "block" : "map",
    property: (path) => {
      let name = properties.get(path);
      if (name === undefined) properties.set(path, (name = camel(lastOf(path))));
      return name;
    },
  };
}

let typesByName: ReadonlyMap<string, string> | undefined;

/** The type of Alibaba Cloud's whose words a name in camel case has: `alicloud_alb_rule` for `albRule`. */
export function typeCalled(name: string): string | undefined {
  typesByName ??= new Map(
    [...allTokens().keys()]
      .filter((type) => type.startsWith(OURS))
      .map((type) => [camel(type.slice(OURS.length)), type] as const),
  );
  return typesByName.get(name);
}

let typesByToken: ReadonlyMap<string, readonly string[]> | undefined;

/** The Terraform types that lead to a type of Pulumi's, in the order of the table; none when no table has one. */
export function terraformTypesOf(token: string): readonly string[] {
  if (!typesByToken) {
    const found = new Map<string, string[]>();
    for (const [type, one] of allTokens()) found.set(one, [...(found.get(one) ?? []), type]);
    typesByToken = found;
  }
  return typesByToken.get(token) ?? [];
}

const attributes = new Map<string, ReadonlyMap<string, string>>();

/** What the rule does not give back of a type: paths of properties to attributes. */
function attributesOf(token: string): ReadonlyMap<string, string> {
  let found = attributes.get(token);
  if (!found) {
    const pairs = terraformTypesOf(token).flatMap((type) =>
      Object.keys(RENAMED.get(type) ?? {}).map((path) => [propertyOf(type, path), lastOf(path)] as const),
    );
    attributes.set(token, (found = new Map(pairs)));
  }
  return found;
}

/** The property of an attribute of a Terraform type, as a path with its indexes. */
export const propertyOf = (type: string, path: string): string => alongPath(path, namesOf(type).property);

/** The attribute of a property of Pulumi's type, as a path with its indexes: `sources[0].content`. */
export function attributeOf(token: string, path: string): string {
  const renamed = attributesOf(token);
  return alongPath(path, (along) => renamed.get(along) ?? snake(lastOf(along)));
}

/** The name at the end of a path of names. */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

/** A path with other names: that of each place by the path to it without indexes. */
function alongPath(path: string, nameAt: (along: string) => string): string {
  let along = "";
  const words = path.split(".").map((word) => {
    const [name = ""] = word.split("[", 1);
    along = along === "" ? name : `${along}.${name}`;
    return nameAt(along) + word.slice(name.length);
  });
  return words.join(".");
}
