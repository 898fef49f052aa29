/** What is wrong with a plan of Terraform or OpenTofu, and what there is to be said of one. */
export const terraform = {
  "input.terraform-saved":
    "is a plan as Terraform or OpenTofu saves it; run `terraform show -json` on it (or `tofu show -json`) and give the output",
  "input.terraform-errored":
    "is of a plan that failed half-way, so that resources are missing; mend what Terraform or OpenTofu says and plan again",
  "input.terraform-older":
    "has format version {version}, of Terraform before 1.1; plan again with Terraform 1.1 or later, or OpenTofu",
  "input.terraform-newer":
    "has format version {version}, which this version of alicloud-icp does not know; expected 1.x: upgrade alicloud-icp",
  "input.terraform-actions": "is {actions}, which this version of alicloud-icp does not know; upgrade alicloud-icp",
  "input.terraform-no-configuration":
    "is a plan without its configuration, which tells what is left out and what is unknown; give the whole output of `terraform show -json PLAN`",
  "input.terraform-redacted":
    "is the redacted plan of HCP Terraform, without configuration and state; download the JSON output instead (it needs admin rights), or run `terraform show -json` where the plan is made",
  "input.terraform-encrypted":
    "is a plan or state that OpenTofu has encrypted; run `tofu show -json` where the key is, and give the output",
  "input.terraform-events":
    "are the lines of `terraform plan -json`, which show no resources; run `terraform plan -out=tfplan` and `terraform show -json tfplan`",
  "input.terraform-raw-state":
    "is a state as Terraform stores it, of no stable form; run `terraform show -json` and give the output, or rather that of a plan",
  "input.terraform-schemas":
    "has the schemas of providers and no plan; run `terraform show -json PLAN` and give the output",
  "input.terraform-validation":
    "is what `terraform validate -json` writes and no plan; run `terraform show -json PLAN` and give the output",
  "input.terraform-functions":
    "is a list of functions and no plan; run `terraform show -json PLAN` and give the output",
  "input.terraform-configuration":
    "is a configuration and no plan; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`",
  "input.terraform-screen":
    "is what Terraform or OpenTofu shows on a screen; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`",
  "input.terraform-hcl":
    "is a Terraform configuration and no plan; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`",

  "input.plan-same-name":
    "is called {stack} as {other} is, and both have a resource of one address; give one of them where it is one plan, and else one of them another name: NAME={file}",
  "input.plan-named": "tells itself which stack it is of; give {file} without a name before it",

  "expected.terraform-format": "the version of the format",
  "expected.terraform-change": "a change of a resource, which is an object",
  "expected.terraform-address": "the address of a resource",
  "expected.terraform-type": "the type of a resource",
  "expected.terraform-name": "the name of a block",
  "expected.terraform-module": "the address of a module",

  "limit.terraform-targets":
    "{plan}: of {count#block} there is no instance in the plan, which does not say whether -target or -exclude has left them out",
} as const;
