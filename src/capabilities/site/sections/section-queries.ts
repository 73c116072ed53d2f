import { and, asc, eq } from "drizzle-orm";
import { publishedBriefs } from "#newsroom";
import { unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { publicPartsOf } from "#platform/work/public-parts.ts";
import { sitePolicy } from "../policy.ts";
import { siteSection, siteSectionText } from "../tables.ts";
import { englishNames } from "./english-names.ts";
import {
  REVIEW_DAYS,
  type RequiredSection,
  requiredSections,
  sectionOf,
  stateOfSection,
} from "./required-sections.ts";

/** Of two moments the later one. */
const later = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b));

/** One section as it stands: what fills it, since when, by when it is looked over again. */
async function present(q: Queryable, agencyId: string, section: RequiredSection, now: Date) {
  const { slug } = section;
  const own = and(eq(siteSection.agencyId, agencyId), eq(siteSection.slug, slug));
  const [kept] = await q.select().from(siteSection).where(own);
  const rows = await q
    .select({ itemId: siteSectionText.itemId })
    .from(siteSectionText)
    .where(and(eq(siteSectionText.agencyId, agencyId), eq(siteSectionText.slug, slug)))
    .orderBy(asc(siteSectionText.addedAt));
  const briefs = await publishedBriefs(
    q,
    agencyId,
    rows.map(({ itemId }) => itemId),
  );
  const texts = briefs.toReversed();
  const parts = [];
  for (const { href, label, look } of publicPartsOf(slug))
    parts.push({ href, label, ...(await look(q, agencyId)) });
  const count = texts.length + parts.reduce((sum, part) => sum + part.count, 0);
  const changes = [...texts.map(({ updatedAt }) => updatedAt), ...parts.map(({ lastChange }) => lastChange)];
  const lastChange = changes.reduce(later, null);
  const reviewDays = kept?.reviewDays ?? REVIEW_DAYS;
  const seen = later(lastChange, kept?.reviewedAt ?? null);
  const reviewBy = seen && toVietnamDate(seen).add({ days: reviewDays }).toString();
  const standing = { elsewhere: kept?.elsewhere ?? null, absentReason: kept?.absentReason ?? null };
  return {
    ...section,
    english: section.english ?? false,
    ...standing,
    texts: texts.map(({ id, slug: address, title, publishedAt, updatedAt }) => ({
      ...{ id, title, publishedAt, updatedAt },
      href: `/tin-tuc/${address}`,
    })),
    parts: parts.map(({ href, label, count: held }) => ({ href, label, count: held })),
    count,
    lastChange,
    reviewDays,
    reviewBy,
    reviewedAt: kept?.reviewedAt ?? null,
    reviewedByName: kept?.reviewedByName ?? null,
    ownerUnitId: kept?.ownerUnitId ?? null,
    state: stateOfSection({ ...standing, count, reviewBy }, toVietnamDate(now).toString()),
  };
}

export type SectionStanding = Awaited<ReturnType<typeof present>>;

/** Every section that is asked for, in the order of the rules. */
export async function sectionsOf(q: Queryable, agencyId: string, now: Date): Promise<SectionStanding[]> {
  const standings = [];
  for (const section of requiredSections) standings.push(await present(q, agencyId, section, now));
  return standings;
}

export async function sectionStanding(
  q: Queryable,
  agencyId: string,
  slug: string,
  now: Date,
): Promise<SectionStanding | null> {
  const section = sectionOf(slug);
  return section ? present(q, agencyId, section, now) : null;
}

/** The sections for who looks after them, with the units that can answer for one. */
export async function listSections(q: Queryable, actor: Actor, now: Date) {
  const { agencyId } = actor;
  sitePolicy.permit(actor, "read", { agencyId });
  const units = await unitsOfAgency(q, agencyId);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const sections = await sectionsOf(q, agencyId, now);
  return {
    sections: sections.map((section) => ({
      ...section,
      ownerUnitName: section.ownerUnitId && (nameOf.get(section.ownerUnitId) ?? null),
    })),
    units: units.map(({ id, name }) => ({ id, name })),
    english: await englishNames(q, agencyId),
    may: sitePolicy.may(actor, { agencyId }),
  };
}

/** @throws NotFound */
export function namedSection(slug: string): RequiredSection {
  const section = sectionOf(slug);
  if (!section) throw new NotFound("Không có mục này trong danh sách phải công khai.");
  return section;
}
