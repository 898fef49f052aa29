import { planOf, ref, unknownValue } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { cdn, cname, record, resource } from "../support/stacks";

const own = "icp-cdn-coverage violation www.example.com";
const missing = "icp-server-missing violation example.com";
const unsure = "icp-cdn-coverage undetermined www.example.com";

ruleTester("icp-cdn-coverage", {
  violations: {
    "scope left out means domestic": [planOf([cdn("site")]), unfiled(), [own, missing]],
    "scope domestic": [planOf([cdn("site", { scope: "domestic" })]), unfiled(), [own, missing]],
    "scope global covers the mainland too": [planOf([cdn("site", { scope: "global" })]), unfiled(), [own, missing]],
    "no register at all": [planOf([cdn("site", { scope: "domestic" })]), undefined, [own, missing]],
    "a revoked filing": [
      planOf([cdn("site")]),
      register("filings: [{ domain: example.com, status: revoked }]\n"),
      [own, missing],
    ],
    "the deprecated resource": [
      planOf([resource("alicloud:cdn/domain:Domain", "old", { domainName: "www.example.com", cdnType: "web" })]),
      unfiled(),
      [own, missing],
    ],
    DCDN: [
      planOf([resource("alicloud:dcdn/domain:Domain", "fast", { domainName: "www.example.com" })]),
      unfiled(),
      [own, missing],
    ],
    "an unknown cname changes nothing, and DNS adds no second finding": [
      planOf([cdn("site"), cname("www", ref("site"))]),
      unfiled(),
      [own, missing],
    ],
    "a wildcard is judged at its apex": [
      planOf([cdn("site", { domainName: "*.example.com" })]),
      unfiled(),
      ["icp-cdn-coverage violation *.example.com", missing],
    ],
    "an internationalised domain in either form": [
      planOf([cdn("site", { domainName: "www.例子.cn" })]),
      register("filings: [{ domain: xn--fsqu00a.cn, status: unfiled }]\n"),
      ["icp-cdn-coverage violation www.xn--fsqu00a.cn", "icp-server-missing violation xn--fsqu00a.cn"],
    ],
  },
  satisfied: {
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
    "a scope that is not known": [planOf([cdn("site", { scope: unknownValue })]), unfiled(), [unsure]],
    "a secret scope": [planOf([cdn("site", { scope: "[secret]" })]), unfiled(), [unsure]],
    "a scope of another word": [planOf([cdn("site", { scope: "galactic" })]), unfiled(), [unsure]],
    "a domain that is not known": [
      planOf([cdn("site", { domainName: unknownValue })]),
      unfiled(),
      ["icp-cdn-coverage undetermined site"],
    ],
    "not listed, and the register says to leave such domains undetermined": [
      planOf([cdn("site")]),
      register("unlisted: undetermined\n"),
      [unsure],
    ],
    "a name that cannot be filed": [
      planOf([cdn("site", { domainName: "com.cn" })]),
      unfiled(),
      ["icp-cdn-coverage undetermined com.cn"],
    ],
  },
  silent: {
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
    "an offline domain": [planOf([cdn("site", { status: "offline" })]), unfiled(), []],
    "a name of Alibaba Cloud": [planOf([cdn("site", { domainName: "x.oss-cn-hangzhou.aliyuncs.com" })]), unfiled(), []],
    "DNS alone, to somewhere else": [planOf([record("www", "192.168.0.1")]), unfiled(), []],
  },
});
