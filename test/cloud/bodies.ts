/** Bodies of answers, with the fields and in the forms that the vendor's pages of each operation show. */

/** The moment of every answer. */
export const AT = "2026-11-26T03:04:05Z";

export type Fields = Readonly<Record<string, unknown>>;

export const identity = (more: Fields = {}) => ({
  RequestId: "4C09E3C6-0D0C-5A6E-8B5E-1D5E0C0A0A0A",
  IdentityType: "RAMUser",
  AccountId: "1234567890123456",
  UserId: "216959339000****",
  PrincipalId: "216959339000****",
  Arn: "acs:ram::1234567890123456:user/verify",
  ...more,
});

export const filing = (Status: unknown = "DomainIsRegistration") => ({ Status, RequestId: "15C66C7B-671A" });

/** A subject with a website, the names that are to be left out, and what is objected to it. */
export const ownSubject = (sites: unknown, more: Fields = {}) => ({
  IcpNumber: "粤ICP备50000001号",
  OrganizersName: "某公司",
  OrganizersNature: "企业",
  ResponsiblePersonName: "张三",
  WebsiteList: sites,
  AppList: [
    { AppRecordNum: "粤ICP备50000001号-9A", AppName: "某应用", DomainList: ["app.cn"], ResponsiblePersonName: "张三" },
  ],
  RiskList: [
    {
      DeadLine: "2026年04月28日0点",
      RiskDetailList: [{ RiskSource: "网站域名 - example.com", rectifySuggest: ["<span>张三</span>"] }],
    },
  ],
  ...more,
});

export const ownSite = (SiteRecordNum: unknown, DomainList: unknown) => ({
  SiteRecordNum,
  DomainList,
  SiteName: "某网站",
  ResponsiblePersonName: "张三",
});

export const ownFilings = (subjects: unknown, more: Fields = {}) => ({
  RequestId: "79732597-AB14",
  Success: true,
  BaSuccessDataWithRiskList: subjects,
  ...more,
});

export const registration = (more: Fields = {}) => ({
  RequestId: "85F4E51F",
  DomainName: "example.com",
  RealNameStatus: "SUCCEED",
  DomainStatus: "3",
  // The last second of a day in Shanghai.
  ExpirationDateLong: Date.parse("2027-01-31T15:59:59Z"),
  ExpirationDate: "2027-01-31 23:59:59",
  RegistrantType: "2",
  RegistrantName: "Zhang San",
  ZhRegistrantName: "张三",
  RegistrantOrganization: "Acme",
  ZhRegistrantOrganization: "某公司",
  Email: "zhangsan@example.com",
  DnsList: { Dns: ["dns1.hichina.com"] },
  ...more,
});

export const ecsRegions = (...ids: readonly string[]) => ({
  RequestId: "611CB80C",
  Regions: {
    Region: ids.map((RegionId) => ({
      RegionId,
      LocalName: RegionId,
      RegionEndpoint: `ecs.${RegionId}.aliyuncs.com`,
      Status: "available",
    })),
  },
});

export const sasRegions = (...ids: readonly string[]) => ({
  RequestId: "20758A-585D",
  Regions: ids.map((RegionId) => ({ RegionId, LocalName: RegionId, RegionEndpoint: `swas.${RegionId}.aliyuncs.com` })),
});

/** A subscription with a public address that runs until 2027-03-01 begins in Shanghai. */
export const ecsServer = (InstanceId: string, more: Fields = {}) => ({
  InstanceId,
  InstanceName: "web",
  RegionId: "cn-hangzhou",
  ZoneId: "cn-hangzhou-g",
  Status: "Running",
  InstanceChargeType: "PrePaid",
  ExpiredTime: "2027-02-28T16:00Z",
  InternetMaxBandwidthOut: 5,
  InternetChargeType: "PayByTraffic",
  PublicIpAddress: { IpAddress: ["203.0.113.10"] },
  EipAddress: { AllocationId: "", IpAddress: "", InternetChargeType: "" },
  OperationLocks: { LockReason: [] },
  ...more,
});

export const ecsServers = (list: readonly unknown[], NextToken: unknown = "") => ({
  RequestId: "473469C7",
  TotalCount: list.length,
  PageNumber: 1,
  PageSize: 100,
  NextToken,
  Instances: { Instance: list },
});

const numbered = (list: readonly unknown[], PageNumber: number, TotalCount: number) => ({
  RequestId: "20758A-585D",
  PageNumber,
  PageSize: 100,
  TotalCount: Math.max(TotalCount, list.length),
});

export const ecsRenewal = (InstanceId: string, RenewalStatus: unknown = "AutoRenewal") => ({
  InstanceId,
  RenewalStatus,
  AutoRenewEnabled: RenewalStatus === "AutoRenewal",
  Duration: 1,
  PeriodUnit: "Year",
});

export const ecsRenewals = (list: readonly unknown[], page = 1, total = 0) => ({
  ...numbered(list, page, total),
  InstanceRenewAttributes: { InstanceRenewAttribute: list },
});

export const sasServer = (InstanceId: string, more: Fields = {}) => ({
  InstanceId,
  RegionId: "cn-hangzhou",
  ChargeType: "PrePaid",
  ExpiredTime: "2027-05-08T16:00:00Z",
  PublicIpAddress: "203.0.113.20",
  InnerIpAddress: "172.26.0.1",
  Status: "Running",
  BusinessStatus: "Normal",
  ...more,
});

export const sasServers = (list: readonly unknown[], page = 1, total = 0) => ({
  ...numbered(list, page, total),
  Instances: list,
});

export const ensServer = (InstanceId: string, more: Fields = {}) => ({
  InstanceId,
  EnsRegionId: "cn-beijing-cmcc",
  ExpiredTime: "2027-06-30T16:00:00Z",
  Status: "Running",
  InternetMaxBandwidthOut: 100,
  PublicIpAddress: { IpAddress: ["203.0.113.30"] },
  PublicIpAddresses: { PublicIpAddress: [{ Ip: "203.0.113.30", Isp: "cmcc", GateWay: "203.0.113.1" }] },
  ...more,
});

export const ensServers = (list: readonly unknown[], page = 1, total = 0) => ({
  Code: 0,
  ...numbered(list, page, total),
  Instances: { Instance: list },
});

export const ensRenewal = (InstanceId: string, AutoRenewal: unknown = true) => ({
  InstanceId,
  AutoRenewal,
  Duration: "1",
});

export const ensRenewals = (list: readonly unknown[]) => ({
  Code: 0,
  RequestId: "2675DF5E",
  InstanceRenewAttributes: { InstanceRenewAttribute: list },
});
