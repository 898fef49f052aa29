import * as alicloud from "@pulumi/alicloud";
import { nameOf } from "../config";

const trusted = (service: string): string =>
  JSON.stringify({
    Version: "1",
    Statement: [
      {
        Action: "sts:AssumeRole",
        Effect: "Allow",
        Principal: { Service: [service] },
      },
    ],
  });

export const functionRole = new alicloud.ram.Role("functions", {
  roleName: nameOf("functions"),
  assumeRolePolicyDocument: trusted("fc.aliyuncs.com"),
  description: "What functions may do",
});

const readMedia = new alicloud.ram.Policy("read-media", {
  policyName: nameOf("read-media"),
  description: "read media",
  policyDocument: JSON.stringify({
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["oss:GetObject"],
        Resource: ["acs:oss:*:*:shop-prod-media/*"],
      },
    ],
  }),
});

new alicloud.ram.RolePolicyAttachment("read-media", {
  roleName: functionRole.id,
  policyName: readMedia.policyName,
  policyType: "Custom",
});

const writeInvoices = new alicloud.ram.Policy("write-invoices", {
  policyName: nameOf("write-invoices"),
  description: "write invoices",
  policyDocument: JSON.stringify({
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["oss:PutObject"],
        Resource: ["acs:oss:*:*:shop-prod-invoices/*"],
      },
    ],
  }),
});

new alicloud.ram.RolePolicyAttachment("write-invoices", {
  roleName: functionRole.id,
  policyName: writeInvoices.policyName,
  policyType: "Custom",
});

const sendMessages = new alicloud.ram.Policy("send-messages", {
  policyName: nameOf("send-messages"),
  description: "send messages",
  policyDocument: JSON.stringify({
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["mns:SendMessage"],
        Resource: ["acs:mns:*:*:/queues/shop-*"],
      },
    ],
  }),
});

new alicloud.ram.RolePolicyAttachment("send-messages", {
  roleName: functionRole.id,
  policyName: sendMessages.policyName,
  policyType: "Custom",
});

const writeLogs = new alicloud.ram.Policy("write-logs", {
  policyName: nameOf("write-logs"),
  description: "write logs",
  policyDocument: JSON.stringify({
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["log:PostLogStoreLogs"],
        Resource: ["acs:log:*:*:project/shop-*"],
      },
    ],
  }),
});

new alicloud.ram.RolePolicyAttachment("write-logs", {
  roleName: functionRole.id,
  policyName: writeLogs.policyName,
  policyType: "Custom",
});
