/** The environment that a program is run in: without the credentials of clouds, which a preview of it does not need here. */
import credentials from "../../data/credential-variables.json";

type Environment = Readonly<Record<string, string | undefined>>;

const names = new Set(credentials.names);
const prefixes: readonly string[] = credentials.prefixes;
const endings: readonly string[] = credentials.endings;
const kept = new Set(credentials.kept);

/** Whether a variable may hold a credential, or lead to one. */
function isCredential(name: string): boolean {
  const upper = name.toUpperCase();
  if (kept.has(upper)) return false;
  return (
    names.has(upper) ||
    prefixes.some((prefix) => upper.startsWith(prefix)) ||
    endings.some((ending) => upper.endsWith(ending))
  );
}

/** An environment without the variables that hold credentials, or lead to them. */
export const withoutCloudCredentials = (env: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && !isCredential(entry[0])),
  );
