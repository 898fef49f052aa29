/** What the options that ask the cloud share: credentials are found, questions are asked, and progress is shown. */
import { askCloud } from "../cloud/ask";
import { openCaller } from "../cloud/caller";
import { endpointsOf, type Endpoints } from "../cloud/endpoints";
import type { CloudQuestions } from "../cloud/questions";
import type { Register } from "../register/register";
import type { Verified } from "../register/verified";
import type { Io, Progress } from "./io";

/** What is known of a register already: the day that it is of, and what was said of it before. */
type Known = Pick<Register, "asOf"> & Partial<Pick<Register, "verified">>;

/** Asks the cloud. Throws an `InputError` for want of credentials, or where they are refused. */
export type Asking = (questions: CloudQuestions, progress: Progress, known: Known) => Promise<Verified>;

/**
 * What asks with the credentials that the vendor's own chain finds, at the endpoints that were given. Throws an `InputError`
 * for those that make no sense.
 */
export function askingAt(endpoint: readonly string[] = [], io: Io): Asking {
  const endpoints = endpointsOf(endpoint);
  return (questions, progress, known) => ask(questions, endpoints, known, io, progress);
}

async function ask(
  questions: CloudQuestions,
  endpoints: Endpoints,
  known: Known,
  { cwd, env, now }: Io,
  progress: Progress,
): Promise<Verified> {
  progress.say("cli.finding-credentials");
  const caller = await openCaller({ folder: cwd, env, endpoints, now });
  return askCloud(questions, caller, {
    now,
    before: known.verified,
    asOf: known.asOf,
    progress: (asked, all) => {
      progress.say("cli.asking", { asked, all });
    },
  });
}
