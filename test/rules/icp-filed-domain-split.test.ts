import { planOf, ref } from "../support/plan";
import { filed, ruleTester, unfiled } from "../support/rule-tester";
import { instance, record, web } from "../support/stacks";

const site = (rr: string) => [...web, instance("server"), record(rr, ref("server"))];
const hongkong = { region: "cn-hongkong" };

ruleTester("icp-filed-domain-split", {
  violations: {
    "a host of a filed domain in Hong Kong": [
      planOf(site("eu"), hongkong),
      filed(),
      ["icp-filed-domain-split violation eu.example.com: icp-filed-domain-split [keep-mainland] at value of eu-record"],
      [
        "eu.example.com is served only from cn-hongkong, outside the mainland, while example.com is filed",
        "- Keep eu.example.com in the mainland, use another domain outside, or cancel the filing deliberately.",
        "by S4-03",
        "eu-record (record) > server (refers)",
      ],
    ],
  },
  satisfied: {
    "in the mainland": [planOf(site("eu")), filed(), []],
  },
  undetermined: {
    "a region in no list": [
      planOf(site("eu"), { region: "cn-nowhere-9" }),
      filed(),
      [
        "icp-filed-domain-split undetermined eu.example.com: undetermined (region-unlisted) [check, keep-mainland] at value of eu-record",
      ],
    ],
  },
  silent: {
    "an unfiled domain": [planOf(site("eu"), hongkong), unfiled(), []],
    "www is the offshore rule's": [
      planOf(site("www"), hongkong),
      filed(),
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
  },
});
