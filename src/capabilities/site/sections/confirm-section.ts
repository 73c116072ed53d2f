import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { siteSection } from "../tables.ts";
import { redrawSections } from "./redraw-sections.ts";
import { REVIEW_DAYS } from "./required-sections.ts";
import { namedSection } from "./section-queries.ts";

/** Somebody has looked a section over and found it right: the clock of its review begins anew. @throws NotFound */
export async function confirmSection(work: Work, { slug }: { slug: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  sitePolicy.permit(actor, "sections", { agencyId });
  namedSection(slug);
  const looked = { reviewedAt: at, reviewedByName: actor.name };
  await tx
    .insert(siteSection)
    .values({ agencyId, slug, reviewDays: REVIEW_DAYS, ...looked })
    .onConflictDoUpdate({ target: [siteSection.agencyId, siteSection.slug], set: looked });
  await work.record({
    act: "confirm-section",
    objectKind: "site-section",
    objectId: agencyId,
    after: { slug },
  });
  await redrawSections(tx, agencyId);
}
