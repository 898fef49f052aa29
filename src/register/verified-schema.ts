/**
 * What `icp.verified.json` may hold: the one source of its validation and its JSON Schema; `verified.ts` says the same as
 * types.
 */
import { isMoment } from "../base/calendar";
import { quote } from "../base/errors";
import { message, type Message } from "../messages";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import { described } from "./described";
import * as z from "./libraries";
import { siteNumber, type Spelling } from "./numbers";
import { domainSpelling } from "./schema";
import { foundInstead, inSpelling } from "./spelled";
import { ANSWERED_BY, ASKABLE, REAL_NAMES, UNANSWERED_WHY, type CloudAnswer } from "./verified";

const optional = z.exactOptional;

/** Texts that are taken as they are, or not at all. */
const only = (expected: Message, isOne: (value: string) => boolean) =>
  inSpelling((value) => (isOne(value) ? { value } : foundInstead(expected, value)));

/** Texts of a form that JSON Schema can say as well. */
const ofForm = (expected: Message, form: RegExp, isOne = (value: string): boolean => form.test(value)) =>
  only(expected, isOne).check(z.meta({ pattern: form.source }));

const text = () => z.string().check(z.minLength(1));
const moment = () => ofForm(message("expected.moment", {}), /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, isMoment);
const account = () => ofForm(message("expected.account-number", {}), /^\d{1,32}$/);
const errorCode = () => ofForm(message("expected.error-code", {}), /^[A-Za-z0-9._-]{1,80}$/);

/** Texts that are taken in their one spelling alone. */
const spelled = (spell: (value: string) => Spelling) =>
  inSpelling((value) => {
    const spelling = spell(value);
    if (!("value" in spelling) || spelling.value === value) return spelling;
    return foundInstead(message("expected.value", { value: spelling.value }), value);
  });

const domain = () => spelled(domainSpelling);

/** Either of two: what was said, or why nothing was. */
const EITHER = [
  { type: "object", properties: { says: true, unanswered: false, code: false }, required: ["says"] },
  { type: "object", properties: { says: false, unanswered: true }, required: ["unanswered"] },
];

/** What one of some operations said, where that is of a schema. */
const answer = <Said extends z.ZodMiniType>(operations: readonly CloudOperation[], said: Said) =>
  z
    .pipe(
      z.strictObject({
        operation: described(z.enum(operations), "the operation that was asked, as RAM calls it"),
        at: described(moment(), "the moment of the answer, in UTC"),
        account: described(optional(account()), "the number of the account that was asked, where that is known"),
        says: described(optional(said), "what it said"),
        unanswered: described(optional(z.enum(UNANSWERED_WHY)), "why it said nothing"),
        code: described(optional(errorCode()), "the cloud's own code of the error"),
      }),
      z.transform((given, context): CloudAnswer<z.output<Said>> => {
        const { says, unanswered, code } = given;
        const isWhole = says === undefined ? unanswered !== undefined : unanswered === undefined && code === undefined;
        if (!isWhole) {
          const problem = message("input.verified-answer", {});
          context.issues.push({ code: "custom", params: { problem }, input: given });
        }
        return given as CloudAnswer<z.output<Said>>;
      }),
    )
    .check(z.meta({ oneOf: EITHER }));

const ownFilings = () =>
  z.array(
    z.strictObject({
      domain: described(domain(), "the registrable domain"),
      number: described(spelled(siteNumber), "the number of the website's filing"),
      account: described(optional(account()), "the account that has it, where another one was asked last"),
    }),
  );

const registration = () =>
  z.strictObject({
    realName: described(z.enum(REAL_NAMES), "real-name verification of the holder"),
    expiresOn: described(z.iso.date(), "the day on which it ends, in Asia/Shanghai"),
    holder: described(
      z.nullable(z.enum(["organisation", "individual"])),
      "what the domain is registered to; null where the cloud does not say",
    ),
  });

const server = () =>
  z.strictObject({
    region: text(),
    charge: described(
      z.nullable(z.enum(["subscription", "pay-as-you-go"])),
      "how it is paid for; null where the product does not say",
    ),
    expiresOn: described(
      z.nullable(z.iso.date()),
      "the day on which the subscription ends, in Asia/Shanghai; null where nothing ends",
    ),
    hasPublicAddress: described(
      z.boolean(),
      "whether the public can reach it: a public address with bandwidth, or an EIP",
    ),
    state: described(
      z.enum(["live", "expired"]),
      "whether its term still runs; expired where that has ended and it is only kept",
    ),
  });

/** Operations that answer a question about servers, of whichever product. */
const ofAnyProduct = (question: "server" | "renewal"): readonly CloudOperation[] =>
  ASKABLE.flatMap((product): readonly CloudOperation[] => ANSWERED_BY[question][product]);

/** What answers about each product's servers, as JSON Schema says it. */
const OF_PRODUCTS = ASKABLE.map((product) => {
  const ofProduct = (question: "server" | "renewal") => ({
    type: "object",
    properties: { operation: { type: "string", enum: ANSWERED_BY[question][product] } },
  });
  const tells = ANSWERED_BY.renewal[product].length > 0;
  return {
    if: { type: "object", properties: { product: { const: product } } },
    then: {
      type: "object",
      properties: { server: ofProduct("server"), renewal: tells ? ofProduct("renewal") : false },
    },
  };
});

/** An answer of another product's operation; of a question that a product answers by none, the answer itself. */
function misplaced(question: "server" | "renewal", operations: readonly CloudOperation[], found: CloudOperation) {
  if (operations.length === 0) {
    const problem = message("input.register-unknown-key", { what: "key", choices: "product, id, server" });
    return { path: [question], params: { problem } };
  }
  const expected = message("expected.one-of", { choices: operations.join(", ") });
  const problem = message("input.found", { expected, found: quote(found) });
  return { path: [question, "operation"], params: { problem } };
}

/** A server, where the answers about it are its product's own. */
const oneServer = () =>
  z
    .pipe(
      z.strictObject({
        product: z.enum(ASKABLE),
        id: text(),
        server: answer(ofAnyProduct("server"), server()),
        renewal: described(
          optional(answer(ofAnyProduct("renewal"), z.enum(["automatic", "manual", "none"]))),
          "whether its subscription renews itself; left out where there is none, or the product does not tell",
        ),
      }),
      z.transform((given, context) => {
        for (const question of ["server", "renewal"] as const) {
          const found = given[question]?.operation;
          const operations: readonly CloudOperation[] = ANSWERED_BY[question][given.product];
          if (found === undefined || operations.includes(found)) continue;
          context.issues.push({ code: "custom", ...misplaced(question, operations, found), input: given });
        }
        return given;
      }),
    )
    .check(z.meta({ allOf: OF_PRODUCTS }));

/** The schema, made where a file is read: a register without one does not wait for it. */
export const verifiedSchema = () =>
  z.strictObject({
    version: described(z.literal(1), "the version of this form"),
    at: described(moment(), "the moment at which asking began, in UTC"),
    asOf: described(
      z.iso.date(),
      "the day that the register was of when this was asked, or that was written into it then",
    ),
    account: described(answer(ANSWERED_BY.account, account()), "the number of the account that the credentials are of"),
    filings: described(
      optional(answer(ANSWERED_BY.filings, ownFilings())),
      "the filings that the account has through Alibaba Cloud, by domain and number; left out where nobody asked",
    ),
    domains: described(
      z.array(
        z.strictObject({
          domain: described(domain(), "the registrable domain"),
          filing: described(
            answer(ANSWERED_BY.filing, z.enum(["filed", "not-filed"])),
            "whether it has a filing, with whichever access provider",
          ),
          registration: described(
            optional(answer(ANSWERED_BY.registration, registration())),
            "how the domain is registered; left out where nobody asked",
          ),
        }),
      ),
      "by domain",
    ),
    servers: described(z.array(oneServer()), "by product and id"),
  });

/** The JSON Schema of what `verifiedText` writes. */
export const verifiedJsonSchema = (): object => ({
  ...z.toJSONSchema(verifiedSchema(), { io: "input" }),
  title: "alicloud-icp verified",
});
