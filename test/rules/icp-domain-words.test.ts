import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = (domain: string) => planOf([cdn("site", { domainName: `www.${domain}` })]);
const words = (list: string, domain: string) =>
  register(`words: [${list}]\nfilings: [{ domain: ${domain}, status: active }]\n`);

/** The only entity is of this type, and files the domain. */
const body = (type: string, domain: string, status = "unfiled") =>
  register(
    `entities: [{ id: body, type: ${type} }]\nfilings: [{ domain: ${domain}, status: ${status}, entity: body }]\n`,
  );
const unfiled = (apex: string) => [`icp-cdn-coverage violation www.${apex}`, `icp-server-missing violation ${apex}`];

ruleTester("icp-domain-words", {
  violations: {
    "a word occurs": [
      site("myexample.com"),
      words("Example", "myexample.com"),
      ["icp-domain-words violation myexample.com: icp-domain-words [another-domain] at site and filings[0].domain"],
      ["myexample.com contains the listed word Example", "- Use another domain.", "by S0-12", "site (hosts)"],
    ],
    "in an internationalised name": [
      site("中国银行.com"),
      words("银行", "中国银行.com"),
      [
        "icp-domain-words violation xn--fiqs8s856bruk.com: icp-domain-words [another-domain] at site and filings[0].domain",
      ],
    ],
    "not filed yet": [
      site("example.com"),
      register("words: [example]\n"),
      [
        "icp-cdn-coverage violation www.example.com",
        "icp-domain-words violation example.com: icp-domain-words [another-domain] at site",
        "icp-server-missing violation example.com",
      ],
    ],
    "a government body, and another suffix than gov.cn": [
      site("example.com"),
      body("government", "example.com"),
      [
        ...unfiled("example.com"),
        "icp-domain-words violation example.com: icp-domain-words.suffix [another-domain] at site and filings[0].domain",
      ],
      [
        "example.com must be filed by body, a public body, whose domains must be under .gov.cn, .政务 in some provinces",
        "- Use another domain.",
        "by S0-12",
        "site (hosts)",
      ],
    ],
    "a public institution, and another suffix than cn": [
      site("example.com"),
      body("public-institution", "example.com"),
      [
        ...unfiled("example.com"),
        "icp-domain-words violation example.com: icp-domain-words.suffix [another-domain] at site and filings[0].domain",
      ],
    ],
  },
  satisfied: {
    "a government body under gov.cn": [
      site("example.gov.cn"),
      body("government", "example.gov.cn"),
      unfiled("example.gov.cn"),
    ],
    "a government body under its other suffix": [
      site("例子.政务"),
      body("government", "例子.政务"),
      [...unfiled("xn--fsqu00a.xn--zfr164b"), "icp-domain-suffix undetermined xn--fsqu00a.xn--zfr164b"],
    ],
    "a public institution under cn": [
      site("example.org.cn"),
      body("public-institution", "example.org.cn"),
      unfiled("example.org.cn"),
    ],
    "no word occurs": [site("example.com"), words("bank", "example.com"), []],
    "the suffix is no word": [site("example.com"), words("com", "example.com"), []],
  },
  silent: {
    "a government body whose domain is filed already": [
      site("example.com"),
      body("government", "example.com", "active"),
      [],
    ],
    "a company": [site("example.com"), body("enterprise", "example.com"), unfiled("example.com")],
    "no words are listed": [site("example.com"), words("", "example.com"), []],
    "another plan exposes it": [planOf([]), words("example", "example.com"), []],
  },
});
