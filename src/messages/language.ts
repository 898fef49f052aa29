/** The languages that texts are in. */
export type Language = "en" | "zh";

type Env = Readonly<Record<string, string | undefined>>;

/** The variable that chooses the language of this tool alone. */
export const LANGUAGE_VARIABLE = "ALICLOUD_ICP_LANG";

/** The language of a locale such as `zh_CN.UTF-8`: Chinese for every Chinese one, English for all others. */
const languageOfLocale = (locale: string): Language => (/^zh(?![a-z])/i.test(locale) ? "zh" : "en");

/** The language that the system's environment asks for, as POSIX has it: `LC_ALL`, else `LC_MESSAGES`, else `LANG`. */
export function languageOfSystem(env: Env): Language {
  const set = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return languageOfLocale(set ?? "");
}

/** What `ALICLOUD_ICP_LANG` says: `en`, `zh`, or a locale of these; undefined where it says nothing or something else. */
export function languageOfTool(env: Env): Language | undefined {
  const value = env[LANGUAGE_VARIABLE] ?? "";
  return /^(?:en|zh)(?![a-z])/i.test(value) ? languageOfLocale(value) : undefined;
}

/** The language that the environment asks for: that of this tool, else that of the system. */
export const languageOfEnvironment = (env: Env): Language => languageOfTool(env) ?? languageOfSystem(env);

/** What a language is called in HTML, SVG and SARIF (BCP 47). */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };
