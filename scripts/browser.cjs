#!/usr/bin/env node
/**
 * Provides a Chromium for the tests that open pages.
 *
 *     node scripts/browser.cjs        progress on stderr, the browser's path as the last line of stdout
 *
 * Uses the one there is (CHROMIUM, PUPPETEER_EXECUTABLE_PATH, PATH), else installs Debian's package, which needs root or sudo.
 */
const { delimiter, join, resolve } = require("node:path");
const { installPackages } = require("./apt.cjs");
const { isExecutable } = require("./go-binary.cjs");

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const VARIABLES = ["CHROMIUM", "PUPPETEER_EXECUTABLE_PATH"];

/**
 * The browser to use; undefined when there is none.
 *
 * @returns {string | undefined}
 * @throws when a variable names something that cannot be run
 */
function findBrowser() {
  for (const variable of VARIABLES) {
    const named = process.env[variable];
    if (!named) continue;
    if (!isExecutable(named)) throw new Error(`${variable} is ${named}, which is not an executable file`);
    return resolve(named);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

/** The browser to use, installed if there is none. */
function installBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.error("Installing Chromium from the packages of the system");
  installPackages(["chromium"]);
  const installed = findBrowser();
  if (installed === undefined) throw new Error("chromium was installed and is not on PATH");
  return installed;
}

module.exports = { findBrowser };

if (require.main === module) {
  try {
    console.log(installBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
