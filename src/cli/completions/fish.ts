/** Completion for fish. */
import type { OptionWords, ProgramWords } from "./words";
import type { Values } from "./values";
import { functionName } from "./shells";

/** A script to be sourced by fish, or to lie in its `completions` folder. */
export function fishCompletion({ name, options, commands }: ProgramWords): string {
  const self = functionName(name);
  const complete = (...rest: readonly string[]): string => `complete -c ${name} ${rest.join(" ")}`;
  const none = condition(`${self}_is ''`);
  const lines = [
    complete("-f"),
    ...options.map((option) => complete(none, ...optionOf(option, self))),
    ...commands.map((command) => complete(none, "-a", quotedForFish(command.name), "-d", quotedForFish(command.says))),
    ...commands.flatMap((command) => {
      const { name: own, places, repeats } = command;
      return [
        ...command.options.map((option) => complete(condition(`${self}_is ${own}`), ...optionOf(option, self))),
        ...places.flatMap((values, at) => {
          if (values.kind === "free") return [];
          const place = repeats && at === places.length - 1 ? "" : ` ${at}`;
          return [complete(condition(`${self}_is ${own}${place}`), ...valueOf(values, self))];
        }),
      ];
    }),
  ];
  const taking = commands.flatMap(({ name: own, options: all }) =>
    all.flatMap(({ flags, values }) => (values ? flags.map((flag) => quotedForFish(`${own} ${flag}`)) : [])),
  );
  return `# Completion for ${name} in fish. Load it with: ${name} completion fish | source

# Whether this command was typed, and so many words of its own after it.
function ${self}_is
    set -l command ''
    set -l place 0
    set -l skips 0
    for word in (commandline -opc)[2..-1]
        if test $skips -eq 1
            set skips 0
        else if test -z "$command"
            string match -q -- '-*' $word; or set command $word
        else if contains -- "$command $word" ${taking.join(" ")}
            set skips 1
        else if not string match -q -- '-?*' $word
            set place (math $place + 1)
        end
    end
    test "$argv[1]" = "$command"; or return 1
    test (count $argv) -lt 2; or test "$argv[2]" = $place
end

# Words of which each may name a file: json=report.json
function ${self}_words_with_file
    set -l typed (commandline -ct | string replace -r '^--[^=]*=' '')
    if not string match -q -- '*=*' $typed
        printf '%s\\n' $argv
        return
    end
    set -l word (string replace -r '=.*' '' -- $typed)
    set -l part (string replace -r '^[^=]*=' '' -- $typed)
    for file in $part*
        test -d $file; and set file $file/
        printf '%s\\n' $word=$file
    end
end

${lines.join("\n")}
`;
}

const condition = (test: string): string => `-n "${test}"`;

function optionOf({ flags, says, values }: OptionWords, self: string): readonly string[] {
  const names = flags.flatMap((flag) => (flag.startsWith("--") ? ["-l", flag.slice(2)] : ["-s", flag.slice(1)]));
  return [...names, ...(values ? valueOf(values, self, true) : []), "-d", quotedForFish(says)];
}

/** Without a value nothing but what is listed is offered. */
function valueOf(values: Values, self: string, isOfOption = false): readonly string[] {
  if (values.kind === "files") return isOfOption ? ["-r", "-F"] : ["-F"];
  if (values.kind === "free") return ["-x"];
  const list = values.words.join(" ");
  const offered = values.withFile === true ? `(${self}_words_with_file ${list})` : list;
  return [isOfOption ? "-x" : "-f", "-a", quotedForFish(offered)];
}

/** A text as one word of fish. */
const quotedForFish = (text: string): string => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
