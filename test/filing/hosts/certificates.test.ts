import { describe, expect, test } from "vitest";
import { validatedAtHost } from "../../../src/filing/hosts/certificates";
import { judge } from "../../../src/judge";
import type { Properties } from "../../support/plan";
import { planOf, ref, unknownValue } from "../../support/plan";
import { TODAY, unfiled } from "../../support/rule-tester";
import { instance, record, resource, web } from "../../support/stacks";

const APPLY = "alicloud:sslcertificatesservicecertificate/apply:Apply";
const ACME = "acme:index/certificate:Certificate";

/** What a record to a mainland server is told to do, with this certificate beside it. */
function remedies(type: string, inputs: Properties): readonly unknown[] {
  const plan = planOf([
    ...web,
    instance("server"),
    record("www", ref("server")),
    resource(type, "certificate", inputs),
  ]);
  const found = judge(plan, { register: unfiled(), today: TODAY }).findings.find(
    ({ rule }) => rule === "icp-dns-record",
  );
  return (found?.remedies ?? []).filter(({ id }) => id === "validate-by-dns").map(({ params }) => params);
}

describe("a certificate for the host", () => {
  test.each<[string, string, Properties]>([
    ["by HTTP", APPLY, { domain: "example.com,www.example.com", validationMethod: "HTTP" }],
    ["by ACME over HTTP", ACME, { commonName: "www.example.com", httpChallenge: {} }],
    [
      "by ACME over TLS",
      ACME,
      { commonName: "example.com", subjectAlternativeNames: ["WWW.example.com"], tlsChallenge: {} },
    ],
  ])("that is validated there %s should be validated by DNS", (_, type, inputs) => {
    expect(remedies(type, inputs)).toEqual([{ certificate: "certificate" }]);
  });

  test.each<[string, string, Properties]>([
    ["validated by DNS", APPLY, { domain: "www.example.com", validationMethod: "DNS" }],
    ["validated in a way that is not known", APPLY, { domain: "www.example.com", validationMethod: unknownValue }],
    ["validated by ACME over DNS", ACME, { commonName: "www.example.com", dnsChallenges: [{ provider: "alidns" }] }],
    ["for another host", APPLY, { domain: "api.example.com", validationMethod: "HTTP" }],
    ["for hosts that are not known", ACME, { commonName: unknownValue, httpChallenge: {} }],
  ])("%s needs nothing", (_, type, inputs) => {
    expect(remedies(type, inputs)).toEqual([]);
  });

  test("names no host where its other hosts are not known", () => {
    const inputs = { commonName: "www.example.com", subjectAlternativeNames: unknownValue, httpChallenge: {} };
    expect([...validatedAtHost(planOf([resource(ACME, "certificate", inputs)])).keys()]).toEqual(["www.example.com"]);
  });
});
