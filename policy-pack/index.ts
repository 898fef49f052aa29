/** The policy pack: one Pulumi policy for each rule. Loaded by `pulumi preview --policy-pack` through package.json `main`. */
import { PolicyPack } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { aboutPack } from "./about";
import { Analyses } from "./analyses";
import { observeConfiguration, observeStack } from "./configuration";
import { policiesOf } from "./policies";
import { Session } from "./session";

const region = new pulumi.Config("alicloud").get("region");
const session = new Session({
  stack: { project: pulumi.getProject(), stack: pulumi.getStack(), region },
  env: process.env,
  packFolder: process.cwd(),
});

const analyses = new Analyses();
analyses.observe();
observeStack((stack) => {
  session.enter(stack);
});
observeConfiguration((configuration) => {
  session.configure(configuration);
});
new PolicyPack("alicloud-icp", {
  ...aboutPack(session.language),
  policies: policiesOf(session, analyses),
  enforcementLevel: "advisory",
});
