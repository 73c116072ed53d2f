import { and, eq } from "drizzle-orm";
import { isContentTheme, namedLinks, themeLabel } from "#plan";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { indexPolicy } from "./policy.ts";
import { indexComponent, indexComponentObligation } from "./tables.ts";

/** Says which themes of texts and which duties of the plan serve a component; gives its index. */
export async function linkComponent(
  work: Work,
  given: { id: string; themes: string[]; obligationIds: string[] },
): Promise<string> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  indexPolicy.permit(actor, "save", { agencyId });
  const { id } = given;
  const [component] = await tx
    .select()
    .from(indexComponent)
    .where(and(eq(indexComponent.agencyId, agencyId), eq(indexComponent.id, id)))
    .for("update");
  if (!component) throw new NotFound("Không có thành phần này.");
  const themes = [...new Set(given.themes)];
  const obligationIds = [...new Set(given.obligationIds)];
  if (!themes.every(isContentTheme))
    throw new Unacceptable("Có chủ đề không nằm trong danh mục.", [
      { field: "themes", message: "Có chủ đề không nằm trong danh mục." },
    ]);
  const known = await namedLinks(tx, agencyId, { taskIds: [], obligationIds, clauseIds: [] });
  if (known.obligations.length !== obligationIds.length)
    throw new NotFound("Có nghĩa vụ không còn trong kế hoạch.");
  const had = await tx
    .delete(indexComponentObligation)
    .where(eq(indexComponentObligation.componentId, id))
    .returning();
  await tx.update(indexComponent).set({ themes }).where(eq(indexComponent.id, id));
  if (obligationIds.length > 0)
    await tx
      .insert(indexComponentObligation)
      .values(obligationIds.map((obligationId) => ({ agencyId, componentId: id, obligationId })));
  await work.record({
    ...{ act: "link-component", objectKind: "index-component", objectId: id },
    before: {
      themes: component.themes.map(themeLabel),
      obligationIds: had.map(({ obligationId }) => obligationId),
    },
    after: { themes: themes.map(themeLabel), obligationIds },
  });
  return component.indexId;
}
