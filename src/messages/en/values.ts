/** Values that are not what they should be, wherever they stand: what was expected, and what was found. */
export const values = {
  "input.found": "expected {expected|text}; found {found}",
  "input.found-kind": "expected {expected|text}; found {kind|found}",
  "input.found-number": "expected {expected|text}; found {found}: put it in quotes",
  "input.found-near": "expected {expected|text}; found {found}: did you mean {near}?",
  "input.found-name": "expected {expected|text}; found {found}: {reason|noname}",
  "input.found-is": "expected {expected|text}; found {found}, {is|text}",
  "input.no-value": "is missing; expected {expected|text}",
  "input.report-too-large": "the report is larger than a text can be; judge fewer plans at once, or ask for text",

  // What was expected.
  "expected.text": "text",
  "expected.some-text": "some text",
  "expected.list": "a list",
  "expected.map": "a map of keys",
  "expected.object": "an object",
  "expected.number": "a number",
  "expected.whole": "a whole number",
  "expected.least": "a number from {least}",
  "expected.most": "a number up to {most}",
  "expected.boolean": "true or false",
  "expected.value": "{value}",
  "expected.another": "another value",
  "expected.one-of": "one of {choices|list}",
  "expected.such-as": "a name such as {name}",
  "expected.rule-id": "the id of a rule",
  "expected.day": "a calendar day as YYYY-MM-DD",
  "expected.day-such-as": "a day such as {day}",
  "expected.either": "{first|list} or {last}",

  // What was found instead, where it is not shown.
  "found.null": "nothing (null)",
  "found.list": "a list",
  "found.map": "a map of keys",
  "found.text": "plain text",
} as const;
