/** The attributes of the types that are read, as the provider has them. */
import fixture from "./terraform-attributes.json";

/** The fixture writes what a block holds in parentheses behind it. */
function pathsOf(text: string): readonly string[] {
  const way: string[] = [];
  return [...text.matchAll(/(\w+)(\()?|\)/g)].flatMap(([, name, opens]) => {
    if (name === undefined) {
      way.pop();
      return [];
    }
    const path = [...way, name].join(".");
    if (opens !== undefined) way.push(name);
    return [path];
  });
}

/** By Terraform type: the attributes as paths, those of blocks below the block. */
export const attributes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(fixture.attributes).map(([type, text]) => [type, pathsOf(text)]),
);
