/** What `pulumi package add terraform-provider aliyun/alicloud` would write, as far as it is used here. */
import * as pulumi from "@pulumi/pulumi";

const packageRef = pulumi.runtime.registerPackage({
  baseProviderName: "terraform-provider",
  baseProviderVersion: "0.10.0",
  baseProviderDownloadUrl: "",
  packageName: "alicloudtf",
  packageVersion: "1.250.0",
  base64Parameter: Buffer.from(JSON.stringify({ remote: { url: "aliyun/alicloud", version: "1.250.0" } })).toString(
    "base64",
  ),
});

export class CdnDomain extends pulumi.CustomResource {
  declare readonly cname: pulumi.Output<string>;

  constructor(name: string, args: pulumi.Inputs, options: pulumi.CustomResourceOptions = {}) {
    super(
      "alicloudtf:index/cdnDomainNew:CdnDomainNew",
      name,
      { ...args, cname: undefined },
      options,
      false,
      packageRef,
    );
  }
}

export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("alicloudtf", name, args, {}, false, packageRef);
  }
}
