"use strict";
const { cdn } = require("@pulumi/alicloud");
const { recordOf } = require("./records");

const site = new cdn.DomainNew("www", {
  domainName: "www.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
recordOf("www", site.cname);

module.exports = { cname: site.cname };
