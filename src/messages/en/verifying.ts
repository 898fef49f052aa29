/** What is said when the cloud is asked about a register, in English: options, progress, and what was written. */
export const verifying = {
  "cli.option-verify":
    "ask Alibaba Cloud about the account's own domains and servers, and hold the register against what it says (only this uses the network)",
  "cli.option-verify-plan":
    "with --verify: a plan of which the domains are asked about too, also such that the register does not list; may be repeated",
  "cli.option-write":
    "with --verify: put into the register what is certain, after showing the lines that change, and keep what was said in icp.verified.json beside it",
  "cli.option-write-dry-run": "with --write: show the lines that would change, and write nothing",
  "cli.option-print-policy": "with --verify: print the RAM policy that suffices for this register, and ask nothing",
  "cli.option-init-verify":
    "ask Alibaba Cloud about what the plans serve, and write what is certain (not with --update)",
  "cli.option-endpoint":
    "with --verify: another endpoint than the public one, for all products or one (product=url); may be repeated",
  "cli.finding-credentials": "looking for credentials",
  "cli.asking": "asking the cloud: {asked} of {all}",
  "cli.wrote-verified": "Wrote {register}, and {file} with what was said",
  "cli.wrote-verified-alone": "Wrote {file} with what was said; {register} is as it was",
  "cli.kept-verified": "Wrote {file} with what was said",
  "cli.verified-unusable": "{why|text}; what it said is not used",
  "cli.nothing-to-allow":
    "Nothing is asked of this register that needs a permission; RAM takes no policy that allows nothing, and none is needed",
  "cli.unanswered": "{unanswered} of {count#question} had no answer: {why}",
  "count.question.one": "{n} question",
  "count.question.other": "{n} questions",
  "unanswered.forbidden": "forbidden",
  "unanswered.throttled": "throttled",
  "unanswered.unreachable": "not reached",
  "unanswered.failed": "failed",
  "unanswered.unreadable": "not understood",
  "unanswered.not-owned": "not of this account",
  "unanswered.not-found": "not found in this account",
  "unanswered.not-activated": "product not activated",
  "skeleton.unanswered": "{operation} gave no answer ({why|unanswered})",
  "skeleton.filed": "{operation} said on {on} that it is filed: write its number and status",
  "skeleton.filed-as":
    "{operation} said on {on} that it is filed through Alibaba Cloud as {numbers|list}: write number and status",
  "skeleton.account": "the account that was asked; write its site: china or international",
  "input.verify-update": "is for a first register; for one that is there, run alicloud-icp register --verify --write",
  "input.policy-alone": "asks nothing and makes no report; leave out {other}",
  "input.option-alone": "only goes with {other}",
} as const;
