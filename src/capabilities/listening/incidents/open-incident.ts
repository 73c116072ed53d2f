import { and, eq } from "drizzle-orm";
import { isPersonOfAgency, notify, peopleWithRole } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, markTone } from "../sorting/mark-tone.ts";
import { listeningIncident } from "../tables.ts";
import { incidentRuleOf } from "./incident-queries.ts";
import { incidentPolicy } from "./policy.ts";

export const INCIDENTS_HREF = "/workspace/theo-doi-bao-chi?the=vu-viec";

/** @throws Unacceptable for somebody who is not of the agency */
export async function checkHandler({ tx, actor }: Work, handlerId: string): Promise<void> {
  if (await isPersonOfAgency(tx, actor.agencyId, handlerId)) return;
  const message = "Người xử lý không còn trong cơ quan; hãy chọn người khác.";
  throw new Unacceptable(message, [{ field: "handlerId", message }]);
}

export const tellHandler = (work: Work, incident: { id: string; title: string; handlerId: string }) =>
  notify(work, {
    personIds: [incident.handlerId].filter((id) => id !== work.actor.personId),
    cause: `listening-incident:${incident.id}:${incident.handlerId}`,
    kind: "press",
    title: `Báo chí phê bình, giao bạn xử lý: ${incident.title}`,
    href: INCIDENTS_HREF,
  });

export interface NewIncident {
  /** Made by the screen: sent again it is the same one. */
  id: string;
  /** Null: seen elsewhere than in a feed. */
  itemId: string | null;
  title: string;
  url: string | null;
  handlerId: string;
}

/** Opens an incident over criticism: its clock runs in hours from now, the leadership and who handles it are told. */
export async function openIncident(work: Work, given: NewIncident): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  incidentPolicy.permit(actor, "open", { agencyId });
  await checkHandler(work, given.handlerId);
  const item = given.itemId === null ? null : await itemOf(tx, agencyId, given.itemId);
  if (item) await markTone(work, { id: item.id, tone: "criticism" });
  const { hours } = await incidentRuleOf(tx, agencyId);
  const dueAt = new Date(at.getTime() + hours * 3_600_000);
  const [made] = await tx
    .insert(listeningIncident)
    .values({
      ...given,
      ...{ agencyId, url: given.url ?? item?.url ?? null, state: "open" as const },
      ...{ openedBy: personId, openedAt: at, dueAt },
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [same] = await tx
      .select({ id: listeningIncident.id })
      .from(listeningIncident)
      .where(and(eq(listeningIncident.agencyId, agencyId), eq(listeningIncident.id, given.id)));
    if (same) return;
    throw new Conflict("Tin này đã được mở thành vụ việc; hãy xem ở Vụ việc.");
  }
  await work.record({
    ...{ act: "open-listening-incident", objectKind: "listening-incident", objectId: given.id },
    after: { title: given.title, url: made.url, handlerId: given.handlerId, dueAt },
  });
  await tellHandler(work, made);
  const above = await peopleWithRole(tx, agencyId, "leadership");
  await notify(work, {
    personIds: above.map(({ id }) => id).filter((id) => id !== personId && id !== given.handlerId),
    cause: `listening-incident-open:${given.id}`,
    kind: "press",
    title: `Báo chí phê bình, trả lời trước ${formatDateTime(dueAt)}: ${given.title}`,
    href: INCIDENTS_HREF,
  });
}
