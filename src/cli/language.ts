/** In which language a run speaks. */
import { LANGUAGES, type Language } from "../messages";
import { LANGUAGE_VARIABLE, languageOfSystem, languageOfTool } from "../messages/language";
import { choice } from "./errors";
import type { Process } from "./io";
import { settingsFor } from "./settings";

/** Whether a word of a call is an option that takes the next word as its value, whatever that looks like. */
export type TakesValue = (word: string) => boolean;

/** The value of an option as Commander takes it of a call; undefined where it is not given, or without one. */
function valueOf(argv: readonly string[], option: string, takesValue: () => TakesValue): string | undefined {
  if (!argv.some((word) => word === option || word.startsWith(`${option}=`))) return undefined;
  const takes = takesValue();
  let value: string | undefined;
  for (let at = 0; at < argv.length && argv[at] !== "--"; at++) {
    const word = argv[at] ?? "";
    if (word === option) value = argv[++at];
    else if (word.startsWith(`${option}=`)) value = word.slice(option.length + 1);
    else if (takes(word)) at++;
  }
  return value;
}

/**
 * The language that counts: that of `--lang`, of `ALICLOUD_ICP_LANG`, of the settings file, of the system. Known before
 * anything else, so that help and mistakes are in it too; `takesValue` is asked for only where it matters. Throws an `InputError` where one is asked for that there is none of.
 */
export async function languageOf({ argv, env, cwd }: Process, takesValue: () => TakesValue): Promise<Language> {
  const asked = valueOf(argv, "--lang", takesValue);
  if (asked !== undefined) return choice("--lang", asked, LANGUAGES);
  const variable = env[LANGUAGE_VARIABLE] ?? "";
  if (variable !== "") return languageOfTool(env) ?? choice(LANGUAGE_VARIABLE, variable, LANGUAGES);
  return (await settingsLanguage(argv, cwd, takesValue)) ?? languageOfSystem(env);
}

/** What the settings file says; a file that cannot be read is the matter of the command that needs it. */
async function settingsLanguage(
  argv: readonly string[],
  cwd: string,
  takesValue: () => TakesValue,
): Promise<Language | undefined> {
  if (argv.includes("--no-config")) return undefined;
  try {
    const { lang } = await settingsFor(valueOf(argv, "--config", takesValue), { cwd });
    return LANGUAGES.find((one) => one === lang);
  } catch {
    return undefined;
  }
}
