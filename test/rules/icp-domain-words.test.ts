import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = (domain: string) => planOf([cdn("site", { domainName: `www.${domain}` })]);
const words = (list: string, domain: string) =>
  register(`words: [${list}]\nfilings: [{ domain: ${domain}, status: active }]\n`);

ruleTester("icp-domain-words", {
  violations: {
    "a word occurs": [
      site("myexample.com"),
      words("Example", "myexample.com"),
      ["icp-domain-words violation myexample.com"],
    ],
    "in an internationalised name": [
      site("中国银行.com"),
      words("银行", "中国银行.com"),
      ["icp-domain-words violation xn--fiqs8s856bruk.com"],
    ],
    "not filed yet": [
      site("example.com"),
      register("words: [example]\n"),
      [
        "icp-cdn-coverage violation www.example.com",
        "icp-domain-words violation example.com",
        "icp-server-missing violation example.com",
      ],
    ],
  },
  satisfied: {
    "no word occurs": [site("example.com"), words("bank", "example.com"), []],
    "the suffix is no word": [site("example.com"), words("com", "example.com"), []],
  },
  silent: {
    "no words are listed": [site("example.com"), words("", "example.com"), []],
    "another plan exposes it": [planOf([]), words("example", "example.com"), []],
  },
});
