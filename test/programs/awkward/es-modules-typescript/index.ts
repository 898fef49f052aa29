import * as alicloud from "@pulumi/alicloud";
import { Site } from "./site.js";

type Regions = Readonly<Record<string, string>>;

const regions: Regions = await Promise.resolve({ here: "cn-hangzhou", there: "ap-southeast-1" });

for (const [name, region] of Object.entries(regions)) {
  const provider = new alicloud.Provider(name, { region } satisfies alicloud.ProviderArgs);
  new Site(name, `${name}.example.com`, { provider });
}

export default { regions: Object.keys(regions) };
