/** `icp.verified.json`, beside a register: what the cloud said of it when it was asked, kept for those who do not ask. */
import { readFileSync, statSync } from "node:fs";
import { today as dayOf, isMoment, type Day } from "../base/calendar";
import { codeOf } from "../base/errors";
import { plainJson } from "../base/plain";
import { decode } from "../input/decode";
import { InputError } from "../input/error";
import { parseOwnFile } from "../input/json-file";
import { message } from "../messages";
import { checked } from "./checked";
import { repeated } from "./crosscheck";
import { DraftEntry } from "./draft";
import { isPlanted, type Files } from "./find";
import { inFilingOrder, keyOfServer, type CloudAnswer, type OwnFiling, type Verified } from "./verified";
import { verifiedJsonSchema, verifiedSchema } from "./verified-schema";
import { readYaml, type Fault } from "./yaml";

/** The text of the file: keys in one order, domains and servers sorted. The same that was said gives the same bytes. */
export function verifiedText({ version, at, asOf, account, filings, domains, servers }: Verified): string {
  const all: Verified = {
    version,
    at,
    asOf,
    account: answerIn(account, (says) => says),
    filings: filings && answerIn(filings, numbersInOrder),
    domains: byDomain(domains).map(({ domain, filing, registration }) => ({
      domain,
      filing: answerIn(filing, (says) => says),
      registration:
        registration && answerIn(registration, ({ realName, expiresOn, holder }) => ({ realName, expiresOn, holder })),
    })),
    servers: byId(servers).map(({ product, id, server, renewal }) => ({
      product,
      id,
      server: answerIn(server, ({ region, charge, expiresOn, hasPublicAddress, state }) => ({
        region,
        charge,
        expiresOn,
        hasPublicAddress,
        state,
      })),
      renewal: renewal && answerIn(renewal, (says) => says),
    })),
  };
  return `${plainJson(JSON.stringify(all, null, 2))}\n`;
}

/** An answer with its keys in order. */
const answerIn = <Said>(answer: CloudAnswer<Said>, inOrder: (says: Said) => Said): CloudAnswer<Said> => {
  const { operation, at, account } = answer;
  const by = { operation, at, ...(account !== undefined && { account }) };
  if ("says" in answer) return { ...by, says: inOrder(answer.says) };
  return { ...by, unanswered: answer.unanswered, code: answer.code };
};

const numbersInOrder = (filings: readonly OwnFiling[]): readonly OwnFiling[] =>
  inFilingOrder(
    filings.map(({ domain, number, account }) => ({ domain, number, ...(account !== undefined && { account }) })),
  );

function sortedBy<One>(all: readonly One[], key: (one: One) => string): readonly One[] {
  const keyed = all.map((one) => ({ one, key: key(one) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ one }) => one);
}

const byDomain = (domains: Verified["domains"]): Verified["domains"] => sortedBy(domains, ({ domain }) => domain);
const byId = (servers: Verified["servers"]): Verified["servers"] => sortedBy(servers, keyOfServer);

/** How a file is read. */
export interface VerifiedOptions {
  /** What it is called in messages. */
  readonly name: string;
  /** The day on which it is read, in Asia/Shanghai: nothing in it may have been said later. */
  readonly today: Day;
  /** Hears what is wrong with what a file says, which then counts as none; left out where that is bad input. */
  readonly unusable?: ((error: InputError) => void) | undefined;
  /** The file system; Node's own by default. */
  readonly files?: Pick<Files, "isPlanted">;
}

/**
 * What the cloud said, of a file that `verifiedText` wrote; undefined where there is no file. Throws an `InputError` with file,
 * line and key for one that says anything else, and for a stranger's.
 */
export function readVerified(
  file: string,
  { name, today, unusable, files = { isPlanted } }: VerifiedOptions,
): Verified | undefined {
  const bytes = bytesOf(file, name, files);
  if (!bytes) return undefined;
  try {
    return verifiedIn(bytes, name, today);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (unusable) {
      unusable(error);
      return undefined;
    }
    // Whatever is wrong with what nobody is to write by hand, there is one thing to do about it.
    throw error.and({ file: name, problem: message("input.verified-anew", {}) });
  }
}

function bytesOf(file: string, name: string, files: Pick<Files, "isPlanted">): Buffer | undefined {
  try {
    const about = statSync(file, { throwIfNoEntry: false });
    if (!about) return undefined;
    if (files.isPlanted(file)) throw new InputError(message("input.verified-planted", {}), { file: name });
    if (!about.isFile()) throw new InputError(message("input.verified-device", {}), { file: name });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const expected = message("expected.readable", {});
    throw new InputError(message("input.unreadable-file", { code: codeOf(error), expected }), { file: name });
  }
}

const EXPECTED = message("expected.verified", {});
const VERSION: Verified["version"] = 1;

function verifiedIn(bytes: Buffer, file: string, today: Day): Verified {
  const value = parseOwnFile(bytes, file, EXPECTED);
  const text = decode(bytes, file, EXPECTED);
  const verified = soundIn(value, text, today) ?? explained(text, file, today);
  const { filings, domains, servers } = verified;
  return {
    ...verified,
    ...(filings && { filings: answerIn(filings, numbersInOrder) }),
    domains: byDomain(domains),
    servers: byId(servers),
  };
}

/**
 * What JSON says, if nothing is wrong with it; undefined where something may be. Whether a key stands twice shows in what is
 * left of the text when it is written again, without the spaces of either.
 */
function soundIn(value: unknown, text: string, today: Day): Verified | undefined {
  const packed = (json: string): string => json.replace(/\s+/g, "");
  if (packed(JSON.stringify(value)) !== packed(text)) return undefined;
  const parsed = verifiedSchema().safeParse(value, { jitless: true });
  return parsed.success && contradictionsIn(new DraftEntry(value, []), today).length === 0 ? parsed.data : undefined;
}

/** The same of a text that may be faulty. Read as YAML, which takes far longer, each key has its line, and none stands twice. */
function explained(text: string, file: string, today: Day): Verified {
  const document = readYaml(text, file, ["version", "at"]);
  const draft = new DraftEntry(document.value, []);
  const version = draft.raw("version");
  if (version !== undefined && version !== VERSION) {
    const found = JSON.stringify(version);
    const { line } = document.positions(["version"]) ?? {};
    throw new InputError(message("input.verified-version", { expected: VERSION, found }), {
      file,
      line,
      key: "version",
    });
  }
  const contradictions = (): readonly Fault[] => contradictionsIn(draft, today);
  return checked(document, { file, schema: verifiedSchema(), keys: verifiedJsonSchema, contradictions });
}

const contradictionsIn = (draft: DraftEntry, today: Day): readonly Fault[] => [
  ...momentsIn(draft).flatMap((entry) => future(entry, today)),
  ...repeated(draft.list("domains"), "domain", (entry) => entry.text("domain"), "domain"),
  ...repeated(draft.list("servers"), "id", idOf, "server"),
];

/** All that have a moment: the whole, and each answer. */
function momentsIn(draft: DraftEntry): readonly DraftEntry[] {
  const below = (entry: DraftEntry, ...keys: readonly string[]): DraftEntry[] =>
    keys.map((key) => new DraftEntry(entry.raw(key), entry.at(key)));
  return [
    draft,
    ...below(draft, "account", "filings"),
    ...draft.list("domains").flatMap((entry) => below(entry, "filing", "registration")),
    ...draft.list("servers").flatMap((entry) => below(entry, "server", "renewal")),
  ];
}

function future(entry: DraftEntry, today: Day): Fault[] {
  const at = entry.text("at");
  if (at === undefined || !isMoment(at) || dayOf(new Date(at)) <= today) return [];
  return [{ path: entry.at("at"), problem: message("input.verified-future", { at, today }) }];
}

function idOf(server: DraftEntry): string | undefined {
  const product = server.text("product");
  const id = server.text("id");
  return product === undefined || id === undefined ? undefined : keyOfServer({ product, id });
}
