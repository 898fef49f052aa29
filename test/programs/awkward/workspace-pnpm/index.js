"use strict";
const alicloud = require("@pulumi/alicloud");
const { Site } = require("@acme/sites");

const singapore = new alicloud.Provider("singapore", { region: "ap-southeast-1" });

new Site("here", "here.example.com");
new Site("there", "there.example.com", { provider: singapore });
