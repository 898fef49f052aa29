import type { values as en } from "../en/values";

/** Values that are not what they should be, in Simplified Chinese. */
export const zhValues: Readonly<Record<keyof typeof en, string>> = {
  "input.found": "应为{expected|text}；实为 {found}",
  "input.found-kind": "应为{expected|text}；实为{kind|found}",
  "input.found-number": "应为{expected|text}；实为 {found}，请加上引号",
  "input.found-near": "应为{expected|text}；实为 {found}（是否应为 {near}？）",
  "input.found-name": "应为{expected|text}；实为 {found}：{reason|noname}",
  "input.found-is": "应为{expected|text}；实为 {found}，{is|text}",
  "input.no-value": "未填写；应为{expected|text}",
  "input.report-too-large": "报告过长，无法写成一个文本；请减少一次判定的计划，或改用 text 格式",

  // 应有的值。
  "expected.text": "文本",
  "expected.some-text": "非空文本",
  "expected.list": "列表",
  "expected.map": "键值对",
  "expected.object": "对象",
  "expected.number": "数字",
  "expected.whole": "整数",
  "expected.least": "不小于 {least} 的数字",
  "expected.most": "不大于 {most} 的数字",
  "expected.boolean": "布尔值 true 或 false",
  "expected.value": "固定值 {value}",
  "expected.another": "其他值",
  "expected.one-of": "以下之一：{choices|list}",
  "expected.such-as": "名称，例如 {name}",
  "expected.rule-id": "规则的 id",
  "expected.day": "格式为 YYYY-MM-DD 的日期",
  "expected.day-such-as": "日期，例如 {day}",
  "expected.either": "{first|list} 或 {last}",

  // 实际的值。
  "found.null": "空值（null）",
  "found.list": "列表",
  "found.map": "键值对",
  "found.text": "普通文本",
};
