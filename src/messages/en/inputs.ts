/** What is wrong with what a user gave, wherever it was given: `place: what was expected, what was found, what to do`. */
export const inputs = {
  "input.at": "{where}: {problem|text}",
  "input.more": "and {count} more",

  // Files, whatever is in them.
  "input.missing-file": "does not exist; expected {expected|text}",
  "input.unreadable-file": "cannot be read ({code}); expected {expected|text}",
  "input.compressed": "is a compressed file; unpack it and give what is inside",
  "input.utf16-unmarked": "is UTF-16 without a byte order mark; save it as UTF-8",
  "input.binary": "is a binary file; expected {expected|text}",
  "input.other-encoding": "is text neither in UTF-8 nor in UTF-16; save it as UTF-8",
  "input.utf16-cut": "is UTF-16 and ends in the middle of a character; write it again",
  "input.too-long": "holds more text than can be read at once ({most} million characters); split the stack",
  "input.no-json": "is no JSON; expected {expected|text}",
  "input.no-baseline": "is no baseline; expected {expected|text}",
  "input.no-report": "is no report of this version; expected {expected|text}",

  // Registers.
  "input.no-register": "there is no register; run alicloud-icp init PLAN first, or name the file",
  "input.two-registers": "names {other}, while {file} is given as well; give one of them",
  "input.no-register-rule":
    "leaves no rule that is asked of a register alone; all others need a plan: use alicloud-icp check",

  // What was expected in a file.
  "expected.json": "JSON in UTF-8",
  "expected.yaml": "YAML text in UTF-8",
  "expected.plan": "the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json",
  "input.source-folder":
    "holds no configuration of Terraform; pass the folder of the configuration that the plan is of with --source",
  "expected.baseline": "what alicloud-icp baseline has written",
  "expected.report": "the JSON that alicloud-icp check --format json writes",
  "expected.settings": "a file of settings",
  "expected.readable": "a file that this user may read",
  "expected.plan-json": "JSON",
} as const;
