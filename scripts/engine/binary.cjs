/** The `pulumi` command line: found, or built from the Go module in `cli/`. */
"use strict";
const { join } = require("node:path");
const { goBinary } = require("../go-binary.cjs");

const { find: findPulumi, install: installPulumi } = goBinary({
  name: "pulumi",
  moduleDir: join(__dirname, "cli"),
  modulePath: "github.com/pulumi/pulumi/pkg/v3",
  packagePath: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  cost: "several minutes",
  flags: ["-tags", "osusergo,grpcnotrace"],
  linkerFlags: (version) => `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`,
});

module.exports = { findPulumi, installPulumi };
