import type { terraform as en } from "../en/terraform";

/** What is wrong with a plan of Terraform or OpenTofu, in Simplified Chinese. */
export const zhTerraform: Readonly<Record<keyof typeof en, string>> = {
  "input.terraform-saved":
    "是 Terraform 或 OpenTofu 保存的计划文件；请对其运行 `terraform show -json`（或 `tofu show -json`），并提供输出",
  "input.terraform-errored": "来自中途失败的计划，其中缺少资源；请按 Terraform 或 OpenTofu 的提示修正后重新生成计划",
  "input.terraform-older":
    "的格式版本为 {version}，出自 1.1 之前的 Terraform；请使用 Terraform 1.1 及以上版本或 OpenTofu 重新生成计划",
  "input.terraform-newer": "的格式版本为 {version}，此版本的 alicloud-icp 不支持；应为 1.x，请升级 alicloud-icp",
  "input.terraform-actions": "是 {actions}，此版本的 alicloud-icp 不支持该操作；请升级 alicloud-icp",
  "input.terraform-no-configuration":
    "是不含配置的计划，而配置说明了哪些属性未填写、哪些未知；请提供 `terraform show -json PLAN` 的完整输出",
  "input.terraform-redacted":
    "是 HCP Terraform 的脱敏计划，不含配置和状态；请改为下载 JSON 输出（需要管理员权限），或在生成计划的位置运行 `terraform show -json`",
  "input.terraform-encrypted": "是 OpenTofu 加密的计划或状态；请在持有密钥的环境中运行 `tofu show -json`，并提供输出",
  "input.terraform-events":
    "是 `terraform plan -json` 输出的事件，其中没有资源；请运行 `terraform plan -out=tfplan` 和 `terraform show -json tfplan`",
  "input.terraform-raw-state":
    "是 Terraform 存储的状态文件，格式不固定；请运行 `terraform show -json` 并提供输出，最好提供计划的输出",
  "input.terraform-schemas": "是 provider 的 schema，不是计划；请运行 `terraform show -json PLAN`，并提供输出",
  "input.terraform-validation":
    "是 `terraform validate -json` 的输出，不是计划；请运行 `terraform show -json PLAN`，并提供输出",
  "input.terraform-functions": "是函数列表，不是计划；请运行 `terraform show -json PLAN`，并提供输出",
  "input.terraform-configuration":
    "是配置，不是计划；请运行 `terraform plan -out=tfplan`，并提供 `terraform show -json tfplan` 的输出",
  "input.terraform-screen":
    "是 Terraform 或 OpenTofu 在屏幕上显示的内容；请运行 `terraform plan -out=tfplan`，并提供 `terraform show -json tfplan` 的输出",
  "input.terraform-hcl":
    "是 Terraform 配置，不是计划；请运行 `terraform plan -out=tfplan`，并提供 `terraform show -json tfplan` 的输出",

  "input.plan-same-name":
    "与 {other} 同名（{stack}），且两者含有相同地址的资源；如为同一个计划，请只提供其一，否则请为其中一个另取名称：NAME={file}",
  "input.plan-named": "自身已说明所属的 stack；请直接提供 {file}，前面不要加名称",

  "expected.terraform-format": "格式版本",
  "expected.terraform-change": "资源的变更，应为对象",
  "expected.terraform-address": "资源的地址",
  "expected.terraform-type": "资源的类型",
  "expected.terraform-name": "资源块的名称",
  "expected.terraform-module": "模块的地址",

  "limit.terraform-targets": "{plan}：计划中没有{count#block}的实例，而计划未说明是否由 -target 或 -exclude 所致",
};
