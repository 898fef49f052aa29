import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const region = config.require("region");

/** Who deploys has a role in both accounts. */
const assume = (id: string): { roleArn: string; sessionName: string } => ({
  roleArn: `acs:ram::${id}:role/deployment`,
  sessionName: `pulumi-${pulumi.getStack()}`,
});

export const before = new alicloud.Provider("before", {
  region,
  accountId: "1000000000000001",
  assumeRole: assume("1000000000000001"),
});
export const after = new alicloud.Provider("after", {
  region,
  accountId: "2000000000000002",
  assumeRole: assume("2000000000000002"),
});
