import { expect, it } from "vitest";
import suffixes from "../../data/suffixes.json";
import { judge } from "../../src/judge";
import type { Register } from "../../src/register/register";
import { planOf, ref } from "../support/plan";
import { filed, register, ruleTester, TODAY, unfiled } from "../support/rule-tester";
import { cdn, group, instance, opens, record, subscription, web } from "../support/stacks";

const site = (domain: string, inputs = {}) => planOf([cdn("site", { domainName: `www.${domain}`, ...inputs })]);
const others = (domain: string) => [
  `icp-cdn-coverage violation www.${domain}`,
  `icp-server-missing violation ${domain}`,
];
const listing = (lists: string) => register(`suffixes: { asOf: 2026-11-01, ${lists} }\n`);

ruleTester("icp-domain-suffix", {
  violations: {
    "unfiled, with a denied suffix": [
      site("example.io"),
      unfiled("example.io"),
      [
        ...others("example.io"),
        "icp-domain-suffix violation example.io: icp-domain-suffix [look-up-suffix, another-suffix] at site and filings[0]",
      ],
    ],
    "not listed at all": [
      site("example.org"),
      undefined,
      [
        ...others("example.org"),
        "icp-domain-suffix violation example.org: icp-domain-suffix [look-up-suffix, another-suffix] at site",
      ],
    ],
    "the register denies it": [
      site("example.xyz"),
      listing("denied: [xyz]"),
      [
        ...others("example.xyz"),
        "icp-domain-suffix violation example.xyz: icp-domain-suffix.declared [another-suffix] at site",
      ],
      [
        "example.xyz must be filed, and the register says that the MIIT has not approved its suffix xyz",
        "- Serve example.xyz from outside the mainland, or use a domain with an approved suffix.",
        "by F-30",
        "site (hosts)",
      ],
    ],
    "nothing is served yet, but its server is here": [
      planOf([group(), opens("22/22"), instance("server", subscription)]),
      register(
        'filings: [{ domain: example.io, status: unfiled, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      [
        "icp-domain-suffix violation example.io: icp-domain-suffix [look-up-suffix, another-suffix] at server and filings[0]",
      ],
    ],
  },
  satisfied: {
    "an approved suffix": [site("example.com"), unfiled(), others("example.com")],
    "a suffix below an approved one": [site("example.com.cn"), undefined, others("example.com.cn")],
    "the register approves it": [site("example.io"), listing("approved: [io]"), others("example.io")],
  },
  undetermined: {
    "a suffix on no list": [
      site("example.ai"),
      unfiled("example.ai"),
      [
        ...others("example.ai"),
        "icp-domain-suffix undetermined example.ai: undetermined (suffix-unlisted) [declare-suffix] at site and filings[0]",
      ],
    ],
  },
  silent: {
    "a filed apex is another rule's": [
      site("example.io"),
      filed("example.io"),
      ["icp-domain-suffix-filed violation example.io"],
    ],
    "a suffix on no list, and filed": [site("example.ai"), filed("example.ai"), []],
    "only access is to be added": [
      planOf([...web, instance("server"), record("www", ref("server"), { domainName: "example.io" })]),
      filed("example.io", "accessProviders: [{ name: huawei }]"),
      ["icp-access-provider violation www.example.io", "icp-domain-suffix-filed violation example.io"],
    ],
    "served from outside only": [site("example.io", { scope: "overseas" }), unfiled("example.io"), []],
  },
});

it("says of a suffix on no list how old the lists are", () => {
  const suffixDoubt = (lists: Register) =>
    judge(site("example.ai"), { register: lists, today: TODAY }).findings.flatMap(({ rule, doubt }) =>
      rule === "icp-domain-suffix" ? [doubt] : [],
    );
  const unlisted = (asOf: string): unknown => [
    expect.objectContaining({ why: "suffix-unlisted", params: { suffix: "ai", asOf } }),
  ];
  expect(suffixDoubt(unfiled("example.ai"))).toEqual(unlisted(suffixes.asOf));
  expect(suffixDoubt(register("suffixes: { asOf: 2026-11-24, denied: [gg] }\n"))).toEqual(unlisted("2026-11-24"));
});
