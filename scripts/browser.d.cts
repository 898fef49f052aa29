/** The browser to use; undefined when there is none. */
export function findBrowser(): string | undefined;
