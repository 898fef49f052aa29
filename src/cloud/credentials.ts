/** The credentials by which the cloud is asked: what the vendor's own chain finds. */
import type CredentialsClient from "@alicloud/credentials";
import { InputError } from "../input/error";
import { message } from "../messages";
import { within, type Exchange } from "./exchange";
import type { OfficialPackages } from "./packages";

/**
 * Gives what finds credentials and renews them: environment variables, OIDC, the profile of the command line, the file of
 * credentials, the role of an instance, an address that gives them, in the order of `@alicloud/credentials`. They are asked
 * for once here, for two reasons: that chain takes the first place it is still waiting for as the one that has them, when it
 * is asked twice at a time; and without any there is nothing to begin. Throws an `InputError` where none are found within
 * the exchange's time.
 */
export async function findCredentials(
  { credentials }: Pick<OfficialPackages, "credentials">,
  exchange: Exchange,
): Promise<CredentialsClient> {
  const client = new credentials.default();
  const { signal } = exchange;
  let stop = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new InputError(message("input.cloud-credentials-slow", {})));
    };
    signal.addEventListener("abort", stop);
  });
  try {
    // What it says of itself holds paths, addresses and whole answers, so nothing of it is shown.
    const found = within(exchange, () => client.getCredential()).catch(() => {
      if (signal.aborted) return ended;
      throw new InputError(message("input.cloud-no-credentials", {}));
    });
    await Promise.race([found, ended]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
  return client;
}
