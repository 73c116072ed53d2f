import { contentInPeriod } from "#newsroom";
import { evidenceBetween, namedLinks } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { componentsOf, indexOf } from "./index-queries.ts";
import { indexPolicy } from "./policy.ts";

/** Texts that are named; how many there are is told whole. */
const NAMED = 10;

/** What was published and proved in a year for each component, by the themes and duties that it names. @throws NotFound */
export async function presentServing(q: Queryable, actor: Actor, { id, year }: { id: string; year: number }) {
  const { agencyId } = actor;
  indexPolicy.permit(actor, "read", { agencyId });
  await indexOf(q, agencyId, id);
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const components = await componentsOf(q, id);
  const wanted = [...new Set(components.flatMap(({ obligationIds }) => obligationIds))];
  const { obligations } = await namedLinks(q, agencyId, {
    ...{ taskIds: [], obligationIds: wanted, clauseIds: [] },
  });
  const proofs = await evidenceBetween(q, agencyId, days);
  const texts = (await contentInPeriod(q, agencyId, days)).filter(({ state }) => state === "published");
  return {
    components: components.map(({ id: componentId, themes, obligationIds }) => {
      const serving = texts.filter(
        (text) =>
          themes.some((theme) => text.primaryTheme === theme || text.themes.includes(theme)) ||
          text.obligationIds.some((one) => obligationIds.includes(one)),
      );
      return {
        componentId,
        obligations: obligations
          .filter((one) => obligationIds.includes(one.id))
          .map((one) => ({
            ...{ id: one.id, name: one.name },
            proofs: proofs.filter((proof) => proof.obligationIds.includes(one.id)).length,
          })),
        texts: serving
          .slice(-NAMED)
          .reverse()
          .map(({ id: textId, title, url }) => ({ id: textId, title, url })),
        textCount: serving.length,
      };
    }),
  };
}
