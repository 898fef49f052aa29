import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

export const environment = config.require("environment");
export const office = config.require("office");
export const image = config.require("image");
export const certificate = config.require("certificate");

export const tags = (service: string): Record<string, string> => ({
  environment,
  service,
  "managed-by": "pulumi",
});

/** The name of a thing in this environment. */
export const nameOf = (thing: string): string => `shop-${environment}-${thing}`;
