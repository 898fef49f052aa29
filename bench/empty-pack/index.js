const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("empty-pack", {
  policies: [
    { name: "nothing", description: "Does nothing", enforcementLevel: "advisory", validateStack: () => undefined },
  ],
});
