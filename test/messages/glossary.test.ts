/** Chinese texts say a term as the glossary does, wherever the English text says it; and no text has a word that must not be. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../../src/messages/en";
import { zh } from "../../src/messages/zh";
import { isMessageId, type MessageId } from "../../src/messages";
import { englishWordsOf, chineseWordsOf, TERMS, wrongWordsIn } from "../support/glossary";

/** Why a Chinese text does not say a term of the English one, by the term and the text. */
const EXCEPTIONS: Readonly<Record<string, Readonly<Partial<Record<MessageId, string>>>>> = {
  "access-provider": {
    "meaning.status.pending-access": "the order is called 接入备案 and names the provider",
    "rule.icp-access-provider-removal": "the order is called 取消接入 and names the provider",
    "icp-access-provider-removal.served": "the order is called 取消接入 and names the provider",
    "state.active-removing": "the order is called 取消接入 and names the provider",
    "icp-access-pending.adding": "the order is called 新增接入 and names the provider",
    "filing.empty-shell": "a site without any access provider is called 空壳网站",
    "state.pending-access": "the order is called 新增接入 and names the provider",
  },
  holder: {
    "meaning.real-name.verified": "who is verified is understood: the key is of the holder",
    "meaning.real-name.missing": "who is verified is understood: the key is of the holder",
    "doubt.entity-proxy": "a proxy holder is another thing: 代持主体",
    "help.icp-entity-eligible": "a proxy holder is another thing, said by a verb",
  },
  miit: {
    "schema.suffixes.approved": "what is 已批复 is so by the MIIT",
  },
  mainland: {
    "meaning.entity.enterprise": "an enterprise (企业) is one of the mainland",
    "meaning.entity.foreign-invested": "such an enterprise (外商投资企业) is one of the mainland",
  },
  outside: {
    "help.icp-global-accelerator": "that a place is not of the mainland is said by 不属于",
  },
  plan: {
    "scope.plan-domestic": "the rate plan of a product: 套餐",
    "scope.plan-global": "the rate plan of a product: 套餐",
  },
  register: {
    "schema.stale-after-days": "what is stale is understood: the key is of the register",
    "help.icp-domain-expiry": "to register a domain: 注册",
  },
  finding: {
    "page.count": "counts rows of the table of findings",
  },
  advisory: {
    "cli.option-fail-on": "a value of the option, explained by all findings",
    "cli.argument-rules": "a word to look for, as it is typed",
  },
  host: {
    "schema.wrong.waiver": "keys of the register",
    "remedy.one-edge": "the host is the finding's: what is kept is one product",
    "help.icp-filing-pending": "the host is the site's that the sentence before names",
    "input.register-unlimited": "keys of the register",
  },
  apex: {
    "schema.wrong.waiver": "keys of the register",
    "input.register-unlimited": "keys of the register",
  },
  entry: {
    "skeleton.empty": "an entry of a list: 条目",
    "schema.filings": "an entry of a list, counted: 一项",
    "doubt.everywhere": "the entry points of OSS are called 接入点",
    "doubt.no-dnat": "an entry of a list: 条目",
    "remedy.declare-access": "an entry of a list: 条目",
    "remedy.declare-pending": "an entry of a list: 条目",
    "remedy.server-entry": "an entry of a list: 条目",
    "remedy.correct-entry": "an entry of a list: 条目",
    "help.icp-register-stale": "an entry of a list: 条目",
  },
  server: {
    "cli.argument-rules": "a word to look for, as it is typed",
  },
  edge: {
    "schema.edge.mainland-nodes": "whose nodes is understood: the key is of the edge",
    "meaning.product.ens": "the name of a product: 边缘节点服务ENS",
    "icp-cdn-coverage.lapsed": "what stops is understood: the product that the sentence is about",
    "help.icp-cdn-coverage": "what stops is understood: the product that the sentence is about",
    "facts.table-node": "the name of a product: 边缘节点服务ENS",
  },
  subscription: {
    "remedy.subscription-ens-terraform": "Subscription is the value of an argument",
    "icp-server-term.left": "what is left is called 剩余时长 in the console",
    "help.icp-server-term": "how long it runs is called 购买时长 in the console",
  },
};

/** A text without what is no prose: parameters, code, commands, names of files, keys with their values. */
const prose = (text: string): string =>
  text
    .replace(/\{[^{}]*\}|`[^`]*`/g, "_")
    .replace(/alicloud-icp [a-z]+(?: [A-Z]+)?/g, "_")
    .replace(/\b[a-z]+[A-Z]\w*: \S+|\b[a-z]+: (?=[[{…])/g, "_")
    .replace(/\b\w+(?:\.\w+)+/g, "_");

const says = (text: string, words: readonly string[]): boolean => {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join("|")})s?(?![\\p{L}\\p{N}-])`, "iu");
  return whole.test(prose(text));
};

/** The texts whose English says a term and whose Chinese does not. */
const leftOut = (english: readonly string[], chinese: readonly string[]): readonly MessageId[] =>
  (Object.keys(en) as MessageId[]).filter(
    (id) => says(en[id], english) && !chinese.some((word) => zh[id].includes(word)),
  );

describe.each(TERMS.map((term) => [term.en, term.zh, term] as const))("%s is %s", (_, __, term) => {
  it("in every text", () => {
    const excepted = Object.keys(EXCEPTIONS[term.id] ?? {});
    const left = leftOut(englishWordsOf(term), chineseWordsOf(term));
    const told = left.filter((id) => !excepted.includes(id)).map((id) => `${id}: ${en[id]} | ${zh[id]}`);
    expect(told).toEqual([]);
    expect(excepted.filter((id) => !left.some((one) => one === id))).toEqual([]);
  });
});

it("exceptions are of terms and texts that there are", () => {
  const ids = TERMS.map(({ id }) => id);
  expect(Object.keys(EXCEPTIONS).filter((id) => !ids.includes(id))).toEqual([]);
  expect(Object.values(EXCEPTIONS).flatMap((of) => Object.keys(of).filter((id) => !isMessageId(id)))).toEqual([]);
});

it("terms are told from other words, code and longer words", () => {
  expect(says("The plans are read", ["plan"])).toBe(true);
  expect(says("See plan.json, {plan} and explanations", ["plan"])).toBe(false);
  expect(says("run alicloud-icp baseline", ["baseline"])).toBe(false);
  expect(says("say servers: [{ termMonths: … }]", ["server"])).toBe(false);
});

describe("no Chinese text has a word that the glossary replaces", () => {
  it("of the messages", () => {
    const told = (Object.keys(zh) as MessageId[]).flatMap((id) =>
      wrongWordsIn(zh[id]).map((wrong) => `${id}: ${wrong} | ${zh[id]}`),
    );
    expect(told).toEqual([]);
  });

  it.each(["data/statements.json", "data/sources.json", "icp.zh.schema.json", "alicloud-icp.zh.schema.json"])(
    "of %s",
    (file) => {
      expect(wrongWordsIn(readFileSync(file, "utf8"))).toEqual([]);
    },
  );
});
