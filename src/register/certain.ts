/** What of an account's answers a register can be made to say: only what needs nobody's judgement. */
import type { Amendment } from "./amendment";
import type { Register } from "./register";
import type { CloudRegistration, Verified } from "./verified";

/** A verification that was refused is none, as a register says it. */
const DECLARED = {
  missing: "missing",
  failed: "missing",
  pending: "pending",
  verified: "verified",
} as const satisfies Readonly<Record<CloudRegistration["realName"], string>>;

/**
 * What the cloud is certain of and a register does not say, or says otherwise: the last day of a domain and the verification
 * of its holder, where the register has a `registration` of it; and the last day of a server. A filing, and who holds it, is
 * for people to look up.
 */
export function certainOf(register: Register, { domains, servers }: Verified): readonly Amendment[] {
  return register.filings.flatMap((filing, index): readonly Amendment[] => {
    const registration = domains.find(({ domain }) => domain === filing.domain)?.registration;
    const known = filing.registration && registration && "says" in registration ? registration.says : undefined;
    const path = ["filings", index, "registration"];
    const ofDomain = known
      ? [
          { path: [...path, "realName"], value: DECLARED[known.realName] },
          { path: [...path, "expiresOn"], value: known.expiresOn },
        ]
      : [];
    const ofServers = filing.servers.flatMap(({ product, id }, at) => {
      const told = servers.find((server) => server.product === product && server.id === id)?.server;
      const expiresOn = told && "says" in told ? told.says.expiresOn : null;
      return expiresOn === null ? [] : [{ path: ["filings", index, "servers", at, "expiresOn"], value: expiresOn }];
    });
    return [...ofDomain, ...ofServers];
  });
}
