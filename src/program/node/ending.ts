/** Ends the processes of programs, with all that these have started, whatever way the command itself comes to its end. */
import type { ChildProcess } from "node:child_process";

/** Signals that end a process that does nothing about them. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const living = new Set<ChildProcess>();

/** From now on a process ends with this one at the latest. It has to be the first of its group, as `detached` makes it. */
export function endWithThis(child: ChildProcess): void {
  if (living.size === 0) {
    process.on("exit", endAll);
    // First: who listens once is no longer among those who listen when it was told.
    for (const signal of SIGNALS) process.prependListener(signal, onSignal);
  }
  living.add(child);
}

/** Ends a process now, and hears nothing more of it. One that was ended before is left: its group may be another one's by now. */
export function end(child: ChildProcess): void {
  if (!living.delete(child)) return;
  kill(child);
  // What it has started and is out of its group may hold these open for as long as it likes.
  child.stdout?.destroy();
  child.stderr?.destroy();
  if (child.connected) child.disconnect();
  if (living.size === 0) leaveSignals();
}

function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended, and all of its group.
  }
}

function endAll(): void {
  for (const child of living) kill(child);
}

function onSignal(signal: NodeJS.Signals): void {
  endAll();
  // Whoever else listens decides what comes of it; else it is as if nobody had.
  if (process.listenerCount(signal) > 1) return;
  leaveSignals();
  process.kill(process.pid, signal);
}

function leaveSignals(): void {
  process.off("exit", endAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
