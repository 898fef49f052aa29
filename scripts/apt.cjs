/** Installs packages of Debian, which needs root or sudo. */
const { spawnSync } = require("node:child_process");

/**
 * Installs packages, with what apt-get says on stderr.
 *
 * @param {readonly string[]} packages
 * @throws when apt-get fails
 */
function installPackages(packages) {
  aptGet("update");
  aptGet("install", "-y", "--no-install-recommends", ...packages);
}

function aptGet(...args) {
  const isRoot = process.getuid?.() === 0;
  const [command, ...rest] = isRoot ? ["apt-get", ...args] : ["sudo", "apt-get", ...args];
  const { status, error } = spawnSync(command, rest, {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (error || status !== 0)
    throw new Error(`${command} ${rest.join(" ")} failed; install by hand what it was to install`);
}

module.exports = { installPackages };
