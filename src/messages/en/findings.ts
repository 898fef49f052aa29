/** What each rule is about, and what it finds, in English. */
export const findings = {
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
  "rule.icp-origin-provider": "A mainland origin asks for Alibaba Cloud as access provider, whatever is in front of it",
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
  "rule.icp-register-contradicted": "The cloud must not deny what the register declares",
  "rule.icp-register-differs": "The register should say what the cloud says",
  "rule.icp-register": "The register must be readable",
  "rule.icp-register-stale": "The register and its waivers must be up to date",
  "rule.icp-undetermined": "What a mandatory rule could not decide",

  // Findings.
  "icp-cdn-coverage":
    "{host} ({kind|kind}) is served from nodes in the mainland ({scope|scope}), and {apex} {state|state}",
  "icp-cdn-coverage.lapsed":
    "{host} ({kind|kind}) is served from nodes in the mainland ({scope|scope}), and {apex} {state|state}: the edge stops accelerating it",
  "icp-cdn-coverage.site":
    "The site of {apex} ({kind|kind}) covers nodes in the mainland ({scope|scope}), and {apex} {state|state}",
  "icp-oss-custom-domain":
    "{host} is a custom domain of a bucket in {region|region} in the mainland, and {apex} {state|state}",
  "icp-gateway-domain":
    "{host} is bound on {entry} ({kind|kind}) in {region|region} in the mainland, and {apex} {state|state}",
  "icp-gateway-domain.behind":
    "{host} is bound on {on} ({onKind|kind}), to which {entry} ({kind|kind}) in {region|region} in the mainland leads, and {apex} {state|state}",
  "icp-global-accelerator":
    "{host} is bound on {entry} ({kind|kind}), which takes requests up in {region|region} in the mainland, and {apex} {state|state}",
  "icp-protection-domain":
    "{host} is served by {entry} ({kind|kind}) in {region|region} in the mainland, and {apex} {state|state}",
  "icp-protection-domain.origin":
    "{host} is served by {entry} ({kind|kind}) in front of an origin in {region|region} in the mainland, and {apex} {state|state}",
  "icp-dns-record":
    "{host} leads to {entry} ({kind|kind}) in {region|region} in the mainland, and {apex} {state|state}",
  "icp-dns-record.port":
    "{host} leads to {entry} ({kind|kind}) in {region|region} in the mainland, and {apex} {state|state}; another port than 80 and 443 exempts nothing",
  "icp-url-forward.target":
    "{host} is forwarded to {target} by Alibaba Cloud in the mainland, which checks both names, and {targetApex} {state|state}",
  "icp-url-forward":
    "{host} is forwarded to a URL by Alibaba Cloud in the mainland, wherever the URL leads, and {apex} {state|state}",
  "icp-access-provider":
    "{host} is served by {entry} ({kind|kind}) from {region|region}, and {apex} is filed, but not with Alibaba Cloud as access provider",
  "icp-filing-pending":
    "{host} is already served from {region|region} in the mainland, and the first filing of {apex} is not approved yet",
  "icp-access-pending.adding":
    "{host} is served by {entry} ({kind|kind}) from {region|region} while Alibaba Cloud is still being added as access provider of {apex}",
  "icp-access-pending.new":
    "{host} is served by {entry} ({kind|kind}) from {region|region}; {apex} was approved on {approvedAt}, and it takes 7 to 24 hours until access opens",
  "icp-unnamed-website":
    "{entry} ({kind|kind}) in {region|region} is open to the world for the web, and no host is known for it",
  "icp-offshore-edge":
    "{host} is served by an edge outside the mainland whose origin {entry} ({kind|kind}) is in {region|region} in the mainland, and {apex} {state|state}",
  "icp-offshore-edge.asked":
    "{host} is served by an edge outside the mainland that asks its origin {entry} ({kind|kind}) in {region|region} in the mainland for {asked}, and {apex} {state|state}",
  "icp-origin-provider":
    "{host} is fetched from {entry} ({kind|kind}) in {region|region} in the mainland, which is asked for {asked}, and {apex} is filed, but not with Alibaba Cloud as access provider",
  "icp-server-billing": "{server} is to obtain the filing of {apex}, but it is {charge|charge}",
  "icp-server-term":
    "{server} is to obtain the filing of {apex}, but it is bought for {months#month}; three are needed, declared renewals included",
  "icp-server-term.left":
    "{server} is to obtain the filing of {apex}, but its subscription has {days#day} left; 90 are needed",
  "icp-server-bandwidth": "{server} is to obtain the filing of {apex}, but it has neither public bandwidth nor an EIP",
  "icp-server-bandwidth.eip":
    "The only public address of {server} is an EIP: confirm in the ICP filing console that it is accepted",
  "icp-server-region":
    "{server} is named as filing server of {apex}, but it is in {region|region}, outside the mainland",
  "icp-server-missing":
    "{apex} {state|state}, and neither plan nor register holds a server that could obtain its filing",
  "icp-filed-domain-offshore": "{host} is served only from {region|region}, outside the mainland, and {apex} is filed",
  "icp-filed-domain-split": "{host} is served only from {region|region}, outside the mainland, while {apex} is filed",
  "icp-server-removed.deleted":
    "{server}, the only live server of the filing of {apex}, is {change|change} by this plan",
  "icp-server-removed.ended":
    "{server}, the only live server of the filing of {apex}, is deleted or awaits its deletion in the state",
  "icp-server-removed.gone":
    "The register says that stack {stack} holds {server} for the filing of {apex}, and the plan has no such resource",
  "icp-licence-ip":
    "{host} is served from {address} ({entry}), and the commercial licence of {apex} is bound to {ips|list}",
  "icp-licence-ip.new":
    "{host} is served from a new address of {entry}, and the commercial licence of {apex} is bound to {ips|list}",
  "icp-licence-ip.changed":
    "{host} is served from {entry} and no longer from {before}, and the commercial licence of {apex} is bound to the address",
  "icp-ip-drift": "{host} is served from {address} ({entry}), which is not among the addresses of the filing of {apex}",
  "icp-ip-drift.new":
    "{host} is served from a new address of {entry}, which is not among the addresses of the filing of {apex}",
  "icp-access-provider-removal.served":
    "{host} is served by {entry} ({kind|kind}) from {region|region} while Alibaba Cloud is being removed as access provider of {apex}",
  "icp-access-provider-removal.alone":
    "Alibaba Cloud is being removed as access provider of {apex}, and no other one is active: the filing becomes an empty shell",
  "icp-domain-suffix":
    "{apex} must be filed, and its suffix {suffix} is one of those that the MIIT has not approved, by a hand-made list of {asOf}",
  "icp-domain-suffix.declared":
    "{apex} must be filed, and the register says that the MIIT has not approved its suffix {suffix}",
  "icp-domain-suffix-filed":
    "{apex} is filed, and its suffix {suffix} is one of those that the MIIT does not approve, by a hand-made list of {asOf}: it goes on working, but once deregistered it can never be filed again",
  "icp-domain-suffix-filed.declared":
    "{apex} is filed, and the register says that the MIIT does not approve its suffix {suffix}: it goes on working, but once deregistered it can never be filed again",
  "icp-domain-registrar": "{apex} must be filed, and its registrar {registrar} is not approved by the MIIT",
  "icp-domain-registrar.unnamed": "{apex} must be filed, and its registrar is not approved by the MIIT",
  "icp-domain-real-name": "{apex} must be filed, and the real-name verification of its holder is {realName|realName}",
  "icp-domain-real-name.recent":
    "{apex} must be filed, and its holder was verified on {realNameAt}, {days#working-day} ago (weekdays); it takes three to reach the ministry",
  "icp-domain-holder": "{apex} is registered to {holder} and filed by {entity}",
  "icp-domain-expiry": "{apex} expires on {expiresOn}, in {days#day}",
  "icp-domain-expiry.expired": "{apex} expired on {expiresOn}",
  "icp-domain-words": "{apex} contains the listed word {word}",
  "icp-domain-words.suffix":
    "{apex} must be filed by {entity}, a public body, whose domains must be under {suffixes|list} in some provinces",
  "icp-account-site": "{apex} {state|state}, and account {account} is of the international site, which cannot file",
  "icp-account-entity": "{apex} is filed by {entity} through account {account}, which also files for {other}",
  "icp-account-entity.server":
    "{server}, with which {apex} is filed, was bought by account {buyer}, and account {account} files without a service code of that one",
  "icp-one-domain-per-site":
    "{number} is the website number of {count#domain} ({domains|list}); since {since} a website is filed with one domain",
  "icp-entity-eligible.no-presence":
    "{apex} must be filed, and {entity} is a foreign company without presence in China, which cannot file",
  "icp-entity-eligible.rep-office":
    "{apex} must be filed and is commercial, and {entity} is a representative office, which never gets a commercial licence",
  "icp-entity-eligible.individual":
    "{apex} must be filed and is commercial, and {entity} is an individual, whose filing must not show company content",
  "icp-entity-eligible.filed":
    "{apex} is filed and commercial, and {entity} is an individual, whose filing must not show company content",
  "icp-entity-province":
    "{apex} is filed as {number}, and {entity} is of {province|province}, whose numbers begin with {own|list}",
  "icp-oss-default-domain":
    "Everybody may read {bucket} in {region|region}, it has no custom domain, and account {account} activated OSS on {activatedOn}: accounts that did so since {since} get no data at the default public domain of a mainland bucket",
  "icp-oss-default-domain.new":
    "Everybody may read {bucket} in {region|region}, it has no custom domain, and account {account} has not activated OSS yet: accounts that do so since {since} get no data at the default public domain of a mainland bucket",
  "icp-commercial-licence": "{apex} is served from the mainland and needs a commercial licence, and has none",
  "icp-psb-filing":
    "The site of {apex} opened on {siteOpenedOn}, {days#day} ago, and has no public-security filing; it is due within 30 days",
  "icp-app-filing": "{app} calls {host}, which is served from the mainland, and has no number of its own",
  "icp-app-filing.status":
    "{app} calls {host}, which is served from the mainland, and its own filing is not in force ({status|filing})",
  "icp-app-filing.website":
    "{app} calls {host}, which is served from the mainland, and {number} is no number of an app, which ends in A, X or K",
  "icp-server-renewal": "The filing of {apex|list} depends on {server}, which does not renew itself",
  "icp-server-renewal.cloud":
    "The filing of {apex|list} depends on {server}, and {operation} says that it does not renew itself (asked {at})",
  "icp-server-renewal.forgotten":
    "The filing of {apex|list} depends on {server}, which leaves the program but lives on: nobody renews it any more",
  "icp-server-renewal.soon":
    "The filing of {apex|list} depends on {server}, which expires on {expiresOn}, in {days#day}",
  "icp-server-renewal.expired": "The filing of {apex|list} depends on {server}, which expired on {expiresOn}",
  "icp-server-quota.used":
    "{server} has used {needed#code}, and a server of its product carries {codes#code} (the table is of {asOf})",
  "icp-server-quota":
    "{server} is declared for {needed#site}, and a server of its product carries {codes#code} (the table is of {asOf})",
  "icp-edge-duplicate": "{host} is bound as {first|kind} and as {second|kind} at once",
  "icp-empty-shell": "{host} loses its mainland entry {entry} by this plan and has no other one, and {apex} is filed",
  "icp-empty-shell.disabled": "The record of {host} is disabled, no mainland entry is left for it, and {apex} is filed",
  "icp-empty-shell.declared":
    "The register says that stack {stack} serves {host}, the plan has no mainland entry for it, and {apex} is filed",
  "icp-register-contradicted.filing":
    "The register says that {apex} {state|state}, and {operation} says that it is not (asked {at})",
  "icp-register-contradicted.real-name":
    "The register says that the real-name verification of the holder of {apex} is {declared|realName}, and {operation} says that it is {realName|realName} (asked {at})",
  "icp-register-contradicted.gone":
    "The register says that the filing of {apex|list} is made with {server}, and {operation} finds no such server in its account (asked {at})",
  "icp-register-contradicted.expired":
    "The register says that the filing of {apex|list} is made with {server}, and {operation} says that it ran out on {expiresOn} (asked {at})",
  "icp-register-contradicted.region":
    "The register says that the filing of {apex|list} is made with {server}, and {operation} says that it is in {region|region}, outside of the mainland (asked {at})",
  "icp-register-contradicted.billing":
    "{apex|list} must be filed with {server}, and {operation} says that it is pay-as-you-go (asked {at}); a filing needs a subscription",
  "icp-register-contradicted.bandwidth":
    "{apex|list} must be filed with {server}, and {operation} says that it has no public bandwidth and no EIP (asked {at})",
  "icp-register-differs.filing":
    "The register says that {apex} {state|state}, and {operation} says that it is filed (asked {at})",
  "icp-register-differs.unlisted":
    "The register does not list {apex}, and {operation} says that it is filed (asked {at})",
  "icp-register-differs.number":
    "The register says that the number of {apex} is {declared}, and {operation} says {numbers|list} (asked {at})",
  "icp-register-differs.access":
    "The register says that {apex} is not filed through Alibaba Cloud, and {operation} says that it is, with {numbers|list} (asked {at})",
  "icp-register-differs.real-name":
    "The register says that the real-name verification of the holder of {apex} is {declared|realName}, and {operation} says that it is {realName|realName} by now (asked {at})",
  "icp-register-differs.expiry":
    "The register says that {apex} expires on {declared}, and {operation} says on {expiresOn} (asked {at})",
  "icp-register-differs.holder":
    "The register says that {apex} is registered to {name}, {declared|holder}, and {operation} says to {holder|holder} (asked {at})",
  "icp-register-differs.server-expiry":
    "The register says that {server}, with which {apex|list} is filed, expires on {declared}, and {operation} says on {expiresOn} (asked {at})",
  "icp-register-differs.no-end":
    "The register says that {server}, with which {apex|list} is filed, expires on {declared}, and {operation} says that it has no end (asked {at})",
  "icp-register-differs.account":
    "The register says that {server}, with which {apex|list} is filed, is of account {declared}, and {operation} finds it in account {account} (asked {at})",
  "icp-register.unreadable": "The register cannot be used: {reason}",
  "icp-register.mistakes": "The register cannot be used:",
  "icp-register.clock": "{name} is {value}, which is no day such as 2026-11-22",
  "icp-register.too-large": "The stack cannot be judged: {reason}",
  "icp-register.policy": "The pack's configuration names {name}, which is unknown",
  "icp-register.policy-near": "The pack's configuration names {name}, which is unknown (did you mean {near}?)",
  "icp-register-stale.as-of": "The register is of {asOf}, {days#day} ago; it goes stale after {limit}",
  "icp-register-stale.waiver-expired": "The waiver of {rule} for {target} expired on {until}",
  "icp-register-stale.waiver-unused": "The waiver of {rule} for {target} waives nothing in this plan",
  "icp-register-stale.waiver-long": "The waiver of {rule} for {target} runs until {until}, longer than a year",
  "icp-register-stale.entry":
    "The register names {named} under {section}, and {stacks|list} has nothing that it could mean",
  "icp-undetermined.incomplete":
    "The plan does not show {count#unchanged}, so nothing can be concluded from what is not in it",
  "icp-undetermined.incomplete-terraform":
    "The plan leaves out resources (-target, -exclude or deferred changes), so nothing can be concluded from what is not in it",
  "icp-undetermined.extract-older":
    "The extract of the plan was written by an earlier version, without {count#resource} of types that are read now",
  "icp-undetermined.type":
    "Nobody has described {type} yet ({count} in this plan): whether it serves the public is not judged",
  "icp-undetermined.bridged":
    "{count#bridged} through Terraform ({types|list}), of a type that is not known: what is served that way is not judged",
  "icp-undetermined.unexpanded":
    "{count#component} made by programs of other packages ({types|list}): what they are made of is not shown, and what is served that way is not judged",
  undetermined: "It cannot be told whether this breaks the rule for {what}",
  "undetermined.unmatched": "{host} leads to {example} ({count#host} of {apex} like that)",
  "finding.also": "{text}; the same holds for {others}",
  // Of a doubt: a property of another resource, and one of which nothing tells what it waits for.
  "finding.property": "{property} of {name|text}",
  "finding.untold": "{property} is not known here, and nothing tells what it waits for",
  "finding.unknown-host": "an unknown host of {apex} ({name})",
} as const;
