/** The vendor's own packages, which users install: found and loaded at the moment of asking, and not before. */
import type * as CredentialsPackage from "@alicloud/credentials";
import type * as CorePackage from "@alicloud/openapi-core";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { InputError } from "../input/error";
import { message } from "../messages";
import { standBetween, type HttpLibrary } from "./exchange";

/** The packages. */
export interface OfficialPackages {
  readonly credentials: typeof CredentialsPackage;
  readonly core: typeof CorePackage;
}

const CREDENTIALS = "@alicloud/credentials";
const CORE = "@alicloud/openapi-core";

/**
 * Loads the packages from a folder's `node_modules` or from those above it, else from where this package lies: `here`, a file
 * of it. Throws an `InputError` that says what to install where one is not there, or is not of a form that is known.
 */
export function loadOfficialPackages(folder: string, here = __filename): OfficialPackages {
  const places = [join(folder, "-.js"), here];
  const credentials = fileOf(CREDENTIALS, places);
  const core = fileOf(CORE, places);
  if (credentials === undefined || core === undefined) throw new InputError(message("input.cloud-packages", {}));
  try {
    const libraries = [libraryOf(credentials), libraryOf(resolvedFrom(core, "@darabonba/typescript"))];
    libraries.forEach(standBetween);
    return {
      credentials: createRequire(credentials)(credentials) as typeof CredentialsPackage,
      core: createRequire(core)(core) as typeof CorePackage,
    };
  } catch {
    throw new InputError(message("input.cloud-packages-broken", {}));
  }
}

/** The HTTP library that a file of a package uses, silenced: with DEBUG it would write out whole requests. */
function libraryOf(file: string): HttpLibrary {
  const found = resolvedFrom(file, "httpx");
  const inLibrary = createRequire(found);
  const library = inLibrary(found) as HttpLibrary;
  (inLibrary("debug") as { disable(): void }).disable();
  return library;
}

/** The file of a package where it really lies: what it needs itself lies there, and not beside a link to it. */
const resolvedFrom = (from: string, name: string): string => realpathSync(createRequire(from).resolve(name));

function fileOf(name: string, places: readonly string[]): string | undefined {
  for (const from of places) {
    try {
      return resolvedFrom(from, name);
    } catch {
      // It is not there: the next place.
    }
  }
  return undefined;
}

/** Parts of Node that write out requests, headers included; it has begun to by the time that anything runs here. */
const SHOWING = /^(?:http|https|net|tls)$|\*/i;

/** Throws an `InputError` where the environment makes Node itself write out requests, and so credentials. */
export function refuseShowing({ NODE_DEBUG = "" }: Readonly<Record<string, string | undefined>>): void {
  if (NODE_DEBUG.split(",").some((part) => SHOWING.test(part.trim())))
    throw new InputError(message("input.cloud-showing", {}), { key: "NODE_DEBUG" });
}
