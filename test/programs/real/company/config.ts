import * as pulumi from "@pulumi/pulumi";

export interface NetworkConfig {
  readonly cidr: string;
  readonly zones: readonly [string, ...string[]];
}

export interface WebConfig {
  readonly count: number;
  readonly type: string;
  readonly charge: "PrePaid" | "PostPaid";
  readonly bandwidth: number;
}

export interface DomainConfig {
  readonly apex: string;
  readonly hosts: readonly string[];
}

export interface CdnConfig {
  readonly hosts: readonly string[];
  readonly apex: string;
  readonly scope: string;
}

const config = new pulumi.Config();

export const env = pulumi.getStack();
export const isProduction = env === "prod";
export const network = config.requireObject<NetworkConfig>("network");
export const web = config.requireObject<WebConfig>("web");
export const domains = config.requireObject<DomainConfig[]>("domains");
export const cdn = config.getObject<CdnConfig>("cdn");
export const tags = { company: "example", env, contact: config.require("contact") };
