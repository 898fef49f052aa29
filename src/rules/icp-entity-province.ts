import { entityIdOf } from "../filing/parties";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { message } from "../messages";
import { PROVINCES, provinceOf } from "../register/provinces";
import { exposedFilings, judgeDeclared, unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/** A filing belongs to the province of the entity's licence, which its number begins with (S1-25, F-28). */
export default rule({
  id: "icp-entity-province",
  group: "domain",
  level: "advisory",
  phase: "stack",
  section: "entities",
  register: true,
  sources: ["S1-25", "F-28"],
  judge: (context) =>
    judgeDeclared(exposedFilings(context), context, {
      check: ({ apex, filing }, { register }) => {
        const { number } = filing;
        if (number == null) return NOT_APPLICABLE;
        const id = entityIdOf(filing, register);
        const entity = id === undefined ? undefined : register.entityOf(id);
        if (!entity) return unsaid("entity", apex);
        if (entity.province === undefined) return unsaid("province", entity.id);
        if (provinceOf(number) === entity.province) return SATISFIED;
        const own = PROVINCES[entity.province].join(", ");
        return violates(
          message("icp-entity-province", { apex, number, entity: entity.id, province: entity.province, own }),
        );
      },
      key: ["number"],
      remedies: ({ apex }) => [{ id: "refile-province", params: { apex } }],
    }),
});
