import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { cname, record, resource } from "../support/stacks";

const TO = "https://www.example.org/";
const forward = (inputs: Properties = {}, rr = "old") => record(rr, TO, { type: "REDIRECT_URL", ...inputs });
const former = (inputs: Properties = {}) =>
  resource("alicloud:dns/record:Record", "former", {
    name: "example.com",
    hostRecord: "old",
    type: "FORWORD_URL",
    value: TO,
    ...inputs,
  });
const zone = (domainName: string) => resource("alicloud:dns/alidnsDomain:AlidnsDomain", "zone", { domainName });

const own =
  "icp-url-forward violation old.example.com: icp-url-forward [file, hold-record, redirect-outside] at rr of old-record";
const unsure = "icp-url-forward undetermined old.example.com: undetermined (computed) [check] at value of old-record";
const missing = "icp-server-missing violation example.com";

ruleTester("icp-url-forward", {
  violations: {
    "a redirect, wherever it leads": [
      planOf([forward()]),
      unfiled(),
      [own, missing],
      [
        "old.example.com is forwarded to a URL by Alibaba Cloud in the mainland, wherever the URL leads, and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Keep the record off until 7 to 24 hours after the approval.",
        "- Or redirect from a web server of your own outside the mainland, with an A or CNAME record.",
        "by F-13",
        "old-record (hosts)",
      ],
    ],
    "a forward as the SDK spells it": [planOf([forward({ type: "FORWORD_URL" })]), unfiled(), [own, missing]],
    "a forward spelled right": [planOf([forward({ type: "FORWARD_URL" })]), unfiled(), [own, missing]],
    "a former record": [
      planOf([former()]),
      unfiled(),
      [
        "icp-url-forward violation old.example.com: icp-url-forward [file, hold-record, redirect-outside] at hostRecord of former",
        missing,
      ],
    ],
    "a URL that is not known": [planOf([forward({ value: unknownValue })]), unfiled(), [own, missing]],
    "in a zone of the plan": [
      planOf([zone("example.com"), forward({ domainName: ref("zone") })]),
      unfiled(),
      [own, missing],
    ],
    "the domain itself, enabled": [
      planOf([forward({ status: "ENABLE" }, "@")]),
      unfiled(),
      [
        "icp-url-forward violation example.com: icp-url-forward [file, hold-record, redirect-outside] at rr of @-record",
        missing,
      ],
    ],
    "before the rest of the plan is known": [
      planOf([forward()], { isolated: true }),
      unfiled(),
      [own, "icp-server-missing undetermined example.com"],
    ],
    "a target that is listed and not filed": [
      planOf([forward()]),
      register(
        "filings:\n  - { domain: example.com, status: active, number: 浙ICP备12345678号-1, accessProviders: [{ name: aliyun }] }\n" +
          "  - { domain: example.org, status: unfiled }\n",
      ),
      ["icp-url-forward violation old.example.com: icp-url-forward.target [file-target] at value of old-record"],
      [
        "old.example.com is forwarded to www.example.org by Alibaba Cloud in the mainland, which checks both names, and example.org is not filed",
        "- File example.org first, or forward to a filed domain.",
        "by F-13",
        "old-record (hosts)",
      ],
    ],
    "neither it nor its target is filed": [
      planOf([forward()]),
      register(
        "filings:\n  - { domain: example.com, status: unfiled }\n  - { domain: example.org, status: unfiled }\n",
      ),
      [
        own,
        "icp-url-forward violation old.example.com: icp-url-forward.target [file-target] at value of old-record",
        missing,
      ],
    ],
    "no register at all": [
      planOf([forward()]),
      undefined,
      [
        "icp-url-forward violation old.example.com: icp-url-forward [declare, file, hold-record, redirect-outside] at rr of old-record",
        missing,
      ],
    ],
    "a name that leads to it is DNS's": [
      planOf([forward(), cname("www", "old.example.com")]),
      unfiled(),
      [own, "icp-dns-record violation www.example.com", missing],
    ],
  },
  satisfied: {
    "filed with Alibaba Cloud as access provider": [planOf([forward()]), filed(), []],
    "its target is filed as well": [
      planOf([forward()]),
      register(
        "filings:\n  - { domain: example.com, status: active, number: 浙ICP备12345678号-1, accessProviders: [{ name: aliyun }] }\n" +
          "  - { domain: example.org, status: active, number: 浙ICP备12345678号-2 }\n",
      ),
      [],
    ],
    "a target that nobody lists": [planOf([forward({ value: "https://stranger.example.net/a" })]), filed(), []],
    "a target that is not known, and nothing unfiled is listed": [
      planOf([forward({ value: unknownValue })]),
      filed(),
      [],
    ],
    "a name that leads to a forward whose target is not filed: the forward says it": [
      planOf([
        forward({ domainName: "example.net", value: "https://www.example.net/" }),
        cname("go", "old.example.net"),
      ]),
      register(
        "filings:\n  - { domain: example.com, status: active, number: 浙ICP备12345678号-1, accessProviders: [{ name: aliyun }] }\n" +
          "  - { domain: example.net, status: active, number: 浙ICP备12345678号-2, accessProviders: [{ name: aliyun }] }\n",
      ),
      [],
    ],
    "filed, and everything else unknown": [
      planOf([forward({ type: unknownValue, status: unknownValue })]),
      filed(),
      // It may be disabled, and is all that the plan has of the domain.
      ["icp-empty-shell undetermined old.example.com"],
    ],
  },
  undetermined: {
    "a target that is not known, and a domain that is not filed is listed": [
      planOf([forward({ value: unknownValue })]),
      register(
        "filings:\n  - { domain: example.com, status: active, number: 浙ICP备12345678号-1, accessProviders: [{ name: aliyun }] }\n" +
          "  - { domain: example.net, status: unfiled }\n",
      ),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for old.example.com: value is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
        "by F-13",
        "old-record (hosts)",
      ],
    ],
    "a status that is not known": [
      planOf([forward({ status: unknownValue })]),
      unfiled(),
      ["icp-url-forward undetermined old.example.com: undetermined (computed) [check] at rr of old-record"],
    ],
    "whether it forwards is not known, nor where to, and a listed domain is not filed": [
      planOf([forward({ type: unknownValue, value: unknownValue })]),
      register(
        "filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }, { domain: example.net, status: unfiled }]\n",
      ),
      ["icp-filed-domain-split undetermined old.example.com", unsure],
    ],
    "where it forwards to is not known, and a listed domain is not filed": [
      planOf([forward({ value: unknownValue })]),
      register(
        "filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }, { domain: example.net, status: unfiled }]\n",
      ),
      [unsure],
    ],
    "a type that is not known, and a URL": [
      planOf([forward({ type: unknownValue })]),
      unfiled(),
      ["icp-url-forward undetermined old.example.com: undetermined (computed) [check] at rr of old-record"],
    ],
    "a zone of which only the dependency is known": [
      planOf([zone(unknownValue), forward({ domainName: ref("zone") })]),
      unfiled(),
      ["icp-url-forward undetermined old-record: undetermined (computed) [check] at rr of old-record"],
    ],
    "not listed, and the register says to leave such domains undetermined": [
      planOf([forward()]),
      register("unlisted: undetermined\n"),
      ["icp-url-forward undetermined old.example.com: undetermined (unlisted) [declare] at rr of old-record"],
    ],
  },
  silent: {
    "a disabled record": [planOf([forward({ status: "DISABLE" })]), unfiled(), []],
    "a disabled record of an incomplete plan": [
      planOf([forward({ status: "DISABLE" })], { missing: 2 }),
      unfiled(),
      ["icp-undetermined undetermined -"],
    ],
    "a name that leads to a disabled one": [
      planOf([forward({ status: "DISABLE" }), cname("www", "old.example.com")]),
      unfiled(),
      [],
    ],
    "everything that can be unknown is DNS's": [
      planOf([forward({ rr: unknownValue, domainName: unknownValue, type: unknownValue, value: unknownValue })]),
      unfiled(),
      ["icp-dns-record undetermined old-record"],
    ],
    "filed elsewhere is the access provider's": [
      planOf([forward()]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      ["icp-access-provider violation old.example.com"],
    ],
    "filed, and nothing said about the access provider": [
      planOf([forward()]),
      filed("example.com", ""),
      ["icp-access-provider undetermined old.example.com"],
    ],
    "a first filing that is pending": [
      planOf([forward()]),
      register("filings:\n  - { domain: example.com, status: pending-initial }\n"),
      ["icp-filing-pending violation old.example.com", missing],
    ],
    "a name that nobody can file": [planOf([forward({ domainName: "corp.internal" })]), unfiled(), []],
  },
});
