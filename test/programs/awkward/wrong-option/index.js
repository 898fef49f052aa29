const alicloud = require("@pulumi/alicloud");

new alicloud.oss.Bucket("media", { bucket: "media" }, { parent: "media" });
