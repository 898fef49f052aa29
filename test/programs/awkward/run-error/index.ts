import * as pulumi from "@pulumi/pulumi";

throw new pulumi.RunError("This stack is deployed by its own pipeline.");
