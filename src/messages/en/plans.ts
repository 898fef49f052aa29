/** What is wrong with a plan: with its file, with what stands in it, and with its size. */
export const plans = {
  "input.plan-empty": "is empty; perhaps the command that should have written it failed",
  "input.plan-folder":
    "is a folder without Pulumi.yaml; pass the JSON of terraform show -json or of pulumi preview --json --show-sames, run where the program is",
  "input.plan-folder-project":
    "is a folder; run pulumi preview --json --show-sames > plan.json there, and pass plan.json",
  "input.plan-same-stack":
    "is about the same stack as {other} ({stack}); give each stack once: its preview, its export or an extract. Stacks of two organisations that have one name are judged one at a time, for nothing in them tells the organisation",
  "input.plan-twice-given": "is given twice; give each file once",
  "input.plan-too-large":
    "{count} resources lead hosts to more than {most} places, too many to judge; let fewer names lead to many others, or judge fewer stacks at once",

  // Another kind of file.
  "input.plan-give":
    "give the output of `pulumi preview --json --show-sames`, `pulumi stack export` or `terraform show -json PLAN`",
  "input.plan-events":
    "is a log of engine events, which tells no dependencies; unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW, do not use --event-log, and give the output of `pulumi preview --json --show-sames`",
  "input.plan-update-plan":
    "is an update plan of `pulumi preview --save-plan`; give the output of `pulumi preview --json --show-sames`",
  "input.plan-checkpoint": "is a checkpoint of Pulumi's backend; give the output of `pulumi stack export`",
  "input.plan-report": "is a report of this command, not what it judges; {give|text}",
  "input.plan-package": "is the description of a package or project, not a plan; {give|text}",
  "input.plan-screen": "is what `pulumi preview` shows on a screen; run `pulumi preview --json --show-sames`",
  "input.plan-yaml":
    "is YAML, a Pulumi program or its settings; run `pulumi preview --json --show-sames` on it and give the output",
  "input.plan-other": "is JSON, but neither a preview, a plan nor a state; {give|text}",
  "input.plan-no-object": "is JSON, but {found|json} where an object was expected; {give|text}",

  // JSON that does not parse.
  "input.plan-blank": "holds only white space; {give|text}",
  "input.plan-no-json": "is not JSON; {give|text}",
  "input.plan-invalid-json": "is not valid JSON; {give|text}",
  "input.plan-cut": "ends in the middle of its JSON, as if cut off; write the file again",
  "input.plan-more-text": "holds more text after its JSON; write only the command's standard output into it",

  // What stands in a preview or an exported stack.
  "input.plan-failed": "the preview itself failed ({told}); mend that and preview again",
  "input.plan-no-steps": "holds no steps, not even the stack's own; see whether the preview ran to its end",
  "input.plan-operation": "is {operation}, an operation that this version of alicloud-icp does not know; update it",
  "input.plan-older":
    "holds a deployment of version {version}, older than {oldest}; export it again with a current Pulumi",
  "input.plan-newer":
    "holds a deployment of version {version}, newer than {newest}; update alicloud-icp, or give a preview",
  "input.plan-twice": "stands twice, and neither resource is to be deleted; mend the state with `pulumi state repair`",
  "input.plan-missing": "is missing, expected {expected|text}; write the file again",
  "input.plan-no-text": "is empty, expected {expected|text}; write the file again",
  "input.plan-wrong": "is {found|json}, expected {expected|text}; write the file again",
  "input.extract-form":
    "is an extract of form {found}, and this version of alicloud-icp reads form {expected}; write the extract again with it",
  "input.extract-changed": "is an extract that was changed after alicloud-icp extract had written it; write it again",
  "input.too-deep": "nests too deeply to be read; write it again",
  "expected.texts": "a list of texts",
  "expected.count": "a number of resources",
  "expected.resource": "a resource",
  "expected.resource-type": "the resource's type",
  "expected.new-state": "the resource's new state",
  "expected.urn": "a URN",
  "expected.urn-form": "a URN (urn:pulumi:…)",
  "expected.deployment-version": "the version of a deployment",
  "expected.step": "a step",
  "expected.operation": "an operation such as create",
  "json.null": "null",
  "json.list": "a list",
  "json.object": "an object",
  "json.text": "text",
  "json.number": "a number",
  "json.boolean": "true or false",

  // A plan that is made by hand.
  "input.plan-hand-twice": "stands twice; give each resource a name of its own",
  "input.plan-hand-name": "expected a text; found {type}",
  "input.plan-hand-no-name": "expected a text; found an empty one",
} as const;
