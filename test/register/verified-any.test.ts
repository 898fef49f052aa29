import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import {
  ANSWERED_BY,
  ASKABLE,
  REAL_NAMES,
  UNANSWERED_WHY,
  type CloudAnswer,
  type Verified,
} from "../../src/register/verified";
import { readVerified, verifiedText } from "../../src/register/verified-file";
import { verifiedJsonSchema } from "../../src/register/verified-schema";
import type { CloudOperation } from "../../src/vocabulary/cloud-operations";
import { TODAY } from "../support/rule-tester";
import { AT } from "./verified";

const folder = mkdtempSync(join(tmpdir(), "icp-verified-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const read = (text: string): Verified | undefined => {
  const file = join(folder, "icp.verified.json");
  writeFileSync(file, text);
  return readVerified(file, { name: "icp.verified.json", today: TODAY });
};
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, formats: { date: true } }).compile(
  verifiedJsonSchema(),
);

it("is written, read and taken by the schema, whatever was said", () => {
  const day = fc.constantFrom("2026-11-24", "2030-02-28");
  const at = fc.constantFrom(AT, "2026-11-25T15:59:59Z");
  const account = fc.constantFrom("1", "1234567890123456");
  const answer = <Said>(
    operations: readonly CloudOperation[],
    said: fc.Arbitrary<Said>,
  ): fc.Arbitrary<CloudAnswer<Said>> =>
    fc.oneof(
      fc.record(
        { operation: fc.constantFrom(...operations), at, account, says: said },
        { requiredKeys: ["operation", "at", "says"] },
      ),
      fc.record(
        {
          operation: fc.constantFrom(...operations),
          at,
          account,
          unanswered: fc.constantFrom(...UNANSWERED_WHY),
          code: fc.constantFrom("-124", "Throttling.User", "a-b_c.D"),
        },
        { requiredKeys: ["operation", "at", "unanswered"] },
      ),
    );
  const ownFiling = fc.record({
    domain: fc.constantFrom("a.com", "b.com.cn", "xn--fiq228c.cn"),
    number: fc.constantFrom("粤ICP备1号-1", "粤ICP备1号-2", "津B2-20090001-3"),
  });
  const filings = fc.uniqueArray(ownFiling, { selector: ({ domain, number }) => `${domain} ${number}` });
  const server = fc.record({
    region: fc.constantFrom("cn-beijing", "ap-southeast-1"),
    charge: fc.constantFrom("subscription", "pay-as-you-go", null),
    expiresOn: fc.option(day),
    hasPublicAddress: fc.boolean(),
    state: fc.constantFrom("live", "expired"),
  });
  const renewal = fc.constantFrom("automatic", "manual", "none");
  const common = {
    version: fc.constant(1 as const),
    at,
    asOf: day,
    account: answer(ANSWERED_BY.account, account),
    domains: fc.uniqueArray(
      fc.record({
        domain: fc.constantFrom("a.com", "b.com.cn", "xn--fiq228c.cn", "z.net"),
        filing: answer(ANSWERED_BY.filing, fc.constantFrom("filed", "not-filed")),
        registration: answer(
          ANSWERED_BY.registration,
          fc.record({
            realName: fc.constantFrom(...REAL_NAMES),
            expiresOn: day,
            holder: fc.constantFrom("organisation", "individual", null),
          }),
        ),
      }),
      { selector: ({ domain }) => domain },
    ),
    servers: fc.uniqueArray(
      fc.constantFrom(...ASKABLE).chain((product) =>
        fc.record(
          {
            product: fc.constant(product),
            id: fc.string({ minLength: 1, maxLength: 5 }),
            server: answer(ANSWERED_BY.server[product], server),
            ...(product !== "sas" && { renewal: answer(ANSWERED_BY.renewal[product], renewal) }),
          },
          { requiredKeys: ["product", "id", "server"] },
        ),
      ),
      { selector: ({ product, id }) => `${product} ${id}` },
    ),
  };
  const verified: fc.Arbitrary<Verified> = fc.oneof(
    fc.record(common),
    fc.record({ ...common, filings: answer(ANSWERED_BY.filings, filings) }),
  );
  fc.assert(
    fc.property(verified, (said) => {
      const text = verifiedText(said);
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
      const again = read(text);
      expect(again && verifiedText(again)).toBe(text);
      expect(again).toEqual({
        ...said,
        ...(said.filings &&
          "says" in said.filings && {
            filings: { ...said.filings, says: expect.arrayContaining([...said.filings.says]) as unknown },
          }),
        domains: expect.arrayContaining([...said.domains]) as unknown,
        servers: expect.arrayContaining([...said.servers]) as unknown,
      });
    }),
    { numRuns: 60 },
  );
});
