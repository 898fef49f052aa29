import type { programs as en } from "../en/programs";

/** What is wrong with a program, and what there is to be said of how it was run, in Simplified Chinese. */
export const zhPrograms: Readonly<Record<keyof typeof en, string>> = {
  "expected.plan-or-program":
    "由 pulumi preview --json --show-sames、pulumi stack export 或 terraform show -json 输出的 JSON，或 Pulumi 程序所在的文件夹",
  "expected.project": "Pulumi 程序的项目文件",
  "expected.project-name": "项目名称",
  "expected.project-runtime": "程序的运行环境：nodejs 或 yaml",

  "expected.fixtures": "以 YAML 或 JSON 编写的 fixtures，含 functions 和 config",
  "expected.stack-output": "由 pulumi stack output --json 或 pulumi stack export 输出的 JSON",
  "expected.seconds": "秒数，例如 120",

  "cli.running": "正在运行 {what}",
  "cli.running-for": "正在运行 {what}（{seconds} 秒）",
  "cli.taken-asked": "采用 {folder} 中的程序（stack {stack}）",
  "cli.taken-only": "采用 {folder} 中的程序（stack {stack}，唯一有配置文件的 stack）",
  "cli.taken-none": "采用 {folder} 中的程序（stack {stack}：没有任何 stack 有配置文件）",
  "cli.option-program-stack": "程序的 stack（默认：唯一有配置文件的 stack）",
  "cli.option-stack-output":
    "程序所引用的 stack 的输出：导出文件，或以 STACK=FILE 给出 pulumi stack output --json 的结果（可重复）",
  "cli.option-fixtures": "provider 函数的返回值，以及 stack 文件中没有的配置",
  "cli.option-timeout": "程序最多可运行的时间，以秒为单位（默认：120）",
  "cli.option-keep-env": "在程序的环境变量中保留云的凭证",
  "cli.option-no-programs": "拒绝运行程序：只判定已保存的计划",

  "input.fixtures-key": "既不是 functions，也不是 config",
  "input.fixtures-case": "应为函数的返回值，或由 arguments 和 result 组成的列表",
  "input.stack-output":
    "未说明属于哪个 stack；请使用 STACK=FILE，例如 acme/network/prod=outputs.json，或提供该 stack 的导出文件",

  "input.program-left-out": "是 Pulumi 程序所在的文件夹，而 --no-programs 拒绝运行程序；应为{expected|text}",
  "input.no-plan-named": "未给出计划，而 --no-programs 不采用工作文件夹中的 Pulumi 程序；应为{expected|text}",
  "input.nothing-here":
    "未给出计划，仓库内从此处向上也没有 Pulumi 程序；请提供 `terraform show -json PLAN` 或 `pulumi preview --json --show-sames` 的 JSON、程序所在的文件夹，或用 - 表示标准输入",
  "input.terraform-here":
    "未给出计划，而此处是 Terraform 配置，没有计划则无法判定；请运行 `terraform plan -out=tfplan` 和 `terraform show -json tfplan > plan.json`，然后提供 plan.json",
  "input.terraform-folder":
    "是 Terraform 配置的文件夹；请在其中运行 `terraform plan -out=tfplan` 和 `terraform show -json tfplan > plan.json`，然后提供 plan.json",
  "input.programs-below": "未给出计划，仓库内从此处向上也没有 Pulumi 程序；请提供下级文件夹中的一个：{folders|list}",
  "input.program-no-project": "是文件夹，其中没有 Pulumi.yaml；请提供 Pulumi 程序所在的文件夹，或计划的 JSON",
  "input.program-sdk":
    "程序使用 @pulumi/pulumi {version}，此处不支持；需要 {lowest} 或更高版本：请更新，或提供 `pulumi preview --json --show-sames` 的输出",
  "input.program-key": "应为{expected|text}",
  "input.program-runtime":
    "此处无法运行用 {runtime} 编写的程序；请运行 `pulumi preview --json --show-sames > plan.json` 并提供 plan.json，或使用策略包，策略包可判定任何语言的程序",
  "input.program-main": "其旁没有“{main}”，而程序应从此处开始",
  "input.program-packages":
    "程序的软件包尚未安装：从其文件夹中找不到 @pulumi/pulumi；请在其中运行 npm ci（或 yarn、pnpm install）",
  "input.program-stack-name": "应为 stack 名称，例如 dev 或 acme/shop/dev",
  "input.program-stack-other": "{stack} 是项目 {named} 的 stack，而此处的项目是 {project}；请指定 --stack {name}",
  "input.program-stacks": "有多个 stack：{stacks|list}；请用 --stack 指明其中一个",
  "input.program-unanswered":
    "程序在等待 {functions|list} 的结果，而只有云端才知道；请改用返回 Output 的形式（{function}Output），或通过 --fixtures FILE 提供其结果，例如",
  "input.program-unknown-output":
    "程序在等待输出 {output}（stack {stack}），而此处不知道其值；请改用 getOutput 或 requireOutput，或通过 --stack-output FILE 提供该 stack 的导出文件",
  "input.program-line": "{line}",
  "input.program-failed": "程序执行失败：{told}",
  "input.program-died": "程序在完成之前以代码 {code} 结束",
  "input.program-exits": "程序在完成之前自行结束了进程，因此未能看到其全部内容",
  "input.program-timeout":
    "程序未在 {seconds} 秒内结束（目前有{count#resource}）；请用 --timeout 延长时间，或查看程序在等待什么",
  "input.program-kept-alive":
    "程序已完成，但其进程未在 {seconds} 秒内结束：{kinds|list} 使其保持运行；请关闭程序所打开的内容",
  "input.program-kept-alive-unseen":
    "程序已完成，但其进程未在 {seconds} 秒内结束：程序启动的工作线程或进程使其保持运行；请将其结束",
  "input.program-killed":
    "程序的进程在完成前被 {signal} 结束；内存可能不足（NODE_OPTIONS=--max-old-space-size=MB 可增加内存）",
  "input.program-unconfigured": "stack {stack} 没有配置文件，程序因而没有配置；有配置文件的 stack 为 {stacks|list}",
  "input.program-environments":
    "该 stack 的配置来自 Pulumi ESC 的环境（{names|list}），此处不读取；请将所需的值写在 --fixtures FILE 的 `config` 之下",

  "limit.program": "{plan} 是程序，按尚未部署的情况判定：部署会删除或替换什么，只有预览才能看出",
  "limit.program-unconfigured": "{plan}：没有 {file}，程序因而没有配置；有配置文件的 stack 为 {stacks|list}",
  "limit.program-environments":
    "{plan}：该 stack 的配置来自 Pulumi ESC 的环境（{names|list}），此处不读取：程序在没有这些值的情况下运行",
  "limit.program-left-open": "{plan}：程序使其进程保持运行（{kinds|list}），完成后已被结束",
  "limit.program-no-output":
    "{plan}：程序使用 {stack} 的输出 {output}，而该 stack 没有此名称的输出；由此得出的内容在此未知",
  "limit.program-unapplied":
    "{plan}：程序的{count#function}（{places|list}）未运行，因为机密、其他 stack 的输出或数据源的结果在此未知；其中创建的资源无法看到",
  "limit.program-secret-read": "{plan}：程序以明文读取机密 {key}；由此得出的内容在此未知",

  "limit.options-unused": "{options|list} 不起作用：所给的计划都不是程序",
  "limit.outputs-unused": "--stack-output：没有程序引用 {stacks|list}",
  "limit.fixtures-unused": "--fixtures：没有任何程序用到 {keys|list}",
};
