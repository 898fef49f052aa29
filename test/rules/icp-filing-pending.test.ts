import { planOf, ref, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, instance, record, web } from "../support/stacks";

const pending = register("filings: [{ domain: example.com, status: pending-initial }]\n");
const site = [...web, instance("server"), record("www", ref("server"))];

ruleTester("icp-filing-pending", {
  violations: {
    "the record is already there": [
      planOf(site),
      pending,
      ["icp-filing-pending violation www.example.com: icp-filing-pending [hold-record] at value of www-record"],
      [
        "www.example.com is already served from cn-hangzhou in the mainland, and the first filing of example.com is not approved yet",
        "- Keep the record off until 7 to 24 hours after the approval.",
        "by F-46",
        "www-record (record) > server (refers)",
      ],
    ],
    "a CDN domain is": [
      planOf([cdn("site")]),
      pending,
      [
        "icp-filing-pending violation www.example.com: icp-filing-pending [hold-record] at domainName of site",
        "icp-server-missing violation example.com",
      ],
    ],
  },
  undetermined: {
    "a CDN domain whose scope is not known": [
      planOf([cdn("site", { scope: unknownValue })]),
      pending,
      ["icp-filing-pending undetermined www.example.com: undetermined (computed) [check] at domainName of site"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: scope is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
        "by F-46",
        "site (hosts)",
      ],
    ],
  },
  silent: {
    "nothing is served yet": [planOf([...web, instance("server")]), pending, ["icp-unnamed-website violation server"]],
    "served from Hong Kong": [planOf(site, { region: "cn-hongkong" }), pending, []],
  },
});
