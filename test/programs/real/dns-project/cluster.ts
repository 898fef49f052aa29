import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

/** What the cluster gives out: the addresses of its entries, and the hosts that each serves. */
export interface Entry {
  readonly address: string;
  readonly hosts: readonly string[];
}

// Before there is a cluster, the domains are made without it.
const cluster = config.getBoolean("first") === true ? undefined : new pulumi.StackReference(config.require("cluster"));

export const publicEntry = cluster?.requireOutput("publicEntry") as pulumi.Output<Entry> | undefined;
export const staticCname = cluster?.getOutput("staticCname") as pulumi.Output<string | undefined> | undefined;
