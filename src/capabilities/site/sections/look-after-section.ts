import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { siteSection } from "../tables.ts";
import { redrawSections } from "./redraw-sections.ts";
import { namedSection } from "./section-queries.ts";

export interface SectionCare {
  slug: string;
  ownerUnitId: string | null;
  reviewDays: number;
  /** Where it stands, if not on this portal. */
  elsewhere: string | null;
  /** Why there is nothing to publish. */
  absentReason: string | null;
}

/** Says which unit answers for a section, how often it is looked over, and where it stands. @throws NotFound, Unacceptable */
export async function lookAfterSection(work: Work, care: SectionCare): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  sitePolicy.permit(actor, "sections", { agencyId });
  const { slug, ...kept } = care;
  namedSection(slug);
  if (care.elsewhere !== null && care.absentReason !== null)
    throw new Unacceptable("Chọn một trong hai: đăng ở nơi khác, hoặc không phát sinh.", [
      { field: "absentReason", message: "Đã ghi nơi đăng khác thì không ghi lý do không phát sinh." },
    ]);
  const units = await unitsOfAgency(tx, agencyId);
  if (care.ownerUnitId !== null && !units.some(({ id }) => id === care.ownerUnitId))
    throw new Unacceptable("Đơn vị không còn.", [{ field: "ownerUnitId", message: "Chọn đơn vị khác." }]);
  const [before] = await tx
    .select()
    .from(siteSection)
    .where(and(eq(siteSection.agencyId, agencyId), eq(siteSection.slug, slug)))
    .for("update");
  // What is said to stand elsewhere, or not to exist, has been looked at just now.
  const isSaid =
    care.elsewhere !== (before?.elsewhere ?? null) || care.absentReason !== (before?.absentReason ?? null);
  const looked = isSaid ? { reviewedAt: at, reviewedByName: actor.name } : {};
  await tx
    .insert(siteSection)
    .values({ agencyId, slug, ...kept, ...looked })
    .onConflictDoUpdate({ target: [siteSection.agencyId, siteSection.slug], set: { ...kept, ...looked } });
  await work.record({
    act: "look-after-section",
    objectKind: "site-section",
    objectId: agencyId,
    before: before && {
      ownerUnitId: before.ownerUnitId,
      reviewDays: before.reviewDays,
      elsewhere: before.elsewhere,
      absentReason: before.absentReason,
    },
    after: care,
  });
  await redrawSections(tx, agencyId);
}
