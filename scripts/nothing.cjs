// Stands in for a module that is never used.
module.exports = {};
