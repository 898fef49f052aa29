const alicloud = require("@pulumi/alicloud");
const { hosts } = require("@acme/hosts");

for (const domain of hosts) new alicloud.oss.BucketCname(domain, { bucket: "media", domain });
