import * as alicloud from "@pulumi/alicloud";
import { nameOf, tags } from "../config";

export const vpc = new alicloud.vpc.Network("shop", {
  vpcName: nameOf("vpc"),
  cidrBlock: "10.20.0.0/16",
  description: "Everything that the shop runs on",
  tags: tags("network"),
});

// Front: one for each zone.

export const frontJ = new alicloud.vpc.Switch("front-j", {
  vswitchName: nameOf("front-j"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-j",
  cidrBlock: "10.20.0.0/21",
  description: "The front tier in zone j",
  tags: tags("network"),
});

export const frontK = new alicloud.vpc.Switch("front-k", {
  vswitchName: nameOf("front-k"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-k",
  cidrBlock: "10.20.8.0/21",
  description: "The front tier in zone k",
  tags: tags("network"),
});

export const frontG = new alicloud.vpc.Switch("front-g", {
  vswitchName: nameOf("front-g"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-g",
  cidrBlock: "10.20.16.0/21",
  description: "The front tier in zone g",
  tags: tags("network"),
});

// App: one for each zone.

export const appJ = new alicloud.vpc.Switch("app-j", {
  vswitchName: nameOf("app-j"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-j",
  cidrBlock: "10.20.32.0/21",
  description: "The app tier in zone j",
  tags: tags("network"),
});

export const appK = new alicloud.vpc.Switch("app-k", {
  vswitchName: nameOf("app-k"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-k",
  cidrBlock: "10.20.40.0/21",
  description: "The app tier in zone k",
  tags: tags("network"),
});

export const appG = new alicloud.vpc.Switch("app-g", {
  vswitchName: nameOf("app-g"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-g",
  cidrBlock: "10.20.48.0/21",
  description: "The app tier in zone g",
  tags: tags("network"),
});

// Data: one for each zone.

export const dataJ = new alicloud.vpc.Switch("data-j", {
  vswitchName: nameOf("data-j"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-j",
  cidrBlock: "10.20.64.0/21",
  description: "The data tier in zone j",
  tags: tags("network"),
});

export const dataK = new alicloud.vpc.Switch("data-k", {
  vswitchName: nameOf("data-k"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-k",
  cidrBlock: "10.20.72.0/21",
  description: "The data tier in zone k",
  tags: tags("network"),
});

export const dataG = new alicloud.vpc.Switch("data-g", {
  vswitchName: nameOf("data-g"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-g",
  cidrBlock: "10.20.80.0/21",
  description: "The data tier in zone g",
  tags: tags("network"),
});

// Pods: one for each zone.

export const podsJ = new alicloud.vpc.Switch("pods-j", {
  vswitchName: nameOf("pods-j"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-j",
  cidrBlock: "10.20.96.0/21",
  description: "The pods tier in zone j",
  tags: tags("network"),
});

export const podsK = new alicloud.vpc.Switch("pods-k", {
  vswitchName: nameOf("pods-k"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-k",
  cidrBlock: "10.20.104.0/21",
  description: "The pods tier in zone k",
  tags: tags("network"),
});

export const podsG = new alicloud.vpc.Switch("pods-g", {
  vswitchName: nameOf("pods-g"),
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-g",
  cidrBlock: "10.20.112.0/21",
  description: "The pods tier in zone g",
  tags: tags("network"),
});
