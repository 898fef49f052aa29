/** Ties the command line to this process. */
import { run } from "./run";

// A reader that goes away, such as `head`, is no error.
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
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
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
}).then((code) => {
  // Not process.exit: what is still to be written to a pipe would be lost.
  process.exitCode = code;
});
