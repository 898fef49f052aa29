/** What `pulumi package add terraform-provider aliyun/alicloud` would write, as far as it is used here. */
import * as pulumi from "@pulumi/pulumi";

export class CdnDomain extends pulumi.CustomResource {
  declare readonly cname: pulumi.Output<string>;

  constructor(name: string, args: pulumi.Inputs) {
    super("alicloud:index/cdnDomainNew:CdnDomainNew", name, { ...args, cname: undefined });
  }
}

export class DnsRecord extends pulumi.CustomResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("alicloud:index/alidnsRecord:AlidnsRecord", name, args);
  }
}
