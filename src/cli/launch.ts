#!/usr/bin/env node
/** Starts the command, with the code that an earlier run compiled. */
import { createRequire } from "node:module";
import { Bundles, cacheFolder, isNewEachTime } from "./code-cache";

const bundles = new Bundles(__dirname, cacheFolder(process.env), createRequire(__filename));
bundles.run("command.js");

// Only a check that came to its end has run what the next one will need.
process.on("exit", (code) => {
  if (process.argv[2] === "check" && code <= 1 && !isNewEachTime(process.env)) bundles.keep();
});
