import * as pulumi from "@pulumi/pulumi";
import { network } from "./network";
import { site } from "./site";

const stacks: Record<string, () => void> = { network, site };
stacks[pulumi.getStack()]?.();
