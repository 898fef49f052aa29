import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksIn, blocksInJson } from "../../../../src/plan/read/terraform/blocks";

const found = (text: string): readonly string[] =>
  blocksIn(text).map(({ name, line, column }) => `${name} ${line}:${column}`);

describe("a block is found", () => {
  it.each<[string, string, readonly string[]]>([
    ["by its labels", 'resource "alicloud_instance" "app" {\n}\n', ["resource alicloud_instance app 1:10"]],
    ["without quotes", "resource alicloud_instance app{}", ["resource alicloud_instance app 1:10"]],
    ["with comments between", '  resource /* a */ "a" /* b */ "b" { # c\n}', ["resource a b 1:20"]],
    ["that is a call", 'module "web" {\n  source = "./web"\n}', ["module web 1:8"]],
    ["with a line end of Windows", 'locals {\r\n}\r\n\r\nresource "a" "b" {\r\n}', ["resource a b 4:10"]],
    ["after a mark of byte order", '\ufeffresource "a" "b" {}', ["resource a b 1:11"]],
    [
      "after another on its line",
      'resource "a" "b" {} \nresource "a" "c" {}',
      ["resource a b 1:10", "resource a c 2:10"],
    ],
    ["after brackets of all kinds", 'locals {\n  a = [(1), { b = "}" }]\n}\nmodule "b" {}', ["module b 4:8"]],
    ["after a dollar or two", 'locals {\n  a = "$${" \n  b = "$" \n c = "%%{"\n}\nmodule "b" {}', ["module b 6:8"]],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("nothing is found", () => {
  it.each([
    ["in a comment of a line", '# resource "a" "b" {\n// module "c" {\n'],
    ["in a comment of several lines", '/*\nresource "a" "b" {}\n*/'],
    ["in a comment without end", '/*\nresource "a" "b" {}\n'],
    ["in a string", 'locals {\n  a = "resource \\"a\\" \\"b\\" {"\n}'],
    ["in a heredoc", 'locals {\n  a = <<EOT\n}\nresource "a" "b" {\n}\nEOT\n}'],
    ["in an indented heredoc", 'locals {\n  a = <<-EOT\n  }\n  resource "a" "b" {\n  EOT\n}'],
    ["in an expression of a heredoc", 'locals {\n  a = <<EOT\n${join(",", [{\nEOT\nresource "a" "b" {}\n}])}\nEOT\n}'],
    ["in an expression of a string", 'locals {\n  a = "${{ b = "}" }["b"]} }" \n  module "c" {}\n}'],
    ["of other kinds", 'data "a" "b" {}\nprovider "alicloud" {}\nresources "a" "b" {}'],
    ["of the names of what every object has", 'constructor "a" "b" {}\ntoString "a" {}'],
    ["with other labels than it has", 'resource "a" {}\nmodule "a" "b" {}\nresource "a" "b" "c" {}\nresource {}'],
    ["in another line than its bracket", 'resource "a" "b"\n{}'],
    ["in a block", 'module "x" {}\n'.replace("module", "locals {\nmodule").concat("}")],
  ])("%s", (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("blocks in JSON", () => {
  const names = (value: unknown): readonly string[] =>
    blocksInJson(JSON.stringify(value, null, 2)).map(({ name, line }) => `${name} ${line}`);

  it("stand under keys, in lists or not", () => {
    expect(names({ resource: { a: { b: { x: '"resource": {' }, c: {} }, d: [{ e: {} }] }, module: { m: {} } })).toEqual(
      ["resource a b 4", "resource a c 7", "resource d e 11", "module m 16"],
    );
    expect(names({ resource: [{ a: [{ b: [{}] }] }], data: { a: { b: {} } } })).toEqual(["resource a b 6"]);
  });

  it("are none in what is no JSON", () => {
    expect(blocksInJson(']]{"resource": ["a", {"b": ] "')).toEqual([]);
  });
});

describe("whatever else a file holds", () => {
  const word = fc.constantFrom("a", "b_1", "alicloud_instance", "web-2");
  const bait = fc.constantFrom(
    'resource "no" "no" {',
    'module "no" {',
    "}",
    "{",
    "]",
    "#",
    "//",
    "/*",
    "$",
    "%",
    "<<X",
    "é",
    "𠀀",
  );
  /** Text of a string or heredoc: bait, escaped, and expressions that hold strings again. */
  const { expression } = fc.letrec<{ expression: string; quoted: string }>((tie) => ({
    quoted: fc
      .array(
        fc.oneof(
          { maxDepth: 3 },
          bait.map((text) => text.replaceAll('"', '\\"').replace(/^[$%]$/, "$& ")),
          fc.constantFrom("\\\\", '\\"', "$${", "%%{", "$", "100% ").map((text) => (text === "$" ? "$ " : text)),
          tie("expression").map((text) => `\${${text}}`),
          tie("expression").map((text) => `%{if ${text}}`),
        ),
        { maxLength: 4 },
      )
      .map((parts) => `"${parts.join("")}"`),
    expression: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.constantFrom("1", "null", "var.x[0]", 'a == "b" ? 1 : 2', "1 < 2"),
      tie("quoted"),
      fc.array(tie("expression"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      tie("expression").map((value) => `{ key = ${value} }`),
      tie("expression").map((value) => `f(/* } */ ${value})`),
    ),
  }));
  const heredoc = fc
    .tuple(
      fc.constantFrom("", "-"),
      fc.array(
        fc.oneof(
          bait.map((text) => `${text} `),
          expression.map((one) => `  \${${one}} EOT`),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([indent, lines]) => ["x = <<".concat(indent, "EOT"), ...lines, indent === "" ? "EOT" : "  EOT"].join("\n"));
  const comment = fc.oneof(
    bait.map((text) => `# ${text}`),
    bait.map((text) => `// ${text}`),
    fc
      .array(
        bait.filter((text) => text !== "/*"),
        { maxLength: 3 },
      )
      .map((lines) => `/* ${lines.join("\n")} */`),
  );
  const line = fc.oneof(
    comment,
    heredoc,
    expression.map((value) => `key = ${value}`),
    fc.array(fc.oneof(comment, heredoc), { maxLength: 2 }).map((lines) => ["inner {", ...lines, "}"].join("\n")),
  );
  const block = fc
    .tuple(fc.constantFrom("resource", "module", "data", "locals"), word, word, fc.array(line, { maxLength: 4 }))
    .map(([kind, first, second, lines]) => {
      const labels = { resource: [first, second], module: [first], data: [first, second], locals: [] }[kind];
      const head = [kind, ...labels.map((one) => `"${one}"`), "{"].join(" ");
      const name = kind === "resource" || kind === "module" ? [kind, ...labels].join(" ") : undefined;
      return { name, text: [head, ...lines, "}"].join("\n") };
    });
  const file = fc.array(
    fc.oneof(
      block,
      comment.map((text) => ({ name: undefined, text })),
    ),
    { maxLength: 6 },
  );

  it("its blocks are found, each in its line, and nothing else", () => {
    fc.assert(
      fc.property(file, fc.constantFrom("\n", "\r\n"), (pieces, ending) => {
        const text = pieces.map((piece) => piece.text).join("\n");
        let line = 1;
        const expected: string[] = [];
        for (const piece of pieces) {
          if (piece.name !== undefined) expected.push(`${piece.name} ${line}`);
          line += piece.text.split("\n").length;
        }
        const all = blocksIn(text.replaceAll("\n", ending));
        expect(all.map(({ name, line: at }) => `${name} ${at}`)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("and however it is cut, it is read to its end", () => {
    fc.assert(
      fc.property(file, fc.nat(400), fc.string(), (pieces, cut, more) => {
        const text = pieces.map((piece) => piece.text).join("\n");
        blocksIn(text.slice(cut) + more);
        blocksInJson(text.slice(cut) + more);
      }),
    );
  });

  it.each(['"${', "<<A\n${", "[", "$", "/*", '"\\', "%{", '{"a":'])("and however often %j stands there", (text) => {
    const long = text.repeat(100_000);
    const before = performance.now();
    blocksIn(long);
    blocksInJson(long);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
