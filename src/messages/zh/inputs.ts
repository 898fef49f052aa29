import type { inputs as en } from "../en/inputs";

/** What is wrong with what a user gave, in Simplified Chinese. */
export const zhInputs: Readonly<Record<keyof typeof en, string>> = {
  "input.at": "{where}：{problem|text}",
  "input.more": "另有 {count} 处",

  // 文件。
  "input.missing-file": "不存在；应为{expected|text}",
  "input.unreadable-file": "无法读取（{code}）；应为{expected|text}",
  "input.compressed": "是压缩文件；请解压后提供其中的文件",
  "input.utf16-unmarked": "是没有字节顺序标记的 UTF-16；请另存为 UTF-8",
  "input.binary": "是二进制文件；应为{expected|text}",
  "input.other-encoding": "既不是 UTF-8 也不是 UTF-16 文本；请另存为 UTF-8",
  "input.utf16-cut": "是 UTF-16，且在字符中间结束；请重新生成",
  "input.too-long": "文本过长，无法一次读取（上限 {most} 百万个字符）；请拆分该 stack",
  "input.no-json": "不是 JSON；应为{expected|text}",
  "input.no-baseline": "不是基线文件；应为{expected|text}",
  "input.no-report": "不是此版本的报告；应为{expected|text}",

  // 备案台账。
  "input.no-register": "没有备案台账；请先运行 alicloud-icp init PLAN，或指定文件",
  "input.two-registers": "指定了 {other}，同时又指定了 {file}；请只指定其中一个",
  "input.no-register-rule": "没有留下可单独检查备案台账的规则，其他规则都需要计划：请使用 alicloud-icp check",

  // 应有的内容。
  "expected.json": "以 UTF-8 编码的 JSON",
  "expected.yaml": "以 UTF-8 编码的 YAML 文本",
  "expected.plan": "由 pulumi preview --json --show-sames、pulumi stack export 或 terraform show -json 输出的 JSON",
  "input.source-folder": "中没有 Terraform 的配置；请用 --source 指定该计划的配置所在目录",
  "expected.baseline": "由 alicloud-icp baseline 生成的文件",
  "expected.report": "由 alicloud-icp check --format json 输出的 JSON",
  "expected.settings": "设置文件",
  "expected.readable": "当前用户可读取的文件",
  "expected.plan-json": "一个 JSON 文档",
};
