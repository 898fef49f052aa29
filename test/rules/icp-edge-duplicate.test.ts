import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, ruleTester } from "../support/rule-tester";
import { cdn, cname, resource } from "../support/stacks";

const dcdn = (name: string, inputs: Properties = {}) =>
  resource("alicloud:dcdn/domain:Domain", name, {
    domainName: "www.example.com",
    sources: [{ type: "domain", content: "origin.example.net" }],
    ...inputs,
  });
const own = "icp-edge-duplicate violation www.example.com: icp-edge-duplicate [one-edge] at domainName of one";

ruleTester("icp-edge-duplicate", {
  violations: {
    "CDN and DCDN": [
      planOf([cdn("one"), dcdn("two")]),
      filed(),
      [own],
      [
        "www.example.com is bound as CDN domain and as DCDN domain at once",
        "- Keep the host on one of them.",
        "by S4-17",
        "one (hosts)",
      ],
    ],
    "the one on CDN that is online, whatever another one there is": [
      planOf([cdn("off", { status: "offline" }), cdn("one"), dcdn("two")]),
      filed(),
      [own],
    ],
    "outside the mainland as well": [
      planOf([cdn("one", { scope: "overseas" }), dcdn("two", { scope: "overseas" })]),
      filed(),
      ["icp-filed-domain-offshore violation www.example.com", own],
    ],
  },
  satisfied: {
    "one product": [planOf([cdn("one"), cname("www", ref("one"))]), filed(), []],
    "another host on the other": [planOf([cdn("one"), dcdn("two", { domainName: "img.example.com" })]), filed(), []],
    "a wildcard on the other": [planOf([cdn("one"), dcdn("two", { domainName: "*.example.com" })]), filed(), []],
  },
  undetermined: {
    "one of them is offline, which can end at any time": [
      planOf([cdn("one"), dcdn("two", { status: "offline" })]),
      filed(),
      ["icp-edge-duplicate undetermined www.example.com: undetermined (offline) [one-edge] at domainName of one"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: it was taken offline, which can leave its name leading to the origin for some time",
        "- Keep the host on one of them.",
        "by S4-17",
        "one (hosts)",
      ],
    ],
    "whether one is online is not known": [
      planOf([cdn("one"), dcdn("two", { status: unknownValue })]),
      filed(),
      ["icp-edge-duplicate undetermined www.example.com: undetermined (computed) [one-edge] at domainName of one"],
    ],
  },
  silent: {
    "no such product": [planOf([]), filed(), []],
    "a host that is not known": [
      planOf([cdn("one", { domainName: unknownValue })]),
      filed(),
      ["icp-cdn-coverage undetermined one"],
    ],
  },
});
