import { createRequire } from "node:module";
import { domainToASCII } from "node:url";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import provider from "../../data/provider-domains.json";
import suffixes from "../../data/suffixes.json";
import { nameOf, suffixOf, toAscii } from "../../src/names/host-name";
import { anyText } from "../support/any-text";

describe("toAscii", () => {
  it.each([
    ["WWW.Example.COM.", "www.example.com"],
    ["例子.公司.cn", "xn--fsqu00a.xn--55qx5d.cn"],
    ["例子。公司。cn。", "xn--fsqu00a.xn--55qx5d.cn"],
    ["BÜCHER.de", "xn--bcher-kva.de"],
    ["XN--FSQU00A.cn", "xn--fsqu00a.cn"],
    ["_acme-challenge.example.com", "_acme-challenge.example.com"],
    ["*.example.com", "*.example.com"],
    ["localhost", "localhost"],
    ["", undefined],
    [".", undefined],
    ["a..b.com", undefined],
    ["a b.com", undefined],
    ["a/b.com", undefined],
    ["例/b.com", undefined],
    ["例子%2e.com", undefined],
    ["a:80", undefined],
    ["-a.com", undefined],
    ["www.*.com", undefined],
    ["a*.example.com", undefined],
    ["xn--.com", undefined],
    [`${"a".repeat(64)}.com`, undefined],
    [`${"a.".repeat(130)}com`, undefined],
  ])("%s is %s", (host, expected) => {
    expect(toAscii(host)).toBe(expected);
  });
});

describe("nameOf", () => {
  it.each([
    ["www.example.com", "example.com"],
    ["example.com", "example.com"],
    ["EXAMPLE.com.", "example.com"],
    ["a.b.example.com.cn", "example.com.cn"],
    ["www.例子.公司.cn", "xn--fsqu00a.xn--55qx5d.cn"],
    ["shop.例子.中国", "xn--fsqu00a.xn--fiqs8s"],
    ["foo.blogspot.com", "blogspot.com"],
    ["a.www.ck", "www.ck"],
    ["_dmarc.example.com", "example.com"],
    ["kunlun.com", "kunlun.com"],
    ["example.kunlunhealth.com", "kunlunhealth.com"],
    ["www.initrr.com", "initrr.com"],
    ["notaliyuncs.com", "notaliyuncs.com"],
    ["aliyuncs.com.example.net", "example.net"],
    ["vercel.app.example.net", "example.net"],
  ])("%s is public, apex %s", (host, apex) => {
    expect(nameOf(host)).toMatchObject({ is: "public", apex, wildcard: false });
  });

  it.each(["*.example.com", ".example.com"])("%s is a wildcard at its apex", (host) => {
    expect(nameOf(host)).toEqual({ is: "public", host: "*.example.com", apex: "example.com", wildcard: true });
  });

  it.each([
    ["web.corp", "suffix-not-icann"],
    ["web.lan", "suffix-not-icann"],
    ["localhost", "special-use"],
    ["printer.local", "special-use"],
    ["a.internal", "special-use"],
    ["a.test", "special-use"],
    ["a.example", "special-use"],
    ["x.onion", "special-use"],
    ["router.home.arpa", "special-use"],
    ["4.3.2.1.in-addr.arpa", "special-use"],
    ["203.0.113.10", "ip-literal"],
    ["2001:DB8::1", "ip-literal"],
    ["[2001:db8::1]", "ip-literal"],
    ["２０３.0.113.10", "ip-literal"],
    ["bucket.oss-cn-hangzhou.aliyuncs.com", "provider-owned"],
    ["alb-x.cn-beijing.alb.aliyuncsslb.com", "provider-owned"],
    ["*.c1be8.cn-wulanchabu.alicontainer.com", "provider-owned"],
    ["fn-abc.cn-hangzhou.fcapp.run", "provider-owned"],
    ["media-x.oss-cn-hangzhou.aliyuncs.com", "provider-owned"],
    ...provider.forms.map((form) => [form.example, "provider-owned"]),
    ["foo.github.io", "vendor-owned"],
    ["*.vercel.app", "vendor-owned"],
    ["5525d82313f37756.vercel-dns-017.com", "vendor-owned"],
    ["www.example.com.cdn.dnsv1.com.cn", "vendor-owned"],
  ])("%s is not public: %s", (host, reason) => {
    expect(nameOf(host)).toMatchObject({ is: "not-public", reason });
  });

  it.each([
    ["2001:DB8::1", "2001:db8::1"],
    ["[2001:DB8::A]", "2001:db8::a"],
  ])("the address %s is spelt %s", (host, expected) => {
    expect(nameOf(host)).toMatchObject({ host: expected, reason: "ip-literal" });
  });

  it.each([
    ["intranet", "single-label"],
    ["*", "single-label"],
    ["com", "bare-suffix"],
    ["*.com.cn", "bare-suffix"],
    ["anything.ck", "bare-suffix"],
    ["a..com", "invalid"],
    ["", "invalid"],
    ["1.2.3", "invalid"],
    ["_sip.com", "invalid"],
  ])("%s is undetermined: %s", (host, reason) => {
    expect(nameOf(host)).toMatchObject({ is: "undetermined", reason });
  });

  test("a name, its wildcard and any name under it have one apex", () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,10}$/).filter((text) => !text.startsWith("xn"));
    fc.assert(
      fc.property(
        label,
        fc.array(label, { maxLength: 3 }),
        fc.constantFrom("com", "cn", "com.cn", "中国"),
        (own, more, suffix) => {
          const apex = toAscii(`${own}.${suffix}`) ?? "";
          fc.pre(suffixOf(apex) !== apex);
          const host = [...more, apex].join(".");
          const name = nameOf(host);
          fc.pre(name.is === "public");
          const found = name.apex;
          expect(host === found || host.endsWith(`.${found}`)).toBe(true);
          for (const other of [`*.${host}`, `${host}.`, host.toUpperCase(), found]) {
            expect(nameOf(other)).toMatchObject({ is: "public", apex: found });
          }
        },
      ),
    );
  });

  test("never throws, and its spelling is stable", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const name = nameOf(text);
        expect(nameOf(name.host)).toMatchObject({ is: name.is });
      }),
    );
  });
});

describe("suffixOf", () => {
  it.each([
    ["example.com.cn", "com.cn"],
    ["example.com", "com"],
    ["例子.中国", "xn--fiqs8s"],
    ["web.corp", undefined],
  ])("%s has %s", (host, suffix) => {
    expect(suffixOf(host)).toBe(suffix);
  });
});

test("the top-level names are those of the suffix library", () => {
  interface Trie {
    edgeStart: Uint16Array;
    edgeLength: Uint8Array;
    labelText: string;
    rulesRoot: number;
  }
  const trie = createRequire(__filename)("tldts-icann/dist/cjs/src/data/trie.js") as Trie;
  const first = trie.edgeStart[trie.rulesRoot] ?? 0;
  const end = trie.edgeStart[trie.rulesRoot + 1] ?? 0;
  const names = new Set<string>();
  let at = trie.edgeLength.slice(0, first).reduce((sum, length) => sum + length, 0);
  for (let edge = first; edge < end; edge++) {
    const length = trie.edgeLength[edge] ?? 0;
    names.add(domainToASCII(trie.labelText.slice(at, at + length)));
    at += length;
  }
  expect([...names].sort()).toEqual(suffixes.topLevel.names);
});
