import { and, eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { siteSectionText } from "../tables.ts";
import { redrawSections } from "./redraw-sections.ts";
import { namedSection } from "./section-queries.ts";

/** Takes a text out of a section; the text itself stays where it is. @throws NotFound */
export async function takeTextOutOfSection(
  work: Work,
  { slug, itemId }: { slug: string; itemId: string },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  sitePolicy.permit(actor, "sections", { agencyId });
  namedSection(slug);
  const gone = await tx
    .delete(siteSectionText)
    .where(
      and(
        eq(siteSectionText.agencyId, agencyId),
        eq(siteSectionText.slug, slug),
        eq(siteSectionText.itemId, itemId),
      ),
    )
    .returning();
  if (gone.length === 0) return;
  await work.record({
    act: "take-text-out-of-section",
    objectKind: "site-section",
    objectId: agencyId,
    before: { slug, itemId },
  });
  await redrawSections(tx, agencyId);
}
