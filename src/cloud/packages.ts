/** The vendor's own packages, which users install: found and loaded at the moment of asking, and not before. */
import type * as CredentialsPackage from "@alicloud/credentials";
import type * as CorePackage from "@alicloud/openapi-core";
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
 * Loads the packages from a folder's `node_modules` or from those above it, else from where this package lies. Throws an
 * `InputError` that says what to install where one is not there, or is not of a form that is known.
 */
export function loadOfficialPackages(folder: string): OfficialPackages {
  const credentials = fileOf(CREDENTIALS, folder);
  const core = fileOf(CORE, folder);
  if (credentials === undefined || core === undefined) throw new InputError(message("input.cloud-packages", {}));
  try {
    const libraries = [libraryOf(credentials), libraryOf(createRequire(core).resolve("@darabonba/typescript"))];
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
  const found = createRequire(file).resolve("httpx");
  const inLibrary = createRequire(found);
  const library = inLibrary(found) as HttpLibrary;
  (inLibrary("debug") as { disable(): void }).disable();
  return library;
}

function fileOf(name: string, folder: string): string | undefined {
  for (const from of [join(folder, "-.js"), __filename]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      // It is not there: the next place.
    }
  }
  return undefined;
}
