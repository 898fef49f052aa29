/** The code of an error of the system, such as `ENOENT`; its message where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.message : "unknown";

/** At most 60 characters of a text, in quotes. */
export function quote(value: string): string {
  const chars = Array.from(value);
  return JSON.stringify(chars.length > 60 ? `${chars.slice(0, 59).join("")}…` : value);
}
