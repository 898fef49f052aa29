import * as pulumi from "@pulumi/pulumi";

interface SiteConfig {
  readonly host: string;
  readonly api: string;
  readonly filed: boolean;
}

const config = new pulumi.Config();
const site = config.requireObject<SiteConfig>("site");
const apex = config.require("apex");
const env = pulumi.getStack();

export interface Names {
  readonly prefix: string;
  readonly apex: string;
  readonly siteHost: string;
  readonly apiHost: string;
  readonly isFiled: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

export const names: Names = {
  prefix: `shopfront-${env}`,
  apex,
  siteHost: `${site.host}.${apex}`,
  apiHost: `${site.api}.${apex}`,
  isFiled: site.filed,
  tags: { project: "shopfront", env },
};
