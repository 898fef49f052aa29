/** In which language a run speaks. */
import { LANGUAGES, type Language } from "../messages";
import { LANGUAGE_VARIABLE, languageOfSystem, languageOfTool } from "../messages/language";
import { choice } from "./errors";
import type { Process } from "./io";
import { settingsFor } from "./settings";

/** The value of an option as it stands in arguments, `--name value` or `--name=value`; undefined where it is not given. */
function valueOf(argv: readonly string[], option: string): string | undefined {
  const own = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined);
  const at = own.findLastIndex((one) => one === option || one.startsWith(`${option}=`));
  return own[at]?.startsWith(`${option}=`) === true ? own[at].slice(option.length + 1) : own[at + 1];
}

/**
 * The language that counts: that of `--lang`, of `ALICLOUD_ICP_LANG`, of the settings file, of the system. Known before
 * anything else, so that help and mistakes are in it too. Throws an `InputError` where one is asked for that there is none of.
 */
export async function languageOf({ argv, env, cwd }: Process): Promise<Language> {
  const asked = argv.some((one) => one === "--lang" || one.startsWith("--lang=")) ? valueOf(argv, "--lang") : undefined;
  if (asked !== undefined) return choice("--lang", asked, LANGUAGES);
  const variable = env[LANGUAGE_VARIABLE] ?? "";
  if (variable !== "") return languageOfTool(env) ?? choice(LANGUAGE_VARIABLE, variable, LANGUAGES);
  return (await settingsLanguage(argv, cwd)) ?? languageOfSystem(env);
}

/** What the settings file says; a file that cannot be read is the matter of the command that needs it. */
async function settingsLanguage(argv: readonly string[], cwd: string): Promise<Language | undefined> {
  if (argv.includes("--no-config")) return undefined;
  const file = argv.some((one) => one === "--config" || one.startsWith("--config="))
    ? valueOf(argv, "--config")
    : undefined;
  try {
    const { lang } = await settingsFor(file, { cwd });
    return LANGUAGES.find((one) => one === lang);
  } catch {
    return undefined;
  }
}
