import { planOf } from "../support/plan";
import { ruleTester, unfiled } from "../support/rule-tester";
import { cdn, resource } from "../support/stacks";

ruleTester("icp-undetermined", {
  undetermined: {
    "the plan hides resources": [planOf([], { missing: 3 }), undefined, ["icp-undetermined undetermined -"]],
    "one note for each type that nobody has described": [
      planOf([
        resource("alicloud:ga/accelerator:Accelerator", "ga"),
        resource("alicloud:videosurveillance/systemGroup:SystemGroup", "one"),
        resource("alicloud:videosurveillance/systemGroup:SystemGroup", "two"),
      ]),
      undefined,
      ["icp-undetermined undetermined one", "icp-undetermined undetermined ga"],
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
