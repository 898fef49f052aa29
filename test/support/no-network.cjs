/**
 * For `node --require`: writes each attempt to reach a network into the file that ICP_TEST_MARKS names, one in a line, and lets
 * none succeed. With ICP_TEST_LOOPBACK in the environment this machine may be reached. What was loaded by the end comes into
 * the file that ICP_TEST_LOADED names.
 */
const dgram = require("node:dgram");
const dns = require("node:dns");
const { appendFileSync, writeFileSync } = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const { syncBuiltinESMExports } = require("node:module");
const net = require("node:net");
const tls = require("node:tls");

const { ICP_TEST_MARKS: marks, ICP_TEST_LOOPBACK: loopback, ICP_TEST_LOADED: loaded } = process.env;

/** The host that a call names, in whichever way; `localhost` where it names none, as Node has it. */
function hostIn([first, second]) {
  if (Array.isArray(first)) return hostIn(first);
  if (typeof first === "number") return typeof second === "string" ? second : "localhost";
  if (typeof first === "string") return URL.canParse(first) ? new URL(first).hostname : first;
  return first?.hostname ?? first?.host ?? first?.path ?? "localhost";
}

function guard(owner, name, label = name) {
  const original = owner[name];
  if (typeof original !== "function") throw new Error(`there is no ${label}`);
  owner[name] = function (...given) {
    const host = String(hostIn(given));
    if (loopback !== undefined && /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)) {
      return new.target ? new original(...given) : original.apply(this, given);
    }
    appendFileSync(marks, `${label} ${host}\n`);
    throw new Error("no network in this test");
  };
}

for (const name of ["connect", "createConnection"]) guard(net, name, `net.${name}`);
guard(net.Socket.prototype, "connect", "net.Socket.connect");
guard(tls, "connect", "tls.connect");
for (const [label, library] of Object.entries({ http, https }))
  for (const name of ["request", "get"]) guard(library, name, `${label}.${name}`);
for (const name of ["lookup", "resolve", "resolve4", "resolve6", "reverse"]) {
  guard(dns, name, `dns.${name}`);
  guard(dns.promises, name, `dns.promises.${name}`);
}
for (const name of ["send", "connect", "bind"]) guard(dgram.Socket.prototype, name, `dgram.Socket.${name}`);
guard(globalThis, "fetch");
syncBuiltinESMExports();

if (loaded !== undefined)
  process.on("exit", () => {
    writeFileSync(loaded, Object.keys(require.cache).join("\n"));
  });
