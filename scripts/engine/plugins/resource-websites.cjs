/**
 * A package of components, such as one that is written in another language and used by `remote: true`: the program asks for a
 * `websites:index:Website`, and this plugin makes the resources that it stands for. It is the SDK's own provider server.
 */
"use strict";
const alicloud = require("@pulumi/alicloud");
const pulumi = require("@pulumi/pulumi");
const { main } = require("@pulumi/pulumi/provider");

const version = "1.0.0";

/** A CDN domain and its record. */
class Website extends pulumi.ComponentResource {
  constructor(name, { domainName, rr, origin }, options) {
    super("websites:index:Website", name, {}, options);
    const parent = { parent: this };
    const host = pulumi.interpolate`${rr}.${domainName}`;
    const sources = [{ type: "domain", content: origin, port: 443 }];
    const domain = new alicloud.cdn.DomainNew(name, { domainName: host, cdnType: "web", sources }, parent);
    this.record = new alicloud.dns.AlidnsRecord(name, { domainName, rr, type: "CNAME", value: domain.cname }, parent);
    this.cname = domain.cname;
    this.registerOutputs({ cname: this.cname });
  }
}

function construct(name, type, inputs, options) {
  if (type !== "websites:index:Website") throw new Error(`there is no component ${type}`);
  const website = new Website(name, inputs, options);
  return Promise.resolve({ urn: website.urn, state: { cname: website.cname } });
}

function call(token) {
  if (token !== "websites:index:Website/address") throw new Error(`there is no method ${token}`);
  return Promise.resolve({ outputs: { address: "47.98.10.80" } });
}

main({ version, schema: JSON.stringify({ name: "websites", version }), construct, call }, process.argv.slice(2));
