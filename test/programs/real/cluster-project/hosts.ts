import * as pulumi from "@pulumi/pulumi";

const dns = new pulumi.StackReference(new pulumi.Config().require("dns"));

/** The hosts of the company: those of each domain that the other project keeps. */
export const hosts = (dns.requireOutput("apexes") as pulumi.Output<string[]>).apply((apexes) =>
  apexes.flatMap((apex) => [`www.${apex}`, ...(apex === "example.com" ? [`shop.${apex}`] : [])]),
);
