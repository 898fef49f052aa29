/** What is wrong with a program, and what there is to be said of how it was run. */
export const programs = {
  "expected.plan-or-program":
    "the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json, or the folder of a Pulumi program",
  "expected.project": "the project file of a Pulumi program",
  "expected.project-name": "the name of the project",
  "expected.project-runtime": "the runtime of the program: nodejs or yaml",

  "expected.fixtures": "fixtures: functions: and config:, in YAML or JSON",
  "expected.stack-output": "the JSON of pulumi stack output --json or pulumi stack export",
  "expected.seconds": "a number of seconds, such as 120",

  "cli.running": "Running {what}",
  "cli.running-for": "Running {what} ({seconds} s)",
  "cli.taken-asked": "Taking the program in {folder} (stack {stack})",
  "cli.taken-only": "Taking the program in {folder} (stack {stack}, the only one with a file)",
  "cli.taken-none": "Taking the program in {folder} (stack {stack}: no stack has a file)",
  "cli.option-program-stack": "the stack of a program (default: the only one that has a file)",
  "cli.option-stack-output":
    "outputs of stacks that a program refers to: an export, or STACK=FILE of pulumi stack output --json (may be repeated)",
  "cli.option-fixtures": "what functions of providers give, and configuration that is not in the stack's file",
  "cli.option-timeout": "how long a program may take, in seconds (default: 120)",
  "cli.option-keep-env": "leave the credentials of clouds in the environment of a program",
  "cli.option-no-programs": "refuse to run programs: only saved plans are judged",

  "input.fixtures-key": "is none of functions and config",
  "input.fixtures-case": "expected what the function gives, or a list of arguments and result",
  "input.stack-output":
    "does not say of which stack it is; pass STACK=FILE, such as acme/network/prod=outputs.json, or the export of the stack",

  "input.program-left-out":
    "is the folder of a Pulumi program, and --no-programs refuses to run it; expected {expected|text}",
  "input.no-plan-named":
    "no plan is named, and --no-programs leaves out the Pulumi program of the working folder; expected {expected|text}",
  "input.nothing-here":
    "no plan is named, and there is no Pulumi program here or above within the repository; pass the JSON of `terraform show -json PLAN` or `pulumi preview --json --show-sames`, the folder of a program, or - for standard input",
  "input.terraform-here":
    "no plan is named, and here is a Terraform configuration, which is not judged without a plan; run `terraform plan -out=tfplan` and `terraform show -json tfplan > plan.json`, and pass plan.json",
  "input.terraform-folder":
    "is the folder of a Terraform configuration; run `terraform plan -out=tfplan` and `terraform show -json tfplan > plan.json` there, and pass plan.json",
  "input.programs-below":
    "no plan is named, and there is no Pulumi program here or above within the repository; pass one of those below: {folders|list}",
  "input.program-no-project":
    "is a folder without Pulumi.yaml; pass the folder of a Pulumi program, or the JSON of a plan",
  "input.program-sdk":
    "the program uses @pulumi/pulumi {version}, which is not known here; {lowest} or later is needed: update it, or pass the output of `pulumi preview --json --show-sames`",
  "input.program-key": "expected {expected|text}",
  "input.program-runtime":
    "programs in {runtime} cannot be run here; run `pulumi preview --json --show-sames > plan.json` and pass plan.json, or use the policy pack, which judges programs in any language",
  "input.program-main": 'there is no "{main}" beside it, where the program should begin',
  "input.program-packages":
    "the program's packages are not installed: @pulumi/pulumi is not found from its folder; run npm ci there (or yarn, pnpm install)",
  "input.program-stack-name": "expected the name of a stack, such as dev or acme/shop/dev",
  "input.program-stack-other":
    "{stack} is a stack of the project {named}, and the project here is {project}; pass --stack {name}",
  "input.program-stacks": "there are several stacks: {stacks|list}; say which one is meant with --stack",
  "input.program-unanswered":
    "the program waits for what {functions|list} gives, which only the cloud can tell; use the form that gives an output ({function}Output), or pass its answer with --fixtures FILE, as in",
  "input.program-unknown-output":
    "the program waits for the output {output} of the stack {stack}, which is not known here; use getOutput or requireOutput, or pass the export of that stack with --stack-output FILE",
  "input.program-line": "{line}",
  "input.program-failed": "the program failed: {told}",
  "input.program-died": "the program ended with code {code} before it was done",
  "input.program-exits": "the program ended its own process before it was done, so that not all of it was seen",
  "input.program-timeout":
    "the program did not come to its end within {seconds} s ({count#resource} so far); give it longer with --timeout, or see what it waits for",
  "input.program-kept-alive":
    "the program came to its end, but its process did not within {seconds} s: it is kept alive by {kinds|list}; close what it has opened",
  "input.program-kept-alive-unseen":
    "the program came to its end, but its process did not within {seconds} s: a worker or a process that it has started keeps it alive; end that",
  "input.program-killed":
    "the process of the program was ended by {signal} before it was done; memory may have run out (NODE_OPTIONS=--max-old-space-size=MB gives it more)",
  "input.program-unconfigured":
    "the stack {stack} has no file, so that the program had no configuration; the stacks that have one are {stacks|list}",
  "input.program-environments":
    "the stack takes configuration from environments of Pulumi ESC ({names|list}), which are not read here; pass what is needed under config: in --fixtures FILE",

  "limit.program":
    "{plan} is a program, judged as if nothing of it were deployed yet: what a deployment would delete or replace only a preview tells",
  "limit.program-unconfigured":
    "{plan}: there is no {file}, so that the program had no configuration; the stacks that have a file are {stacks|list}",
  "limit.program-environments":
    "{plan}: the stack takes configuration from environments of Pulumi ESC ({names|list}), which are not read here: the program does without",
  "limit.program-left-open": "{plan}: the program kept its process alive ({kinds|list}) and was ended when it was done",
  "limit.program-no-output":
    "{plan}: the program uses the output {output} of {stack}, which has none of that name; what it makes of it is not known here",
  "limit.program-unapplied":
    "{plan}: {count#function} of the program could not be run ({places|list}): a secret, an output of another stack or what a data source gives is not known here, and resources that are made there are not seen",
  "limit.program-secret-read":
    "{plan}: the program reads the secret {key} as plain text; what it makes of it is not known here",

  "limit.options-unused": "{options|list}: without effect, since none of the plans is a program",
  "limit.outputs-unused": "--stack-output: no program refers to {stacks|list}",
  "limit.fixtures-unused": "--fixtures: nothing asks for {keys|list}",
} as const;
