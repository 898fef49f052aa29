import * as alicloud from "@pulumi/alicloud";
import hosts from "./hosts.json";

const named: string[] = [];

/** Decorators are told other things where `experimentalDecorators` is set: only then the second one is a name. */
function served(_what: unknown, name: unknown): void {
  named.push(typeof name === "string" ? name : "not-as-the-option-says");
}

class Site {
  @served
  of(name: string): alicloud.cdn.DomainNew {
    return new alicloud.cdn.DomainNew(name, {
      domainName: `${name}.${hosts.apex}`,
      cdnType: "web",
      sources: [{ type: "domain", content: "origin.example.net" }],
    });
  }
}

const site = new Site();
for (const name of [...hosts.names, ...named]) site.of(name);
