import { readFile } from "node:fs/promises";
import * as alicloud from "@pulumi/alicloud";
import pulumi from "@pulumi/pulumi";
import { siteOf } from "./lib/site.mjs";

// Waits for a file, for another module and for time to go by.
const hosts = JSON.parse(await readFile(new URL("hosts.json", import.meta.url), "utf8"));
const { apex } = await import("./lib/apex.mjs");
await new Promise((done) => setTimeout(done, 20));

export const cnames = hosts.map((rr) => siteOf(rr, apex));

new alicloud.dns.AlidnsRecord("late", {
  domainName: apex,
  rr: "late",
  type: "A",
  value: pulumi.output(Promise.resolve("47.98.10.20")),
});
