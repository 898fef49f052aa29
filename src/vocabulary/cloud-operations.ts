/** The read-only operations by which Alibaba Cloud is asked about one's own account, by RAM action. */
export const CLOUD_OPERATIONS = [
  "sts:GetCallerIdentity",
  "cdn:CheckCdnDomainICP",
  "companyreg:QuerySuccessIcpData",
  "domain:QueryDomainByDomainName",
  "ecs:DescribeRegions",
  "ecs:DescribeInstances",
  "ecs:DescribeInstanceAutoRenewAttribute",
  "swas-open:ListRegions",
  "swas-open:ListInstances",
  "ens:DescribeInstances",
  "ens:DescribeInstanceAutoRenewAttribute",
] as const;

/** An operation, as people look it up: the product's code and the operation's name. */
export type CloudOperation = (typeof CLOUD_OPERATIONS)[number];
