import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const of = (region: string): alicloud.Provider =>
  new alicloud.Provider(`acme-${region}`, {
    accessKey: process.env["ACME_ALICLOUD_AK"] ?? "",
    secretKey: pulumi.secret(process.env["ACME_ALICLOUD_SK"] ?? ""),
    accountId: new pulumi.Config().require("account"),
    region,
  });

export const providers = { beijing: of("cn-beijing"), singapore: of("ap-southeast-1") };
