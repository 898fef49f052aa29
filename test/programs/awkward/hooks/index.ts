import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const always = new pulumi.ResourceHook(
  "always",
  ({ name }) => {
    console.error(`before ${name}`);
  },
  { onDryRun: true },
);
const update = new pulumi.ResourceHook("update", () => {
  throw new Error("not in a preview");
});
const again = new pulumi.ErrorHook("again", () => false);

new alicloud.cdn.DomainNew(
  "www",
  {
    domainName: "www.example.com",
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  },
  {
    hooks: {
      beforeCreate: [always, update],
      afterCreate: [
        (args) => {
          console.error(`after ${args.name}`);
        },
      ],
      onError: [again],
    },
  },
);
