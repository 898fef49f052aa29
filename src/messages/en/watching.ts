/** What `check --watch` says besides reports. */
export const watching = {
  "cli.option-watch": "judge again whenever a file changes, and show what that changes; Ctrl-C ends it",
  "cli.watching": "Watching for changes; Ctrl-C ends",
  "cli.watch-left": "Written anew by each run, and no longer watched: {files|list}",

  "report.new-list": "New",
  "report.changed-list": "Changed",
  "report.gone-list": "Gone",
  "report.unchanged": "nothing changed ({result})",
  "report.hosts-new": "New hosts: {hosts}",
  "report.hosts-gone": "Hosts that are gone: {hosts}",
  "report.limits-gone": "Notes that no longer hold",

  "input.watch-stdin": "judges again when a file changes, and standard input is read once; pass a program or a file",
  "input.watch-format":
    "with --watch standard output says in text what changes; give {format} a file, as {format}=FILE, which is written anew each time",
  "input.watch-folders":
    "the system watches no more folders ({code}); raise fs.inotify.max_user_watches, or name fewer plans",
} as const;
