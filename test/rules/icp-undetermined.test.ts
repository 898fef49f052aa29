import { vi } from "vitest";
import { planOf } from "../support/plan";
import { ruleTester, unfiled } from "../support/rule-tester";
import { cdn, resource } from "../support/stacks";

// Types that nobody describes, however many the products come to describe.
vi.mock("../../data/public-types.json", () => ({
  default: { types: ["alicloud:future/gate:Gate", "alicloud:future/site:Site"] },
}));

ruleTester("icp-undetermined", {
  undetermined: {
    "the plan hides resources": [planOf([], { missing: 3 }), undefined, ["icp-undetermined undetermined -"]],
    "one note for each type that nobody has described": [
      planOf([
        resource("alicloud:future/gate:Gate", "gate"),
        resource("alicloud:future/site:Site", "one"),
        resource("alicloud:future/site:Site", "two"),
      ]),
      undefined,
      ["icp-undetermined undetermined gate", "icp-undetermined undetermined one"],
    ],
  },
  silent: {
    "a type that cannot serve the public": [planOf([resource("alicloud:log/project:Project", "logs")]), undefined, []],
    "everything is decided": [
      planOf([cdn("site")]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"],
    ],
  },
});
