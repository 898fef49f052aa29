import { planOf, unknownValue } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { cdn, record } from "../support/stacks";

const site = (domain: string) => planOf([cdn("site", { domainName: `www.${domain}` })]);
const own =
  "icp-domain-suffix-filed violation example.io: icp-domain-suffix-filed [keep-filing] at site and filings[0].domain";

ruleTester("icp-domain-suffix-filed", {
  violations: {
    "filed, and the register denies its suffix": [
      site("example.xyz"),
      register(
        "suffixes: { asOf: 2026-11-01, denied: [xyz] }\nfilings: [{ domain: example.xyz, status: active, accessProviders: [{ name: aliyun }] }]\n",
      ),
      [
        "icp-domain-suffix-filed violation example.xyz: icp-domain-suffix-filed.declared [keep-filing] at site and filings[0].domain",
      ],
      [
        "example.xyz is filed, and the register says that the MIIT does not approve its suffix xyz: it goes on working, but once deregistered it can never be filed again",
        "- Never deregister the filing of example.xyz, and do not cancel its access without need.",
        "by F-34",
        "site (hosts)",
      ],
    ],
    "filed, with a denied suffix": [site("example.io"), filed("example.io"), [own]],
    "Alibaba Cloud is being added": [
      site("example.io"),
      register("filings: [{ domain: example.io, status: pending-access }]\n"),
      [own],
    ],
    "wherever it is served from": [
      planOf([record("www", unknownValue, { domainName: "example.io" })]),
      filed("example.io"),
      [
        "icp-filed-domain-offshore undetermined www.example.io",
        "icp-domain-suffix-filed violation example.io: icp-domain-suffix-filed [keep-filing] at www-record and filings[0].domain",
      ],
    ],
  },
  satisfied: {
    "an approved suffix": [site("example.com"), filed(), []],
  },
  silent: {
    "a suffix on no list": [site("example.ai"), filed("example.ai"), []],
    "another plan exposes it": [planOf([]), filed("example.io"), []],
    "an unfiled apex is another rule's": [
      site("example.io"),
      unfiled("example.io"),
      [
        "icp-cdn-coverage violation www.example.io",
        "icp-domain-suffix violation example.io",
        "icp-server-missing violation example.io",
      ],
    ],
  },
});
