const { join } = require("node:path");

// The register of the organisation counts, whatever lies beside a program.
process.env.ALICLOUD_ICP_REGISTER = join(__dirname, "icp.yaml");

require("alicloud-icp/policy-pack");
