import { contentToDeliver } from "#newsroom";
import { unitsOfAgency } from "#organization";
import { namedLinks } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { attendanceOf } from "./attendance/attendance-queries.ts";
import { commitmentInWords, commitmentsOf } from "./commitments/commitment-queries.ts";
import { minutesOf, questionsOf } from "./dialogue/dialogue-queries.ts";
import {
  changesOf,
  eventOf,
  eventPath,
  itemsOf,
  materialsOf,
  obligationIdsOf,
  subjectOf,
  unitNamesOf,
} from "./event-queries.ts";
import { photosOf } from "./holding/show-photos.ts";
import { eventPolicy } from "./policy.ts";

/** Material with where the public finds it; null: not yet. */
export async function presentMaterials(q: Queryable, agencyId: string, eventId: string) {
  const rows = await materialsOf(q, eventId);
  const texts = await contentToDeliver(
    q,
    { agencyId },
    rows.flatMap(({ contentId }) => contentId ?? []),
  );
  return rows.map(({ id, label, contentId, fileName, bytes }) => {
    const text = contentId === null ? undefined : texts.get(contentId);
    return {
      ...{ id, contentId, fileName, bytes, label: text?.title || label },
      path: contentId === null ? `/su-kien-tep/${id}` : text?.state === "published" ? text.path : null,
    };
  });
}

/** An event with all that is kept of it, for people of the agency. @throws NotFound */
export async function presentEvent(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  const row = await eventOf(q, agencyId, id);
  eventPolicy.permit(actor, "read", { agencyId });
  const nameOf = await unitNamesOf(q, agencyId);
  const obligationIds = await obligationIdsOf(q, id);
  const { obligations } = await namedLinks(q, agencyId, { taskIds: [], clauseIds: [], obligationIds });
  return {
    ...row,
    unitName: nameOf(row.leadUnitId),
    path: row.slug && eventPath(row),
    items: await itemsOf(q, id),
    obligations: obligations.map(({ id: one, name, planYear }) => ({ id: one, name, planYear })),
    materials: await presentMaterials(q, agencyId, id),
    photos: await photosOf(q, agencyId, id),
    ...(await attendanceOf(q, id)),
    changes: await changesOf(q, id),
    questions: (await questionsOf(q, id)).map(({ question, answer }) => ({
      ...question,
      answer: answer && { ...answer, unitName: nameOf(answer.unitId) },
    })),
    commitments: (await commitmentsOf(q, id)).map((one) => ({
      ...one,
      unitName: nameOf(one.unitId),
      standing: one.state === "drafted" ? "Chờ duyệt" : commitmentInWords(one, today().toString()),
    })),
    minutes: await minutesOf(q, id),
    units: (await unitsOfAgency(q, agencyId)).map((unit) => ({ id: unit.id, name: unit.name })),
    may: eventPolicy.may(actor, subjectOf(row)),
  };
}
