/**
 * Resources of other providers that hold addresses or names of theirs. A record that was computed from one leads to that
 * provider, and no filing is due here, unless it is in that provider's mainland cloud.
 */
import type { Reader } from "../../graph/contribution";
import { AWS_CHINA, AZURE_CHINA, chinaOf, placeOfForeign, notJudged, type Cloud } from "./coverage";

const AWS = {
  cloud: AWS_CHINA,
  types: [
    "aws:acm/certificate:Certificate",
    "aws:alb/loadBalancer:LoadBalancer",
    "aws:apigateway/domainName:DomainName",
    "aws:apigatewayv2/api:Api",
    "aws:apigatewayv2/domainName:DomainName",
    "aws:cognito/userPoolDomain:UserPoolDomain",
    "aws:ec2/eip:Eip",
    "aws:ec2/instance:Instance",
    "aws:elasticbeanstalk/environment:Environment",
    "aws:elb/loadBalancer:LoadBalancer",
    "aws:globalaccelerator/accelerator:Accelerator",
    "aws:lambda/functionUrl:FunctionUrl",
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:lightsail/instance:Instance",
    "aws:lightsail/staticIp:StaticIp",
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketV2:BucketV2",
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
    "aws:ses/domainDkim:DomainDkim",
    "aws:sesv2/emailIdentity:EmailIdentity",
  ],
} as const;

const AZURE = {
  cloud: AZURE_CHINA,
  types: [
    "azure-native:app:ContainerApp",
    "azure-native:cdn:AFDEndpoint",
    "azure-native:network:PublicIPAddress",
    "azure-native:web:StaticSite",
    "azure-native:web:WebApp",
    "azure:appservice/linuxWebApp:LinuxWebApp",
    "azure:appservice/staticWebApp:StaticWebApp",
    "azure:appservice/windowsWebApp:WindowsWebApp",
    "azure:cdn/frontdoorEndpoint:FrontdoorEndpoint",
    "azure:network/publicIp:PublicIp",
  ],
} as const;

const OTHERS = {
  cloud: undefined,
  types: [
    "cloudflare:index/pagesProject:PagesProject",
    "cloudflare:index/tunnel:Tunnel",
    "cloudflare:index/zeroTrustTunnelCloudflared:ZeroTrustTunnelCloudflared",
    "digitalocean:index/app:App",
    "digitalocean:index/droplet:Droplet",
    "digitalocean:index/floatingIp:FloatingIp",
    "digitalocean:index/loadBalancer:LoadBalancer",
    "digitalocean:index/reservedIp:ReservedIp",
    "gcp:certificatemanager/dnsAuthorization:DnsAuthorization",
    "gcp:compute/address:Address",
    "gcp:compute/forwardingRule:ForwardingRule",
    "gcp:compute/globalAddress:GlobalAddress",
    "gcp:compute/globalForwardingRule:GlobalForwardingRule",
    "gcp:compute/instance:Instance",
    "hcloud:index/floatingIp:FloatingIp",
    "hcloud:index/loadBalancer:LoadBalancer",
    "hcloud:index/primaryIp:PrimaryIp",
    "hcloud:index/server:Server",
    "linode:index/instance:Instance",
    "linode:index/nodeBalancer:NodeBalancer",
  ],
} as const;

const foreign =
  (cloud: Cloud | undefined): Reader =>
  (resource, plan) => {
    const region = cloud && chinaOf(resource, cloud, plan);
    const location = placeOfForeign(resource, cloud, plan);
    return { is: "foreign", resource, location, ...(region === undefined ? {} : { doubt: notJudged(resource.name) }) };
  };

/** The readers of all types that hold addresses of other providers. */
export const FOREIGN: readonly (readonly [type: string, reader: Reader])[] = [AWS, AZURE, OTHERS].flatMap(
  ({ cloud, types }) => types.map((type) => [type, foreign(cloud)] as const),
);
