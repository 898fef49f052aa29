const alicloud = require("@pulumi/alicloud");

new alicloud.cdn.DomainNew("www", { domainName: "www.example.com", cdnType: "web" });
