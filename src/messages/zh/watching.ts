import type { watching as en } from "../en/watching";

/** What `check --watch` says besides reports, in Simplified Chinese. */
export const zhWatching: Readonly<Record<keyof typeof en, string>> = {
  "cli.option-watch": "每当文件更改时重新判定，并显示由此产生的变化；按 Ctrl-C 结束",
  "cli.watching": "正在监视更改；按 Ctrl-C 结束",
  "cli.watch-left": "每次运行都会重新写入，不再监视：{files|list}",

  "report.new-list": "新增",
  "report.changed-list": "有变化",
  "report.gone-list": "已消失",
  "report.unchanged": "没有变化（{result}）",
  "report.hosts-new": "新增的域名：{hosts}",
  "report.hosts-gone": "已消失的域名：{hosts}",
  "report.limits-gone": "不再适用的说明",

  "input.watch-stdin": "在文件更改时重新判定，而标准输入只读取一次；请提供程序或文件",
  "input.watch-format":
    "使用 --watch 时，标准输出以文本说明变化；请为 {format} 指定文件，即 {format}=FILE，每次都会重新写入",
  "input.watch-folders": "系统无法再监视更多文件夹（{code}）；请提高 fs.inotify.max_user_watches，或减少计划的数量",
};
