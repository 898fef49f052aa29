/**
 * Which outputs of an alicloud resource are computed, and what the stand-in provider says they are.
 *
 * The npm package knows which outputs are no inputs: its constructors mark them with an `out` comment. Outputs that may be
 * given and are computed otherwise (an EIP's address) look like inputs there, so `plausible` names those that matter.
 */
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const sdkDir = dirname(require.resolve("@pulumi/alicloud/package.json"));

/** A documentation address (RFC 5737) that is the same in every run and differs between names, most of the time. */
function address(name) {
  const sum = [...name].reduce((total, letter) => (total * 31 + letter.codePointAt(0)) % 250, 7);
  return `203.0.113.${sum + 2}`;
}

/** Values that look like the real ones; each comes from the resource's name, its inputs and the provider's region. */
const plausible = {
  "alicloud:alb/loadBalancer:LoadBalancer": { dnsName: (name, _, region) => `alb-${name}.${region}.alb.aliyuncs.com` },
  "alicloud:cdn/domain:Domain": { cname: (_, inputs) => `${inputs.domainName}.w.kunlunsl.com` },
  "alicloud:cdn/domainNew:DomainNew": { cname: (_, inputs) => `${inputs.domainName}.w.kunlunsl.com` },
  "alicloud:dcdn/domain:Domain": { cname: (_, inputs) => `${inputs.domainName}.w.kunluncan.com` },
  "alicloud:dcdn/ipaDomain:IpaDomain": { cname: (_, inputs) => `${inputs.domainName}.w.kunluncan.com` },
  "alicloud:ecs/eip:Eip": { ipAddress: address },
  "alicloud:ecs/eipAddress:EipAddress": { ipAddress: address },
  "alicloud:ecs/instance:Instance": {
    // Only bandwidth gives an instance a public address of its own.
    publicIp: (name, inputs) => (inputs.internetMaxBandwidthOut > 0 ? address(name) : ""),
    primaryIpAddress: () => "10.0.0.10",
    privateIp: () => "10.0.0.10",
    status: () => "Running",
  },
  "alicloud:ga/accelerator:Accelerator": { dnsName: (name) => `${name}.aliyunga0017.com` },
  "alicloud:nlb/loadBalancer:LoadBalancer": { dnsName: (name, _, region) => `nlb-${name}.${region}.nlb.aliyuncs.com` },
  "alicloud:oss/bucket:Bucket": {
    bucket: (name) => name,
    extranetEndpoint: (_name, _inputs, region) => `oss-${region}.aliyuncs.com`,
    intranetEndpoint: (_name, _inputs, region) => `oss-${region}-internal.aliyuncs.com`,
    location: (_name, _inputs, region) => `oss-${region}`,
  },
  "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer": { address },
  "alicloud:slb/loadBalancer:LoadBalancer": { address },
  "alicloud:vod/domain:Domain": { cname: (_, inputs) => `${inputs.domainName}.w.kunlunaq.com` },
};

/** Properties whose change the real provider answers with a replacement. */
const replacing = {
  "alicloud:cdn/domainNew:DomainNew": ["domainName"],
  "alicloud:dns/alidnsRecord:AlidnsRecord": ["domainName"],
  "alicloud:ecs/eipAssociation:EipAssociation": ["allocationId", "instanceId"],
  "alicloud:ecs/instance:Instance": ["availabilityZone"],
  "alicloud:oss/bucket:Bucket": ["bucket"],
  "alicloud:oss/bucketCname:BucketCname": ["bucket", "domain"],
  "alicloud:slb/loadBalancer:LoadBalancer": ["addressType", "vswitchId"],
};

/** What stands for an output of which only the TypeScript type is known. */
const byType = [
  [/^string\b/, (name, property) => `${name}-${property}`],
  [/^number\b/, () => 0],
  [/^boolean\b/, () => false],
  [/\[\]/, () => []],
  [/./, () => ({})],
];

/** The plain text of a secret, which travels as an object; any other value as it is. */
const reveal = (value) => (value?.["4dabf18193072939515e22adb298388d"] === undefined ? value : value.value);

const outputOnly = new Map();

/** The outputs of a type that are no inputs, with their TypeScript types, read from the npm package. */
function outputsWithoutInput(type) {
  let outputs = outputOnly.get(type);
  if (outputs === undefined) {
    const source = join(sdkDir, `${type.split(":")[1]}.js`);
    outputs = existsSync(source) ? readOutputs(source) : [];
    outputOnly.set(type, outputs);
  }
  return outputs;
}

function readOutputs(source) {
  const declarations = readFileSync(source.replace(/\.js$/, ".d.ts"), "utf8");
  const marked = readFileSync(source, "utf8").matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g);
  return [...marked].map(([, property]) => {
    const declared = new RegExp(`readonly ${property}: pulumi\\.Output<(.*)>;`).exec(declarations)?.[1] ?? "string";
    return [property, declared];
  });
}

/**
 * The computed outputs of a resource.
 *
 * @param {string} type the type token
 * @param {string} name the resource's name, which makes values differ
 * @param {Record<string, unknown>} inputs
 * @param {string} region the provider's
 * @returns {Record<string, unknown>} property to the value it has after an update
 */
function computedOutputs(type, name, inputs, region) {
  const outputs = {};
  for (const [property, declared] of outputsWithoutInput(type)) {
    outputs[property] = byType.find(([pattern]) => pattern.test(declared))[1](name, property);
  }
  for (const [property, value] of Object.entries(plausible[type] ?? {}))
    outputs[property] = value(name, inputs, region);
  return outputs;
}

/** The properties of a type whose change replaces the resource. */
const replacedBy = (type) => replacing[type] ?? [];

module.exports = { computedOutputs, replacedBy };
