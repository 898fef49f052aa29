import { entitiesFor } from "../filing/parties";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import { doubt, type DoubtId } from "../plan/fact";
import type { Entity, Filing } from "../register/register";
import {
  agreed,
  concerned,
  declarationsToObtain,
  judgeDeclared,
  unsaid,
  type Declaration,
  type DeclaredPoint,
} from "../judging/declarations";
import { rule } from "../judging/rule";

/** Who cannot file: a foreign company without presence; and who cannot file this: what is commercial (S0-26, S1-13, S4-10). */
export default rule({
  id: "icp-entity-eligible",
  group: "domain",
  level: "mandatory",
  phase: "stack",
  section: "entities",
  register: true,
  sources: ["S0-26", "S1-13", "S4-10", "F-44", "C11", "S0-13", "S1-12", "S1-14", "S0-22", "S0-27"],
  judge: (context) => {
    const toObtain = declarationsToObtain(context);
    const obtained = new Set(toObtain.map(({ apex }) => apex));
    const filed = concerned(context).filter(({ apex }) => !obtained.has(apex));
    return [...judgeDeclared(toObtain, context, by(eligible)), ...judgeDeclared(filed, context, by(stillEligible))];
  },
});

type Judge = (entity: Entity, apex: string, filing: Filing | undefined) => Verdict<Message>;

const by = (judge: Judge): DeclaredPoint<Declaration> => ({
  check: ({ apex, filing }, { register }) =>
    agreed(
      entitiesFor(filing, register).map((entity) => judge(entity, apex, filing)),
      unsaid("entity", apex),
    ),
  key: ["entity"],
  remedies: ({ apex }) => [{ id: "other-entity", params: { apex } }],
});

type Type = NonNullable<Entity["type"]>;

/** Who never gets to file a commercial site. */
const NOT_COMMERCIAL: Readonly<Partial<Record<Type, "rep-office" | "individual">>> = {
  "rep-office": "rep-office",
  "individual-mainland": "individual",
  "individual-hk-mo-tw": "individual",
  "individual-foreign": "individual",
};
/** Who files in some provinces, or in a grey area. */
const DOUBTFUL: Readonly<Partial<Record<Type, DoubtId>>> = {
  "rep-office": "entity-rep-office",
  "individual-hk-mo-tw": "entity-permit",
  "individual-foreign": "entity-permit",
  proxy: "entity-proxy",
};

function eligible({ id, type }: Entity, apex: string, filing: Filing | undefined): Verdict<Message> {
  if (type === undefined) return unsaid("type", id);
  const params = { apex, entity: id };
  if (type === "foreign-no-presence") return violates(message("icp-entity-eligible.no-presence", params));
  const barred = isCommercial(filing) ? NOT_COMMERCIAL[type] : undefined;
  if (barred !== undefined) return violates(message(`icp-entity-eligible.${barred}`, params));
  const why = DOUBTFUL[type];
  return why === undefined ? SATISFIED : undeterminedBy(doubt(why, { entity: id }));
}

/** A filing that exists is spot-checked: an individual's must not turn commercial (S4-10). */
function stillEligible({ id, type }: Entity, apex: string, filing: Filing | undefined): Verdict<Message> {
  if (!isCommercial(filing)) return NOT_APPLICABLE;
  if (type === undefined) return unsaid("type", id);
  return NOT_COMMERCIAL[type] === "individual"
    ? violates(message("icp-entity-eligible.filed", { apex, entity: id }))
    : SATISFIED;
}

const isCommercial = (filing: Filing | undefined): boolean =>
  filing?.commercial?.required === true || filing?.commercial?.licence != null;
