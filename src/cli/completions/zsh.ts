/** Completion for zsh: to be sourced after compinit, or to lie as `_alicloud-icp` in a folder of `fpath`. */
import type { CommandWords, OptionWords, ProgramWords } from "./words";
import type { Values } from "./values";
import { quoted } from "./shells";

/** A script for zsh. */
export function zshCompletion({ name, options, commands }: ProgramWords): string {
  // As the file is called that it may lie in: loaded from there, it puts itself in the place of what was loaded.
  const self = `_${name}`;
  const described = commands.map((command) => quoted(`${escaped(command.name)}:${escaped(command.says)}`));
  return `#compdef ${name}
# Completion for ${name} in zsh. Load it with: source <(${name} completion zsh)
${self}() {
  local curcontext=$curcontext state state_descr line
  typeset -A opt_args
  _arguments -C \\
${options.map((option) => `    ${specOf(option, self)} \\\n`).join("")}    '1: :->command' '*:: :->rest' && return 0
  case $state in
    command)
      local -a commands
      commands=(
${described.map((one) => `        ${one}`).join("\n")}
      )
      _describe -t commands command commands
      ;;
    rest)
      case $words[1] in
${commands.map((command) => commandCase(command, self)).join("\n")}
      esac
      ;;
  esac
}

# Words of which each may name a file: json=report.json
${self}_words_with_file() {
  if compset -P '*='; then
    _files
  else
    compadd -S ' ' -r '=' -- "$@"
  fi
}

if [[ $funcstack[1] == ${self} ]]; then
  ${self} "$@"
else
  compdef ${self} ${name}
fi
`;
}

function commandCase({ name, options, places, repeats }: CommandWords, self: string): string {
  const specs = [
    ...options.map((option) => specOf(option, self)),
    ...places.map((values, at) => {
      const place = repeats && at === places.length - 1 ? "*" : String(at + 1);
      return quoted(`${place}${actionOf("", values, self)}`);
    }),
  ];
  return [
    `        ${quoted(name)})`,
    "          _arguments -s \\",
    specs.map((spec) => `            ${spec}`).join(" \\\n"),
    "          ;;",
  ].join("\n");
}

/** An option as `_arguments` takes it. With a value it may be given again. */
function specOf({ flags, says, values }: OptionWords, self: string): string {
  const about = `[${escaped(says)}]`;
  return flags
    .map((flag) => {
      const others = `(${flags.join(" ")})`;
      if (!values) return quoted(`${others}${flag}${about}`);
      const joined = flag.startsWith("--") ? "=" : "+";
      return quoted(`*${flag}${joined}${about}${actionOf("value", values, self)}`);
    })
    .join(" ");
}

function actionOf(label: string, values: Values, self: string): string {
  if (values.kind === "files") return `:${label === "" ? "file" : label}:_files`;
  if (values.kind === "free") return `:${label === "" ? "text" : label}: `;
  const list = values.words.map(escaped).join(" ");
  const action = values.withFile === true ? `{${self}_words_with_file ${list}}` : `(${list})`;
  return `:${label === "" ? "word" : label}:${action}`;
}

/** What means something within a spec is written with a backslash. */
const escaped = (text: string): string => text.replace(/[\\:[\]$\x60"(){}]/g, String.raw`\$&`);
