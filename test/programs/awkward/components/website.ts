import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

export interface WebsiteArgs {
  readonly apex: string;
  readonly names: readonly string[];
}

/** A host behind a CDN, with its record. */
class Front extends pulumi.ComponentResource {
  readonly cname: pulumi.Output<string>;

  constructor(name: string, args: { apex: string; rr: string; origin: pulumi.Input<string> }, parent: pulumi.Resource) {
    super("shop:web:Front", name, {}, { parent });
    const domain = new alicloud.cdn.DomainNew(
      name,
      {
        domainName: `${args.rr}.${args.apex}`,
        cdnType: "web",
        sources: [{ type: "oss", content: args.origin, port: 443 }],
      },
      { parent: this },
    );
    this.cname = domain.cname;
    new alicloud.dns.AlidnsRecord(
      name,
      { domainName: args.apex, rr: args.rr, type: "CNAME", value: domain.cname },
      { parent: this },
    );
    this.registerOutputs({ cname: this.cname });
  }
}

/** A site: a bucket, and a front for each of its names. */
export class Website extends pulumi.ComponentResource {
  constructor(name: string, { apex, names }: WebsiteArgs, options?: pulumi.ComponentResourceOptions) {
    super("shop:web:Website", name, {}, options);
    const bucket = new alicloud.oss.Bucket(name, { bucket: `${name}-site` }, { parent: this });
    for (const rr of names) new Front(`${name}-${rr}`, { apex, rr, origin: bucket.extranetEndpoint }, this);
    this.registerOutputs();
  }
}
