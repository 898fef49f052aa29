// Plans of any size for the benchmarks: previews as `pulumi preview --json --show-sames` writes them.

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const urnOf = (type, name) => `urn:pulumi:dev::bench::${type}::${name}`;

/** One planned resource; `refs` names what each property was computed from. */
export function resource(type, name, inputs, refs = {}) {
  const propertyDependencies = Object.fromEntries(Object.entries(refs).map(([key, urns]) => [key, urns]));
  return {
    urn: urnOf(type, name),
    type,
    name,
    inputs: { ...inputs, ...Object.fromEntries(Object.keys(refs).map((key) => [key, UNKNOWN])) },
    dependencies: Object.values(refs).flat(),
    propertyDependencies,
  };
}

/** What a provider answers for a resource: its inputs, an id, and the many properties that it computes. */
const answered = (name, inputs) => ({
  ...inputs,
  id: name,
  ...Object.fromEntries(COMPUTED.map((key, index) => [key, index % 3 === 0 ? "" : `${key}-${name}`])),
});
const COMPUTED =
  "arn createTime creationDate description endpoint expiredTime hostName internalId kmsKeyId lastModified networkId ownerId paymentType primaryAddress regionId requestId resourceGroupId securityToken status statusReason storageClass tagsAll updateTime vpcId zoneId".split(
    " ",
  );

/**
 * A preview as `pulumi preview --json --show-sames` writes it for an existing stack: every tenth resource is new, the
 * others stay as they are and carry their old state with the provider's answers, and their new one.
 */
export function preview(resources) {
  const parent = "urn:pulumi:dev::bench::pulumi:pulumi:Stack::bench-dev";
  const provider = `urn:pulumi:dev::bench::pulumi:providers:alicloud::default_3_108_0::${UNKNOWN}`;
  const steps = resources.map((one, index) => {
    const { urn, type, name, inputs, dependencies, propertyDependencies, deleted, id = name } = one;
    // Of what is in a component the component tells where it is.
    const position = one.parent ? {} : { sourcePosition: `project:///index.ts#${index + 1},1` };
    const state = {
      urn,
      custom: true,
      type,
      inputs,
      parent: one.parent ?? parent,
      dependencies,
      provider,
      propertyDependencies,
      ...position,
    };
    if (index % 10 === 0 && !deleted) return { op: "create", urn, provider, newState: state };
    const existing = { created: "2026-03-01T08:00:00Z", modified: "2026-03-01T08:00:00Z" };
    const oldState = { ...state, id, outputs: answered(name, inputs), ...existing };
    if (deleted) return { op: "delete", urn, provider, oldState };
    return { op: "same", urn, provider, oldState, newState: { ...state, ...existing } };
  });
  const count = (wanted) => steps.filter(({ op }) => op === wanted).length;
  return {
    config: { "alicloud:region": "cn-hangzhou" },
    steps,
    diagnostics: [],
    changeSummary: { create: count("create"), delete: count("delete"), same: count("same") },
  };
}

/** The types of which the plans are made. */
export const T = {
  instance: "alicloud:ecs/instance:Instance",
  eip: "alicloud:ecs/eipAddress:EipAddress",
  association: "alicloud:ecs/eipAssociation:EipAssociation",
  group: "alicloud:ecs/securityGroup:SecurityGroup",
  rule: "alicloud:ecs/securityGroupRule:SecurityGroupRule",
  record: "alicloud:dns/alidnsRecord:AlidnsRecord",
  cdn: "alicloud:cdn/domainNew:DomainNew",
  alb: "alicloud:alb/loadBalancer:LoadBalancer",
  listener: "alicloud:alb/listener:Listener",
  albRule: "alicloud:alb/rule:Rule",
  nat: "alicloud:vpc/natGateway:NatGateway",
  forward: "alicloud:vpc/forwardEntry:ForwardEntry",
  bucket: "alicloud:oss/bucket:Bucket",
  cname: "alicloud:oss/bucketCname:BucketCname",
  acceleration: "alicloud:oss/bucketTransferAcceleration:BucketTransferAcceleration",
  clb: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer",
  clbListener: "alicloud:slb/listener:Listener",
  clbRule: "alicloud:slb/rule:Rule",
  attachment: "alicloud:slb/attachment:Attachment",
  function: "alicloud:fc/v3CustomDomain:V3CustomDomain",
  shield: "alicloud:ddos/domainResource:DomainResource",
};

/** A stack of `count` resources: servers with EIPs and records, CDN domains, and resources that nobody judges. */
export function stack(count, unfiledDomains = 0) {
  const resources = [resource(T.group, "group", { vpcId: "vpc-1" })];
  resources.push(
    resource(
      T.rule,
      "web",
      { type: "ingress", ipProtocol: "tcp", portRange: "443/443", cidrIp: "0.0.0.0/0" },
      { securityGroupId: [urnOf(T.group, "group")] },
    ),
  );
  for (let index = 0; resources.length < count; index += 1) {
    const domain = index < unfiledDomains ? `unfiled-${index}.com` : "example.com";
    const server = urnOf(T.instance, `web-${index}`);
    const address = urnOf(T.eip, `eip-${index}`);
    resources.push(
      resource(
        T.instance,
        `web-${index}`,
        {
          instanceChargeType: "PrePaid",
          period: 12,
          renewalStatus: "AutoRenewal",
          internetMaxBandwidthOut: 5,
          instanceType: "ecs.g7.large",
          imageId: "aliyun_3_x64_20G_alibase_20260101.vhd",
          systemDiskCategory: "cloud_essd",
          systemDiskSize: 40,
          tags: { team: "platform", environment: "production", index: String(index) },
        },
        { securityGroups: [urnOf(T.group, "group")] },
      ),
      resource(T.eip, `eip-${index}`, {
        bandwidth: "10",
        internetChargeType: "PayByTraffic",
        tags: { index: String(index) },
      }),
      resource(T.association, `bind-${index}`, {}, { allocationId: [address], instanceId: [server] }),
      resource(
        T.record,
        `record-${index}`,
        { domainName: domain, rr: `host-${index}`, type: "A", ttl: 600 },
        { value: [address] },
      ),
      resource("alicloud:log/store:Store", `log-${index}`, {
        projectName: "bench",
        logstoreName: `log-${index}`,
        retentionPeriod: 30,
      }),
      resource("alicloud:ram/role:Role", `role-${index}`, {
        roleName: `role-${index}`,
        description: "a role".repeat(20),
      }),
      resource("alicloud:oss/bucketObject:BucketObject", `object-${index}`, {
        bucket: "bench",
        key: `k/${index}`,
        content: "x".repeat(200),
      }),
    );
  }
  return resources.slice(0, count);
}

/**
 * A stack of `count` resources of which every third is found fault with: CDN domains of unfiled apexes, without a server
 * that could obtain a filing.
 */
export function findings(count) {
  const others = stack(count - Math.floor(count / 6));
  const sites = Array.from({ length: count - others.length }, (_, index) =>
    resource(T.cdn, `site-${index}`, {
      domainName: `www.unfiled-${index}.com`,
      scope: "domestic",
      sources: [{ type: "domain", content: "o.example.net" }],
    }),
  );
  return [...others.filter(({ type }) => type !== T.instance), ...sites];
}

/** `count` ports of one address that a NAT gateway leads to servers, with a record for the address. */
export function forwards(count) {
  const gateway = resource(T.nat, "nat", { natType: "Enhanced" });
  const address = resource(T.eip, "eip", { bandwidth: "10" });
  const bind = resource(T.association, "bind", {}, { allocationId: [address.urn], instanceId: [gateway.urn] });
  const record = resource(
    T.record,
    "record",
    { domainName: "example.com", rr: "www", type: "A" },
    { value: [address.urn] },
  );
  const entries = Array.from({ length: count }, (_, index) =>
    resource(T.forward, `forward-${index}`, {
      forwardTableId: "ftb-1",
      externalIp: "47.96.0.1",
      externalPort: String(1024 + (index % 60_000)),
      internalIp: `192.168.${Math.floor(index / 250) % 250}.${index % 250}`,
      internalPort: "443",
      ipProtocol: "tcp",
    }),
  );
  return [gateway, address, bind, record, ...entries];
}

/** An export of a stack of `count` resources, as `pulumi stack export` writes it. No other stack has what it has. */
export function stateExport(name, count) {
  const text = JSON.stringify(
    stack(count).map(({ urn, type, inputs, dependencies, propertyDependencies, name: own }) => {
      const id = `${name}-${own}`;
      return {
        urn,
        custom: true,
        id,
        type,
        inputs,
        outputs: answered(id, inputs),
        dependencies,
        propertyDependencies,
      };
    }),
  );
  const resources = JSON.parse(text.replaceAll("urn:pulumi:dev::bench::", `urn:pulumi:dev::${name}::`));
  return { version: 3, deployment: { manifest: {}, resources } };
}

/** `count` names, each the CNAME of the next, the last one a CDN domain's. */
export function chain(count) {
  const domain = resource(T.cdn, "cdn", {
    domainName: "n0.example.com",
    scope: "domestic",
    sources: [{ type: "domain", content: "o.example.net" }],
  });
  const records = Array.from({ length: count }, (_, index) =>
    index === count - 1
      ? resource(
          T.record,
          `n-${index}`,
          { domainName: "example.com", rr: `n${index}`, type: "CNAME" },
          { value: [domain.urn] },
        )
      : resource(T.record, `n-${index}`, {
          domainName: "example.com",
          rr: `n${index}`,
          type: "CNAME",
          value: `n${index + 1}.example.com`,
        }),
  );
  return [domain, ...records];
}

/** `count` hosts on one load balancer, a hundred to a rule, with a record each. */
export function hosts(count) {
  const balancer = resource(T.alb, "alb", { addressType: "Internet" });
  const listener = resource(
    T.listener,
    "https",
    { listenerProtocol: "HTTPS", listenerPort: 443 },
    { loadBalancerId: [balancer.urn] },
  );
  const rules = Array.from({ length: Math.ceil(count / 100) }, (_, index) =>
    resource(
      T.albRule,
      `rule-${index}`,
      {
        ruleConditions: [
          {
            type: "Host",
            hostConfig: { values: Array.from({ length: 100 }, (_, at) => `h${index * 100 + at}.example.com`) },
          },
        ],
      },
      { listenerId: [listener.urn] },
    ),
  );
  const records = Array.from({ length: count }, (_, index) =>
    resource(
      T.record,
      `h-${index}`,
      { domainName: "example.com", rr: `h${index}`, type: "CNAME" },
      { value: [balancer.urn] },
    ),
  );
  return [balancer, listener, ...rules, ...records];
}

/** The register with `count` waivers of findings that there are not, each for a host of its own. */
export function waivers(count) {
  const waived = Array.from(
    { length: count },
    (_, index) =>
      `  - { rule: icp-dns-record, host: w${index}.unfiled-${index % 50}.com, reason: bench, until: 2026-12-31 }`,
  );
  return `${register()}waivers:\n${waived.join("\n")}\n`;
}

/** The register with `count` servers in its filing. */
export function servers(count) {
  const listed = Array.from(
    { length: count },
    (_, index) => `      - { product: ecs, stack: "bench/dev", resource: "*::web-${index}", expiresOn: 2027-12-31 }`,
  );
  return [
    "version: 1",
    "asOf: 2026-11-22",
    "filings:",
    "  - domain: example.com",
    "    status: active",
    "    accessProviders: [{ name: aliyun }]",
    "    servers:",
    ...listed,
    "",
  ].join("\n");
}

/** A register with an active filing for example.com and `more` others. */
export function register(more = 0) {
  const others = Array.from({ length: more }, (_, index) => `  - { domain: filed-${index}.com, status: active }`);
  return [
    "version: 1",
    "asOf: 2026-11-22",
    "filings:",
    "  - { domain: example.com, status: active, accessProviders: [{ name: aliyun }] }",
    ...others,
    "",
  ].join("\n");
}

/** `count` CDN domains, each before a bucket of the plan that it names by its endpoint. */
export function edges(count) {
  return Array.from({ length: count }, (_, index) => [
    resource(T.bucket, `origin-${index}`, { bucket: `origin-${index}` }),
    resource(T.cdn, `edge-${index}`, {
      domainName: `e${index}.example.com`,
      scope: "domestic",
      sources: [{ type: "oss", content: `origin-${index}.oss-cn-hangzhou.aliyuncs.com` }],
    }),
  ]).flat();
}

/** `count` buckets with a domain each, of which the transfer is accelerated. */
export function buckets(count) {
  return Array.from({ length: count }, (_, index) => {
    const bucket = resource(T.bucket, `media-${index}`, { bucket: `media-${index}` });
    return [
      bucket,
      resource(T.acceleration, `fast-${index}`, { enabled: true }, { bucket: [bucket.urn] }),
      resource(T.cname, `cname-${index}`, { domain: `m${index}.example.com` }, { bucket: [bucket.urn] }),
    ];
  }).flat();
}

/** `count` CDN domains that the plan deletes, and records that still lead to the names which they were given. */
export function removed(count) {
  const names = Array.from({ length: count }, (_, index) => `d${index}.example.com`);
  return [
    ...names.map((domainName, index) => ({
      ...resource(T.cdn, `gone-${index}`, { domainName, scope: "domestic", cname: `${domainName}.w.kunlunsl.com` }),
      deleted: true,
    })),
    ...names.map((domainName, index) =>
      resource(T.record, `left-${index}`, {
        domainName: "example.com",
        rr: `d${index}`,
        type: "CNAME",
        value: `${domainName}.w.kunlunsl.com`,
      }),
    ),
  ];
}

/** `count` load balancers, each with a listener and a forwarding rule for a host. */
export function rules(count) {
  return Array.from({ length: count }, (_, index) => {
    const balancer = resource(T.clb, `clb-${index}`, { addressType: "internet" });
    const loadBalancerId = [balancer.urn];
    return [
      balancer,
      resource(T.clbListener, `listener-${index}`, { frontendPort: 80, protocol: "http" }, { loadBalancerId }),
      resource(
        T.clbRule,
        `rule-${index}`,
        { frontendPort: 80, domain: `r${index}.example.com`, serverGroupId: "rsp-1" },
        { loadBalancerId },
      ),
    ];
  }).flat();
}

/** A stack of `count` resources about which ten policies and more have something to say. */
export function reported(count) {
  const faulty = [
    resource(T.cdn, "site", { domainName: "www.unfiled-cdn.com", scope: "domestic", cdnType: "web" }),
    resource(T.cdn, "suffix", { domainName: "www.unfiled-cdn.io", scope: "domestic", cdnType: "web" }),
    resource(T.bucket, "media", { bucket: "media" }),
    resource(T.cname, "media", { bucket: "media", domain: "img.unfiled-oss.com" }),
    resource(T.record, "forward", {
      domainName: "unfiled-url.com",
      rr: "www",
      type: "REDIRECT_URL",
      value: "https://www.example.net",
    }),
    resource(T.function, "function", { customDomainName: "api.unfiled-fc.com", protocol: "HTTP" }),
    resource(T.shield, "shield", {
      domain: "www.unfiled-ddos.com",
      instanceIds: ["ddoscoo-cn-1"],
      realServers: ["47.96.0.1"],
    }),
    ...["elsewhere.com", "pending.com"].map((domainName) =>
      resource(T.record, domainName, { domainName, rr: "www", type: "A" }, { value: [urnOf(T.eip, "eip-0")] }),
    ),
    resource(T.record, "nowhere", { domainName: "unfiled-dns.com", rr: "www", type: "A", value: "47.96.0.2" }),
  ];
  const others = stack(count - faulty.length, 5).map((one) =>
    one.type === T.instance ? { ...one, inputs: { ...one.inputs, instanceChargeType: "PostPaid" } } : one,
  );
  return [...others, ...faulty];
}

/** The register for it: of filings that are elsewhere, pending or soon to lapse, and not looked at for long. */
export const reportedRegister = () =>
  [
    "version: 1",
    "asOf: 2026-01-22",
    "filings:",
    "  - domain: example.com",
    "    status: active",
    "    accessProviders: [{ name: aliyun }]",
    "    registration: { registrar: hichina, approvedRegistrar: true, realName: verified, expiresOn: 2026-12-20 }",
    "  - { domain: elsewhere.com, status: active, accessProviders: [{ name: huawei }] }",
    "  - { domain: pending.com, status: pending-initial }",
    "",
  ].join("\n");
