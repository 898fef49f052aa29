import { domainToUnicode } from "node:url";
import { suffixOf } from "../filing/domains";
import { message } from "../messages";
import { bad, concerned, GOOD, judgeDeclared } from "./declared";
import { rule } from "./rule";

/** A word of the register's list occurs in a domain that is filed or to be filed (S0-12). */
export default rule({
  id: "icp-domain-words",
  group: "domain",
  level: "advisory",
  phase: "stack",
  sources: ["S0-12"],
  judge: (context) => {
    const words = context.register.words.map((word) => ({ word, sought: word.toLowerCase() }));
    if (words.length === 0) return [];
    return judgeDeclared(concerned(context), context, {
      check: ({ apex }) => {
        const forms = formsOf(apex);
        const found = words.find(({ sought }) => forms.some((form) => form.includes(sought)));
        return found ? bad(message("icp-domain-words", { apex, word: found.word })) : GOOD;
      },
      key: ["domain"],
      remedies: () => [{ id: "another-domain" }],
    });
  },
});

/** The name before the suffix, in punycode and in its own script. */
function formsOf(apex: string): readonly string[] {
  const suffix = suffixOf(apex);
  const name = suffix === undefined ? apex : apex.slice(0, -suffix.length - 1);
  return [name, domainToUnicode(name).toLowerCase()];
}
