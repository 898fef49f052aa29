import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { nameOf, tags } from "../config";
import { dataJ, dataK } from "../network/vpc";

const password = (of: string): pulumi.Output<string> => pulumi.secret(`set-by-the-team-of-${of}`);

export const orders = new alicloud.rds.Instance("orders", {
  instanceName: nameOf("orders"),
  engine: "MySQL",
  engineVersion: "8.0",
  instanceType: "mysql.x4.xlarge.2c",
  instanceStorage: 500,
  dbInstanceStorageType: "cloud_essd",
  instanceChargeType: "Postpaid",
  vswitchId: pulumi.interpolate`${dataJ.id},${dataK.id}`,
  zoneId: "cn-hangzhou-j",
  zoneIdSlaveA: "cn-hangzhou-k",
  securityIps: ["10.20.32.0/19", "10.20.96.0/19"],
  monitoringPeriod: 60,
  tags: tags("orders"),
});

new alicloud.rds.Database("orders", {
  instanceId: orders.id,
  dataBaseName: "orders",
  characterSet: "utf8mb4",
  description: "of the service orders",
});

new alicloud.rds.Account("orders", {
  dbInstanceId: orders.id,
  accountName: "orders",
  accountPassword: password("orders"),
  accountType: "Normal",
});

export const catalogue = new alicloud.rds.Instance("catalogue", {
  instanceName: nameOf("catalogue"),
  engine: "MySQL",
  engineVersion: "8.0",
  instanceType: "mysql.x4.large.2c",
  instanceStorage: 200,
  dbInstanceStorageType: "cloud_essd",
  instanceChargeType: "Postpaid",
  vswitchId: pulumi.interpolate`${dataJ.id},${dataK.id}`,
  zoneId: "cn-hangzhou-j",
  zoneIdSlaveA: "cn-hangzhou-k",
  securityIps: ["10.20.32.0/19", "10.20.96.0/19"],
  monitoringPeriod: 60,
  tags: tags("catalogue"),
});

new alicloud.rds.Database("catalogue", {
  instanceId: catalogue.id,
  dataBaseName: "catalogue",
  characterSet: "utf8mb4",
  description: "of the service catalogue",
});

new alicloud.rds.Account("catalogue", {
  dbInstanceId: catalogue.id,
  accountName: "catalogue",
  accountPassword: password("catalogue"),
  accountType: "Normal",
});

export const accounts = new alicloud.rds.Instance("accounts", {
  instanceName: nameOf("accounts"),
  engine: "MySQL",
  engineVersion: "8.0",
  instanceType: "mysql.x2.large.2c",
  instanceStorage: 100,
  dbInstanceStorageType: "cloud_essd",
  instanceChargeType: "Postpaid",
  vswitchId: pulumi.interpolate`${dataJ.id},${dataK.id}`,
  zoneId: "cn-hangzhou-j",
  zoneIdSlaveA: "cn-hangzhou-k",
  securityIps: ["10.20.32.0/19", "10.20.96.0/19"],
  monitoringPeriod: 60,
  tags: tags("accounts"),
});

new alicloud.rds.Database("accounts", {
  instanceId: accounts.id,
  dataBaseName: "accounts",
  characterSet: "utf8mb4",
  description: "of the service accounts",
});

new alicloud.rds.Account("accounts", {
  dbInstanceId: accounts.id,
  accountName: "accounts",
  accountPassword: password("accounts"),
  accountType: "Normal",
});

export const sessions = new alicloud.kvstore.Instance("sessions", {
  dbInstanceName: nameOf("sessions"),
  instanceType: "Redis",
  engineVersion: "7.0",
  instanceClass: "redis.shard.mid.2.ce",
  vswitchId: dataJ.id,
  zoneId: "cn-hangzhou-j",
  secondaryZoneId: "cn-hangzhou-k",
  paymentType: "PostPaid",
  securityIps: ["10.20.32.0/19", "10.20.96.0/19"],
  password: password("sessions"),
  config: {
    "maxmemory-policy": "allkeys-lru",
    appendonly: "yes",
  },
  tags: tags("sessions"),
});

export const carts = new alicloud.kvstore.Instance("carts", {
  dbInstanceName: nameOf("carts"),
  instanceType: "Redis",
  engineVersion: "7.0",
  instanceClass: "redis.shard.small.2.ce",
  vswitchId: dataJ.id,
  zoneId: "cn-hangzhou-j",
  secondaryZoneId: "cn-hangzhou-k",
  paymentType: "PostPaid",
  securityIps: ["10.20.32.0/19", "10.20.96.0/19"],
  password: password("carts"),
  config: {
    "maxmemory-policy": "allkeys-lru",
    appendonly: "yes",
  },
  tags: tags("carts"),
});

export const events = new alicloud.mongodb.Instance("events", {
  name: nameOf("events"),
  engineVersion: "7.0",
  dbInstanceClass: "mdb.shard.2x.large.d",
  dbInstanceStorage: 100,
  vswitchId: dataJ.id,
  zoneId: "cn-hangzhou-j",
  securityIpLists: ["10.20.32.0/19"],
  instanceChargeType: "PostPaid",
  accountPassword: password("events"),
  tags: tags("events"),
});
