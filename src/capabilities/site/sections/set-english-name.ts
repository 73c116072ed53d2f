import { and, eq, isNull } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { englishName } from "../tables.ts";
import { redrawSections } from "./redraw-sections.ts";

/** What the agency (no unit) or a unit is called in English; an empty name takes it away. @throws Unacceptable */
export async function setEnglishName(
  work: Work,
  { unitId, name }: { unitId: string | null; name: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: setBy } = actor;
  sitePolicy.permit(actor, "sections", { agencyId });
  if (unitId !== null && !(await unitsOfAgency(tx, agencyId)).some(({ id }) => id === unitId))
    throw new Unacceptable("Đơn vị không còn.", [{ field: "unitId", message: "Chọn đơn vị khác." }]);
  const own = and(
    eq(englishName.agencyId, agencyId),
    unitId === null ? isNull(englishName.unitId) : eq(englishName.unitId, unitId),
  );
  const [before] = await tx.select().from(englishName).where(own).for("update");
  if ((before?.name ?? "") === name) return;
  if (name === "") await tx.delete(englishName).where(own);
  else
    await tx
      .insert(englishName)
      .values({ agencyId, unitId, name, setBy, setAt: at })
      .onConflictDoUpdate({
        target: [englishName.agencyId, englishName.unitId],
        set: { name, setBy, setAt: at },
      });
  await work.record({
    act: "set-english-name",
    objectKind: "site",
    objectId: agencyId,
    before: { unitId, name: before?.name ?? null },
    after: { unitId, name: name || null },
  });
  await redrawSections(tx, agencyId);
}
