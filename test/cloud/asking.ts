/** A program of its own that asks one thing and prints what came of it: for tests that look at all that a process writes. */
import { openCaller } from "../../src/cloud/caller";
import { endpointsOf } from "../../src/cloud/endpoints";
import { InputError } from "../../src/input/error";

const [, , endpoint = ""] = process.argv;

async function main(): Promise<void> {
  const call = await openCaller({ folder: process.cwd(), env: process.env, endpoints: endpointsOf([endpoint]) });
  const reply = await call({ operation: "cdn:CheckCdnDomainICP", query: { DomainName: "example.com" } });
  console.log("body" in reply ? JSON.stringify(reply.body) : `${reply.unanswered} ${reply.code ?? ""}`);
}

main().catch((error: unknown) => {
  console.log(error instanceof InputError ? error.message : "thrown");
  process.exitCode = 2;
});
