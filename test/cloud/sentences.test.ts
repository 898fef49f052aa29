/** What is wrong with how the cloud is to be reached is said in whole sentences of each language, all of them. */
import { describe, expect, it } from "vitest";
import { endpointsOf } from "../../src/cloud/endpoints";
import { failureOf } from "../../src/cloud/failures";
import { refuseShowing } from "../../src/cloud/packages";
import { proxyFor } from "../../src/cloud/proxies";
import { InputError } from "../../src/input/error";
import { message, type MessageId } from "../../src/messages";
import { cloudAccess } from "../../src/messages/en/cloud-access";
import { chineseIn, englishIn } from "../support/prose";

const refusedBy = (code: string) => () => failureOf("sts:GetCallerIdentity", 400, { Code: code });
const say =
  (
    id:
      | "input.cloud-packages"
      | "input.cloud-packages-broken"
      | "input.cloud-no-credentials"
      | "input.cloud-credentials-slow"
      | "input.cloud-credentials-form",
  ) =>
  () => {
    throw new InputError(message(id, {}));
  };

const CASES: readonly (readonly [string, () => unknown])[] = [
  ["no address", () => endpointsOf(["here"])],
  ["a path", () => endpointsOf(["https://a.example/b"])],
  ["no TLS", () => endpointsOf(["http://a.example"])],
  ["another product", () => endpointsOf(["oss=https://a.example"])],
  ["a product twice", () => endpointsOf(["ecs=https://a.example", "ecs=https://a.example"])],
  ["all products twice", () => endpointsOf(["https://a.example", "https://a.example"])],
  ["no proxy", () => proxyFor("https://a.example", { HTTPS_PROXY: "ftp://b" })],
  [
    "debugging",
    () => {
      refuseShowing({ NODE_DEBUG: "http" });
    },
  ],
  ["a wrong key", refusedBy("InvalidAccessKeyId.NotFound")],
  ["a wrong clock", refusedBy("InvalidTimeStamp.Expired")],
  // Met where they are made: in the tests of packages and of credentials.
  ["no packages", say("input.cloud-packages")],
  ["other packages", say("input.cloud-packages-broken")],
  ["no credentials", say("input.cloud-no-credentials")],
  ["slow credentials", say("input.cloud-credentials-slow")],
  ["credentials with a line break", say("input.cloud-credentials-form")],
];

function errorOfCase(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error("nothing is wrong");
}

describe("what is wrong", () => {
  it.each(CASES)("is said in both languages: %s", (_, work) => {
    const error = errorOfCase(work);
    expect(error.said("zh").flatMap(englishIn)).toEqual([]);
    expect(error.said("zh").filter((line) => chineseIn(line).length === 0)).toEqual([]);
    expect(error.said("en").flatMap(chineseIn)).toEqual([]);
    expect([error.said("en").length, error.said("zh").length]).toEqual([1, 1]);
  });

  it("is all that there is a text for", () => {
    const said = new Set<string>();
    for (const [, work] of CASES) {
      JSON.stringify(errorOfCase(work).messages, (key, value: unknown) => {
        if (key === "id") said.add(String(value));
        return value;
      });
    }
    const ids = Object.keys(cloudAccess) as MessageId[];
    expect(ids.filter((id) => !said.has(id))).toEqual([]);
  });
});
