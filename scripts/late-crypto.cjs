// Stands in for Node's crypto in the bundles: loads it when it is first used.
module.exports = {
  createHash: (algorithm) => require("crypto").createHash(algorithm),
};
