"use strict";
const { dns } = require("@pulumi/alicloud");

/** A record of the company's domain. */
exports.recordOf = (rr, value) => new dns.AlidnsRecord(rr, { domainName: "example.com", rr, type: "CNAME", value });
