import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const domain = (name: string): alicloud.cdn.DomainNew =>
  new alicloud.cdn.DomainNew(name, {
    domainName: `${name}.example.com`,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });

const first = domain("first");
// What was given is known in a preview, what is computed is not: nothing is made of that.
first.domainName.apply((host) => domain(`of-${host.split(".")[0] ?? ""}`));
first.cname.apply((cname) => domain(`never-${cname.length}`));
setTimeout(() => domain("in-a-timer"), 30);
setImmediate(() => domain("at-once"));
void Promise.resolve().then(() => domain("in-a-promise"));
process.nextTick(() => domain("next"));
pulumi.all([pulumi.output("all"), Promise.resolve(1)]).apply(([name, number]) => domain(`${name}-${number}`));
