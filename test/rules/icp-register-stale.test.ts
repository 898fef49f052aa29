import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { group, instance, opens } from "../support/stacks";

const quiet = planOf([group(), opens("22/22"), instance("server")]);
const open = planOf([group(), opens("443/443"), instance("server")]);
const waiver = (until: string, more = "") =>
  register(
    `waivers: [{ rule: icp-unnamed-website, resource: "*::server", reason: office only, until: ${until}, owner: us${more} }]\n`,
  );
const own = "icp-register-stale violation -";
const waived = "icp-unnamed-website violation server waived";

ruleTester("icp-register-stale", {
  violations: {
    "older than its limit": [quiet, register("staleAfterDays: 2\n"), [own]],
    "a waiver that expired": [open, waiver("2026-11-24"), [own, "icp-unnamed-website violation server"]],
    "a waiver that waives nothing": [quiet, waiver("2027-01-01"), [own]],
    "a waiver longer than a year still waives": [open, waiver("2029-01-01"), [own, waived]],
  },
  satisfied: {
    "young enough": [quiet, register(""), []],
    "a waiver in use, on its last day": [open, waiver("2026-11-25"), [waived]],
  },
  undetermined: {
    "a waiver unused in a plan that hides resources": [
      planOf([group(), opens("22/22")], { missing: 1 }),
      waiver("2027-01-01"),
      ["icp-register-stale undetermined -", "icp-undetermined undetermined -"],
    ],
  },
  silent: {
    "no register": [quiet, undefined, []],
  },
});
