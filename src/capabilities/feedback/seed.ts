import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import type { FeedbackKind, FeedbackSource } from "./feedback.ts";
import { approveAnswer } from "./handling/approve-answer.ts";
import { askSender } from "./handling/ask-sender.ts";
import { classifyFeedback } from "./handling/classify-feedback.ts";
import { draftAnswer } from "./handling/draft-answer.ts";
import { takeFeedback } from "./handling/take-feedback.ts";
import { preparePublication } from "./publishing/prepare-publication.ts";
import { publishOutcome } from "./publishing/publish-outcome.ts";
import { receiveFeedback } from "./receiving/receive-feedback.ts";
import { sampleFeedback, sampleFields, sampleTemplates } from "./sample-feedback.ts";
import { loadCases } from "./seed-cases.ts";
import { feedbackField, feedbackTemplate } from "./tables.ts";

const sampleId = (index: number) => `01970000-0000-7000-8000-0011${index.toString(16).padStart(8, "0")}`;

const person = (email: string, name: string, role: Role, unit: string): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const clerk = person("office", "Hoàng Thị Mẫu", "office", "van-phong");
const writer = person("contributor", "Nguyễn Văn Mẫu", "contributor", "phong-mau-a");
const leader = person("leadership", "Trần Thị Mẫu", "leadership", "lanh-dao");

/** Days before now, at ten in the morning. */
const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

/** Feedback of the sample department in every stage; all invented, and from nobody. */
export async function loadSample(database: Database): Promise<void> {
  await database
    .insert(feedbackField)
    .values(
      sampleFields.map(({ name, unit }, index) => ({
        ...{ id: sampleId(100 + index), agencyId: SAMPLE_AGENCY_ID, name, isOpen: true },
        unitId: unit && sampleUnitId(unit),
      })),
    )
    .onConflictDoNothing();
  await database
    .insert(feedbackTemplate)
    .values(
      sampleTemplates.map((template, index) => ({
        ...{ id: sampleId(200 + index), agencyId: SAMPLE_AGENCY_ID, isOpen: true, ...template },
      })),
    )
    .onConflictDoNothing();
  for (const [index, one] of sampleFeedback.entries()) {
    const id = sampleId(index + 1);
    const at = (days: number) => ({ at: daysAgo(days) });
    const nobody = { name: "", phone: "", address: "" };
    const { isNew } = await work(
      database,
      clerk,
      (current) =>
        receiveFeedback(current, {
          ...{ id, kind: one.kind as FeedbackKind, source: one.source as FeedbackSource, words: one.words },
          ...{ fieldId: sampleId(100 + one.field), place: one.place, sender: nobody, mail: "" },
          ...{ officialCode: one.officialCode ?? null, receivedAt: daysAgo(one.daysAgo) },
        }),
      at(one.daysAgo),
    );
    if (!isNew || one.stage === "received") continue;
    const classification = {
      id,
      kind: one.kind,
      fieldId: sampleId(100 + one.field),
      unitId: sampleUnitId("phong-mau-a"),
    };
    await work(
      database,
      clerk,
      (current) => classifyFeedback(current, { ...classification, procedureCode: null, reason: null }),
      at(one.daysAgo - 0.5),
    );
    if (one.stage === "classified") continue;
    await work(database, writer, (current) => takeFeedback(current, { id }), at(one.daysAgo - 1));
    if (one.stage === "asked")
      await work(database, writer, (current) => askSender(current, { id, question: one.question! }), at(1));
    if (!one.answer) continue;
    const { answer, basis = "" } = one;
    const send = one.stage !== "drafted";
    await work(
      database,
      writer,
      (current) => draftAnswer(current, { id, answer, basis, send }),
      at(one.daysAgo - 2),
    );
    if (one.stage !== "answered") continue;
    await work(database, leader, (current) => approveAnswer(current, { id, answer }), at(one.daysAgo - 3));
    const { title, words: question, place } = one;
    if (!title) continue;
    const shown = { id, title, question, answer, place, tellsDay: true, kept: [], pictures: [] };
    const prepared = at(one.daysAgo - 4);
    await work(database, clerk, (current) => preparePublication(current, shown), prepared);
    await work(
      database,
      leader,
      (current) => publishOutcome(current, { id, preparedAt: prepared.at }),
      at(one.daysAgo - 5),
    );
  }
  const library = sampleFeedback.findIndex(({ title }) => title?.includes("thư viện"));
  await loadCases(database, { writer, leader, libraryFeedbackId: sampleId(library + 1) });
}
