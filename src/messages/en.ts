/**
 * All texts in English. `{name}` is a parameter; `{name|group}` looks the parameter's value up under `group.value`.
 * Other languages have the same keys, or do not compile.
 */
export const en = {
  // What each rule is about, in one short line.
  "rule.icp-cdn-coverage": "A CDN domain that covers the mainland needs a filed apex",
  "rule.icp-oss-custom-domain": "A custom domain on a mainland bucket needs a filed apex",
  "rule.icp-gateway-domain": "A host bound on a mainland gateway or load balancer needs a filed apex",
  "rule.icp-global-accelerator": "A host that Global Accelerator takes up in the mainland needs a filed apex",
  "rule.icp-protection-domain": "A host on a mainland WAF or Anti-DDoS needs a filed apex",
  "rule.icp-dns-record": "A host that resolves to a mainland entry needs a filed apex",
  "rule.icp-url-forward": "A host that is forwarded to a URL needs a filed apex",
  "rule.icp-access-provider": "Alibaba Cloud must be among the access providers of a host it serves",
  "rule.icp-filing-pending": "A host must not be served before its first filing is approved",
  "rule.icp-access-pending": "A host is served before its access to Alibaba Cloud is in force",
  "rule.icp-unnamed-website": "A mainland entry is open for the web and no host is known for it",
  "rule.icp-offshore-edge": "An edge outside the mainland does not exempt a mainland origin",
  "rule.icp-server-billing": "A server for filing must be a subscription",
  "rule.icp-server-term": "A server for filing must be bought for three months or more",
  "rule.icp-server-bandwidth": "A server for filing must have public bandwidth",
  "rule.icp-server-region": "A server for filing must be in the mainland",
  "rule.icp-server-missing": "An unfiled apex needs a server that could obtain the filing",
  "rule.icp-filed-domain-offshore": "A filed domain must not leave the mainland",
  "rule.icp-filed-domain-split": "A host of a filed domain is served only from outside the mainland",
  "rule.icp-server-removed": "The only server of a filing must not go away",
  "rule.icp-licence-ip": "The address that a commercial licence names should not change under it",
  "rule.icp-ip-drift": "The serving address should be among those of the filing",
  "rule.icp-access-provider-removal":
    "Alibaba Cloud must not be removed as access provider while the filing rests on it",
  "rule.icp-domain-suffix": "A domain to be filed needs a suffix that the MIIT approved",
  "rule.icp-domain-suffix-filed": "A filed domain whose suffix could not be filed again",
  "rule.icp-domain-registrar": "A domain to be filed must be at an approved registrar",
  "rule.icp-domain-real-name": "The holder of a domain to be filed must be verified",
  "rule.icp-domain-holder": "The holder of a domain should be the entity that files it",
  "rule.icp-domain-expiry": "The domain of a filing must not expire",
  "rule.icp-domain-words": "A domain should not contain a listed word, and a public body's has its own suffixes",
  "rule.icp-account-site": "An account of the international site cannot file",
  "rule.icp-account-entity": "One account files for one entity, with codes of the buying account",
  "rule.icp-one-domain-per-site": "A website number covers one domain",
  "rule.icp-entity-eligible": "The entity must be able to file",
  "rule.icp-entity-province": "A filing belongs to the province of its entity",
  "rule.icp-oss-default-domain": "A bucket that everybody may read needs a custom domain",
  "rule.icp-commercial-licence": "A commercial site needs its licence",
  "rule.icp-psb-filing": "A site needs its public-security filing within 30 days of opening",
  "rule.icp-app-filing": "An app that is served from the mainland needs a number of its own",
  "rule.icp-server-renewal": "A server that a filing depends on should renew itself",
  "rule.icp-server-quota": "A server carries only so many service codes",
  "rule.icp-edge-duplicate": "A host should be on one CDN-like product only",
  "rule.icp-empty-shell": "A filed host should keep a mainland entry",
  "rule.icp-register": "The register must be readable",
  "rule.icp-register-stale": "The register and its waivers must be up to date",
  "rule.icp-undetermined": "What a mandatory rule could not decide",

  // Findings.
  "icp-cdn-coverage":
    "{host} ({kind|kind}) is served from nodes in the mainland ({scope|scope}), and {apex} {state|state}",
  "icp-cdn-coverage.lapsed":
    "{host} ({kind|kind}) is served from nodes in the mainland ({scope|scope}), and {apex} {state|state}: the edge stops accelerating it",
  "icp-oss-custom-domain":
    "{host} is a custom domain of a bucket in {region} in the mainland, and {apex} {state|state}",
  "icp-gateway-domain":
    "{host} is bound on {entry} ({kind|kind}) in {region} in the mainland, and {apex} {state|state}",
  "icp-global-accelerator":
    "{host} is bound on {entry} ({kind|kind}), which takes requests up in {region} in the mainland, and {apex} {state|state}",
  "icp-protection-domain":
    "{host} is served by {entry} ({kind|kind}) in {region} in the mainland, and {apex} {state|state}",
  "icp-protection-domain.origin":
    "{host} is served by {entry} ({kind|kind}) in front of an origin in {region} in the mainland, and {apex} {state|state}",
  "icp-dns-record":
    "{host} leads to {entry} ({kind|kind}) in {region|region} in the mainland, and {apex} {state|state}",
  "icp-dns-record.port":
    "{host} leads to {entry} ({kind|kind}) in {region|region} in the mainland, and {apex} {state|state}; another port than 80 and 443 exempts nothing",
  "icp-url-forward":
    "{host} is forwarded to a URL by Alibaba Cloud in the mainland, wherever the URL leads, and {apex} {state|state}",
  "icp-access-provider":
    "{host} is served by {entry} ({kind|kind}) in {region|region}, and {apex} is filed, but not with Alibaba Cloud as access provider",
  "icp-filing-pending":
    "{host} is already served from {region|region} in the mainland, and the first filing of {apex} is not approved yet",
  "icp-access-pending.adding":
    "{host} is served by {entry} ({kind|kind}) in {region|region} while Alibaba Cloud is still being added as access provider of {apex}",
  "icp-access-pending.new":
    "{host} is served by {entry} ({kind|kind}) in {region|region}; {apex} was approved on {approvedAt}, and it takes 7 to 24 hours until access opens",
  "icp-unnamed-website":
    "{entry} ({kind|kind}) in {region} is open to the world for the web, and no host is known for it",
  "icp-offshore-edge":
    "{host} is served by an edge outside the mainland whose origin {entry} ({kind|kind}) is in {region} in the mainland, and {apex} {state|state}",
  "icp-server-billing": "{server} is to obtain the filing of {apex}, but it is {charge|charge}",
  "icp-server-term":
    "{server} is to obtain the filing of {apex}, but it is bought for {months} months; three are needed, declared renewals included",
  "icp-server-bandwidth": "{server} is to obtain the filing of {apex}, but it has neither public bandwidth nor an EIP",
  "icp-server-bandwidth.eip":
    "The only public address of {server} is an EIP: confirm in the filing console that it is accepted",
  "icp-server-region": "{server} is named as filing server of {apex}, but it is in {region}, outside the mainland",
  "icp-server-missing":
    "{apex} {state|state}, and neither plan nor register holds a server that could obtain its filing",
  "icp-filed-domain-offshore": "{host} is served only from {region|region}, outside the mainland, and {apex} is filed",
  "icp-filed-domain-split": "{host} is served only from {region|region}, outside the mainland, while {apex} is filed",
  "icp-server-removed.deleted":
    "{server}, the only live server of the filing of {apex}, is {change|change} by this plan",
  "icp-server-removed.gone":
    "The register says that stack {stack} holds {server} for the filing of {apex}, and the plan has no such resource",
  "icp-licence-ip": "{host} is served from {address} ({entry}), and the commercial licence of {apex} is bound to {ips}",
  "icp-licence-ip.new":
    "{host} is served from a new address of {entry}, and the commercial licence of {apex} is bound to {ips}",
  "icp-licence-ip.changed":
    "{host} is served from {entry} and no longer from {before}, and the commercial licence of {apex} is bound to the address",
  "icp-ip-drift": "{host} is served from {address} ({entry}), which is not among the addresses of the filing of {apex}",
  "icp-ip-drift.new":
    "{host} is served from a new address of {entry}, which is not among the addresses of the filing of {apex}",
  "icp-access-provider-removal.served":
    "{host} is served by {entry} ({kind|kind}) in {region|region} while Alibaba Cloud is being removed as access provider of {apex}",
  "icp-access-provider-removal.alone":
    "Alibaba Cloud is being removed as access provider of {apex}, and no other one is active: the filing becomes an empty shell",
  "icp-domain-suffix":
    "{apex} must be filed, and the MIIT has not approved its suffix {suffix} (the list is of {asOf})",
  "icp-domain-suffix-filed":
    "{apex} is filed, and its suffix {suffix} is no longer approved (the list is of {asOf}): it goes on working, but once deregistered it can never be filed again",
  "icp-domain-registrar": "{apex} must be filed, and its registrar {registrar} is not approved by the MIIT",
  "icp-domain-registrar.unnamed": "{apex} must be filed, and its registrar is not approved by the MIIT",
  "icp-domain-real-name": "{apex} must be filed, and the real-name verification of its holder is {realName|realName}",
  "icp-domain-real-name.recent":
    "{apex} must be filed, and its holder was verified on {realNameAt}, {days} working days ago (weekdays); it takes three to reach the ministry",
  "icp-domain-holder": "{apex} is registered to {holder} and filed by {entity}",
  "icp-domain-expiry": "{apex} expires on {expiresOn}, in {days} days",
  "icp-domain-expiry.expired": "{apex} expired on {expiresOn}",
  "icp-domain-words": "{apex} contains the listed word {word}",
  "icp-domain-words.suffix":
    "{apex} must be filed by {entity}, a public body, whose domains must be under {suffixes} in some provinces",
  "icp-account-site": "{apex} {state|state}, and account {account} is of the international site, which cannot file",
  "icp-account-entity": "{apex} is filed by {entity} through account {account}, which also files for {other}",
  "icp-account-entity.server":
    "{server}, with which {apex} is filed, was bought by account {buyer}, and account {account} files without a service code of that one",
  "icp-one-domain-per-site":
    "{number} is the website number of {count} domains, {apex} among them; since {since} a website is filed with one domain",
  "icp-entity-eligible.no-presence":
    "{apex} must be filed, and {entity} is a foreign company without presence in China, which cannot file",
  "icp-entity-eligible.rep-office":
    "{apex} must be filed and is commercial, and {entity} is a representative office, which never gets a commercial licence",
  "icp-entity-eligible.individual":
    "{apex} must be filed and is commercial, and {entity} is an individual, whose filing must not show company content",
  "icp-entity-province": "{apex} is filed as {number}, and {entity} is of {province}, whose numbers begin with {own}",
  "icp-oss-default-domain":
    "Everybody may read {bucket} in {region}, it has no custom domain, and account {account} activated OSS on {activatedOn}: accounts that did so since {since} get no data at the default public domain of a mainland bucket",
  "icp-oss-default-domain.new":
    "Everybody may read {bucket} in {region}, it has no custom domain, and account {account} has not activated OSS yet: accounts that do so since {since} get no data at the default public domain of a mainland bucket",
  "icp-commercial-licence": "{apex} is served from the mainland and needs a commercial licence, and has none",
  "icp-psb-filing":
    "The site of {apex} opened on {siteOpenedOn}, {days} days ago, and has no public-security filing; it is due within 30 days",
  "icp-app-filing": "{app} calls {host}, which is served from the mainland, and has no number of its own",
  "icp-app-filing.status":
    "{app} calls {host}, which is served from the mainland, and its own filing is not in force ({status})",
  "icp-app-filing.website":
    "{app} calls {host}, which is served from the mainland, and {number} is no number of an app, which ends in A, X or K",
  "icp-server-renewal": "The filing of {apex} depends on {server}, which does not renew itself",
  "icp-server-renewal.soon": "The filing of {apex} depends on {server}, which expires on {expiresOn}, in {days} days",
  "icp-server-renewal.expired": "The filing of {apex} depends on {server}, which expired on {expiresOn}",
  "icp-server-quota":
    "{server} is declared for {needed} sites and apps, and a server of its product carries {codes} service codes (the table is of {asOf})",
  "icp-edge-duplicate": "{host} is bound as {first|kind} and as {second|kind} at once",
  "icp-empty-shell": "{host} loses its mainland entry {entry} by this plan and has no other one, and {apex} is filed",
  "icp-empty-shell.disabled": "The record of {host} is disabled, no mainland entry is left for it, and {apex} is filed",
  "icp-empty-shell.declared":
    "The register says that stack {stack} serves {host}, the plan has no mainland entry for it, and {apex} is filed",
  "icp-register.unreadable": "The register cannot be used: {reason}",
  "icp-register.policy": "The pack's configuration names {name}, which is unknown",
  "icp-register-stale.as-of": "The register is of {asOf}, {days} days ago; it goes stale after {limit}",
  "icp-register-stale.waiver-expired": "The waiver of {rule} for {target} expired on {until}",
  "icp-register-stale.waiver-unused": "The waiver of {rule} for {target} waives nothing in this plan",
  "icp-register-stale.waiver-long": "The waiver of {rule} for {target} runs until {until}, longer than a year",
  "icp-undetermined.incomplete":
    "The plan does not show {count} unchanged resources, so nothing can be concluded from what is not in it",
  "icp-undetermined.type":
    "Nobody has described {type} yet ({count} in this plan): whether it serves the public is not judged",
  undetermined: "It cannot be told whether this breaks the rule for {what}",
  "undetermined.unmatched":
    "{count} records of {apex} lead to addresses that are neither in the plan nor in the register ({example})",

  // Why something is undetermined.
  "doubt.computed": "{property} is known only once what it waits for exists",
  "doubt.secret": "{property} is a secret",
  "doubt.hidden": "{property} cannot be seen because the provider's configuration is unknown",
  "doubt.malformed": "{property} should be {expected}",
  "doubt.incomplete": "{count} unchanged resources are not in the plan",
  "doubt.isolated": "only this resource is known so far",
  "doubt.region-unlisted": "region {region} is in no list (the list is of {asOf})",
  "doubt.region-unset": "no region is set by the provider, the stack's configuration, a zone or --region",
  "doubt.default-unsourced": "{property} is left out and its default is not documented",
  "doubt.several-candidates": "{property} is computed from several resources ({names})",
  "doubt.no-address": "it leads to something that has no address of its own",
  "doubt.not-in-plan": "{what} is not in the plan",
  "doubt.unbound": "the address is bound to nothing in the plan",
  "doubt.unmatched-address": "{address} matches nothing in plan or register",
  "doubt.bad-name": "{host} is no name that could be filed",
  "doubt.assumed": "the location of {what} is only assumed",
  "doubt.zone-not-in-plan": "the domain of DNS zone {zone} is not in the plan",
  "doubt.other-provider": "{what} serves it from the mainland, and filings with other providers are not judged here",
  "doubt.cluster-not-in-plan": "the plan does not show to which cluster {what} goes",
  "doubt.chart": "what chart {chart} opens to the public is decided in the cluster, not in the plan",
  "doubt.unlisted": "{apex} is not listed in the register, which says to leave such domains undetermined",
  "doubt.line": "only the line {line} is in the plan, not the default line",
  "doubt.provider-not-given": "the register does not say through which access providers {apex} is filed",
  "doubt.not-declared": "the register does not say {key} of {of}",
  "doubt.several-accounts": "the plan does not say which of the declared accounts it is of ({accounts})",
  "doubt.suffix-unlisted": "the suffix {suffix} is on no list (the list is of {asOf})",
  "doubt.entity-proxy":
    "{entity} is a proxy holder: whether it may hold the filing is a grey area, and what it does wrong elsewhere hits this domain too",
  "doubt.entity-rep-office": "{entity} is a representative office, which can file in some provinces only",
  "doubt.entity-permit":
    "{entity} is an individual from outside the mainland: whether a permit or passport is accepted depends on the province",
  "doubt.number-unreadable": "{number} begins with the sign of no province",
  "doubt.opening-unknown": "what is open to the world is not known",
  "doubt.term-declare": "the months already bought are not in the plan; the register may say termMonths or expiresOn",
  "doubt.no-origin": "nothing tells what it fetches from",
  "doubt.cycle": "it leads back to itself",

  // What to do.
  "remedy.declare": "If {apex} is filed, say so in {file}: filings: [{ domain: {apex}, status: active }]",
  "remedy.file": "File {apex} first (1 to 22 working days), and create this after approval",
  "remedy.hold-record": "Keep the record off until 7 to 24 hours after the approval",
  "remedy.add-access":
    "Add Alibaba Cloud as access provider of {apex}: the other providers are not disturbed, and the site may keep serving meanwhile",
  "remedy.declare-access": "Say in {file} through whom it is filed: accessProviders: [{ name: aliyun }]",
  "remedy.declare-key": "Say {key} of {of} in {file}",
  "remedy.scope-overseas": "Or set scope: overseas, with the origin outside the mainland too",
  "remedy.coverage-overseas":
    "Or set coverage: overseas, with the origin outside the mainland too; crossBorderOptimization then helps visitors in the mainland",
  "remedy.bind-domain":
    "Bind a custom domain of a filed apex, with a certificate; inside the region the internal endpoint works",
  "remedy.cdn-suffix": "CDN refuses .sh and .tel whatever the filing: use another domain",
  "remedy.bucket-outside": "Or keep the bucket outside the mainland",
  "remedy.validate-by-dns":
    "Validate {certificate} by DNS: requests to the host are answered by the block, so validation there fails",
  "remedy.entry-outside": "Or serve it from outside the mainland",
  "remedy.redirect-outside":
    "Or redirect from a web server of your own outside the mainland, with an A or CNAME record",
  "remedy.accelerate-outside":
    "Or accelerate from regions outside the mainland only, such as cn-hongkong, with the endpoints outside too",
  "remedy.protection-outside": "Or protect it outside the mainland, with the origin outside too",
  "remedy.origin-outside": "Move the origin out of the mainland, or file {apex}",
  "remedy.declare-host":
    "Declare the host in {file} (filings[].hosts or externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud",
  "remedy.wait": "Wait for the approval and the synchronisation; until then visitors may see 403",
  "remedy.subscription":
    "Set instanceChargeType: PrePaid (ENS: paymentType: Subscription) with a period of three months or more",
  "remedy.term": "Buy three months or more (period), with automatic renewal",
  "remedy.declare-term": "Say in {file} what was bought: servers: [{ termMonths: … }] or expiresOn",
  "remedy.bandwidth": "Set internetMaxBandwidthOut above 0, or bind an EIP",
  "remedy.mainland-region": "Use a server in a mainland region (Hong Kong, Macau and Taiwan are outside)",
  "remedy.buy-server":
    "Buy an eligible server (a mainland ECS or Simple Application Server subscription of three months or more), and keep it: letting it lapse voids the filing",
  "remedy.keep-mainland": "Keep {host} in the mainland, use another domain outside, or cancel the filing deliberately",
  "remedy.move-server": "Move the filing to another server first",
  "remedy.add-other-access": "Add the new access provider of {apex} first, and remove Alibaba Cloud once it is active",
  "remedy.move-host": "Move {host} to the new provider before that, or keep Alibaba Cloud as access provider",
  "remedy.another-suffix": "Serve {apex} from outside the mainland, or use a domain with an approved suffix",
  "remedy.declare-suffix":
    "Look {suffix} up in the list at domain.miit.gov.cn, and say it in {file}: suffixes: { approved: [{suffix}] } or denied",
  "remedy.keep-filing": "Never deregister the filing of {apex}, and do not cancel its access without need",
  "remedy.transfer-domain": "Transfer {apex} to a registrar that the MIIT approved",
  "remedy.verify-holder": "Have the holder of {apex} verified, and file three working days after that",
  "remedy.same-holder": "Transfer {apex} to the entity that files, or make a change filing",
  "remedy.renew-domain": "Renew {apex}, by a year or more",
  "remedy.another-domain": "Use another domain",
  "remedy.china-account":
    "File with an account of the China site; the servers may be another account's, with a service code",
  "remedy.own-account": "File for each entity with an account of its own",
  "remedy.service-code": "Get a service code from account {buyer}, and say in {file}: serviceCode: true",
  "remedy.file-each": "File each domain as a website of its own",
  "remedy.other-entity":
    "File through a local entity (a branch, a joint venture, a subsidiary), or serve {apex} from outside the mainland",
  "remedy.refile-province": "File {apex} in the province of the licence, or correct the entity's province",
  "remedy.get-licence":
    "Get the licence before the site goes into business, and write it in {file}: commercial: { licence: … }",
  "remedy.psb-file":
    "File {apex} with the public security authority, and write the number in {file}: psb: { number: … }",
  "remedy.app-file":
    "File {app} as an app, a mini-program or a quick app, and write its number in {file}: apps: [{ number: … }]",
  "remedy.renew-server": "Renew {server} and turn on automatic renewal, and write its new end in {file} (expiresOn)",
  "remedy.more-codes": "File with another server, or buy a code; a used code never returns",
  "remedy.one-edge": "Keep the host on one of them",
  "remedy.update-licence":
    "Have the address in the licence changed first, and in the filing and the public-security filing, 30 days ahead; then move {host}, and write the address in {file}: ips",
  "remedy.update-address":
    "Change the address in the filing of {apex}, ask whether the public-security filing needs it too, and write it in {file}: ips",
  "remedy.restore-entry": "Keep a mainland entry for {host}, or cancel the filing of {apex} deliberately",
  "remedy.update-register": "Bring {file} up to date and set asOf",
  "remedy.update-waiver": "Remove or renew the waiver in {file}",
  "remedy.show-sames": "Run pulumi preview --json with --show-sames and without --target",
  "remedy.set-region": "Set the provider's region, or pass --region",
  "remedy.reference": "Refer to one resource's address directly, or declare the host under externalDns in {file}",
  "remedy.declare-dns": "Say where it leads under externalDns in {file}, or check it by hand",
  "remedy.check": "Check it by hand until the value is known",
  "remedy.fix-register": "Correct the register",
  "remedy.fix-config": "Correct the name in the policy configuration",
  "remedy.report-type": "Check it by hand; ask for the type to be described",

  // Values inside sentences.
  "state.unlisted": "is not listed in the register and counts as unfiled",
  "state.unlisted-undetermined": "is not listed in the register",
  "state.unfiled": "is not filed",
  "state.cancelling": "is having its filing cancelled",
  "state.revoked": "has had its filing revoked",
  "state.empty-shell": "has a filing that no access provider backs any more",
  "state.pending-initial": "waits for its first filing",
  "state.pending-access": "waits for Alibaba Cloud as access provider",
  "state.active-provider-not-given": "is filed, the access providers are not given",
  "state.active": "is filed",
  "state.active-new": "was filed within the last day",
  "state.active-removing": "is filed, Alibaba Cloud is being removed as access provider",
  "state.active-elsewhere": "is filed, but not with Alibaba Cloud as access provider",
  "scope.domestic": "scope: domestic",
  "scope.global": "scope: global",
  "scope.omitted": "scope is left out, which means domestic",
  "scope.coverage-domestic": "coverage: domestic",
  "scope.coverage-global": "coverage: global",
  "scope.plan-domestic": "coverage is left out, and the rate plan covers the mainland only",
  "scope.plan-global": "coverage is left out, and the rate plan covers the whole world",
  "charge.pay-as-you-go": "pay-as-you-go",
  "charge.spot": "a spot instance",
  "charge.unstated": "pay-as-you-go, since instanceChargeType is left out",
  "realName.pending": "pending",
  "realName.missing": "missing",
  "change.delete": "deleted",
  "change.replace": "replaced",
  "kind.cdn": "CDN domain",
  "kind.dcdn": "DCDN domain",
  "kind.vod": "ApsaraVideo VOD domain",
  "kind.live": "ApsaraVideo Live domain",
  "kind.scdn": "SCDN domain",
  "kind.esa": "ESA site",
  "kind.oss": "OSS bucket",
  "kind.instance": "ECS instance",
  "kind.simple-server": "Simple Application Server",
  "kind.ens-instance": "ENS instance",
  "kind.container-group": "ECI container group",
  "kind.scaling-group": "scaling group",
  "kind.network-interface": "network interface",
  "kind.ha-vip": "HaVip",
  "kind.eip": "EIP",
  "kind.anycast-eip": "Anycast EIP",
  "kind.ipv6-address": "public IPv6 address",
  "kind.clb": "CLB",
  "kind.alb": "ALB",
  "kind.nlb": "NLB",
  "kind.ens-balancer": "ENS load balancer",
  "kind.nat": "NAT gateway port forwarding",
  "kind.ga": "Global Accelerator",
  "kind.waf": "WAF",
  "kind.ddos": "Anti-DDoS",
  "kind.function": "Function Compute",
  "kind.api-gateway": "API gateway",
  "kind.mse": "MSE gateway",
  "kind.sae": "SAE",
  "kind.edas": "EDAS",
  "kind.kubernetes": "Kubernetes ingress",
  "kind.gtm": "Global Traffic Manager",
  "kind.url-forward": "URL forwarding",
  "kind.foreign-edge": "another vendor's edge",
  "region.domestic": "edge nodes",
  "region.global": "edge nodes",
  "region.overseas": "edge nodes",
  "region.unnamed": "an unnamed region",
  "why.record": "record",
  "why.refers": "refers to",
  "why.equals": "same address as",
  "why.binds": "bound by",
  "why.follows": "next name",
  "why.hosts": "host bound by",
  "why.through": "through",
  "why.declared": "declared in the register",
  "why.fetches": "fetches from",
  "why.entry": "served by",
  "why.endpoint": "endpoint named by",

  // Limits: what was not judged.
  "limit.register-none": "No register was found: every domain counts as unlisted",
  "limit.incomplete": "{count} unchanged resources are not in {plan}; use --show-sames",
  "limit.region": "{name} is taken to be in {region}, as its provider says, although its zone lies in {zone}",
  "limit.capped": "{count} more findings are not shown here",

  // The data that judgements rest on.
  "facts.rules": "rules",
  "facts.table-region": "Regions, as of {asOf}",
  "facts.table-node": "Nodes and districts of the Edge Node Service, as of {asOf}",
  "facts.table-tier": "Kinds of entry, and what each asks for, as of {asOf}",
  "facts.table-quota": "Service codes that a server carries, as of {asOf}",
  "facts.table-suffix": "Suffixes, as of {asOf}",
  "facts.table-endpoint": "Endpoint names of Alibaba Cloud, as of {asOf}",
  "facts.table-port": "Ports, as of {asOf}",
  "facts.table-owned-name": "Names that nobody but Alibaba Cloud can file, as of {asOf}",
  "facts.table-statement": "Statements that rules and data rest on, as of {asOf}",
  "facts.tier": "{kind|kind}: {tier|tier}",
  "facts.quota": "{codes} service codes",
  "facts.approved": "approved by the MIIT",
  "facts.denied": "not approved by the MIIT",
  "facts.endpoint": "{kind|kind}, {location|place}, {reach|reach}",
  "facts.web": "web",
  "facts.not-web": "not web: {protocol}",
  "facts.owned": "owned by Alibaba Cloud",
  "tier.access": "an active filing with Alibaba Cloud among its access providers",
  "tier.number": "an active filing number, through any provider",
  "tier.none": "nothing of its own",
  "place.mainland": "in the mainland",
  "place.outside": "outside the mainland",
  "place.by-region": "where the region in the name is",
  "place.unknown": "the name does not tell where",
  "reach.public": "public",
  "reach.private": "not public",
  "reach.either": "public or internal",

  // Reports.
  "report.violation": "violation",
  "report.undetermined": "undetermined",
  "report.mandatory": "mandatory",
  "report.advisory": "advisory",
  "report.path": "path",
  "report.why": "fact",
  "report.fix": "do",
  "report.waits": "waits for",
  "report.page": "page",
  "report.waived": "waived until {until} by {owner}: {reason}",
  "report.waived-unowned": "waived until {until}: {reason}",
  "report.no-apex": "Without a domain",
  "report.limits": "Notes",
  "report.satisfied-list": "Satisfied",
  "report.satisfied": "satisfied",
  "report.register": "register {file}, of {asOf}",
  "report.register-none": "no register",
  "report.summary":
    "Resources: {resources} ({alicloud} of Alibaba Cloud), domains: {apexes}, hosts: {hosts}, rules: {rules}; violations: {violation}, undetermined: {undetermined}, satisfied: {satisfied}, not applicable: {notApplicable}",
  "report.result": "{mandatory} mandatory, {advisory} advisory, {waived} waived",
  "report.clean": "Nothing to report.",
} as const;
