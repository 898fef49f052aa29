import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const network = new pulumi.StackReference(`${pulumi.getOrganization()}/referred-stack/${pulumi.getStack()}`);
const named = new pulumi.StackReference("again", { name: "organization/referred-stack/dev" });

const record = (rr: string, type: string, value: pulumi.Input<string>): void => {
  new alicloud.dns.AlidnsRecord(rr, { domainName: "example.com", rr, type, value });
};

record("required", "A", network.requireOutput("webAddress") as pulumi.Output<string>);
record("got", "CNAME", network.getOutput("cname").apply(String));
record(
  "again",
  "A",
  named.outputs.apply(({ webAddress }) => String(webAddress)),
);
record(
  "missing",
  "A",
  network.getOutput("nothing").apply((value) => String(value ?? "47.98.10.20")),
);

export = async (): Promise<object> => {
  const address = await network.getOutputDetails("webAddress");
  record("detailed", "A", (address.value ?? "47.98.10.30") as string);
  const hosts = await network.getOutputDetails("hosts");
  for (const rr of (hosts.value ?? []) as string[]) {
    new alicloud.cdn.DomainNew(rr, {
      domainName: `${rr}.example.com`,
      cdnType: "web",
      sources: [{ type: "domain", content: "origin.example.net" }],
    });
  }
  return { wasSecret: address.secretValue !== undefined };
};
