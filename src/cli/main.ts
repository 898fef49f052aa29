/** Ties the command line to this process. */
import { fstatSync, writeSync } from "node:fs";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { message } from "../messages";
import { languageOfEnvironment } from "../messages/language";
import { explain } from "./errors";
import type { Output } from "./io";
import { run } from "./run";

// A reader that goes away, such as `head`, is no error.
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error: NodeJS.ErrnoException) => {
    // Half a report must not pass for one.
    if (error.code !== "EPIPE" && output === process.stdout)
      process.exitCode = explain(cannotWrite(error), { ...process, language: languageOfEnvironment(process.env) });
  });
}

const cannotWrite = (error: unknown): InputError =>
  new InputError(message("input.stdout-unwritable", { code: codeOf(error) }));

/** Node writes files behind standard output without looking how much of a text went in: on a full disk it may be half. */
function wholeTo(stream: NodeJS.WriteStream, descriptor: number): Output {
  const { isTTY, columns } = stream;
  if (isTTY || !isFileOrDevice(descriptor)) return stream;
  return {
    isTTY,
    columns,
    write: (text) => {
      const bytes = Buffer.from(text);
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      } catch (error) {
        throw cannotWrite(error);
      }
    },
  };
}

function isFileOrDevice(descriptor: number): boolean {
  try {
    const about = fstatSync(descriptor);
    return about.isFile() || about.isCharacterDevice();
  } catch {
    // It is closed; what is written to it goes nowhere.
    return false;
  }
}

async function stdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

void run({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdin,
  stdinFile: 0,
  writesTo: [1, 2],
  stdout: wholeTo(process.stdout, 1),
  stderr: process.stderr,
  now: () => new Date(),
  onStop: (stop) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
    process.stdout.once("error", stop);
  },
}).then((code) => {
  // Not process.exit: what is still to be written to a pipe would be lost.
  process.exitCode ??= code;
});
