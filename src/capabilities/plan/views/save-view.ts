import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { savedView } from "../tables.ts";
import { viewPolicy } from "./policy.ts";
import type { ViewScreen } from "./view-screens.ts";

/** Keeps a way of looking under a name; the caller's own of that name is replaced. */
export async function saveView(
  work: Work,
  view: { screen: ViewScreen; name: string; query: string; shared: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  viewPolicy.permit(actor, "save", { agencyId });
  const [known] = await tx
    .select()
    .from(savedView)
    .where(
      and(
        eq(savedView.agencyId, agencyId),
        eq(savedView.personId, personId),
        eq(savedView.screen, view.screen),
        sql`lower(${savedView.name}) = lower(${view.name})`,
      ),
    )
    .for("update");
  const id = known?.id ?? uuidv7();
  if (known)
    await tx
      .update(savedView)
      .set({ name: view.name, query: view.query, shared: view.shared, savedAt: at })
      .where(eq(savedView.id, id));
  else await tx.insert(savedView).values({ id, agencyId, personId, ...view, savedAt: at });
  await work.record({
    act: "save-view",
    objectKind: "saved-view",
    objectId: id,
    before: known && { name: known.name, query: known.query, shared: known.shared },
    after: view,
  });
}
