import * as pulumi from "@pulumi/pulumi";

export interface Region {
  readonly id: string;
  readonly zone: string;
  readonly cidr: string;
  readonly line: string;
  readonly size: number;
}

const config = new pulumi.Config();

export const apex = config.require("apex");
export const regions = config.requireObject<Region[]>("regions");
export const tagsOf = (region: Region): Record<string, string> => ({
  project: pulumi.getProject(),
  stack: pulumi.getStack(),
  region: region.id,
});
