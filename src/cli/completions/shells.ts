/** The shells that complete what is typed. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** A text as one word of bash or zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The name of a function of a script. */
export const functionName = (program: string): string => `_${program.replace(/\W/g, "_")}`;
