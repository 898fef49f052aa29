import data from "../../data/provinces.json";

export type Province = keyof typeof data.signs;

/** The provinces a filing can belong to, and the characters that its number may begin with. */
export const PROVINCES: Readonly<Record<Province, readonly string[]>> = data.signs;

/** The province whose filing numbers begin like this one; undefined when none do. */
export function provinceOf(number: string): Province | undefined {
  const [found] = Object.entries(PROVINCES).find(([, signs]) => signs.some((sign) => number.startsWith(sign))) ?? [];
  return found as Province | undefined;
}
