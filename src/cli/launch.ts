#!/usr/bin/env node
/** Starts the command, with the code that an earlier run compiled. */
import { createRequire } from "node:module";
import { Bundles, cacheFolder } from "./code-cache";

const bundles = new Bundles(__dirname, cacheFolder(process.env), createRequire(__filename));
bundles.run("command.js");

/** To keep the code takes as long as half of a compiling: a machine of CI, which is new each time, would only pay. */
const isNewEachTime = (process.env["CI"] ?? "") !== "";

// Only a check that came to its end has run what the next one will need.
process.on("exit", (code) => {
  if (process.argv[2] === "check" && code <= 1 && !isNewEachTime) bundles.keep();
});
