/** Credentials that nobody has marked: by what they are called, in URLs, and in texts that hold more than one thing. */
import { put } from "./canonical";
import { SECRET_MARK, UNKNOWN_STRING, kindOf, type Raw, type RawProperties } from "./raw";
import { wordsOf } from "./words";

/** Nothing is read that lies deeper. */
const DEEPEST = 200;

/** How values are concealed: under which key they stand, and what stands for a credential. */
export interface Concealing {
  readonly key?: string;
  readonly mark?: string;
}

/** A value in canonical form without the credentials in it; the same one where it has none. */
export function concealed(value: Raw, { key = "", mark = SECRET_MARK }: Concealing = {}): Raw {
  return under(key, value, { mark, depth: 0 });
}

/** A text without what stands before the `@` of the URLs in it. */
export function withoutUserinfo(text: string): string {
  if (!text.includes("://")) return text;
  return text.replace(USERINFO, `://${SECRET_MARK}@`).replace(LOOSE, `://${SECRET_MARK}@`);
}

/** What stands before the last `@` of an authority. */
const USERINFO = /:\/\/[^\s/?#"'<>\\]*@/g;
/** A password in which `/`, `?` or `#` are not escaped: what follows the colon is no port. */
const LOOSE = /:\/\/[^\s/?#@"'<>\\:]{1,500}:(?!\d{1,5}(?:[/?#]|$))[^\s@"'<>\\]{1,500}@/g;

/** What a key is called whose value is a credential, by how it ends. */
const ENDINGS =
  /(?:password|passwd|passphrase|passcode|pwd|secret|token|credential|kubeconfig|authorization|signature|connection[-_. ]?string|(?:access|secret|private|api|app|auth|signing|encryption|ssh|ssl|tls|account|master|shared|hmac|license|admin|root|client|storage|deploy|webhook|session|jwt|aes|rsa)[-_. ]?key|(?:admin|root|db|database|user|login|redis|mysql|postgres|pg|sql|smtp|mail|ftp|proxy|auth)[-_. ]?pass)(?:e?s|[-_. ]?(?:hash|value|data|text|string|base64|b64|json|plain))?$/i;
/** Such words that other words end with. */
const WORDS: ReadonlySet<string> = new Set(["pass", "psw", "pw", "pat", "dsn", "jwt"]);
/** What is a credential where it is a text. */
const OF_TEXTS = /(?:^|[-_. ])(?:auth|cookie)s?$/i;

const known = new Map<string, boolean>();
const MOST_KNOWN = 10_000;

/** Whether what stands under a key is a credential, whether or not anybody has marked it. */
export function isCredential(key: string): boolean {
  const found = known.get(key);
  if (found !== undefined) return found;
  const name = key.replace(/[-_. ]?\d+$/, "");
  const is = ENDINGS.test(name) || WORDS.has(wordsOf(name).at(-1) ?? "");
  if (known.size < MOST_KNOWN) known.set(key, is);
  return is;
}

/** Where hosts stand: the name of one is no credential, whatever it stands under. */
const HOSTS = /^(?:hosts?|hostnames?|domains?)$/i;

/** The two halves of what lists have instead of keys, as `{ name: "PASSWORD", value: "…" }`. */
const HALF = "(?:arg|header|param|parameter|env|option|variable)[-_]?";
const NAME = new RegExp(`^(?:name|key|${HALF}(?:name|key))$`, "i");
const VALUE = new RegExp(`^(?:values?|default|default[-_]?value|${HALF}values?)$`, "i");
/** A record of DNS has a name and a value as well; neither is a secret. */
const RECORD = /^(?:A|AAAA|CNAME|NS|MX|SRV)$/i;

interface At {
  readonly mark: string;
  readonly depth: number;
}

const isText = (value: Raw): value is string => typeof value === "string";
const inside = ({ mark, depth }: At): At => ({ mark, depth: depth + 1 });

function under(key: string, value: Raw, at: At): Raw {
  const hides = isCredential(key) || (isText(value) && OF_TEXTS.test(key));
  return hides ? hidden(value, at) : shown(value, at);
}

/** What is no credential by its key; one may be in it. */
function shown(value: Raw, at: At): Raw {
  if (isText(value)) return textWithout(value, at);
  if (typeof value !== "object" || value === null) return value;
  if (at.depth >= DEEPEST || kindOf(value) === "secret") return at.mark;
  if (Array.isArray(value)) return eachOf(value as readonly Raw[], (one) => shown(one, inside(at)));
  const object = value as RawProperties;
  const isNamed = isPairOfCredential(object);
  return eachIn(object, (one, key) =>
    isNamed && VALUE.test(key) ? hidden(one, inside(at)) : under(key, one, inside(at)),
  );
}

/** A credential, or all that it consists of. */
function hidden(value: Raw, at: At): Raw {
  if (isText(value)) return value === "" || value === UNKNOWN_STRING || value === SECRET_MARK ? value : at.mark;
  if (typeof value === "number") return at.mark;
  if (typeof value !== "object" || value === null) return value;
  if (at.depth >= DEEPEST) return at.mark;
  if (Array.isArray(value)) return eachOf(value as readonly Raw[], (one) => hidden(one, inside(at)));
  return eachIn(value as RawProperties, (one, key) => (HOSTS.test(key) ? shown : hidden)(one, inside(at)));
}

function isPairOfCredential(object: RawProperties): boolean {
  const { type } = object;
  if (typeof type === "string" && RECORD.test(type)) return false;
  return Object.entries(object).some(
    ([key, name]) => typeof name === "string" && NAME.test(key) && (isCredential(name) || OF_TEXTS.test(name)),
  );
}

function eachOf(list: readonly Raw[], change: (one: Raw) => Raw): readonly Raw[] {
  const changed = list.map(change);
  return changed.every((one, index) => one === list[index]) ? list : changed;
}

function eachIn(object: RawProperties, change: (one: Raw, key: string) => Raw): RawProperties {
  const result: Record<string, Raw> = {};
  let isChanged = false;
  for (const [key, one] of Object.entries(object)) {
    const name = withoutUserinfo(key);
    const now = change(one, key);
    if (now !== one || name !== key) isChanged = true;
    put(result, name, now);
  }
  return isChanged ? result : object;
}

const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;
const SCHEME = /\b(Bearer|Basic) +[\w.~+/=-]{8,}/gi;
/** What stands before a value in settings and arguments, and the value. */
const NAMED = /(?<![\w.-])([\w.-]{1,80})["']?[ \t]*[=:][ \t]*/g;
const GIVEN = /"[^"]*"|'[^']*'|[^\s,;&"']+/y;

/** A text without the credentials in it: where it is JSON, by its keys. */
function textWithout(text: string, at: At): Raw {
  if (text === SECRET_MARK || text === at.mark || text === UNKNOWN_STRING) return text;
  if (PRIVATE_KEY.test(text)) return at.mark;
  const json = /^\s*[{[]/.test(text) ? parsed(text) : undefined;
  if (json !== undefined) {
    const changed = shown(json, { mark: SECRET_MARK, depth: at.depth + 1 });
    return changed === json ? text : JSON.stringify(changed);
  }
  if (!/[=:\s]/.test(text)) return text;
  return withoutGiven(withoutUserinfo(text).replace(SCHEME, `$1 ${SECRET_MARK}`));
}

/** A text without the values of the credentials that it names: `--password=…`, `?token=…`, `Password: …`. */
function withoutGiven(text: string): string {
  let result = "";
  let end = 0;
  for (const { 0: before, 1: name = "", index } of text.matchAll(NAMED)) {
    if (index < end || !(isCredential(name) || OF_TEXTS.test(name))) continue;
    GIVEN.lastIndex = index + before.length;
    if (!GIVEN.test(text)) continue;
    result += text.slice(end, index + before.length) + SECRET_MARK;
    end = GIVEN.lastIndex;
  }
  return result + text.slice(end);
}

function parsed(text: string): Raw | undefined {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    return undefined;
  }
}
