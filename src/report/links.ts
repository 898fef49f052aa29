import type { Language } from "../messages";

/** Where the project is on the web. */
export const HOMEPAGE = "https://github.com/alicloud-icp/alicloud-icp";

/** The folder of the documentation in a language, from the package's folder. */
export const docsIn = (language: Language): string => (language === "en" ? "docs" : `docs/${language}`);

/** The page of a rule, from the package's folder. */
export const pageOf = (rule: string, language: Language): string => `${docsIn(language)}/rules/${rule}.md`;

/** The address of a page that is named from the package's folder. */
export const linkOf = (page: string): string => `${HOMEPAGE}/blob/main/${page}`;
