/** What other providers serve, and where: nobody here answers for it. */
import { describe, expect, test } from "vitest";
import { elsewhere } from "../../../src/products/others";
import { FOREIGN } from "../../../src/products/others/addresses";
import { contributed } from "../alicloud/contributed";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { resource } from "../../support/stacks";
import { GATEWAY, ingress, kubeconfig, object, service } from "../kubernetes/cluster";

const ADDRESS = "aws:ec2/eip:Eip";
const AZURE_ADDRESS = "azure-native:network:PublicIPAddress";
const HERE = "(foreign-place)";

/** What a resource of this type contributes; without `provider`, it has the default one, of which the plan shows nothing. */
function read(type: string, provider?: Properties): readonly unknown[] {
  const token = `pulumi:providers:${type.slice(0, type.indexOf(":"))}`;
  const main: ResourceSpec = { type, ...(provider && { rest: { provider: urnOf(token, "there") } }) };
  return contributed(elsewhere, planOf([main, resource(token, "there", provider)]));
}
const foreign = (location: string) => [{ is: "foreign", resource: "main", location }];

/** The vendors that have no cloud in the mainland. */
const VENDORS: Readonly<Record<string, string>> = {
  cloudflare: "Cloudflare",
  digitalocean: "DigitalOcean",
  gcp: "Google",
  hcloud: "Hetzner",
  linode: "Linode",
};

describe("an address of another provider", () => {
  test.each(FOREIGN.map(([type]) => type))("%s has a place", (type) => {
    const vendor = VENDORS[type.slice(0, type.indexOf(":"))];
    expect(read(type)).toEqual(foreign(vendor === undefined ? HERE : `outside ${vendor} by vendor`));
  });

  test.each<[string, string, Properties, string]>([
    ["AWS, in a region outside", ADDRESS, { region: "us-east-1" }, "outside Amazon Web Services us-east-1 by vendor"],
    ["AWS, in Hong Kong", ADDRESS, { region: "ap-east-1" }, "outside Amazon Web Services ap-east-1 by vendor"],
    ["AWS, in a region that the environment tells", ADDRESS, {}, HERE],
    ["AWS, in an unknown region", ADDRESS, { region: unknownValue }, HERE],
    ["AWS, in a secret region", ADDRESS, { region: "[secret]" }, HERE],
    ["AWS, in a region of a wrong type", ADDRESS, { region: { is: "us-east-1" } }, HERE],
    ["Azure, public", AZURE_ADDRESS, { environment: "public" }, "outside Microsoft Azure public by vendor"],
    ["Azure, that the environment tells", AZURE_ADDRESS, {}, HERE],
    ["Azure, unknown", AZURE_ADDRESS, { environment: unknownValue }, HERE],
    [
      "a provider without a mainland",
      "gcp:compute/address:Address",
      { region: "cn-north-1" },
      "outside Google by vendor",
    ],
  ])("%s", (_, type, provider, location) => {
    expect(read(type, provider)).toEqual(foreign(location));
  });

  test.each<[string, string, Properties]>([
    ["AWS", ADDRESS, { region: "cn-north-1" }],
    ["AWS", ADDRESS, { region: "cn-northwest-1" }],
    ["Azure", AZURE_ADDRESS, { environment: "china" }],
  ])("of the mainland cloud of %s is not fine: a filing is due there", (_, type, provider) => {
    expect(read(type, provider)).toMatchObject([{ is: "foreign", resource: "main", doubt: "(other-provider)" }]);
  });
});

describe("an object in a cluster of another provider", () => {
  const strange = (main: ResourceSpec, cluster: readonly ResourceSpec[], from: Properties[string]) =>
    contributed(elsewhere, planOf([main, kubeconfig(from), ...cluster]), main.name);
  const gke = [resource("gcp:container/cluster:Cluster", "gke")];

  test.each<[string, ResourceSpec]>([
    ["an Ingress", ingress({ ingressClassName: "nginx" })],
    ["a Service", service()],
    ["a Gateway", object(GATEWAY, "front", { listeners: [{ name: "https", port: 443 }] })],
  ])("%s is a stranger's, and outside with its cluster", (_, main) => {
    expect(strange(main, gke, ref("gke"))).toEqual([
      { is: "foreign", resource: main.name, location: "outside Google by vendor" },
    ]);
  });

  test("of AWS, whose region nothing tells, is somewhere", () => {
    const eks = resource("aws:eks/cluster:Cluster", "eks");
    expect(strange(service(), [eks], ref("eks"))).toEqual([{ is: "foreign", resource: "front", location: HERE }]);
  });

  test("written for another provider's controllers, of a cluster that nothing tells", () => {
    const main = service({ "networking.gke.io/load-balancer-type": "External" });
    expect(strange(main, [], unknownValue)).toEqual([{ is: "foreign", resource: "front", location: HERE }]);
  });

  test.each<[string, Properties, string]>([
    // In the mainland it may be anybody's: it is an entry in doubt.
    ["in the mainland", { region: "cn-north-1" }, "entry"],
    ["outside", { region: "us-east-1" }, "foreign"],
  ])("of AWS %s", (_, region, is) => {
    const provider = resource("pulumi:providers:aws", "cn", region);
    const rest = { rest: { provider: urnOf("pulumi:providers:aws", "cn") } };
    const eks = resource("aws:eks/cluster:Cluster", "eks", {}, rest);
    const [first] = strange(service(), [provider, eks], ref("eks"));
    expect(first).toMatchObject({ is });
  });

  test("is one of ours where the plan shows the cluster", () => {
    const ack = resource("alicloud:cs/managedKubernetes:ManagedKubernetes", "ack");
    const kinds = strange(service(), [ack], ref("ack")).map((one) => (one as { is: string }).is);
    expect(kinds).not.toContain("foreign");
  });
});
