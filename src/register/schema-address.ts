/** Where the schemas for editors are. */
import type { Language } from "../messages";

/** The schema of a register with its descriptions in a language, in the package's folder. */
export const SCHEMA_FILES: Readonly<Record<Language, string>> = { en: "icp.schema.json", zh: "icp.zh.schema.json" };

/** The schema of a settings file, likewise. */
export const SETTINGS_SCHEMA_FILES: Readonly<Record<Language, string>> = {
  en: "alicloud-icp.schema.json",
  zh: "alicloud-icp.zh.schema.json",
};

/** The address of a file of this package on the web, which is also the schema's `$id`. */
export const schemaAddress = (file: string): string =>
  `https://raw.githubusercontent.com/alicloud-icp/alicloud-icp/main/${file}`;
