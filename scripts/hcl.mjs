/**
 * The examples of rules' pages in HCL, made of those in TypeScript: there is one source for both. Only what the examples do is
 * understood: resources and providers with literal values and references to each other. Anything else is an error.
 */
import ts from "typescript";

const SECTION = /(\n## (?:Example|示例)\n)(.*?)(?=\n## )/s;
const BLOCK = /^```ts\n(.*?)^```\n(?:\n```hcl\n.*?^```\n)?/gms;

/** A page whose examples in TypeScript are each followed by the same in HCL. */
export function withHcl(page, known) {
  return page.replace(SECTION, (_, heading, section) => {
    const [both, ...cases] = section.split(/(?=\n### )/);
    const translator = new Translator(known);
    const parts = [translator.following(both), ...cases.map((one) => new Translator(known, translator).following(one))];
    return heading + parts.join("");
  });
}

/** A name in Terraform's spelling, in comments too. */
const snake = (text) =>
  text.replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (word) => word.replace(/[A-Z]/g, "_$&").toLowerCase());

class Translator {
  constructor(known, before) {
    this.known = known;
    // What the names of the program stand for: the start of an address, and the type where it is a resource.
    this.names = new Map(before?.names);
  }

  following(text) {
    return text.replace(BLOCK, (_, code) => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`hcl\n${this.translated(code)}\`\`\`\n`);
  }

  translated(code) {
    this.file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
    const blocks = this.file.statements.map((statement) => this.statement(statement));
    return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
  }

  statement(statement) {
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
    const made = declared?.initializer ?? statement.expression;
    const comments = this.comments(statement.getFullStart(), ts.getLeadingCommentRanges);
    const region = comments.map((one) => /^# alicloud:region \S+ ([a-z0-9-]+)(.*)$/.exec(one)).find(Boolean);
    const own = region ? [`provider "alicloud" {\n  region = "${region[1]}"${rest(region[2])}\n}\n`] : comments;
    const behind = this.comments(statement.getEnd(), ts.getTrailingCommentRanges).join(" ");
    return [...own, this.made(made, declared?.name.text) + rest(behind)].join("\n");
  }

  /** What is made by `new`, or asked of another stack. */
  made(node, variable) {
    if (ts.isCallExpression(node)) return this.outputOfStack(node, variable);
    // Options that several resources share: what they make is made once.
    if (ts.isObjectLiteralExpression(node)) return this.made(node.properties[0].initializer, variable);
    const [, module, name] = /^alicloud\.(?:(\w+)\.)?(\w+)$/.exec(node.expression.getText()) ?? this.refuse(node);
    const [label, args, options] = node.arguments;
    const called = label.text;
    if (name === "Provider") {
      this.names.set(variable, { address: `alicloud.${called}` });
      const lines = [line("alias", quoted(called)), ...this.body(args, "pulumi:providers:alicloud", "")];
      return block('provider "alicloud"', lines);
    }
    const token = `alicloud:${module}/${name[0].toLowerCase()}${name.slice(1)}:${name}`;
    // Of two types for one thing the longer name is the later one.
    const [type] = this.known.terraformTypesOf(token).toSorted((a, b) => b.length - a.length);
    if (type === undefined) this.refuse(node);
    if (variable !== undefined) this.names.set(variable, { address: `${type}.${called}`, token });
    return block(`resource "${type}" "${called}"`, [
      ...this.options(options),
      ...(args ? this.body(args, token, "") : []),
    ]);
  }

  options(node) {
    const shared = node && ts.isIdentifier(node) ? this.names.get(node.text)?.address : undefined;
    if (shared !== undefined) return [line("provider", shared), { text: "" }];
    return (node?.properties ?? []).flatMap((property) => {
      if (property.name.text !== "provider") this.refuse(property);
      const value = ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer;
      return [line("provider", this.names.get(value.text)?.address ?? this.refuse(property)), { text: "" }];
    });
  }

  /** The lines of an object: attributes, and blocks for objects and lists of them. */
  body(node, token, path) {
    return node.properties.flatMap((property) => {
      const along = path === "" ? property.name.text : `${path}.${property.name.text}`;
      const attribute = this.known.attributeOf(token, along).split(".").at(-1);
      const value = ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer;
      const above = this.comments(property.getFullStart(), ts.getLeadingCommentRanges).map((text) => ({ text }));
      const behind = rest(this.comments(this.endOf(property), ts.getTrailingCommentRanges).join(" "));
      const items = ts.isArrayLiteralExpression(value) ? value.elements : [value];
      if (items.length > 0 && items.every((item) => this.isBlock(item, token, along))) {
        const blocks = items.map((item) => block(attribute, this.body(item, token, along)));
        blocks.push(blocks.pop() + behind);
        return [...above, ...blocks.flatMap((text) => [{ text: "" }, { text }])];
      }
      return [...above, line(attribute, this.value(value), behind)];
    });
  }

  /** Objects are blocks where the SDK declares what is in them, else maps. */
  isBlock(node, token, path) {
    if (!ts.isObjectLiteralExpression(node)) return false;
    return [...(this.known.sdkTypes().get(token) ?? [])].some((declared) => declared.startsWith(`${path}.`));
  }

  value(node) {
    if (ts.isStringLiteral(node)) return quoted(node.text);
    if (ts.isNumericLiteral(node) || /^(?:true|false)$/.test(node.getText())) return node.getText();
    if (ts.isArrayLiteralExpression(node)) return `[${node.elements.map((item) => this.value(item)).join(", ")}]`;
    if (ts.isIdentifier(node)) return this.names.get(node.text)?.address ?? this.refuse(node);
    if (ts.isPropertyAccessExpression(node)) {
      const { address, token } = this.names.get(node.expression.getText()) ?? this.refuse(node);
      return `${address}.${this.known.attributeOf(token, node.name.text)}`;
    }
    return this.refuse(node);
  }

  outputOfStack(node, variable) {
    const [, stack, output] =
      /^new pulumi\.StackReference\("([\w/]+)"\)\.requireOutput\("(\w+)"\)$/.exec(node.getText()) ?? this.refuse(node);
    const [project] = stack.split("/");
    const address = `data.terraform_remote_state.${project}`;
    this.names.set(variable, { address: `${address}.outputs.${output}` });
    const config = [line("bucket", quoted("example-states")), line("prefix", quoted(stack))];
    return block(`data "terraform_remote_state" "${project}"`, [
      line("backend", quoted("oss")),
      { text: block("config =", config) },
    ]);
  }

  /** Behind the comma that ends a property. */
  endOf(node) {
    const end = node.getEnd();
    return this.file.text[end] === "," ? end + 1 : end;
  }

  comments(position, rangesAt) {
    const ranges = rangesAt(this.file.text, position) ?? [];
    return ranges.map(({ pos, end }) => snake(this.file.text.slice(pos, end).replace(/^\/\/ /, "# ")));
  }

  refuse(node) {
    throw new Error(`no HCL is made of ${node.getText()}`);
  }
}

const quoted = (text) => JSON.stringify(text);
const rest = (comment) =>
  comment === "" ? "" : ` ${comment.startsWith("#") ? comment : `# ${comment.replace(/^\W+/, "")}`}`;
const line = (name, value, behind = "") => ({ name, text: `${value}${behind}` });

/** A block with its lines: signs of neighbours stand below each other, as `terraform fmt` writes them. */
function block(head, lines) {
  const widthAt = (index) => {
    const isNear = (at) => lines[at]?.name !== undefined;
    let [from, to] = [index, index];
    while (isNear(from - 1)) from -= 1;
    while (isNear(to + 1)) to += 1;
    return Math.max(...lines.slice(from, to + 1).map(({ name }) => name.length));
  };
  const written = lines.map(({ name, text }, index) =>
    name === undefined ? text : `${name.padEnd(widthAt(index))} = ${text}`,
  );
  const inner = written
    .join("\n")
    .trim()
    .replace(/^(?=.)/gm, "  ");
  return inner === "" ? `${head} {}` : `${head} {\n${inner}\n}`;
}
