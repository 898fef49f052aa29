/** Where what a report names stands on the web. */
import type { ReportSource } from "./types";

/** Where the project is on the web. */
export const HOMEPAGE = "https://github.com/alicloud-icp/alicloud-icp";

/** The address of a source, where it is one that a link may lead to: a saved report may hold any text. */
export const addressOf = ({ url }: Pick<ReportSource, "url">): string | undefined =>
  url !== undefined && ADDRESS.test(url) ? url : undefined;

/** What ends neither a link in Markdown nor an attribute in HTML. */
export const ADDRESS = /^https:\/\/[\w./~%-]+$/;

/** The address of a page, which a report names from the package's folder. */
export const linkOf = (page: string): string => `${HOMEPAGE}/blob/main/${page}`;
