import type { plans as en } from "../en/plans";

/** What is wrong with a plan, in Simplified Chinese. */
export const zhPlans: Readonly<Record<keyof typeof en, string>> = {
  "input.plan-empty": "是空文件；可能是生成该文件的命令执行失败",
  "input.plan-folder":
    "是文件夹，其中没有 Pulumi.yaml；请在程序所在的文件夹中运行 terraform show -json 或 pulumi preview --json --show-sames，并提供其输出的 JSON",
  "input.plan-folder-project":
    "是文件夹；请在其中运行 pulumi preview --json --show-sames > plan.json，然后提供 plan.json",
  "input.plan-same-stack":
    "与 {other} 属于同一个 stack（{stack}）；每个 stack 只能提供一次：预览、导出文件或摘录。两个组织中同名的 stack 请分别检查，因为其中没有组织名称",
  "input.plan-twice-given": "重复提供；每个文件只能提供一次",
  "input.plan-too-large":
    "{count} 个资源使域名指向的位置超过 {most} 个，数量过多，无法判定；请减少指向多个名称的名称，或减少一次判定的 stack",

  // 其他种类的文件。
  "input.plan-give":
    "请提供 `pulumi preview --json --show-sames`、`pulumi stack export` 或 `terraform show -json PLAN` 的输出",
  "input.plan-events":
    "是引擎的事件日志，其中没有依赖关系；请取消设置 PULUMI_ENABLE_STREAMING_JSON_PREVIEW，不使用 --event-log，并提供 `pulumi preview --json --show-sames` 的输出",
  "input.plan-update-plan":
    "是 `pulumi preview --save-plan` 生成的更新计划；请提供 `pulumi preview --json --show-sames` 的输出",
  "input.plan-checkpoint": "是 Pulumi 后端的检查点文件；请提供 `pulumi stack export` 的输出",
  "input.plan-report": "是本命令的报告，不是可判定的计划；{give|text}",
  "input.plan-package": "是软件包或项目的描述文件，不是计划；{give|text}",
  "input.plan-screen": "是 `pulumi preview` 在屏幕上显示的内容；请运行 `pulumi preview --json --show-sames`",
  "input.plan-yaml": "是 YAML，即 Pulumi 程序或其设置；请对其运行 `pulumi preview --json --show-sames`，并提供输出",
  "input.plan-other": "是 JSON，但既不是预览或计划，也不是状态；{give|text}",
  "input.plan-no-object": "是 JSON，但应为对象，实为{found|json}；{give|text}",

  // 无法解析的 JSON。
  "input.plan-blank": "只有空白字符；{give|text}",
  "input.plan-no-json": "不是 JSON；{give|text}",
  "input.plan-invalid-json": "不是有效的 JSON；{give|text}",
  "input.plan-cut": "JSON 不完整，似乎被截断；请重新生成该文件",
  "input.plan-more-text": "JSON 之后还有其他文本；请只写入该命令的标准输出",

  // 预览或导出文件的内容。
  "input.plan-failed": "预览本身失败（{told}）；请修正后重新预览",
  "input.plan-no-steps": "没有任何步骤，连 stack 自身的步骤也没有；请确认预览已执行完毕",
  "input.plan-operation": "是 {operation}，此版本的 alicloud-icp 不支持该操作；请升级",
  "input.plan-older": "部署的版本为 {version}，低于 {oldest}；请用当前版本的 Pulumi 重新导出",
  "input.plan-newer": "部署的版本为 {version}，高于 {newest}；请升级 alicloud-icp，或提供预览",
  "input.plan-twice": "重复出现，且两个资源都不会被删除；请用 `pulumi state repair` 修复状态",
  "input.plan-missing": "缺失，应为{expected|text}；请重新生成该文件",
  "input.plan-no-text": "为空，应为{expected|text}；请重新生成该文件",
  "input.plan-wrong": "实为{found|json}，应为{expected|text}；请重新生成该文件",
  "input.extract-form": "是格式为 {found} 的摘录，而当前版本的 alicloud-icp 读取格式 {expected}；请用它重新写入摘录",
  "input.extract-changed": "是摘录，但在 alicloud-icp extract 写入后被改动过；请重新写入",
  "input.too-deep": "嵌套过深，无法读取；请重新写入",
  "expected.texts": "文本列表",
  "expected.count": "资源数量",
  "expected.resource": "资源",
  "expected.resource-type": "资源的类型",
  "expected.new-state": "资源的新状态",
  "expected.urn": "资源的 URN",
  "expected.urn-form": "形如 urn:pulumi:… 的 URN",
  "expected.deployment-version": "部署的版本",
  "expected.step": "步骤",
  "expected.operation": "操作，例如 create",
  "json.null": "空值（null）",
  "json.list": "列表",
  "json.object": "对象",
  "json.text": "文本",
  "json.number": "数字",
  "json.boolean": "布尔值",

  // 程序直接构造的计划。
  "input.plan-hand-twice": "重复出现；请为每个资源使用各自的名称",
  "input.plan-hand-name": "应为文本；实为 {type}",
  "input.plan-hand-no-name": "应为文本；实为空文本",
};
