/** Where what a report names stands on the web. */
import type { Language } from "../messages";
import type { ReportRule, ReportSource } from "./types";

/** Where the project is on the web. */
export const HOMEPAGE = "https://github.com/alicloud-icp/alicloud-icp";

/** The folder of the documentation in a language, from the package's folder. */
const docsIn = (language: Language): string => (language === "en" ? "docs" : `docs/${language}`);

/** The page of a rule, from the package's folder. */
export const pageOf = (rule: string, language: Language): string => `${docsIn(language)}/rules/${rule}.md`;

/** The address of a source, where it is one that a link may lead to: a saved report may hold any text. */
export const addressOf = ({ url }: Pick<ReportSource, "url">): string | undefined =>
  url !== undefined && ADDRESS.test(url) ? url : undefined;

/** What ends neither a link in Markdown nor an attribute in HTML. */
export const ADDRESS = /^https:\/\/[\w./~%-]+$/;

/** The address of a page that is named from the package's folder. */
export const linkOf = (page: string): string => `${HOMEPAGE}/blob/main/${page}`;

/** What is the name of a page of the documentation, and leads nowhere else. */
export const PAGE = /^docs\/(?:[\w-]+\/)*[\w-]+\.md$/;

/** The address of the page that a report names of a rule; of its own where that is no page. */
export const linkOfRule = ({ id, page }: Pick<ReportRule, "id" | "page">, language: Language): string =>
  linkOf(PAGE.test(page) ? page : pageOf(id, language));
