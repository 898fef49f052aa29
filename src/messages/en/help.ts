/** Why each rule asks for what it asks for, in English. */
export const help = {
  "help.icp-cdn-coverage":
    "CDN, DCDN, VOD, Live and ESA serve a domain from nodes in the mainland when its `scope` or `coverage` is `domestic` or `global`, and a `scope` that is left out means `domestic`. Such a domain needs an active filing number, through any access provider. When the filing lapses, the edge stops accelerating the domain.",
  "help.icp-oss-custom-domain":
    "A custom domain on a bucket in a mainland region needs an active filing number, through any access provider. Where the bucket is decides, not its name and not where visitors are. The API refuses a domain without filing, so the deployment would fail halfway.",
  "help.icp-gateway-domain":
    "A host that is bound on a mainland gateway, or on a load balancer by a host rule, is reached there, whether or not DNS is in the plan. Alibaba Cloud blocks a host without filing at the entry, and asks to be among the access providers. Gateways have no service code of their own: the filing is made on a server first.",
  "help.icp-protection-domain":
    "WAF and Anti-DDoS stand before the server: the host resolves to their nodes. On nodes in the mainland a host needs a filing number, through any access provider, and WAF outside asks for it too while the server behind it is in the mainland. When a filing becomes invalid, WAF may stop forwarding.",
  "help.icp-global-accelerator":
    "Global Accelerator takes requests up in acceleration regions. In a mainland region, a host that is bound on the accelerator needs an active filing number, through any access provider. Once the number of a domain is known, its subdomains are covered too. Hong Kong is outside the mainland.",
  "help.icp-dns-record":
    "The duty to file follows the name: a host that resolves to a mainland entry needs an active filing before it serves. Alibaba Cloud looks at the `Host` header and the TLS server name, on every port, and blocks a host whose apex is not filed. Another port, a whitelist or IPv6 exempts nothing.",
  "help.icp-url-forward":
    "A forwarding record leads visitors to Alibaba Cloud's forwarding service in the mainland, which answers for the host. The host's apex needs an active filing with Alibaba Cloud as access provider, even when the URL leads overseas, and the apex of the URL is checked too. When the filing lapses, visitors get an error (502).",
  "help.icp-access-provider":
    "A filing lists the access providers through which its sites are reached, and a mainland instance, EIP or load balancer of Alibaba Cloud asks that Alibaba Cloud is one of them. Otherwise the host is blocked, although its apex is filed; sub-domains are included. CDN domains and buckets do not ask for this.",
  "help.icp-filing-pending":
    "While the first filing is under review, the site must be closed and its DNS paused. A site that already serves can cost the filing. Serve the host only after the approval.",
  "help.icp-access-pending":
    "Access opens only when Alibaba Cloud is in force as access provider, which takes 7 to 24 hours after an approval. Until then visitors may see 403. The site may keep serving through its other providers, so this is advisory.",
  "help.icp-origin-provider":
    "CDN, WAF and Anti-DDoS ask for a filing number of any provider, but what they fetch from may ask for more. The visitor's `Host` is passed on, and a mainland instance, EIP or load balancer of Alibaba Cloud blocks it unless Alibaba Cloud is among the access providers. The edge then shows the block's page.",
  "help.icp-unnamed-website":
    "A website in the mainland needs a filing even when it is reached by its address alone, and Alibaba Cloud files domains only. Its block goes by domain and leaves a bare address alone, hence this is advisory. More often the host is only missing in the plan, and then nothing else can judge it.",
  "help.icp-offshore-edge":
    "An edge outside the mainland needs no filing, but a mainland origin behind it does. The edge passes the visitor's `Host` on, and Alibaba Cloud blocks by that `Host` at the origin's entry. The origin asks for what it would ask for without the edge: a filing, and mostly Alibaba Cloud as access provider.",
  "help.icp-oss-default-domain":
    "Accounts that activated OSS on or after 2025-03-20 get no data at the default public domain of a mainland bucket: requests are refused. What everybody is to read needs a custom domain, and that needs a filed apex. Older accounts and internal endpoints are not affected.",
  "help.icp-commercial-licence":
    "A site that provides information for a fee needs a commercial licence on top of its filing. Without it such a site may not serve, filed or not. Whether a site is commercial is decided by the regulator, so it is declared in the register and never concluded from a plan.",
  "help.icp-psb-filing":
    "Within 30 days of its opening a site must be filed with the public security authority too, apart from the ICP filing. How that goes depends on the place. A number of the ICP filing does not replace it.",
  "help.icp-app-filing":
    "Apps, mini-programs and quick apps are filed like websites, each with a number of its own. Access providers may not serve an unfiled app. Programs for the desktop are out of scope.",
  "help.icp-server-billing":
    "A filing through Alibaba Cloud needs a service code, and only a subscription server gives one. With a pay-as-you-go or spot instance the filing cannot be made. `PostPaid` is the provider's default.",
  "help.icp-server-term":
    "A server gives a service code only when its subscription runs for three months or more in total, renewals included, and what is left of it must be enough too. A shorter one cannot be filed with. `period` counts only when the server is created.",
  "help.icp-server-bandwidth":
    "The authorities ask for the public address of the server, so one without public bandwidth obtains no filing. `internetMaxBandwidthOut` (`internet_max_bandwidth_out` in Terraform) is 0 when it is left out.",
  "help.icp-server-region":
    "A filing needs a server in a mainland region: with one elsewhere it cannot be made. Hong Kong, Macau and Taiwan are outside, although `cn-hongkong` begins like a mainland region.",
  "help.icp-server-renewal":
    "When the server that a filing was made with expires, the site goes down, the filing is treated as invalid, and then it is cancelled. A revoked number cannot be restored. A server that renews itself cannot be forgotten.",
  "help.icp-server-quota":
    "A filing uses up a service code of its server, and a server carries few of them: ECS and Simple Application Server five. A used code never returns, not even when the filing is deregistered. More can be bought, so this is advice.",
  "help.icp-server-missing":
    "An apex that nobody has filed needs a server as the vehicle of its filing, even when the site is served by CDN, OSS or a load balancer alone. Without one there is no service code, and no filing. The server must stay: when it lapses, the filing is treated as invalid.",
  "help.icp-filed-domain-offshore":
    "A filing stays valid only while its domain is in use on a mainland server of a listed provider. Alibaba Cloud audits filed domains: one that leads to Hong Kong or overseas gets a notice, and then its access is cancelled. Without another provider the filing becomes an empty shell, and a revoked number cannot be restored.",
  "help.icp-filed-domain-split":
    "A host that is served only from outside the mainland does not break the filing of its domain by itself. But audits and some provinces look at where a filed domain leads. Keeping one host in the mainland to save the filing is not known to suffice.",
  "help.icp-server-removed":
    "A filing hangs on the server it was made with. When that server expires or is released, the filing is treated as invalid and then cancelled. A replaced server is a new one, with new service codes.",
  "help.icp-licence-ip":
    "Some provinces tie the commercial licence to the address that serves the site. There the licence must be changed before the address is, also when a load balancer is put in front of the server. Change filings are due 30 days ahead.",
  "help.icp-ip-drift":
    "A filing names the addresses that serve the site. Audits compare them with where the domain leads, and the public-security filing may have to follow. Who has no commercial licence is not forced to change them when the site moves inside Alibaba Cloud, but it is recommended.",
  "help.icp-access-provider-removal":
    "A filing lives by its access providers. When Alibaba Cloud is removed while its entries still serve the domain, they are blocked; when no other provider is left, the filing becomes an empty shell and can be deregistered. Add the new provider first, move the hosts, and remove Alibaba Cloud last.",
  "help.icp-empty-shell":
    "Alibaba Cloud audits filed domains: one whose DNS leads to no mainland node of its own, or that gets no traffic, loses its access. Once no access provider is left the filing is an empty shell, and the authority cancels it. A new filing starts from nothing.",
  "help.icp-edge-duplicate":
    "CDN, DCDN, ESA and the like each keep a state of the domains they serve. When a domain is enabled in one product while another still serves it, the states conflict. After a filing is approved, access may then not open.",
  "help.icp-domain-suffix":
    "A domain can only be filed when the MIIT approved its suffix. The list that counts is on domain.miit.gov.cn. The shipped list is short and dated, and the register can extend it.",
  "help.icp-domain-suffix-filed":
    "Suffixes that are not approved any more were filed in earlier years, and such a filing goes on working. But once it is deregistered, the domain can never be filed again. Some provinces refuse change filings for it.",
  "help.icp-domain-registrar":
    "A domain can only be filed when it is registered with a registrar that the MIIT approved. Domains at foreign registrars, Alibaba Cloud's international site among them, must be transferred in first.",
  "help.icp-domain-real-name":
    "The holder of a domain must be verified by name before it can be filed. The verification takes about three working days to reach the ministry, and an application before that is refused.",
  "help.icp-domain-holder":
    "The verified holder of a domain must be the entity that files, in some provinces also a person responsible for it. A domain that changes hands without a change filing is flagged as an empty shell and removed.",
  "help.icp-domain-expiry":
    "When a domain lapses and somebody else registers it, the new owner can have the filing revoked, and a revoked number cannot be restored. Many provinces also want three months of validity before they accept an application.",
  "help.icp-domain-words":
    "A filing is refused when its domain contains words that the authority takes for sensitive. Which ones is nowhere published, so the list is the register's. The domains of public bodies must be under suffixes of their own.",
  "help.icp-account-site":
    "Accounts of Alibaba Cloud's international site can file neither websites nor apps, so a filing that counts on one is never made. Filing needs an account of the China site; the servers may stay with the other account.",
  "help.icp-account-entity":
    "One Alibaba Cloud account files for one entity. A server may belong to another account, but then its service code must be fetched from the account that bought it. No other account can request it.",
  "help.icp-one-domain-per-site":
    "Since 2019-04-22 a website is filed with one domain, and several domains under one number were fine only before. Since then they are a sign that a domain was never filed, or that the register is wrong.",
  "help.icp-entity-eligible":
    "Not everybody can file: a foreign company without presence in China cannot, and an individual's filing must not show company content. A representative office can in some provinces. Proxy holders exist, in a grey area: the domain is signed over to them, and their violations hit every domain they hold.",
  "help.icp-entity-province":
    "An entity files in the province of its licence, and the filing number begins with that province's sign. An enterprise cannot file in another province. A number that begins otherwise shows that entity or filing is wrong in the register.",
  "help.icp-register-contradicted":
    "Every verdict rests on the register, and a wrong register gives wrong verdicts. Where Alibaba Cloud was asked (`alicloud-icp register --verify`) and says that a filing, a verification or a server is not what the register declares, a plan that passes may be blocked after it is deployed.",
  "help.icp-register-differs":
    "Where Alibaba Cloud was asked (`alicloud-icp register --verify`) and names another day or number, or a filing that the register does not have, the register lags behind. Nothing is lost by it today; what rests on it, such as when a domain runs out, is wrong tomorrow.",
  "help.icp-register":
    "Every verdict rests on the register. One that cannot be read must not be taken for none: filed domains would be reported as unfiled. So only what is wrong with it is said.",
  "help.icp-register-stale":
    "A register describes the world on a day. Filings change, resources are renamed, and waivers are meant to end. An entry that names nothing is not noticed by itself: what it was to say is only missing.",
  "help.icp-undetermined":
    "What a plan does not show must not pass as fine. A mandatory rule that cannot decide does not block, but it is not silent either: it speaks at the level of this rule. Make this rule mandatory to gate on it.",
} as const;
