/** Completion for bash, from 3.2 on. It needs nothing else, such as bash-completion. */
import type { CommandWords, OptionWords, ProgramWords } from "./words";
import type { Values } from "./values";
import { functionName, quoted } from "./shells";

/** A script to be sourced by bash. */
export function bashCompletion({ name, options, commands }: ProgramWords): string {
  const self = functionName(name);
  return `# Completion for ${name} in bash. Load it with: eval "$(${name} completion bash)"
${self}() {
  local word line='' typed='' flag='' at=0 place=0
  local -a words=()
  # bash takes = for a word of its own where a user typed --format=text.
  for ((at = 1; at <= COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    if [[ ( $word == = || $line == = ) && \${#words[@]} -gt 0 ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    line=$word
  done
  typed=\${words[\${#words[@]} - 1]}
  unset "words[\${#words[@]} - 1]"
  COMPREPLY=()
  local command=''
  for word in "\${words[@]}"; do
    if [[ -n $flag ]]; then
      flag=''
    elif [[ -z $command ]]; then
      [[ $word == -* ]] || command=$word
    elif ${self}_takes "$command $word"; then
      flag=$word
    elif [[ $word != -?* ]]; then
      place=$((place + 1))
    fi
  done
  if [[ -z $flag && $typed == --*=* ]]; then
    flag=\${typed%%=*}
    typed=\${typed#*=}
  fi
  if [[ -n $flag ]]; then
    ${self}_value "$command $flag"
  elif [[ $typed == -* ]]; then
    ${self}_option "$command"
  else
    ${self}_value "$command $place"
  fi
}

# Whether an option takes a value.
${self}_takes() {
  case $1 in
${caseOf(
  commands.flatMap((command) =>
    command.options.flatMap(({ flags, values }) => (values ? flags.map((flag) => `${command.name} ${flag}`) : [])),
  ),
  "return 0",
)}
  esac
  return 1
}

# What begins with what is typed, of the words that are given.
${self}_words() {
  local word
  for word in "$@"; do
    [[ $word == "$typed"* ]] && COMPREPLY+=("$word")
  done
  return 0
}

${self}_files() {
  local file part=$typed
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    COMPREPLY+=("$file")
  done < <(compgen -f -- "$part")
}

# Words of which each may name a file: json=report.json
${self}_words_with_file() {
  if [[ $typed == *=* ]]; then
    typed=\${typed#*=}
    ${self}_files
  else
    ${self}_words "$@"
  fi
}

${self}_option() {
  case $1 in
    '') ${self}_words ${flagsOf(options)} ;;
${commands.map((command) => `    ${quoted(command.name)}) ${self}_words ${flagsOf(command.options)} ;;`).join("\n")}
  esac
}

${self}_value() {
  case $1 in
    ' 0') ${self}_words ${commands.map((command) => quoted(command.name)).join(" ")} ;;
${commands.flatMap((command) => valueCases(command, self)).join("\n")}
  esac
}

complete -F ${self} ${name}
`;
}

const caseOf = (patterns: readonly string[], then: string): string =>
  `    ${patterns.map(quoted).join(" | ")}) ${then} ;;`;

const flagsOf = (options: readonly OptionWords[]): string =>
  options.flatMap(({ flags }) => flags.map(quoted)).join(" ");

/** What completes the values of a command's options, and what stands in its places. */
function valueCases({ name, options, places, repeats }: CommandWords, self: string): readonly string[] {
  const byOption = options.flatMap(({ flags, values }) =>
    values && values.kind !== "free"
      ? [`    ${flags.map((flag) => quoted(`${name} ${flag}`)).join(" | ")}) ${completing(values, self)} ;;`]
      : [],
  );
  const byPlace = places.flatMap((values, at) => {
    if (values.kind === "free") return [];
    const isLast = at === places.length - 1;
    const pattern = repeats && isLast ? `${quoted(`${name} `)}[0-9]*` : quoted(`${name} ${at}`);
    return [`    ${pattern}) ${completing(values, self)} ;;`];
  });
  return [...byOption, ...byPlace];
}

function completing(values: Values, self: string): string {
  if (values.kind !== "words") return `${self}_files`;
  return `${self}_words${values.withFile === true ? "_with_file" : ""} ${values.words.map(quoted).join(" ")}`;
}
