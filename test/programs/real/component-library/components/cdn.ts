import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

export interface CdnProps {
  readonly type: "web" | "download" | "video";
  readonly scope?: "domestic" | "overseas" | "global";
  readonly domain: { readonly record: string; readonly host: string };
  readonly sources: pulumi.Input<string>;
  readonly certificate?: { readonly name: string; readonly pub: string; readonly pri: pulumi.Output<string> };
  readonly cacheDays?: number;
}

/** A name behind the CDN: the domain, how it caches and answers, and its record. */
export class Cdn extends pulumi.ComponentResource {
  readonly host: string;
  readonly cname: pulumi.Output<string>;
  private readonly label: string;

  constructor(
    name: string,
    private readonly props: CdnProps,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("acme:index:Cdn", name, {}, options);
    this.label = `${name}-cdn`;
    this.host = `${props.domain.record}.${props.domain.host}`;
    const domain = this.createDomain();
    this.configureCache(domain);
    this.configureHttps(domain);
    this.createRecord(domain);
    this.cname = domain.cname;
    this.registerOutputs({ host: this.host, cname: this.cname });
  }

  private createDomain(): alicloud.cdn.DomainNew {
    const { type, scope, sources, certificate } = this.props;
    return new alicloud.cdn.DomainNew(
      this.label,
      {
        domainName: this.host,
        cdnType: type,
        ...(scope && { scope }),
        sources: [{ type: "oss", content: sources, port: 443, priority: 20, weight: 10 }],
        ...(certificate && {
          certificateConfig: {
            certType: "upload",
            serverCertificate: certificate.pub,
            privateKey: certificate.pri,
          },
        }),
      },
      { parent: this },
    );
  }

  private configureCache({ domainName }: alicloud.cdn.DomainNew): void {
    const { cacheDays = 30 } = this.props;
    new alicloud.cdn.DomainConfig(
      `${this.label}-cache`,
      {
        domainName,
        functionName: "path_based_ttl_set",
        functionArgs: [
          { argName: "path", argValue: "/" },
          { argName: "ttl", argValue: String(cacheDays * 86_400) },
        ],
      },
      { parent: this },
    );
  }

  private configureHttps({ domainName }: alicloud.cdn.DomainNew): void {
    if (!this.props.certificate) return;
    new alicloud.cdn.DomainConfig(
      `${this.label}-https`,
      {
        domainName,
        functionName: "https_force",
        functionArgs: [{ argName: "enable", argValue: "on" }],
      },
      { parent: this },
    );
  }

  private createRecord({ cname }: alicloud.cdn.DomainNew): void {
    const { record: rr, host: domainName } = this.props.domain;
    new alicloud.dns.AlidnsRecord(
      `${this.label}-dns`,
      { domainName, rr, type: "CNAME", value: cname, ttl: 600 },
      { parent: this, deleteBeforeReplace: true },
    );
  }
}
