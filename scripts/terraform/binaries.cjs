/** OpenTofu and the provider for Alibaba Cloud: found, or built from the Go modules in `tofu/` and `provider/`. */
"use strict";
const { join } = require("node:path");
const { goBinary } = require("../go-binary.cjs");

/** OpenTofu. Its own module replaces `hcl`, which `go install` refuses; a module that repeats the replacement builds. */
const tofu = goBinary({
  name: "tofu",
  moduleDir: join(__dirname, "tofu"),
  modulePath: "github.com/opentofu/opentofu",
  packagePath: "github.com/opentofu/opentofu/cmd/tofu",
  cost: "some 10 minutes and 2 GB of memory",
  linkerFlags: () => "-X github.com/opentofu/opentofu/version.dev=no",
});

/** The provider. `provider/signing` stands in for what signs calls of the OSS API, of which no captured plan makes any. */
const provider = goBinary({
  name: "terraform-provider-alicloud",
  moduleDir: join(__dirname, "provider"),
  modulePath: "github.com/aliyun/terraform-provider-alicloud",
  cost: "some 20 minutes and 7 GB of memory",
});

module.exports = { provider, tofu };
