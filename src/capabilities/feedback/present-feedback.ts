import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { redact } from "#platform/personal-data/redact.ts";
import { shorten } from "#platform/text/shorten.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { workingDaysOn } from "./clock.ts";
import { eventsOf, feedbackOf, picturesOf, subjectOf } from "./feedback-queries.ts";
import { feedbackRuleOf, fieldsOf, templatesOf } from "./feedback-setting.ts";
import { standingOf } from "./list-feedback.ts";
import { feedbackPolicy } from "./policy.ts";
import {
  consentOf,
  isLive,
  personalIn,
  publicationOf,
  publicationPath,
  publicationPicturesOf,
} from "./publishing/publication-queries.ts";
import { feedback } from "./tables.ts";

/** One thing that a citizen wrote with everything that happened to it; who wrote is not in it. @throws NotFound, Forbidden */
export async function presentFeedback(q: Queryable, actor: Actor, id: string, now: Date) {
  const row = await feedbackOf(q, actor, id);
  feedbackPolicy.permit(actor, "read", subjectOf(row));
  const { agencyId } = actor;
  const { warnDays } = await feedbackRuleOf(q, agencyId);
  const today = toVietnamDate(now).toString();
  const soon = workingDaysOn(today, warnDays, await daysOffOf(q, agencyId));
  const fields = await fieldsOf(q, agencyId);
  const units = await unitsOfAgency(q, agencyId);
  const into = row.mergedIntoId ? await feedbackOf(q, actor, row.mergedIntoId) : null;
  const publication = await publicationOf(q, agencyId, id);
  const isAnswered = row.state === "answered" || row.state === "published";
  const suggested = isAnswered
    ? {
        title: shorten(redact(row.words ?? ""), 90),
        question: redact(row.words ?? ""),
        answer: redact(row.answer ?? ""),
      }
    : null;
  const merged = await q
    .select({ id: feedback.id, code: feedback.code })
    .from(feedback)
    .where(and(eq(feedback.agencyId, agencyId), eq(feedback.mergedIntoId, id)));
  const {
    senderSealed,
    mailSealed,
    agencyId: _,
    enteredBy,
    draftedBy,
    approvedBy,
    pausedFrom,
    ...shown
  } = row;
  return {
    ...shown,
    ...standingOf(row, today, soon),
    hasSender: senderSealed !== null,
    wantsMail: mailSealed !== null,
    fieldName: fields.find((field) => field.id === row.fieldId)?.name ?? null,
    unitName: units.find((unit) => unit.id === row.unitId)?.name ?? null,
    mergedInto: into && { id: into.id, code: into.code },
    merged,
    pictures: (await picturesOf(q, agencyId, id)).map((picture) => ({
      ...{ id: picture.id, fileName: picture.fileName },
    })),
    events: (await eventsOf(q, agencyId, id)).map((event) => ({
      ...{ id: event.id, at: event.at, act: event.act, state: event.state, note: event.note },
      ...{ innerNote: event.innerNote, byName: event.byName, toldByMail: event.mailId !== null },
    })),
    fields: fields
      .filter(({ isOpen }) => isOpen)
      .map((field) => ({ id: field.id, name: field.name, unitId: field.unitId })),
    templates: (await templatesOf(q, agencyId))
      .filter(({ isOpen }) => isOpen)
      .map(({ id: templateId, name, words }) => ({ id: templateId, name, words })),
    units: units
      .filter(({ closedOn }) => closedOn === null)
      .map((unit) => ({ id: unit.id, name: unit.name })),
    suggested: suggested && {
      ...suggested,
      place: redact(row.place ?? ""),
      remaining: personalIn(Object.values(suggested)),
    },
    consentedName: (await consentOf(q, agencyId, id))?.shownName ?? null,
    publication: publication && {
      ...{ title: publication.title, question: publication.question, answer: publication.answer },
      ...{ place: publication.place, tellsDay: publication.tellsDay, kept: publication.kept },
      ...{ preparedAt: publication.preparedAt, preparedByName: publication.preparedByName },
      ...{ checkedByName: publication.checkedByName, publishedAt: publication.publishedAt },
      ...{ withdrawnAt: publication.withdrawnAt, withdrawalReason: publication.withdrawalReason },
      ...{ isLive: isLive(publication), path: publicationPath(publication) },
      pictures: (await publicationPicturesOf(q, agencyId, publication.id)).map((one) => ({
        ...{ id: one.id, alt: one.alt, covered: one.covered },
      })),
    },
    may: feedbackPolicy.may(actor, {
      ...subjectOf(row),
      ...(publication && { preparedBy: publication.preparedBy }),
    }),
  };
}
