import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { afterAll, afterEach, describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod/mini";
import type { InputError } from "../../src/input/error";
import { ANSWERED_BY, UNANSWERED_WHY, type Verified } from "../../src/register/verified";
import { readVerified, verifiedText } from "../../src/register/verified-file";
import { verifiedJsonSchema, type verifiedSchema } from "../../src/register/verified-schema";
import { TODAY } from "../support/rule-tester";
import { errorOf } from "./loading";
import { AT, OWN_FILINGS, VERIFIED, VERIFIED_TEXT as TEXT } from "./verified";

const folder = mkdtempSync(join(tmpdir(), "icp-verified-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const FILE = join(folder, "icp.verified.json");
afterEach(() => {
  rmSync(FILE, { recursive: true, force: true });
});
const NAME = "ops/icp.verified.json";
const read = (text: string | Uint8Array, today = TODAY): Verified | undefined => {
  writeFileSync(FILE, text);
  return readVerified(FILE, { name: NAME, today });
};

const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, formats: { date: true } }).compile(
  verifiedJsonSchema(),
);

it("has its schema in the package", () => {
  expect(JSON.parse(readFileSync("icp.verified.schema.json", "utf8"))).toEqual(
    JSON.parse(JSON.stringify(verifiedJsonSchema())),
  );
});

describe("verifiedText", () => {
  it("is read as it was said", () => {
    expect(verifiedText(VERIFIED)).toBe(TEXT);
    expect(read(TEXT)).toStrictEqual(VERIFIED);
    expect(validate(JSON.parse(TEXT)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("is the same, in whichever order something was said", () => {
    const turned = JSON.parse(
      JSON.stringify({
        ...VERIFIED,
        filings: VERIFIED.filings && { ...VERIFIED.filings, says: [...OWN_FILINGS].reverse() },
        domains: [...VERIFIED.domains].reverse(),
        servers: [...VERIFIED.servers].reverse(),
      }),
      (_, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
    ) as Verified;
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(VERIFIED));
    expect(verifiedText(turned)).toBe(TEXT);
    expect(read(JSON.stringify(turned))).toStrictEqual(VERIFIED);
  });

  it("leaves out what nobody said", () => {
    const [first] = VERIFIED.servers;
    const servers = first ? [{ ...first, renewal: undefined }] : [];
    const text = verifiedText({ ...VERIFIED, filings: undefined, domains: [], servers });
    expect(text).not.toMatch(/renewal|code|filings|undefined/);
    expect(read(text)).not.toHaveProperty("filings");
  });
});

it("has a schema whose values are those of its types", () => {
  expectTypeOf<z.output<ReturnType<typeof verifiedSchema>>>().toExtend<Verified>();
  type Told = Verified["domains"][number];
  type Read = z.output<ReturnType<typeof verifiedSchema>>["domains"][number];
  expectTypeOf<Pick<Told, "domain" | "filing">>().toExtend<Pick<Read, "domain" | "filing">>();
  expectTypeOf<NonNullable<Told["registration"]>>().toExtend<NonNullable<Read["registration"]>>();
});

const ANEW =
  "ops/icp.verified.json: only alicloud-icp register --verify --write writes this file; run it again, or remove the file";
const without = (text: string): string => TEXT.replace(text, "");

describe("readVerified", () => {
  it("is nothing where there is no file", () => {
    expect(readVerified(FILE, { name: NAME, today: TODAY })).toBeUndefined();
    expect(readVerified(join(FILE, "below"), { name: NAME, today: TODAY })).toBeUndefined();
  });

  /** What the schema cannot say is marked so. */
  it.each<[what: string, text: string, says: string, more?: "schema takes it"]>([
    ["another version", TEXT.replace('"version": 1', '"version": 2'), ":2: version: expected version 1; found 2"],
    [
      "another version whose form is not known",
      '{ "version": "2", "x": 1 }',
      ':1: version: expected version 1; found "2"',
    ],
    ["no version", without('"version": 1,\n'), ":1: version: is missing; expected 1"],
    [
      "a key that nobody knows",
      TEXT.replace('"version"', '"verison": 1,\n  "version"'),
      ":2: verison: unknown key; did you mean version?",
    ],
    [
      "a key that nobody knows in an answer",
      TEXT.replace('"says": "filed"', '"says": "filed", "note": 1'),
      ":30: domains[0].filing.note: unknown key; expected one of operation, at, account, says, unanswered, code",
    ],
    [
      "an operation that nobody knows",
      TEXT.replace("sts:GetCallerIdentity", "sts:AssumeRole"),
      `:6: account.operation: expected ${ANSWERED_BY.account.join(", ")}; found "sts:AssumeRole"`,
    ],
    [
      "a moment that is none",
      TEXT.replace(AT, "2026-02-30T03:04:05Z"),
      ':3: at: expected a moment in UTC such as 2026-11-26T03:04:05Z; found "2026-02-30T03:04:05Z"',
      "schema takes it",
    ],
    [
      "a moment of another form",
      TEXT.replace(AT, "2026-11-24 03:04"),
      ':3: at: expected a moment in UTC such as 2026-11-26T03:04:05Z; found "2026-11-24 03:04"',
    ],
    [
      "a moment in the future",
      TEXT.replace(AT, "2026-11-25T16:00:00Z"),
      ":3: at: 2026-11-25T16:00:00Z lies in the future, today is 2026-11-25",
      "schema takes it",
    ],
    [
      "an answer of the future",
      TEXT.replace(
        `"at": "${AT}",\n        "says": "automatic"`,
        '"at": "2027-11-24T03:04:05Z",\n        "says": "automatic"',
      ),
      ":74: servers[0].renewal.at: 2027-11-24T03:04:05Z lies in the future, today is 2026-11-25",
      "schema takes it",
    ],
    [
      "an answer that says nothing",
      TEXT.replace(',\n        "says": "filed"', ""),
      ":27: domains[0].filing: expected an answer, which has either says or unanswered, and code only beside unanswered",
    ],
    [
      "an answer that says both",
      TEXT.replace('"says": "filed"', '"says": "filed", "unanswered": "failed"'),
      ":27: domains[0].filing: expected an answer, which has either says or unanswered, and code only beside unanswered",
    ],
    [
      "a code beside what was said",
      TEXT.replace('"says": "filed"', '"says": "filed", "code": "124"'),
      ":27: domains[0].filing: expected an answer, which has either says or unanswered, and code only beside unanswered",
    ],
    [
      "an answer that is none",
      TEXT.replace(/"account": \{[^}]*\}/, '"account": "1"'),
      ':5: account: expected a map of keys; found "1"',
    ],
    [
      "another answer",
      TEXT.replace('"says": "filed"', '"says": "perhaps"'),
      ':30: domains[0].filing.says: expected one of filed, not-filed; found "perhaps"',
    ],
    [
      "a reason that nobody knows",
      TEXT.replace("unreachable", "tired"),
      `:53: domains[1].registration.unanswered: expected one of ${UNANSWERED_WHY.join(", ")}; found "tired"`,
    ],
    [
      "a message of the cloud for a code",
      TEXT.replace("Forbidden.RAM", "The user is not authorized"),
      ':85: servers[1].server.code: expected the code of an error, such as Forbidden.RAM; found "The user is not authorized"',
    ],
    [
      "an account with a name",
      TEXT.replace("1234567890123456", "anna@example.com"),
      ':8: account.says: expected the number of an account, in digits; found "anna@example.com"',
    ],
    [
      "personal data",
      TEXT.replace('"organisation"', '"organisation",\n          "email": "anna@example.com"'),
      ":39: domains[0].registration.says.email: unknown key; expected one of realName, expiresOn, holder",
    ],
    [
      "the number of a subject",
      TEXT.replace("浙ICP备12345678号-2", "浙ICP备12345678号"),
      ':20: filings.says[1].number: expected the number of a website\'s filing, such as 浙ICP备12345678号-1; found "浙ICP备12345678号", which is that of the entity: write what follows it for this website (-1, -2 …) or app (-2A …) too, or leave the key out while it has none',
      "schema takes it",
    ],
    [
      "another spelling of a number",
      TEXT.replace("浙ICP备12345678号-2", "浙icp备12345678号-2"),
      ':20: filings.says[1].number: expected 浙ICP备12345678号-2; found "浙icp备12345678号-2"',
      "schema takes it",
    ],
    [
      "whose a filing is",
      TEXT.replace('"浙ICP备12345678号-2"', '"浙ICP备12345678号-2",\n        "holder": "Anna"'),
      ":21: filings.says[1].holder: unknown key; expected one of domain, number, account",
    ],
    [
      "a list of filings of the future",
      TEXT.replace('QuerySuccessIcpData",\n    "at": "2026', 'QuerySuccessIcpData",\n    "at": "2027'),
      ":12: filings.at: 2027-11-24T03:04:05Z lies in the future, today is 2026-11-25",
      "schema takes it",
    ],
    [
      "a name below a domain",
      TEXT.replace('"domain": "example.com",\n      "filing"', '"domain": "www.example.com",\n      "filing"'),
      ':26: domains[0].domain: expected a registrable domain; found "www.example.com", which is a name under example.com: write example.com',
      "schema takes it",
    ],
    [
      "another spelling of a domain",
      TEXT.replace('"domain": "example.com",\n      "filing"', '"domain": "Example.com",\n      "filing"'),
      ':26: domains[0].domain: expected example.com; found "Example.com"',
      "schema takes it",
    ],
    [
      "a domain twice",
      TEXT.replace("example.net", "example.com"),
      ':43: domains[1].domain: this domain ("example.com") stands twice, first at domains[0].domain; keep one',
      "schema takes it",
    ],
    [
      "a server twice",
      TEXT.replace('"product": "sas",\n      "id": "a1b2"', '"product": "ecs",\n      "id": "i-a"').replace(
        "swas-open:ListInstances",
        "ecs:DescribeInstances",
      ),
      ':80: servers[1].id: this server ("ecs i-a") stands twice, first at servers[0].id; keep one',
      "schema takes it",
    ],
    [
      "an operation that answers another question",
      TEXT.replace("cdn:CheckCdnDomainICP", "ecs:DescribeRegions"),
      ':28: domains[0].filing.operation: expected cdn:CheckCdnDomainICP; found "ecs:DescribeRegions"',
    ],
    [
      "an operation of another product",
      TEXT.replace('"swas-open:ListInstances"', '"ens:DescribeInstances"'),
      ':82: servers[1].server.operation: expected one of swas-open:ListRegions, swas-open:ListInstances; found "ens:DescribeInstances"',
    ],
    [
      "how a server is renewed of which nobody says that",
      TEXT.replace('"product": "ecs"', '"product": "sas"').replace("ecs:DescribeInstances", "swas-open:ListInstances"),
      ":72: servers[0].renewal: unknown key; expected one of product, id, server",
    ],
    [
      "no day of the register",
      without('"asOf": "2026-11-22",\n'),
      ":1: asOf: is missing; expected a calendar day as YYYY-MM-DD",
    ],
    [
      "an account that is none",
      TEXT.replace('"says": "filed"', '"account": "acme",\n        "says": "filed"'),
      ':30: domains[0].filing.account: expected the number of an account, in digits; found "acme"',
    ],
    [
      "a key twice in an answer",
      TEXT.replace('"says": "filed"', '"says": "not-filed",\n        "says": "filed"'),
      ":31: domains[0].filing.says: this key stands twice in one map; keep one",
      "schema takes it",
    ],
    [
      "a day that is none",
      TEXT.replace("2027-05-06", "2027-05"),
      ':37: domains[0].registration.says.expiresOn: expected a calendar day as YYYY-MM-DD; found "2027-05"',
    ],
    ["no servers", TEXT.replace(/,\n {2}"servers": \[.*/s, "\n}\n"), ":1: servers: is missing; expected a list"],
    [
      "a key twice",
      TEXT.replace('"version": 1', '"version": 1,\n  "version": 1'),
      ":3: version: this key stands twice in one map; keep one",
      "schema takes it",
    ],
    ["a list", "[]", ":1: expected keys such as version and at at the top; found a list"],
  ])("refuses %s", (_, text, says, more) => {
    expect(text).not.toBe(TEXT);
    expect(errorOf(() => read(text)).said("en")).toEqual([NAME + says, ANEW]);
    expect(validate(JSON.parse(text))).toBe(more === "schema takes it");
  });

  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "is no JSON; expected what alicloud-icp register --verify --write has written"],
    ["YAML", "version: 1\n", "is no JSON; expected what alicloud-icp register --verify --write has written"],
    ["half of it", TEXT.slice(0, 99), "is no JSON; expected what alicloud-icp register --verify --write has written"],
    ["bytes", Buffer.from([1, 2, 0, 3]), "is a binary file; expected JSON in UTF-8"],
  ])("refuses what is no JSON: %s", (_, text, says) => {
    expect(errorOf(() => read(text)).said("en")).toEqual([`${NAME}: ${says}`, ANEW]);
  });

  it.each<[string, string]>([
    ["in one line", JSON.stringify(VERIFIED)],
    ["with escapes", TEXT.replaceAll("example", "\\u0065xample")],
    ["with the ends of lines of Windows", TEXT.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\ufeff${TEXT}`],
  ])("is the same however it is spelled: %s", (_, text) => {
    expect(read(text)).toStrictEqual(VERIFIED);
  });

  it.each([
    ["another version", TEXT.replace('"version": 1', '"version": 2'), ":2: version: expected version 1; found 2"],
    [
      "a moment in the future",
      TEXT.replace(AT, "2026-11-25T16:00:00Z"),
      ":3: at: 2026-11-25T16:00:00Z lies in the future, today is 2026-11-25",
    ],
    [
      "marks of a conflict",
      `<<<<<<< ours\n${TEXT}`,
      ": is no JSON; expected what alicloud-icp register --verify --write has written",
    ],
  ])("is nothing for who asks anew, and says why: %s", (_, text, says) => {
    writeFileSync(FILE, text);
    const heard: string[] = [];
    const unusable = (error: InputError) => void heard.push(...error.said("en"));
    expect(readVerified(FILE, { name: NAME, today: TODAY, unusable })).toBeUndefined();
    expect(heard).toEqual([NAME + says]);
  });

  it("tells all that is wrong at once, by the lines on which it stands", () => {
    const text = TEXT.replace('"filed"', '"x"').replace("unreachable", "x").replace("i-a", "");
    expect(
      errorOf(() => read(text))
        .said("en")
        .map((line) => line.split(":")[1]),
    ).toEqual([
      "30",
      "53",
      "60",
      " only alicloud-icp register --verify --write writes this file; run it again, or remove the file",
    ]);
  });

  it("refuses a folder, what cannot be read, and what a stranger has put there", () => {
    mkdirSync(FILE);
    // Nobody could write over it either.
    const never = () => expect.fail("is taken for a file that says something wrong");
    const open = (files = { isPlanted: () => false }) =>
      errorOf(() => readVerified(FILE, { name: NAME, today: TODAY, files, unusable: never })).message;
    expect(open()).toBe(`${NAME}: is no file; remove it`);
    expect(open({ isPlanted: () => true })).toBe(
      `${NAME}: is another user's, in a folder that everybody can write; remove it, or keep the register in a folder of your own`,
    );
    rmSync(FILE, { recursive: true });
    symlinkSync(FILE, FILE);
    expect(open()).toBe(`${NAME}: cannot be read (ELOOP); expected a file that this user may read`);
  });
});
