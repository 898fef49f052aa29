import * as pulumi from "@pulumi/pulumi";

/** What the random package has for this. */
class RandomString extends pulumi.CustomResource {
  declare readonly result: pulumi.Output<string>;

  constructor(name: string, args: pulumi.Inputs, options: pulumi.CustomResourceOptions) {
    super("random:index/randomString:RandomString", name, { ...args, result: undefined }, options);
  }
}

/** A few letters that keep a name apart from those of others. */
export class RandomSuffix extends pulumi.ComponentResource {
  readonly result: pulumi.Output<string>;

  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super("acme:index:RandomSuffix", name, {}, options);
    const letters = new RandomString(name, { length: 6, special: false, upper: false }, { parent: this });
    this.result = letters.result;
    this.registerOutputs({ result: this.result });
  }
}
