/**
 * Installs a program the way a package manager would: in a temporary workspace, where the SDK is reachable from the program's
 * folder and from nowhere else. Nothing is downloaded: packages are linked from this repository's.
 *
 * - `pnpm`: real packages in `node_modules/.pnpm/NAME@VERSION/node_modules/NAME` of the workspace, links everywhere else;
 * - `yarn`: packages hoisted into the workspace's `node_modules`, where the workspace's own packages are links;
 * - `linked`: the program's folder is a link to where it lies, as folders of a home directory may be.
 *
 * Of the workspace, `workspace/` beside the program's `stack.json` holds the other packages.
 */
"use strict";
const {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} = require("node:fs");
const { tmpdir } = require("node:os");
const { basename, dirname, join, relative } = require("node:path");

const installed = join(__dirname, "../../node_modules");
const versionOf = (name) => JSON.parse(readFileSync(join(installed, name, "package.json"), "utf8")).version;

/** The packages that a program of this repository imports. */
const packages = ["@pulumi/pulumi", "@pulumi/alicloud"];

/** What is installed, and never belongs into a copy of a program. */
const isInstalled = (path) => basename(path) === "node_modules";

/**
 * @param {string} program the folder of a program
 * @param {"pnpm" | "yarn" | "linked"} layout
 * @returns {{ top: string, dir: string, dispose: () => void }} the temporary folder, and where in it the program is
 */
function layOut(program, layout) {
  const top = realpathSync(mkdtempSync(join(tmpdir(), "alicloud-icp-layout-")));
  const dispose = () => rmSync(top, { recursive: true, force: true, maxRetries: 3 });
  try {
    return { top, dir: layouts[layout](top, program), dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

const layouts = {
  pnpm(top, program) {
    const dir = copied(top, program);
    writeFileSync(join(top, "pnpm-workspace.yaml"), "packages:\n  - apps/*\n  - packages/*\n");
    const store = join(top, "node_modules/.pnpm");
    for (const name of packages) {
      const home = join(store, `${name.replace("/", "+")}@${versionOf(name)}`, "node_modules");
      linkFiles(join(installed, name), join(home, name));
      for (const other of dependenciesOf(name)) {
        if (packages.includes(other)) linkTo(storedIn(store, other), join(home, other));
        else if (existsSync(join(installed, other))) linkTo(join(installed, other), join(home, other));
      }
    }
    for (const user of [dir, ...workspacePackages(top)]) {
      for (const name of packages) linkTo(storedIn(store, name), join(user, "node_modules", name));
    }
    linkWorkspace(top, join(dir, "node_modules"));
    return dir;
  },
  yarn(top, program) {
    const dir = copied(top, program);
    const workspaces = ["apps/*", "packages/*"];
    writeFileSync(join(top, "package.json"), JSON.stringify({ name: "workspace", private: true, workspaces }));
    const hoisted = join(top, "node_modules");
    for (const name of packages) {
      linkFiles(join(installed, name), join(hoisted, name));
    }
    for (const other of new Set(packages.flatMap(dependenciesOf))) {
      if (!packages.includes(other) && existsSync(join(installed, other))) {
        linkTo(join(installed, other), join(hoisted, other));
      }
    }
    linkWorkspace(top, hoisted);
    return dir;
  },
  linked(top, program) {
    const dir = join(top, basename(program));
    symlinkSync(program, dir, "junction");
    return dir;
  },
};

/** Copies a program and the packages of its workspace; gives the program's folder. */
function copied(top, program) {
  const dir = join(top, "apps", basename(program));
  const workspace = join(program, "workspace");
  const belongs = (path) => !isInstalled(path) && path !== workspace;
  cpSync(program, dir, { recursive: true, filter: belongs });
  if (existsSync(workspace)) cpSync(workspace, join(top, "packages"), { recursive: true });
  return dir;
}

const workspacePackages = (top) => {
  const folder = join(top, "packages");
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};

function linkWorkspace(top, into) {
  for (const folder of workspacePackages(top)) {
    const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    linkTo(folder, join(into, name));
  }
}

const storedIn = (store, name) => join(store, `${name.replace("/", "+")}@${versionOf(name)}`, "node_modules", name);

const dependenciesOf = (name) => {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    readFileSync(join(installed, name, "package.json"), "utf8"),
  );
  return Object.keys({ ...dependencies, ...peerDependencies });
};

function linkTo(target, at) {
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(relative(dirname(at), target), at, "dir");
}

/** The same folder once more, whose files are the same files: package managers that share a store do so, too. */
function linkFiles(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

module.exports = { layOut };
