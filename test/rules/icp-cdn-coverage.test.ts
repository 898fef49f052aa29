import { describe, expect, test } from "vitest";
import { judge } from "../../src/judge";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../support/plan";
import { filed, register, ruleTester, TODAY, unfiled } from "../support/rule-tester";
import { cdn, cname, record, resource } from "../support/stacks";

/** A domain of a product that has a scope. */
const domain = (type: string, inputs: Properties = {}) =>
  resource(type, "edge", { domainName: "www.example.com", ...inputs });
const VOD = "alicloud:vod/domain:Domain";
const LIVE = "alicloud:live/domain:Domain";
const SCDN = "alicloud:scdn/domain:Domain";
const IPA = "alicloud:dcdn/ipaDomain:IpaDomain";
const site = (inputs: Properties = {}) =>
  resource("alicloud:esa/site:Site", "site", { siteName: "example.com", accessType: "NS", ...inputs });
const ratePlan = (coverage: string) => resource("alicloud:esa/ratePlanInstance:RatePlanInstance", "plan", { coverage });
const proxied = (inputs: Properties = {}) =>
  resource("alicloud:esa/record:Record", "www", {
    siteId: ref("site"),
    recordName: "www.example.com",
    recordType: "CNAME",
    proxied: true,
    data: { value: "origin.example.net" },
    ...inputs,
  });

const formerly = {
  urn: urnOf("alicloud:cdn/domainNew:DomainNew", "site"),
  type: "alicloud:cdn/domainNew:DomainNew",
  name: "site",
  inputs: { scope: unknownValue },
};
const own = "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [file, scope-overseas] at domainName of edge";
const missing = "icp-server-missing violation example.com";
const unsure = "icp-cdn-coverage undetermined www.example.com: undetermined (computed) [check] at domainName of edge";
const ownSite =
  "icp-cdn-coverage violation example.com: icp-cdn-coverage.site [file, coverage-overseas] at siteName of site";
const unsureSite =
  "icp-cdn-coverage undetermined example.com: undetermined (default-unsourced) [check] at siteName of site";
const ownDomain =
  "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [file, scope-overseas] at domainName of site";

ruleTester("icp-cdn-coverage", {
  violations: {
    "a suffix that CDN refuses": [
      planOf([cdn("site", { domainName: "www.example.sh" })]),
      unfiled("example.sh"),
      [
        "icp-cdn-coverage violation www.example.sh: icp-cdn-coverage [cdn-suffix, scope-overseas] at domainName of site",
        "icp-domain-suffix undetermined example.sh",
        "icp-server-missing violation example.sh",
      ],
      [
        "www.example.sh (CDN domain) is served from nodes in the mainland (scope is left out, which means domestic), and example.sh is not filed",
        "- CDN refuses .sh and .tel whatever the filing: use another domain.",
        "- Or set scope: overseas, with the origin outside the mainland too.",
        "by S3-20",
        "site (hosts)",
      ],
    ],
    "a scope that Pulumi is told to leave alone": [
      planOf([{ ...cdn("site"), rest: { change: "update", ignoreChanges: ["scope"] } }]),
      unfiled(),
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [file-existing, scope-overseas, ignored] at domainName of site",
        "icp-server-missing violation example.com",
      ],
    ],
    "scope left out means domestic": [planOf([cdn("site")]), unfiled(), [ownDomain, missing]],
    "scope domestic": [planOf([cdn("site", { scope: "domestic" })]), unfiled(), [ownDomain, missing]],
    "scope global covers the mainland too": [
      planOf([cdn("site", { scope: "global" })]),
      unfiled(),
      [ownDomain, missing],
    ],
    "no register at all": [
      planOf([cdn("site", { scope: "domestic" })]),
      undefined,
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [declare, file, owner-files, scope-overseas] at domainName of site",
        missing,
      ],
    ],
    "a revoked filing": [
      planOf([cdn("site")]),
      register("filings: [{ domain: example.com, status: revoked }]\n"),
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage.lapsed [file, scope-overseas] at domainName of site",
        missing,
      ],
      [
        "www.example.com (CDN domain) is served from nodes in the mainland (scope is left out, which means domestic), and example.com has had its filing revoked: the edge stops accelerating it",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Or set scope: overseas, with the origin outside the mainland too.",
        "by F-04",
        "site (hosts)",
      ],
    ],
    "the deprecated resource": [
      planOf([resource("alicloud:cdn/domain:Domain", "old", { domainName: "www.example.com", cdnType: "web" })]),
      unfiled(),
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [file, scope-overseas] at domainName of old",
        missing,
      ],
    ],
    DCDN: [
      planOf([resource("alicloud:dcdn/domain:Domain", "fast", { domainName: "www.example.com" })]),
      unfiled(),
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [file, scope-overseas] at domainName of fast",
        missing,
      ],
    ],
    "VOD, scope left out": [planOf([domain(VOD)]), unfiled(), [own, missing]],
    "VOD, global": [planOf([domain(VOD, { scope: "global" })]), unfiled(), [own, missing]],
    "Live, scope left out, whatever its centre's region": [
      planOf([domain(LIVE, { region: "ap-southeast-1", domainType: "liveVideo" })]),
      unfiled(),
      [own, missing],
    ],
    "Live, domestic": [planOf([domain(LIVE, { scope: "domestic" })]), unfiled(), [own, missing]],
    "IP Application Accelerator, scope left out": [planOf([domain(IPA)]), unfiled(), [own, missing]],
    "a site of ESA without records yet": [
      planOf([site({ coverage: "domestic" })]),
      unfiled(),
      [ownSite, missing],
      [
        "The site of example.com (ESA site) covers nodes in the mainland (coverage: domestic), and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Or set coverage: overseas, with the origin outside the mainland too; crossBorderOptimization then helps visitors in the mainland.",
        "by F-08",
        "site (hosts)",
      ],
    ],
    "a site of ESA whose records say which hosts it serves": [
      planOf([site({ coverage: "global" }), proxied()]),
      unfiled(),
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [file, coverage-overseas] at siteName of site",
        missing,
      ],
    ],
    "a site of ESA whose rate plan covers the mainland": [
      planOf([site({ instanceId: ref("plan") }), ratePlan("global")]),
      unfiled(),
      [ownSite, missing],
    ],
    "a record of ESA that may not be proxied changes nothing about its site": [
      planOf([site({ coverage: "global" }), proxied({ proxied: unknownValue })]),
      unfiled(),
      [
        ownSite,
        "icp-cdn-coverage undetermined www.example.com: undetermined (computed) [check] at siteName of site",
        missing,
      ],
    ],
    "an unknown cname changes nothing, and DNS adds no second finding": [
      planOf([cdn("site"), cname("www", ref("site"))]),
      unfiled(),
      [ownDomain, missing],
    ],
    "a wildcard is judged at its apex": [
      planOf([cdn("site", { domainName: "*.example.com" })]),
      unfiled(),
      [
        "icp-cdn-coverage violation *.example.com: icp-cdn-coverage [file, scope-overseas] at domainName of site",
        missing,
      ],
    ],
    "an internationalised domain in either form": [
      planOf([cdn("site", { domainName: "www.例子.cn" })]),
      register("filings: [{ domain: xn--fsqu00a.cn, status: unfiled }]\n"),
      [
        "icp-cdn-coverage violation www.xn--fsqu00a.cn: icp-cdn-coverage [file, scope-overseas] at domainName of site",
        "icp-server-missing violation xn--fsqu00a.cn",
      ],
    ],
  },
  satisfied: {
    "SCDN, filed": [planOf([domain(SCDN)]), filed(), ["icp-filed-domain-offshore undetermined www.example.com"]],
    "ESA, filed, and the coverage is not known": [planOf([site()]), filed(), []],
    "ESA, filed, and the coverage of a host is not known": [
      planOf([site(), proxied()]),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
    "filed through Alibaba Cloud": [planOf([cdn("site")]), filed(), []],
    "filed through another provider": [
      planOf([cdn("site")]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      [],
    ],
    "filed, and nothing is known of the providers": [planOf([cdn("site")]), filed("example.com", ""), []],
    "filed in the other form of the domain": [
      planOf([cdn("site", { domainName: "www.例子.cn" })]),
      filed("xn--fsqu00a.cn"),
      [],
    ],
    "a scope that is not known, of a filed apex": [
      planOf([resource("alicloud:log/project:Project", "x"), cdn("site", { scope: unknownValue })]),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
  },
  undetermined: {
    "a scope that an update no longer says, and nothing tells what it was": [
      planOf([
        {
          ...cdn("site"),
          outputs: { scope: unknownValue },
          rest: { change: "update", previous: { ...formerly, outputs: { scope: unknownValue } } },
        },
      ]),
      unfiled(),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (kept) [check] at domainName of site"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: scope is left out now, and the provider keeps what it was, which the plan does not show",
        "- Check by hand what cannot be told here.",
        "by S3-20",
        "site (hosts)",
      ],
    ],
    "VOD, a scope that is not known": [planOf([domain(VOD, { scope: unknownValue })]), unfiled(), [unsure]],
    "Live, a scope of another word": [
      planOf([domain(LIVE, { scope: "asia" })]),
      unfiled(),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (malformed) [check] at domainName of edge"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: scope should be domestic, overseas, global",
        "- Check by hand what cannot be told here.",
        "by F-09",
        "edge (hosts)",
      ],
    ],
    "SCDN has no scope, and its default is not documented": [
      planOf([domain(SCDN)]),
      unfiled(),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (default-unsourced) [check] at domainName of edge"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: scope is left out and its default is not documented",
        "- Check by hand what cannot be told here.",
        "by S3-20",
        "edge (hosts)",
      ],
    ],
    "ESA, nothing tells the coverage": [planOf([site()]), unfiled(), [unsureSite]],
    "ESA, a coverage that is not known": [
      planOf([site({ coverage: unknownValue })]),
      unfiled(),
      ["icp-cdn-coverage undetermined example.com: undetermined (computed) [check] at siteName of site"],
    ],
    "ESA, a rate plan that leaves a choice": [
      planOf([site({ instanceId: ref("plan") }), ratePlan("domestic,overseas")]),
      unfiled(),
      [unsureSite],
    ],
    "ESA, a record of a site elsewhere": [
      planOf([proxied({ siteId: "123" })]),
      unfiled(),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (not-in-plan) [check] at recordName of www"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: 123 is not in the plan",
        "- Check by hand what cannot be told here.",
        "by F-08",
        "www (hosts)",
      ],
    ],
    "ESA, everything that can be unknown": [
      planOf([
        site({ siteName: unknownValue, coverage: unknownValue, instanceId: unknownValue, paused: unknownValue }),
        proxied({
          siteId: unknownValue,
          recordName: unknownValue,
          recordType: unknownValue,
          proxied: unknownValue,
          data: unknownValue,
        }),
      ]),
      unfiled(),
      [
        "icp-cdn-coverage undetermined site: undetermined (computed) [check] at siteName of site",
        "icp-cdn-coverage undetermined www: undetermined (computed) [check] at recordName of www",
        "icp-dns-record undetermined www",
      ],
    ],
    "a scope that is not known": [
      planOf([cdn("site", { scope: unknownValue })]),
      unfiled(),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (computed) [check] at domainName of site"],
    ],
    "a secret scope": [
      planOf([cdn("site", { scope: "[secret]" })]),
      unfiled(),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (secret) [check] at domainName of site"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: scope is a secret",
        "- Check by hand what cannot be told here.",
        "by S3-20",
        "site (hosts)",
      ],
    ],
    "a scope of another word": [
      planOf([cdn("site", { scope: "galactic" })]),
      unfiled(),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (malformed) [check] at domainName of site"],
    ],
    "a domain that is not known": [
      planOf([cdn("site", { domainName: unknownValue })]),
      unfiled(),
      ["icp-cdn-coverage undetermined site: undetermined (computed) [check] at domainName of site"],
    ],
    "not listed, and the register says to leave such domains undetermined": [
      planOf([cdn("site")]),
      register("unlisted: undetermined\n"),
      ["icp-cdn-coverage undetermined www.example.com: undetermined (unlisted) [declare] at domainName of site"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: example.com is not listed in the register, which says to leave such domains undetermined",
        "- If example.com is filed, say so in icp.yaml:",
        "  filings:",
        "    - { domain: example.com, status: active, accessProviders: [{ name: aliyun }] }",
        "by S3-20",
        "site (hosts)",
      ],
    ],
    "a name that cannot be filed": [
      planOf([cdn("site", { domainName: "com.cn" })]),
      unfiled(),
      ["icp-cdn-coverage undetermined com.cn: undetermined (bad-name) [check] at domainName of site"],
      [
        "It cannot be told whether this breaks the rule for com.cn: com.cn is no name that could be filed",
        "- Check by hand what cannot be told here.",
        "by S3-20",
        "site (hosts)",
      ],
    ],
  },
  silent: {
    "VOD overseas": [planOf([domain(VOD, { scope: "overseas" })]), unfiled(), []],
    "Live overseas, its centre in the mainland": [
      planOf([domain(LIVE, { scope: "overseas", region: "cn-shanghai" })]),
      unfiled(),
      [],
    ],
    "IP Application Accelerator overseas": [planOf([domain(IPA, { scope: "overseas" })]), unfiled(), []],
    "ESA overseas": [planOf([site({ coverage: "overseas" }), proxied()]), unfiled(), []],
    "ESA, a rate plan for overseas only": [
      planOf([site({ instanceId: ref("plan") }), ratePlan("overseas"), proxied()]),
      unfiled(),
      [],
    ],
    "ESA, a site that is paused": [planOf([site({ coverage: "global", paused: true }), proxied()]), unfiled(), []],
    "scope overseas": [planOf([cdn("site", { scope: "overseas" })]), unfiled(), []],
    "scope overseas with an origin that is not known, of a filed apex": [
      planOf([
        cdn("site", {
          domainName: "other.example.com",
          scope: "overseas",
          sources: [{ type: "domain", content: unknownValue }],
        }),
      ]),
      filed(),
      ["icp-filed-domain-split violation other.example.com"],
    ],
    "an offline domain outside": [planOf([cdn("site", { status: "offline", scope: "overseas" })]), unfiled(), []],
    "a name of Alibaba Cloud": [planOf([cdn("site", { domainName: "x.oss-cn-hangzhou.aliyuncs.com" })]), unfiled(), []],
    "DNS alone, to somewhere else": [planOf([record("www", "192.168.0.1")]), unfiled(), []],
  },
});

describe("icp-cdn-coverage says", () => {
  const found = (domain: string, status: string) => {
    const plan = planOf([cdn("site", { domainName: `www.${domain}` })]);
    const declared = register(`filings: [{ domain: ${domain}, status: ${status} }]\n`);
    return judge(plan, { register: declared, today: TODAY }).findings.find(({ rule }) => rule === "icp-cdn-coverage");
  };

  test.each(["revoked", "cancelling", "empty-shell"])("that the edge stops accelerating: %s", (status) => {
    expect(found("example.com", status)?.message.id).toBe("icp-cdn-coverage.lapsed");
  });

  test.each<[says: string, plan: readonly ResourceSpec[]]>([
    ["domestic", [cdn("site", { scope: "domestic" })]],
    ["global", [domain(LIVE, { scope: "global" })]],
    ["omitted", [cdn("site")]],
    ["omitted", [domain(VOD, { scope: "" })]],
    ["coverage-global", [site({ coverage: "global" }), proxied()]],
    ["plan-domestic", [ratePlan("domestic"), site({ instanceId: ref("plan") }), proxied()]],
  ])("what says that the mainland is covered: %s", (says, specs) => {
    const { findings } = judge(planOf(specs), { register: unfiled(), today: TODAY });
    const params = findings.flatMap(({ rule, message }) =>
      rule === "icp-cdn-coverage" ? [message.params["scope"]] : [],
    );
    expect(new Set(params)).toEqual(new Set([says]));
  });

  test("nothing of that where there was no filing", () => {
    expect(found("example.com", "unfiled")?.message.id).toBe("icp-cdn-coverage");
  });

  test.each(["example.sh", "example.tel"])("that CDN refuses the suffix of %s", (domain) => {
    expect(found(domain, "unfiled")?.remedies?.map(({ id }) => id)).toEqual(["cdn-suffix", "scope-overseas"]);
  });
});
