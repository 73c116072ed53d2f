import { and, eq, isNull } from "drizzle-orm";
import { agenciesBeside, agencyById, notify, peopleWithRole, unitsOfAgency } from "#organization";
import type { Role } from "#platform/auth/actor.ts";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { readingOfPlan } from "../reading-of-plan.ts";
import { planHandover, planHandoverReceipt, planImport, planVersion } from "../tables.ts";
import { versionsOf } from "../versions/version-queries.ts";

const whoAnswers: Role[] = ["office", "editor", "leadership"];

/** People of an agency who are told of what another one hands over to it. */
export async function toldOfHandovers(q: Queryable, agencyId: string): Promise<string[]> {
  const told = new Set<string>();
  for (const role of whoAnswers) for (const { id } of await peopleWithRole(q, agencyId, role)) told.add(id);
  return [...told];
}

/** The file that a version of a plan was read from; null: it was begun from another plan. */
export async function fileOfVersion(q: Queryable, planId: string, version: number): Promise<string | null> {
  const [found] = await q
    .select({ id: planImport.id })
    .from(planVersion)
    .innerJoin(planImport, eq(planImport.id, planVersion.importId))
    .where(
      and(eq(planVersion.planId, planId), eq(planVersion.version, version), isNull(planImport.clonedFrom)),
    );
  return found?.id ?? null;
}

/**
 * Hands the version of a plan that holds to other agencies of the installation, named by the slugs of their portals,
 * as it reads now, and tells their people. An agency that has it already is not told again.
 */
export async function handOverPlan(
  work: Work,
  {
    id,
    agencies: slugs,
    message,
    withFile,
  }: { id: string; agencies: string[]; message: string | null; withFile: boolean },
): Promise<{ agencies: number; people: number }> {
  const { tx, actor, at } = work;
  const plan = planPolicy.permit(actor, "handOver", await planForUpdate(tx, actor.agencyId, id));
  const wanted = new Set(slugs);
  const chosen = (await agenciesBeside(tx, actor.agencyId)).filter(({ slug }) => wanted.has(slug));
  if (chosen.length === 0 || chosen.length < wanted.size) {
    const text =
      wanted.size === 0
        ? "Hãy chọn cơ quan nhận kế hoạch."
        : "Có cơ quan không còn hoạt động trên hệ thống; hãy tải lại trang rồi chọn lại.";
    throw new Unacceptable(text, [{ field: "agencies", message: text }]);
  }
  const units = await unitsOfAgency(tx, actor.agencyId, { closed: true });
  const facts = (await versionsOf(tx, actor.agencyId, id)).find(({ isCurrent }) => isCurrent)!;
  const handoverId = uuidv7();
  await tx.insert(planHandover).values({
    id: handoverId,
    agencyId: actor.agencyId,
    planId: id,
    version: plan.version,
    message,
    said: {
      year: plan.year,
      reading: await readingOfPlan(
        tx,
        plan,
        (unitId) => units.find((unit) => unit.id === unitId)?.name ?? null,
      ),
      holdsFrom: facts.holdsFrom,
      reason: facts.reason,
      decision: facts.decision,
    },
    fileImportId: withFile ? await fileOfVersion(tx, id, plan.version) : null,
    givenBy: actor.personId,
    givenAt: at,
  });
  const given = await tx
    .insert(planHandoverReceipt)
    .values(
      chosen.map((receiver) => ({
        agencyId: actor.agencyId,
        handoverId,
        planId: id,
        version: plan.version,
        receiverId: receiver.id,
      })),
    )
    .onConflictDoNothing()
    .returning({ receiverId: planHandoverReceipt.receiverId });
  if (given.length === 0)
    throw new Conflict("Các cơ quan này đã được chuyển bản này từ trước.", {
      advice: "Không chuyển lần hai. Bảng bên dưới cho biết cơ quan nào đã mở, đã xác nhận.",
    });
  const from = (await agencyById(tx, actor.agencyId))!.name;
  const what = plan.version === 1 ? "kế hoạch" : `bản ${plan.version} của kế hoạch`;
  let people = 0;
  for (const { receiverId } of given) {
    const personIds = await toldOfHandovers(tx, receiverId);
    people += personIds.length;
    await notify(work, {
      agencyId: receiverId,
      personIds,
      cause: `plan-handed-over:${handoverId}`,
      kind: "sharing",
      title: `${from} chuyển ${what} “${plan.title}”, hãy xác nhận cơ quan đã nhận`,
      href: `/workspace/co-quan-khac/ke-hoach/${handoverId}`,
    });
  }
  await work.record({
    act: "hand-over-plan",
    objectKind: "plan",
    objectId: id,
    after: {
      version: plan.version,
      agencies: chosen
        .filter((one) => given.some(({ receiverId }) => receiverId === one.id))
        .map(({ name }) => name),
      message,
      withFile,
    },
  });
  return { agencies: given.length, people };
}
