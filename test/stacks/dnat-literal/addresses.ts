/** What the two stacks have agreed on, on paper. */
export const incoming = "47.98.10.30";
export const maintenance = "47.98.10.31";
export const domainName = "example.com";
