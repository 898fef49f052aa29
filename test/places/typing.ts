/** A person at a shell: types on a terminal, and sees what the command was then called with. */
import { spawn } from "node:child_process";
import type { Shell } from "../../src/cli/completions/shells";

/** How each shell is started without the settings of whoever runs the tests, and what it is told first. */
const STARTS: Readonly<Record<Shell, { readonly command: string; readonly first: (script: string) => string }>> = {
  bash: { command: "bash --noprofile --norc -i", first: (script) => `. ${script}` },
  zsh: { command: "zsh -f -i", first: (script) => `autoload -Uz compinit; compinit -u -D; . ${script}` },
  fish: { command: "fish --no-config -i", first: (script) => `source ${script}` },
};

/** In each shell, a command of that name which tells its arguments. */
const TELLS: Readonly<Record<Shell, string>> = {
  bash: `alicloud-icp() { printf 'GIV''EN:'; printf '<%s>' "$@"; echo; }`,
  zsh: `alicloud-icp() { printf 'GIV''EN:'; printf '<%s>' "$@"; echo; }`,
  fish: `function alicloud-icp; printf 'GIV''EN:'; printf '<%s>' $argv; echo; end`,
};

/** The folder that is worked in, and that of the user, where shells leave what they keep. */
export interface Place {
  readonly cwd: string;
  readonly home: string;
}

/**
 * Types lines after `alicloud-icp `, in which a tab asks for completion, and gives for each what the command was called with.
 * Throws where the shell does not answer in time.
 */
export async function typed(
  shell: Shell,
  script: string,
  { cwd, home }: Place,
  lines: readonly string[],
): Promise<string[]> {
  const { command, first } = STARTS[shell];
  const child = spawn("script", ["-qec", command, "/dev/null"], {
    cwd,
    env: { PATH: process.env["PATH"], HOME: home, TERM: "dumb", LC_ALL: "C.UTF-8" },
  });
  let seen = "";
  const listeners = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    seen += text;
    // fish asks what terminal this is, and waits for the answer.
    if (text.includes("\u001b[c")) child.stdin.write("\u001b[?62c");
    for (const one of listeners) one();
  });
  const answer = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`${shell} did not say ${String(pattern)}; it said ${JSON.stringify(seen.slice(-2_000))}`));
      }, 20_000);
      const look = (): void => {
        const found = pattern.exec(seen);
        if (!found) return;
        clearTimeout(late);
        listeners.delete(look);
        seen = seen.slice(found.index + found[0].length);
        resolve(found[1] ?? "");
      };
      listeners.add(look);
      look();
    });
  try {
    child.stdin.write(`${TELLS[shell]}\n${first(script)}\nprintf 'REA''DY\\n'\n`);
    await answer(/READY/);
    const given: string[] = [];
    for (const line of lines) {
      child.stdin.write(`alicloud-icp ${line}`);
      // What a shell completes, it has completed before it reads on; zsh takes what comes at once for something pasted.
      await new Promise((resolve) => setTimeout(resolve, 300));
      child.stdin.write("\n");
      given.push(await answer(/GIVEN:(\S.*?)\r?\n/));
    }
    return given;
  } finally {
    child.stdin.end();
    child.kill("SIGKILL");
  }
}
