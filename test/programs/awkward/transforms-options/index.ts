import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const origin = { type: "domain", content: "origin.example.net" };
const abroad = { cdnType: "web", scope: "overseas", sources: [origin] };
const to = (props: unknown, domainName: string) => ({ ...(props as object), domainName });

pulumi.runtime.registerResourceTransform(({ type, name, props, opts }) => {
  if (type !== "alicloud:cdn/domainNew:DomainNew") return undefined;
  const isSeen =
    (name === "protected" && opts.protect === true) ||
    (name === "unprotected" && opts.protect === undefined) ||
    (name === "replaced" &&
      (opts as pulumi.CustomResourceOptions).deleteBeforeReplace === true &&
      opts.replaceOnChanges?.[0] === "scope") ||
    (name === "slow" && opts.customTimeouts?.create === "1h");
  return isSeen ? { props: { ...to(props, `${name}.example.com`), scope: "domestic" }, opts } : undefined;
});

const domain = (name: string, options: pulumi.CustomResourceOptions): alicloud.cdn.DomainNew =>
  new alicloud.cdn.DomainNew(name, { ...abroad, domainName: `${name}.example.net` }, options);

domain("protected", { protect: true });
domain("unprotected", {});
domain("replaced", { deleteBeforeReplace: true, replaceOnChanges: ["scope"] });
domain("slow", { customTimeouts: { create: "1h" } });
