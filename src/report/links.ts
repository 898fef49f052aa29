/** Where the project is on the web. */
export const HOMEPAGE = "https://github.com/alicloud-icp/alicloud-icp";

/** The address of a page, which a report names from the package's folder. */
export const linkOf = (page: string): string => `${HOMEPAGE}/blob/main/${page}`;
