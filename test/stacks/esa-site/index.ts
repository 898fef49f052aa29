import * as alicloud from "@pulumi/alicloud";

function site(siteName: string, planCoverage: string): void {
  const plan = new alicloud.esa.RatePlanInstance(siteName, {
    type: "NS",
    planName: "medium",
    period: 12,
    coverage: planCoverage,
    paymentType: "Subscription",
  });
  const site = new alicloud.esa.Site(siteName, { siteName, instanceId: plan.id, accessType: "NS" });
  new alicloud.esa.Record(siteName, {
    siteId: site.id,
    recordName: `www.${siteName}`,
    recordType: "CNAME",
    proxied: true,
    bizName: "web",
    sourceType: "Domain",
    data: { value: "origin.example.net" },
  });
}

site("example.com", "global");
site("example.cn", "overseas");
