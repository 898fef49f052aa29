import accessPending from "./icp-access-pending";
import accessProvider from "./icp-access-provider";
import accessProviderRemoval from "./icp-access-provider-removal";
import accountEntity from "./icp-account-entity";
import accountSite from "./icp-account-site";
import appFiling from "./icp-app-filing";
import cdnCoverage from "./icp-cdn-coverage";
import commercialLicence from "./icp-commercial-licence";
import dnsRecord from "./icp-dns-record";
import domainExpiry from "./icp-domain-expiry";
import domainHolder from "./icp-domain-holder";
import domainRealName from "./icp-domain-real-name";
import domainRegistrar from "./icp-domain-registrar";
import domainSuffix from "./icp-domain-suffix";
import domainSuffixFiled from "./icp-domain-suffix-filed";
import domainWords from "./icp-domain-words";
import edgeDuplicate from "./icp-edge-duplicate";
import emptyShell from "./icp-empty-shell";
import entityEligible from "./icp-entity-eligible";
import entityProvince from "./icp-entity-province";
import filedDomainOffshore from "./icp-filed-domain-offshore";
import filedDomainSplit from "./icp-filed-domain-split";
import filingPending from "./icp-filing-pending";
import gatewayDomain from "./icp-gateway-domain";
import globalAccelerator from "./icp-global-accelerator";
import ipDrift from "./icp-ip-drift";
import licenceIp from "./icp-licence-ip";
import offshoreEdge from "./icp-offshore-edge";
import oneDomainPerSite from "./icp-one-domain-per-site";
import originProvider from "./icp-origin-provider";
import ossCustomDomain from "./icp-oss-custom-domain";
import ossDefaultDomain from "./icp-oss-default-domain";
import protectionDomain from "./icp-protection-domain";
import psbFiling from "./icp-psb-filing";
import register from "./icp-register";
import registerStale from "./icp-register-stale";
import serverBandwidth from "./icp-server-bandwidth";
import serverBilling from "./icp-server-billing";
import serverMissing from "./icp-server-missing";
import serverQuota from "./icp-server-quota";
import serverRegion from "./icp-server-region";
import serverRemoved from "./icp-server-removed";
import serverRenewal from "./icp-server-renewal";
import serverTerm from "./icp-server-term";
import undetermined from "./icp-undetermined";
import unnamedWebsite from "./icp-unnamed-website";
import urlForward from "./icp-url-forward";
import registerContradicted from "./icp-register-contradicted";
import registerDiffers from "./icp-register-differs";
import type { RuleId } from "../vocabulary/rule-ids";
import type { Rule } from "../judging/rule";

/** All rules, by id, in the order in which they are listed. */
export const rules = {
  "icp-cdn-coverage": cdnCoverage,
  "icp-oss-custom-domain": ossCustomDomain,
  "icp-gateway-domain": gatewayDomain,
  "icp-protection-domain": protectionDomain,
  "icp-global-accelerator": globalAccelerator,
  "icp-dns-record": dnsRecord,
  "icp-url-forward": urlForward,
  "icp-access-provider": accessProvider,
  "icp-filing-pending": filingPending,
  "icp-access-pending": accessPending,
  "icp-origin-provider": originProvider,
  "icp-unnamed-website": unnamedWebsite,
  "icp-offshore-edge": offshoreEdge,
  "icp-oss-default-domain": ossDefaultDomain,
  "icp-commercial-licence": commercialLicence,
  "icp-psb-filing": psbFiling,
  "icp-app-filing": appFiling,
  "icp-server-billing": serverBilling,
  "icp-server-term": serverTerm,
  "icp-server-bandwidth": serverBandwidth,
  "icp-server-region": serverRegion,
  "icp-server-renewal": serverRenewal,
  "icp-server-quota": serverQuota,
  "icp-server-missing": serverMissing,
  "icp-filed-domain-offshore": filedDomainOffshore,
  "icp-filed-domain-split": filedDomainSplit,
  "icp-server-removed": serverRemoved,
  "icp-licence-ip": licenceIp,
  "icp-ip-drift": ipDrift,
  "icp-access-provider-removal": accessProviderRemoval,
  "icp-empty-shell": emptyShell,
  "icp-edge-duplicate": edgeDuplicate,
  "icp-domain-suffix": domainSuffix,
  "icp-domain-suffix-filed": domainSuffixFiled,
  "icp-domain-registrar": domainRegistrar,
  "icp-domain-real-name": domainRealName,
  "icp-domain-holder": domainHolder,
  "icp-domain-expiry": domainExpiry,
  "icp-domain-words": domainWords,
  "icp-account-site": accountSite,
  "icp-account-entity": accountEntity,
  "icp-one-domain-per-site": oneDomainPerSite,
  "icp-entity-eligible": entityEligible,
  "icp-entity-province": entityProvince,
  "icp-register-contradicted": registerContradicted,
  "icp-register-differs": registerDiffers,
  "icp-register": register,
  "icp-register-stale": registerStale,
  "icp-undetermined": undetermined,
} as const satisfies Record<RuleId, Rule>;

/** All rules in order. */
export const allRules: readonly Rule[] = Object.values(rules);
