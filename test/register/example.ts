/** A register that uses every key. */
export const EXAMPLE = `# yaml-language-server: $schema=./node_modules/alicloud-icp/icp.schema.json
version: 1
asOf: 2026-11-22
staleAfterDays: 90
unlisted: unfiled
accounts:
  - { id: "1234567890", site: china, entity: acme-cn, ossActivatedOn: 2025-06-01 }
entities:
  - { id: acme-cn, type: enterprise, province: zhejiang }
filings:
  - domain: example.com
    number: 浙ICP备12345678号-1
    status: active
    approvedAt: 2024-03-01
    entity: acme-cn
    account: "1234567890"
    accessProviders: [{ name: aliyun, status: active }]
    servers:
      - { product: ecs, id: i-bp1xxxx, account: "1234567890", stack: "web/prod", resource: "*::filing", expiresOn: 2027-03-01, termMonths: 12, codesUsed: 2, serviceCode: false }
    ips: [203.0.113.10]
    hosts: [www.example.com, { host: shop.example.com, stack: "shop/*" }]
    commercial: { required: false, licence: null, ipBound: false }
    psb: { number: null, siteOpenedOn: 2024-03-02 }
    registration: { registrar: hichina, approvedRegistrar: true, realName: verified, realNameAt: 2024-01-01, holder: acme-cn, expiresOn: 2027-01-01 }
apps:         [{ name: Shop, hosts: [api.example.com], number: 浙ICP备12345678号-2A, status: active }]
externalDns:  [{ host: www.example.com, resource: "*::alicloud:alb/loadBalancer:LoadBalancer::public", stack: "shop/prod" }]
edges:        [{ host: www.example.com, vendor: cloudflare, mainlandNodes: false, origin: "*::web", stack: "shop/prod" }]
suffixes:     { asOf: 2026-11-01, approved: [cn, com, net], denied: [io] }
words:        []
rules:        { icp-ip-drift: mandatory, icp-psb-filing: disabled }
waivers:
  - { rule: icp-unnamed-website, resource: "*::debug-box", reason: "office VPN only", until: 2027-01-31, owner: platform }
`;
