import { eq } from "drizzle-orm";
import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import { namedLinks } from "#plan";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { differencesOf, type EventKind, lackingToAnnounce, type ProgrammeItem } from "./event.ts";
import { type Event, eventHref, heldEvent, subjectOf, toldOf } from "./event-queries.ts";
import { eventPolicy } from "./policy.ts";
import { event, eventItem, eventObligation } from "./tables.ts";
import { tellPublic } from "./tell-public.ts";

export interface EventFields {
  id: string;
  kind: EventKind;
  title: string;
  summary: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  leadUnitId: string;
  audience: string;
  expected: number | null;
  reformPart: string;
  questionsUntil: Date | null;
  takesRegistration?: boolean;
  capacity?: number | null;
  items: ProgrammeItem[];
  obligationIds: string[];
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

async function checkFields({ tx, actor }: Work, fields: EventFields): Promise<void> {
  const { startsAt, endsAt, leadUnitId, obligationIds, questionsUntil } = fields;
  if (endsAt <= startsAt) refuse("endsAt", "Giờ kết thúc phải sau giờ bắt đầu.");
  if (questionsUntil && questionsUntil > endsAt)
    refuse("questionsUntil", "Hạn nhận câu hỏi không sau giờ kết thúc.");
  const units = await unitsOfAgency(tx, actor.agencyId);
  if (!units.some(({ id }) => id === leadUnitId)) throw new NotFound("Đơn vị này không còn trong danh sách.");
  const { obligations } = await namedLinks(tx, actor.agencyId, { taskIds: [], clauseIds: [], obligationIds });
  if (obligations.length < new Set(obligationIds).size)
    throw new NotFound("Có nghĩa vụ không thuộc kế hoạch của cơ quan.");
}

/** Tells those who may make it public, once, that a draft waits. */
async function tellAnnouncers(work: Work, { id, title, leadUnitId }: EventFields): Promise<void> {
  const people = await peopleWithRole(work.tx, work.actor.agencyId, "office");
  people.push(...(await peopleWithRole(work.tx, work.actor.agencyId, "head", leadUnitId)));
  await notify(work, {
    personIds: people.map((person) => person.id).filter((personId) => personId !== work.actor.personId),
    cause: `event-drafted:${id}`,
    kind: "event",
    title: `Sự kiện mới chờ công bố: ${title}`,
    href: eventHref(id),
  });
}

/**
 * Writes a draft, or changes what is public already: then with a reason that the public reads, and a new day for what
 * was postponed. @throws Forbidden, Conflict, Unacceptable, NotFound
 */
export async function saveEvent(work: Work, given: EventFields & { reason: string }): Promise<Event> {
  const { tx, actor, at } = work;
  const { reason, items, obligationIds, ...fields } = given;
  const { agencyId } = actor;
  eventPolicy.permit(actor, "save", { agencyId, unitIds: [given.leadUnitId] });
  await checkFields(work, given);
  const [fresh] = await tx
    .insert(event)
    .values({
      ...fields,
      ...{ agencyId, state: "draft", changedAt: at, writtenBy: actor.personId, writtenByName: actor.name },
    })
    .onConflictDoNothing()
    .returning();
  const before = await heldEvent(tx, agencyId, given.id);
  eventPolicy.permit(actor, "save", subjectOf(before));
  const toldBefore = await toldOf(tx, before);
  if (before.state !== "draft") {
    const lacking = lackingToAnnounce(given);
    if (lacking.length > 0) throw new Unacceptable(lacking[0]!.message, lacking);
  }
  const writer = { writtenBy: actor.personId, writtenByName: actor.name, changedAt: at };
  await tx
    .update(event)
    .set({ ...fields, ...(before.state === "draft" && writer) })
    .where(eq(event.id, given.id));
  await tx.delete(eventItem).where(eq(eventItem.eventId, given.id));
  if (items.length > 0)
    await tx
      .insert(eventItem)
      .values(items.map((item, position) => ({ ...item, agencyId, eventId: given.id, position })));
  await tx.delete(eventObligation).where(eq(eventObligation.eventId, given.id));
  if (obligationIds.length > 0)
    await tx
      .insert(eventObligation)
      .values(
        [...new Set(obligationIds)].map((obligationId) => ({ agencyId, eventId: given.id, obligationId })),
      );
  const after = await heldEvent(tx, agencyId, given.id);
  const differences = differencesOf(toldBefore, await toldOf(tx, after));
  await work.record({
    act: fresh ? "add-event" : "save-event",
    objectKind: "event",
    objectId: given.id,
    before: fresh ? null : factsOf(before),
    after: factsOf(after),
    reason: reason || null,
  });
  if (fresh) await tellAnnouncers(work, given);
  if (before.state === "draft" || differences.length === 0) return after;
  if (reason === "") refuse("reason", "Hãy ghi lý do thay đổi; người dân đọc được lý do này.");
  const moved =
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime();
  if (before.state === "postponed" && !moved)
    throw new Conflict("Sự kiện đang hoãn; hãy đặt thời gian mới, hoặc hủy sự kiện.");
  const told = { act: moved ? "reschedule-event" : "change-event" };
  return tellPublic(work, after, { ...told, step: moved ? "reschedule" : "change", reason, differences });
}

const factsOf = ({
  kind,
  title,
  place,
  startsAt,
  endsAt,
  leadUnitId,
  audience,
  expected,
  reformPart,
}: Event) => ({
  ...{ kind, title, place, startsAt, endsAt, leadUnitId, audience, expected, reformPart },
});
