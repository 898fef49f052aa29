import { setTimeout as sleep } from "node:timers/promises";
import * as alicloud from "@pulumi/alicloud";
import type * as pulumi from "@pulumi/pulumi";

export = async function deploy(): Promise<Record<string, pulumi.Input<string>>> {
  await sleep(20);
  const site = new alicloud.cdn.DomainNew("www", {
    domainName: "www.example.com",
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
  await sleep(20);
  const record = new alicloud.dns.AlidnsRecord("late", {
    domainName: "example.com",
    rr: "late",
    type: "A",
    value: "47.98.10.20",
  });
  return { cname: site.cname, record: record.id };
};
