import { planOf, ref, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, instance, record, web } from "../support/stacks";

const pending = register("filings: [{ domain: example.com, status: pending-initial }]\n");
const site = [...web, instance("server"), record("www", ref("server"))];

ruleTester("icp-filing-pending", {
  violations: {
    "the record is already there": [planOf(site), pending, ["icp-filing-pending violation www.example.com"]],
    "a CDN domain is": [
      planOf([cdn("site")]),
      pending,
      ["icp-filing-pending violation www.example.com", "icp-server-missing violation example.com"],
    ],
  },
  undetermined: {
    "a CDN domain whose scope is not known": [
      planOf([cdn("site", { scope: unknownValue })]),
      pending,
      ["icp-filing-pending undetermined www.example.com"],
    ],
  },
  silent: {
    "nothing is served yet": [planOf([...web, instance("server")]), pending, ["icp-unnamed-website violation server"]],
    "served from Hong Kong": [planOf(site, { region: "cn-hongkong" }), pending, []],
  },
});
