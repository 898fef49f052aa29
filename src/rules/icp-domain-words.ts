import { domainToUnicode } from "node:url";
import data from "../../data/suffixes.json";
import type { Context } from "../filing/context";
import { suffixOf } from "../names/host-name";
import { toBeFiled } from "../filing/state";
import { entityIdOf } from "../filing/parties";
import { SATISFIED, violates } from "../filing/verdict";
import { message } from "../messages";
import type { Entity } from "../register/register";
import { concerned, judgeDeclared, listed } from "../judging/declarations";
import { rule, type Judgement } from "../judging/rule";

/**
 * A word of the register's list occurs in a domain that is filed or to be filed (S0-12), or a public body is to file one
 * that is not under the suffixes for such bodies (F-37).
 */
export default rule({
  id: "icp-domain-words",
  group: "domain",
  level: "advisory",
  phase: "stack",
  register: true,
  sources: ["S0-12", "F-37"],
  judge: (context) => [...judgeWords(context), ...judgeBodies(context)],
});

function judgeWords(context: Context): Judgement[] {
  const words = context.register.words.map((word) => ({ word, sought: word.toLowerCase() }));
  if (words.length === 0) return [];
  return judgeDeclared(concerned(context), context, {
    check: ({ apex }) => {
      const forms = formsOf(apex);
      const found = words.find(({ sought }) => forms.some((form) => form.includes(sought)));
      return found ? violates(message("icp-domain-words", { apex, word: found.word })) : SATISFIED;
    },
    key: ["domain"],
    remedies: () => [{ id: "another-domain" }],
  });
}

/** The suffixes for public bodies, in punycode: gov.cn and 政务, cn and 公益. */
const SUFFIXES: Readonly<Partial<Record<NonNullable<Entity["type"]>, { readonly suffixes: readonly string[] }>>> =
  data.publicBodies;

/** Only a filing to come is asked: in some provinces, and not of what is filed already. */
function judgeBodies(context: Context): Judgement[] {
  const { register, stateOf } = context;
  const bodies = listed(concerned(context)).flatMap((declaration) => {
    const id = entityIdOf(declaration.filing, register);
    const entity = id === undefined ? undefined : register.entityOf(id);
    const suffixes = entity?.type === undefined ? undefined : SUFFIXES[entity.type]?.suffixes;
    return entity && suffixes && toBeFiled(stateOf(declaration.apex)) ? [{ ...declaration, entity, suffixes }] : [];
  });
  return judgeDeclared(bodies, context, {
    check: ({ apex, entity, suffixes }) =>
      suffixes.some((suffix) => apex.endsWith(`.${suffix}`))
        ? SATISFIED
        : violates(
            message("icp-domain-words.suffix", {
              apex,
              entity: entity.id,
              suffixes: suffixes.map((suffix) => `.${domainToUnicode(suffix)}`).join(", "),
            }),
          ),
    key: ["domain"],
    remedies: () => [{ id: "another-domain" }],
  });
}

/** The name before the suffix, in punycode and in its own script. */
function formsOf(apex: string): readonly string[] {
  const suffix = suffixOf(apex);
  const name = suffix === undefined ? apex : apex.slice(0, -suffix.length - 1);
  return [name, domainToUnicode(name).toLowerCase()];
}
