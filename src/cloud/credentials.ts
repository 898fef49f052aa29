/** The credentials by which the cloud is asked: what the vendor's own chain finds. */
import type CredentialsClient from "@alicloud/credentials";
import { InputError } from "../input/error";
import { message } from "../messages";
import { within, type Exchange } from "./exchange";
import type { OfficialPackages } from "./packages";

/** Credentials that were found. */
export interface FoundCredentials {
  /** What gives them, and renews them. */
  readonly client: CredentialsClient;
  /** What of them must not be shown: whoever is asked sees some of it, and could say it again. */
  readonly secrets: readonly string[];
}

/** What keys and tokens are made of, and what headers take. */
const FORM = /^[!-~]*$/;

/**
 * Gives what finds credentials and renews them: environment variables, OIDC, the profile of the command line, the file of
 * credentials, the role of an instance, an address that gives them, in the order of `@alicloud/credentials`. They are asked
 * for once here, for two reasons: that chain takes the first place it is still waiting for as the one that has them, when it
 * is asked twice at a time; and without any there is nothing to begin. Throws an `InputError` where none are found within
 * the exchange's time, or such that none has its form: with the line break of a file at their end, no call could be made.
 */
export async function findCredentials(
  { credentials }: Pick<OfficialPackages, "credentials">,
  exchange: Exchange,
): Promise<FoundCredentials> {
  const client = new credentials.default();
  const { signal } = exchange;
  const late = (): InputError => new InputError(message("input.cloud-credentials-slow", {}));
  let stop = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => {
      reject(late());
    };
    signal.addEventListener("abort", stop);
  });
  try {
    // What it says of itself holds paths, addresses and whole answers, so nothing of it is shown.
    const found = within(exchange, () => client.getCredential()).catch(() => {
      throw signal.aborted ? late() : new InputError(message("input.cloud-no-credentials", {}));
    });
    const { accessKeyId = "", accessKeySecret = "", securityToken = "" } = await Promise.race([found, ended]);
    const secrets = [accessKeyId, accessKeySecret, securityToken];
    if (!secrets.every((one) => FORM.test(one))) throw new InputError(message("input.cloud-credentials-form", {}));
    return { client, secrets };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
