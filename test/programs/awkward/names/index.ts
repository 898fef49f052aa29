import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const names = [
  "with blanks",
  "网站",
  "a::b",
  "a$b",
  "../../etc/passwd",
  "${www}",
  '"quoted" <b>&amp;',
  "per%20cent %s",
  "👩‍💻",
  "tab\there",
  "Ünïcödé",
  "-",
  "__proto__",
  "constructor",
];

class Group extends pulumi.ComponentResource {
  constructor(name: string) {
    super("names:index:Group", name);
    this.registerOutputs();
  }
}

for (const [index, name] of names.entries()) {
  new alicloud.cdn.DomainNew(
    name,
    {
      domainName: `n${index}.example.com`,
      cdnType: "web",
      sources: [{ type: "domain", content: "origin.example.net" }],
    },
    { parent: new Group(name) },
  );
}
