import * as alicloud from "@pulumi/alicloud";
import { nameOf, office, tags } from "../config";
import { vpc } from "./vpc";

export const web = new alicloud.ecs.SecurityGroup("web", {
  securityGroupName: nameOf("web"),
  description: "Who may reach the web servers",
  vpcId: vpc.id,
  securityGroupType: "normal",
  tags: tags("web"),
});

new alicloud.ecs.SecurityGroupRule("web-http", {
  securityGroupId: web.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "80/80",
  priority: 1,
  cidrIp: "0.0.0.0/0",
  description: "http",
});

new alicloud.ecs.SecurityGroupRule("web-https", {
  securityGroupId: web.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "443/443",
  priority: 1,
  cidrIp: "0.0.0.0/0",
  description: "https",
});

new alicloud.ecs.SecurityGroupRule("web-ssh-office", {
  securityGroupId: web.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "22/22",
  priority: 10,
  cidrIp: office,
  description: "ssh office",
});

new alicloud.ecs.SecurityGroupRule("web-health", {
  securityGroupId: web.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "8080/8080",
  priority: 1,
  cidrIp: "10.20.0.0/16",
  description: "health",
});

export const app = new alicloud.ecs.SecurityGroup("app", {
  securityGroupName: nameOf("app"),
  description: "Who may reach the app servers",
  vpcId: vpc.id,
  securityGroupType: "normal",
  tags: tags("app"),
});

new alicloud.ecs.SecurityGroupRule("app-from-web", {
  securityGroupId: app.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "8080/8090",
  priority: 1,
  cidrIp: "10.20.0.0/19",
  description: "from web",
});

new alicloud.ecs.SecurityGroupRule("app-from-pods", {
  securityGroupId: app.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "8080/8090",
  priority: 1,
  cidrIp: "10.20.96.0/19",
  description: "from pods",
});

new alicloud.ecs.SecurityGroupRule("app-ssh-bastion", {
  securityGroupId: app.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "22/22",
  priority: 5,
  cidrIp: "10.20.32.10/32",
  description: "ssh bastion",
});

new alicloud.ecs.SecurityGroupRule("app-metrics", {
  securityGroupId: app.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "9100/9100",
  priority: 1,
  cidrIp: "10.20.32.0/19",
  description: "metrics",
});

export const data = new alicloud.ecs.SecurityGroup("data", {
  securityGroupName: nameOf("data"),
  description: "Who may reach the data servers",
  vpcId: vpc.id,
  securityGroupType: "normal",
  tags: tags("data"),
});

new alicloud.ecs.SecurityGroupRule("data-mysql", {
  securityGroupId: data.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "3306/3306",
  priority: 1,
  cidrIp: "10.20.32.0/19",
  description: "mysql",
});

new alicloud.ecs.SecurityGroupRule("data-redis", {
  securityGroupId: data.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "6379/6379",
  priority: 1,
  cidrIp: "10.20.32.0/19",
  description: "redis",
});

new alicloud.ecs.SecurityGroupRule("data-mongo", {
  securityGroupId: data.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "3717/3717",
  priority: 1,
  cidrIp: "10.20.32.0/19",
  description: "mongo",
});

new alicloud.ecs.SecurityGroupRule("data-mysql-pods", {
  securityGroupId: data.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "3306/3306",
  priority: 2,
  cidrIp: "10.20.96.0/19",
  description: "mysql pods",
});

export const bastion = new alicloud.ecs.SecurityGroup("bastion", {
  securityGroupName: nameOf("bastion"),
  description: "Who may reach the bastion servers",
  vpcId: vpc.id,
  securityGroupType: "normal",
  tags: tags("bastion"),
});

new alicloud.ecs.SecurityGroupRule("bastion-ssh", {
  securityGroupId: bastion.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "22/22",
  priority: 1,
  cidrIp: office,
  description: "ssh",
});

new alicloud.ecs.SecurityGroupRule("bastion-vpn", {
  securityGroupId: bastion.id,
  type: "ingress",
  ipProtocol: "udp",
  nicType: "intranet",
  policy: "accept",
  portRange: "1194/1194",
  priority: 1,
  cidrIp: "0.0.0.0/0",
  description: "vpn",
});

export const build = new alicloud.ecs.SecurityGroup("build", {
  securityGroupName: nameOf("build"),
  description: "Who may reach the build servers",
  vpcId: vpc.id,
  securityGroupType: "normal",
  tags: tags("build"),
});

new alicloud.ecs.SecurityGroupRule("build-ssh", {
  securityGroupId: build.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "22/22",
  priority: 1,
  cidrIp: office,
  description: "ssh",
});

new alicloud.ecs.SecurityGroupRule("build-artifacts", {
  securityGroupId: build.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "8081/8081",
  priority: 1,
  cidrIp: "0.0.0.0/0",
  description: "artifacts",
});

new alicloud.ecs.SecurityGroupRule("build-agents", {
  securityGroupId: build.id,
  type: "ingress",
  ipProtocol: "tcp",
  nicType: "intranet",
  policy: "accept",
  portRange: "50000/50000",
  priority: 1,
  cidrIp: "10.20.0.0/16",
  description: "agents",
});
