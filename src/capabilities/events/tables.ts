import {
  boolean,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnswerState, Asker, Decline, QuestionSource } from "./dialogue/question.ts";
import type { CountWay, EventKind, EventState, EventStep } from "./event.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const event = pgTable("event", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  slug: text("slug"),
  kind: text("kind").$type<EventKind>().notNull(),
  title: text("title").notNull(),
  summary: text("summary").notNull(),
  place: text("place").notNull(),
  startsAt: at("starts_at").notNull(),
  endsAt: at("ends_at").notNull(),
  leadUnitId: uuid("lead_unit_id").notNull(),
  audience: text("audience").notNull(),
  expected: integer("expected"),
  reformPart: text("reform_part").notNull(),
  state: text("state").$type<EventState>().notNull(),
  sequence: integer("sequence").notNull().default(0),
  questionsUntil: at("questions_until"),
  takesRegistration: boolean("takes_registration").notNull().default(false),
  capacity: integer("capacity"),
  announcedAt: at("announced_at"),
  changedAt: at("changed_at").notNull(),
  writtenBy: uuid("written_by").notNull(),
  writtenByName: text("written_by_name").notNull(),
  announcedBy: uuid("announced_by"),
  attended: integer("attended"),
  countedHow: text("counted_how").$type<CountWay>(),
  heldNote: text("held_note").notNull().default(""),
  heldRecordedAt: at("held_recorded_at"),
});

/** How long what was sent for events is kept, and when those who hold them are reminded; days. */
export const eventSetting = pgTable("event_setting", {
  agencyId: uuid("agency_id").primaryKey(),
  questionDays: smallint("question_days").notNull(),
  codeDays: smallint("code_days").notNull(),
  beforeDays: smallint("before_days").notNull(),
  afterDays: smallint("after_days").notNull(),
  setBy: uuid("set_by").notNull(),
  setAt: at("set_at").notNull(),
});

export const eventItem = pgTable(
  "event_item",
  {
    agencyId: uuid("agency_id").notNull(),
    eventId: uuid("event_id").notNull(),
    position: smallint("position").notNull(),
    atHour: text("at_hour").notNull(),
    words: text("words").notNull(),
    isReform: boolean("is_reform").notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.position] })],
);

export const eventObligation = pgTable(
  "event_obligation",
  {
    agencyId: uuid("agency_id").notNull(),
    eventId: uuid("event_id").notNull(),
    obligationId: uuid("obligation_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.obligationId] })],
);

export const eventMaterial = pgTable("event_material", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  eventId: uuid("event_id").notNull(),
  label: text("label").notNull(),
  contentId: uuid("content_id"),
  fileName: text("file_name"),
  contentType: text("content_type"),
  bytes: integer("bytes"),
  addedAt: at("added_at").notNull(),
});

export const eventPhoto = pgTable(
  "event_photo",
  {
    agencyId: uuid("agency_id").notNull(),
    eventId: uuid("event_id").notNull(),
    mediaId: uuid("media_id").notNull(),
    position: smallint("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.mediaId] })],
);

export const eventChange = pgTable("event_change", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  eventId: uuid("event_id").notNull(),
  at: at("at").notNull(),
  act: text("act").$type<EventStep>().notNull(),
  sequence: integer("sequence").notNull(),
  differences: text("differences").array().notNull(),
  reason: text("reason").notNull(),
  byPersonId: uuid("by_person_id").notNull(),
  byName: text("by_name").notNull(),
});

export const eventQuestion = pgTable("event_question", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  eventId: uuid("event_id").notNull(),
  code: text("code").notNull(),
  source: text("source").$type<QuestionSource>().notNull(),
  asker: text("asker").$type<Asker>().notNull(),
  words: text("words"),
  receivedAt: at("received_at").notNull(),
  decline: text("decline").$type<Decline>(),
  declinedBy: uuid("declined_by"),
  forgottenAt: at("forgotten_at"),
  keepDays: smallint("keep_days").notNull(),
});

export const eventAnswer = pgTable("event_answer", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  eventId: uuid("event_id").notNull(),
  questionId: uuid("question_id").notNull(),
  question: text("question").notNull(),
  answer: text("answer").notNull(),
  basis: text("basis").notNull(),
  unitId: uuid("unit_id").notNull(),
  kept: text("kept").array().notNull(),
  state: text("state").$type<AnswerState>().notNull(),
  draftedBy: uuid("drafted_by").notNull(),
  draftedByName: text("drafted_by_name").notNull(),
  draftedAt: at("drafted_at").notNull(),
  returnNote: text("return_note").notNull().default(""),
  approvedBy: uuid("approved_by"),
  approvedByName: text("approved_by_name"),
  publishedAt: at("published_at"),
  withdrawalReason: text("withdrawal_reason"),
});

export const eventCommitment = pgTable("event_commitment", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  eventId: uuid("event_id").notNull(),
  answerId: uuid("answer_id"),
  words: text("words").notNull(),
  unitId: uuid("unit_id").notNull(),
  dueOn: date("due_on").notNull(),
  state: text("state").$type<"drafted" | "published">().notNull(),
  madeBy: uuid("made_by").notNull(),
  madeByName: text("made_by_name").notNull(),
  madeAt: at("made_at").notNull(),
  approvedBy: uuid("approved_by"),
  publishedAt: at("published_at"),
  taskId: uuid("task_id"),
  result: text("result"),
  resultState: text("result_state").$type<"waiting" | "published">(),
  resultOn: date("result_on"),
  resultBy: uuid("result_by"),
  resultByName: text("result_by_name"),
  resultApprovedBy: uuid("result_approved_by"),
  resultPublishedAt: at("result_published_at"),
});

export const eventMinutes = pgTable("event_minutes", {
  eventId: uuid("event_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  chair: text("chair").notNull(),
  secretary: text("secretary").notNull(),
  present: text("present").notNull(),
  course: text("course").notNull(),
  conclusion: text("conclusion").notNull(),
  writtenBy: uuid("written_by").notNull(),
  writtenByName: text("written_by_name").notNull(),
  writtenAt: at("written_at").notNull(),
});

export const eventRegistration = pgTable("event_registration", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  eventId: uuid("event_id").notNull(),
  code: text("code").notNull(),
  people: smallint("people").notNull(),
  registeredAt: at("registered_at").notNull(),
  cancelledAt: at("cancelled_at"),
  keepDays: smallint("keep_days").notNull(),
});

export const eventCheckIn = pgTable("event_check_in", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  eventId: uuid("event_id").notNull(),
  registrationId: uuid("registration_id"),
  people: smallint("people").notNull(),
  at: at("at").notNull(),
  receivedAt: at("received_at").notNull(),
  byPersonId: uuid("by_person_id").notNull(),
});
