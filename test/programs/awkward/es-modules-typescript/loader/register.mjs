/** What `tsx` does, as far as it is needed here: files of TypeScript are translated as they are loaded. */
import { register } from "node:module";

register("./hooks.mjs", import.meta.url);
process.setSourceMapsEnabled(true);
