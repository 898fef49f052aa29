/** The pages of what is read: one for each family of products, with a row for each type, and their overview. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { code, filled, plain, table, wordsFor } from "./docs-markdown.mjs";
import { ELSEWHERE, FAMILIES, HEADS, JOINS, PRODUCTS, SILENT, TELLS } from "./docs-texts.mjs";

/** TypeScript that exports `families`: what `src/products/alicloud/index.ts` describes, by the folder that it is in. */
export function familiesModule(root) {
  const index = readFileSync(join(root, "src/products/alicloud/index.ts"), "utf8");
  const found = [...index.matchAll(/^import \{ (\w+) \} from "\.\/([\w-]+)\/([\w-]+)";$/gm)];
  const families = [...new Set(found.map(([, , family]) => family))].sort();
  return [
    ...found.map(([, name, family, file]) => `import { ${name} } from "./src/products/alicloud/${family}/${file}";`),
    `export const families = {`,
    ...families.map((family) => {
      const names = found.filter(([, , of]) => of === family).map(([, name]) => `...${name}`);
      return `  "${family}": { ${names.join(", ")} },`;
    }),
    `};`,
  ].join("\n");
}

/** What is told of a type, in words. */
function told({ contributes, lookedUp }, language) {
  const tells = [...new Set([...contributes].map((is) => wordsFor(TELLS, is, language, "contribution")))];
  if (tells.length > 0) return tells.join(JOINS.clause[language]);
  return SILENT[lookedUp ? "lookedUp" : "nothing"][language];
}

const byName = ([one], [other]) => (one < other ? -1 : 1);

/** The Terraform types that lead to each of some types; any object of Kubernetes can stand in a manifest. */
const namedIn = (types, terraformTypesOf) =>
  types.flatMap((type) => [
    ...terraformTypesOf(type),
    ...(/^kubernetes:(?!helm).*(?<!Patch)$/.test(type) ? ["kubernetes_manifest"] : []),
  ]);

const listed = (names) => names.map(code).join(", ");

/** The modules of some types, each with the names of its types. */
function modules(types, terraformTypesOf) {
  const found = new Map();
  for (const type of [...types].sort()) {
    const [module] = type.split(":")[1].split("/");
    found.set(module, [...(found.get(module) ?? []), type]);
  }
  return [...found].map(([module, all]) => [
    code(module),
    listed(all.map((type) => type.split(":")[2])),
    listed(namedIn(all, terraformTypesOf)),
  ]);
}

const excludedBody = ({ excluded: { asOf, source, reasons }, sourcedOf, terraformTypesOf }, language) =>
  [
    ...reasons.map(({ reason, types }) => [
      plain(reason[language]),
      table(HEADS.excluded[language], modules(types, terraformTypesOf)),
    ]),
    filled(PRODUCTS.asOf[language], { asOf, source: sourcedOf(source, language).source }),
  ]
    .flat()
    .join("\n\n");

/** The families, each with how many types it has and the body of its page. */
function familiesIn(known, language) {
  const { families, alicloud, elsewhere, readingsOf, sdkTypes, excluded, terraformTypesOf } = known;
  const readings = readingsOf(alicloud, sdkTypes());
  const { kubernetes, ...others } = elsewhere;
  const typed = (name, types) => ({
    name,
    count: types.length,
    intro: PRODUCTS.counted[language],
    body: table(
      HEADS.types[language],
      [...types].sort(byName).map(([type, words]) => [code(type), listed(namedIn([type], terraformTypesOf)), words]),
    ),
  });
  const kind = (name) => wordsFor(ELSEWHERE, name, language, "types of other providers");
  return [
    ...Object.entries(families).map(([name, product]) =>
      typed(
        name,
        Object.keys(product).map((type) => [type, told(readings.get(type), language)]),
      ),
    ),
    typed(
      "kubernetes",
      kubernetes.map((type) => [type, kind("kubernetes")]),
    ),
    typed(
      "other-providers",
      Object.entries(others).flatMap(([name, types]) => types.map((type) => [type, kind(name)])),
    ),
    {
      name: "not-read",
      count: excluded.reasons.flatMap(({ types }) => types).length,
      intro: PRODUCTS.excluded[language],
      body: excludedBody(known, language),
    },
  ].map((family) => ({ ...family, words: FAMILIES[family.name] ?? missing(family.name) }));
}

function missing(family) {
  throw new Error(`scripts/docs-texts.mjs has no words for the family ${family}`);
}

/** The overview's table of families, and the whole page of each, by its name. */
export function productPages(known, language) {
  const families = familiesIn(known, language);
  const overview = table(
    HEADS.families[language],
    families.map(({ name, count, words }) => [
      `[${words.title[language]}](products/${name}.md)`,
      words.holds[language],
      String(count),
    ]),
  );
  const pages = families.map(({ name, count, intro, body, words }) => [
    name,
    `# ${words.title[language]}\n\n${filled(intro, { n: count })}\n\n${body}\n`,
  ]);
  return { overview, pages };
}
