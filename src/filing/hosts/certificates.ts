/** Certificates of the plan that are validated by a request to the host itself, which the block answers (F-63). */
import { memo } from "../../base/memo";
import type { Fact } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource } from "../../plan/resource";
import { nameOf } from "../../names/host-name";

const OWN = [
  "alicloud:sslcertificatesservicecertificate/apply:Apply",
  "alicloud:sslcertificatesserviceinstance/sslCertificatesServiceInstance:SslCertificatesServiceInstance",
] as const;
const ACME = "acme:index/certificate:Certificate";
const CHALLENGES = [
  "httpChallenge",
  "httpWebrootChallenge",
  "httpMemcachedChallenge",
  "httpS3Challenge",
  "tlsChallenge",
] as const;

/** The certificate that is validated at a host, by host. */
export const validatedAtHost = memo((plan: Plan): ReadonlyMap<string, Resource> => {
  const own = plan
    .ofType(...OWN)
    .filter((certificate) => textOf(certificate.string("validationMethod")).toUpperCase() === "HTTP")
    .map((certificate) => ({ certificate, hosts: textOf(certificate.string("domain")).split(",") }));
  const acme = plan
    .ofType(ACME)
    .filter((certificate) => CHALLENGES.some((challenge) => certificate.at(challenge).presence().state === "known"))
    .map((certificate) => {
      const names = certificate.items("subjectAlternativeNames");
      const others = names.state === "known" ? names.value.map((name) => textOf(name.string())) : [];
      return { certificate, hosts: [textOf(certificate.string("commonName")), ...others] };
    });
  return new Map(
    [...own, ...acme].flatMap(({ certificate, hosts }) =>
      hosts.flatMap((host) => (host.trim() === "" ? [] : [[nameOf(host.trim()).host, certificate] as const])),
    ),
  );
});

const textOf = (fact: Fact<string>): string => (fact.state === "known" ? fact.value : "");
