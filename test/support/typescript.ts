/** The compiler, required: imported, Node would look through its nine megabytes for the names that it exports. */
import { createRequire } from "node:module";
import type typescript from "typescript";

export const ts = createRequire(__filename)("typescript") as typeof typescript;
