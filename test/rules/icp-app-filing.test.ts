import { planOf, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("api", { domainName: "api.example.com" })]);
const own = "icp-app-filing violation api.example.com: icp-app-filing.status [app-file] at api and apps[0]";
const unsure =
  "icp-app-filing undetermined api.example.com: undetermined (not-declared) [declare-key] at api and apps[0]";
const app = (keys: string, hosts = "api.example.com") =>
  register(`apps: [{ name: Shop, hosts: [${hosts}]${keys} }]\nfilings: [{ domain: example.com, status: active }]\n`);
const NUMBER = ", number: 浙ICP备12345678号-2A";

ruleTester("icp-app-filing", {
  violations: {
    "no number": [
      site,
      app(", number: null"),
      ["icp-app-filing violation api.example.com: icp-app-filing [app-file] at api and apps[0]"],
      [
        "Shop calls api.example.com, which is served from the mainland, and has no number of its own",
        "- File Shop as an app, a mini-program or a quick app, and write its number in icp.yaml: apps: [{ number: … }].",
        "by F-40",
        "api (hosts)",
      ],
    ],
    "the number of a website": [
      site,
      app(", number: 浙ICP备12345678号-2"),
      ["icp-app-filing violation api.example.com: icp-app-filing.website [app-file] at api and apps[0]"],
      [
        "Shop calls api.example.com, which is served from the mainland, and 浙ICP备12345678号-2 is no number of an app, which ends in A, X or K",
        "- File Shop as an app, a mini-program or a quick app, and write its number in icp.yaml: apps: [{ number: … }].",
        "by F-40",
        "api (hosts)",
      ],
    ],
    "its filing was revoked": [
      site,
      app(`${NUMBER}, status: revoked`),
      [own],
      [
        "Shop calls api.example.com, which is served from the mainland, and its own filing is not in force (revoked)",
        "- File Shop as an app, a mini-program or a quick app, and write its number in icp.yaml: apps: [{ number: … }].",
        "by F-40",
        "api (hosts)",
      ],
    ],
    "its first filing is pending": [site, app(", status: pending-initial"), [own]],
    "behind a wildcard": [
      planOf([cdn("api", { domainName: "*.example.com" })]),
      app(", number: null"),
      ["icp-app-filing violation *.example.com: icp-app-filing [app-file] at api and apps[0]"],
    ],
  },
  satisfied: {
    "a number of its own": [site, app(NUMBER), []],
    "a mini-program's": [site, app(", number: 浙ICP备12345678号-3X, status: active"), []],
    "filed, without its number written down": [site, app(", status: active"), []],
  },
  undetermined: {
    "nothing is said of it": [
      site,
      app(""),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for Shop: the register does not say number of Shop",
        "- Say number of Shop in icp.yaml.",
        "by F-40",
        "api (hosts)",
      ],
    ],
    "whether it is served from the mainland is not known": [
      planOf([cdn("api", { domainName: "api.example.com", scope: unknownValue })]),
      app(", number: null"),
      [
        "icp-app-filing undetermined api.example.com: undetermined (computed) [check] at api and apps[0]",
        "icp-filed-domain-split undetermined api.example.com",
      ],
    ],
  },
  silent: {
    "its hosts are another plan's": [site, app(", number: null", "app.example.com"), []],
    "no apps are declared": [site, register("filings: [{ domain: example.com, status: active }]\n"), []],
  },
});
