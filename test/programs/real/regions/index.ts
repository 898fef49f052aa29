import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { Service } from "./service";
import { apex, regions } from "./settings";

const providers = new Map(
  regions.map(({ id }) => [id, new alicloud.Provider(`alicloud-${id}`, { region: id })] as const),
);
const providerOf = (id: string): alicloud.Provider => {
  const provider = providers.get(id);
  if (!provider) throw new pulumi.RunError(`No region ${id} is configured.`);
  return provider;
};

const services = regions.map((region) => new Service(region, { provider: providerOf(region.id) }));

// DNS knows no regions: the first provider will do, and each line leads to the nearest service.
for (const { region, address } of services) {
  new alicloud.dns.AlidnsRecord(
    `www-${region.line}`,
    { domainName: apex, rr: "www", type: "A", value: address, line: region.line },
    { provider: providerOf(regions[0]?.id ?? "") },
  );
}

export const addresses = Object.fromEntries(services.map(({ region, address }) => [region.id, address]));
