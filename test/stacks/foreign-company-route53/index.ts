import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

class HostedZone extends pulumi.CustomResource {
  constructor(name: string) {
    super("aws:route53/zone:Zone", name, { name });
  }
}

class Route53Record extends pulumi.CustomResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("aws:route53/record:Record", name, args);
  }
}

function server(region: string): alicloud.ecs.EipAddress {
  const provider = new alicloud.Provider(region, { region });
  const securityGroup = new alicloud.ecs.SecurityGroup(region, { vpcId: `vpc-${region}` }, { provider });
  new alicloud.ecs.SecurityGroupRule(
    region,
    {
      securityGroupId: securityGroup.id,
      type: "ingress",
      ipProtocol: "tcp",
      portRange: "443/443",
      cidrIp: "0.0.0.0/0",
    },
    { provider },
  );
  const server = new alicloud.ecs.Instance(
    region,
    {
      instanceType: "ecs.g7.large",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      securityGroups: [securityGroup.id],
      vswitchId: `vsw-${region}`,
    },
    { provider },
  );
  const address = new alicloud.ecs.EipAddress(region, { bandwidth: "10" }, { provider });
  new alicloud.ecs.EipAssociation(region, { allocationId: address.id, instanceId: server.id }, { provider });
  return address;
}

const zone = new HostedZone("example.com");

function record(host: string, address: alicloud.ecs.EipAddress): void {
  new Route53Record(host, {
    zoneId: zone.id,
    name: host,
    type: "A",
    ttl: 300,
    records: [address.ipAddress],
  });
}

record("cn.example.com", server("cn-shanghai"));
record("hk.example.com", server("cn-hongkong"));
