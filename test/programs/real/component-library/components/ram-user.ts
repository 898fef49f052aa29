import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

export interface RamUserProps {
  readonly policy?: pulumi.Input<string>;
  readonly withKey?: boolean;
}

/** A user for a machine, with a policy and, where asked for, a key. */
export class RamUser extends pulumi.ComponentResource {
  readonly userName: pulumi.Output<string>;
  readonly keyId?: pulumi.Output<string>;

  constructor(name: string, { policy, withKey = false }: RamUserProps, options?: pulumi.ComponentResourceOptions) {
    super("acme:index:RamUser", name, {}, options);
    const parent = { parent: this };
    const user = new alicloud.ram.User(name, { name, displayName: name }, parent);
    this.userName = user.name;
    if (policy !== undefined) {
      const written = new alicloud.ram.Policy(name, { policyName: name, policyDocument: policy }, parent);
      new alicloud.ram.UserPolicyAttachment(
        name,
        { userName: user.name, policyName: name, policyType: "Custom" },
        { parent: this, dependsOn: [written] },
      );
    }
    if (withKey) this.keyId = new alicloud.ram.AccessKey(name, { userName: user.name }, parent).id;
    this.registerOutputs({ userName: this.userName });
  }
}
