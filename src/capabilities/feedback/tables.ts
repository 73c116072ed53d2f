import {
  bigint,
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
import type { CaseState, PhotoShows } from "./cases/case.ts";
import type {
  AnswerState,
  FeedbackKind,
  FeedbackSource,
  FeedbackState,
  Rating,
  RefusalReason,
} from "./feedback.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const feedbackSetting = pgTable("feedback_setting", {
  agencyId: uuid("agency_id").primaryKey(),
  classifyDays: smallint("classify_days").notNull(),
  handleDays: smallint("handle_days").notNull(),
  extendDays: smallint("extend_days").notNull(),
  warnDays: smallint("warn_days").notNull(),
  reopenDays: smallint("reopen_days").notNull(),
  keepDays: smallint("keep_days").notNull(),
  basis: text("basis").notNull(),
  complaintPlace: text("complaint_place").notNull(),
  setBy: uuid("set_by").notNull(),
  setAt: at("set_at").notNull(),
});

export const feedbackField = pgTable("feedback_field", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  unitId: uuid("unit_id"),
  isOpen: boolean("is_open").notNull(),
});

export const feedbackTemplate = pgTable("feedback_template", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  words: text("words").notNull(),
  isOpen: boolean("is_open").notNull(),
});

export const feedback = pgTable("feedback", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  code: text("code").notNull(),
  source: text("source").$type<FeedbackSource>().notNull(),
  kind: text("kind").$type<FeedbackKind>().notNull(),
  fieldId: uuid("field_id"),
  procedureCode: text("procedure_code"),
  words: text("words"),
  place: text("place"),
  senderSealed: text("sender_sealed"),
  mailSealed: text("mail_sealed"),
  isNamed: boolean("is_named").notNull(),
  state: text("state").$type<FeedbackState>().notNull(),
  receivedAt: at("received_at").notNull(),
  classifyDueOn: date("classify_due_on").notNull(),
  dueOn: date("due_on").notNull(),
  unitId: uuid("unit_id"),
  pausedFrom: text("paused_from").$type<"received" | "classified" | "in-progress">(),
  pausedOn: date("paused_on"),
  extendedAt: at("extended_at"),
  reopenedAt: at("reopened_at"),
  refusal: text("refusal").$type<RefusalReason>(),
  forwardedTo: text("forwarded_to"),
  mergedIntoId: uuid("merged_into_id"),
  officialCode: text("official_code"),
  answer: text("answer"),
  answerBasis: text("answer_basis"),
  answerState: text("answer_state").$type<AnswerState>(),
  draftedBy: uuid("drafted_by"),
  draftedByName: text("drafted_by_name"),
  approvedBy: uuid("approved_by"),
  approvedByName: text("approved_by_name"),
  answeredAt: at("answered_at"),
  rating: text("rating").$type<Rating>(),
  ratingWords: text("rating_words"),
  ratedAt: at("rated_at"),
  endedAt: at("ended_at"),
  enteredBy: uuid("entered_by"),
});

export const feedbackEvent = pgTable("feedback_event", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  feedbackId: uuid("feedback_id").notNull(),
  at: at("at").notNull(),
  act: text("act").notNull(),
  state: text("state").$type<FeedbackState>().notNull(),
  note: text("note"),
  innerNote: text("inner_note"),
  byPersonId: uuid("by_person_id"),
  byName: text("by_name").notNull(),
  tells: boolean("tells").notNull(),
  mailId: uuid("mail_id"),
});

export const feedbackPicture = pgTable("feedback_picture", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  feedbackId: uuid("feedback_id").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  addedAt: at("added_at").notNull(),
});

export const feedbackConsent = pgTable("feedback_consent", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  feedbackId: uuid("feedback_id").notNull(),
  shownName: text("shown_name").notNull(),
  wordsShown: text("words_shown").notNull(),
  givenAt: at("given_at").notNull(),
  withdrawnAt: at("withdrawn_at"),
});

export const feedbackPublication = pgTable("feedback_publication", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  feedbackId: uuid("feedback_id").notNull(),
  code: text("code").notNull(),
  kind: text("kind").$type<FeedbackKind>().notNull(),
  fieldName: text("field_name").notNull(),
  unitName: text("unit_name").notNull(),
  procedureCode: text("procedure_code"),
  title: text("title").notNull(),
  question: text("question").notNull(),
  answer: text("answer").notNull(),
  answerBasis: text("answer_basis").notNull(),
  place: text("place"),
  receivedOn: date("received_on").notNull(),
  answeredOn: date("answered_on").notNull(),
  tellsDay: boolean("tells_day").notNull(),
  workingDays: smallint("working_days").notNull(),
  inTime: boolean("in_time").notNull(),
  senderName: text("sender_name"),
  kept: text("kept").array().notNull(),
  preparedBy: uuid("prepared_by").notNull(),
  preparedByName: text("prepared_by_name").notNull(),
  preparedAt: at("prepared_at").notNull(),
  checkedBy: uuid("checked_by"),
  checkedByName: text("checked_by_name"),
  publishedAt: at("published_at"),
  withdrawnAt: at("withdrawn_at"),
  withdrawalReason: text("withdrawal_reason"),
});

export const feedbackPublicationPicture = pgTable("feedback_publication_picture", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  publicationId: uuid("publication_id").notNull(),
  position: smallint("position").notNull(),
  alt: text("alt").notNull(),
  covered: smallint("covered").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
});

/** The mailbox to which citizens write. */
export const feedbackMailbox = pgTable("feedback_mailbox", {
  agencyId: uuid("agency_id").primaryKey(),
  address: text("address").notNull(),
  host: text("host").notNull(),
  port: integer("port").notNull(),
  folder: text("folder").notNull(),
  sealed: text("sealed").notNull(),
  savedBy: uuid("saved_by").notNull(),
  savedAt: at("saved_at").notNull(),
  readsSince: at("reads_since").notNull(),
  uidValidity: text("uid_validity"),
  lastUid: bigint("last_uid", { mode: "number" }).notNull().default(0),
  lastReadAt: at("last_read_at"),
  failingSince: at("failing_since"),
  why: text("why"),
});

/** What came by mail; words and sender only while it waits. */
export const feedbackMail = pgTable("feedback_mail", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  messageKey: text("message_key").notNull(),
  cameAt: at("came_at").notNull(),
  state: text("state")
    .$type<"waiting" | "taken" | "added" | "dismissed" | "redirected" | "automatic" | "unreadable">()
    .notNull(),
  subject: text("subject"),
  words: text("words"),
  senderSealed: text("sender_sealed"),
  dropped: text("dropped").array().notNull().default([]),
  feedbackId: uuid("feedback_id"),
  replySealed: text("reply_sealed"),
  replyMailId: uuid("reply_mail_id"),
  senderMark: text("sender_mark"),
  reason: text("reason"),
  decidedBy: uuid("decided_by"),
  decidedAt: at("decided_at"),
});

export const feedbackMailPicture = pgTable("feedback_mail_picture", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  mailId: uuid("mail_id").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
});

/** Which draft of the newsroom answers what several people asked; whoever asked is in no second one. */
export const feedbackQuestionDraft = pgTable(
  "feedback_question_draft",
  {
    agencyId: uuid("agency_id").notNull(),
    feedbackId: uuid("feedback_id").notNull(),
    contentId: uuid("content_id").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.feedbackId] })],
);

/** What was wrong and was put right. */
export const feedbackCase = pgTable("feedback_case", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  title: text("title").notNull(),
  beforeWords: text("before_words").notNull(),
  doneWords: text("done_words").notNull(),
  resultWords: text("result_words").notNull(),
  beforeOn: date("before_on").notNull(),
  afterOn: date("after_on").notNull(),
  feedbackId: uuid("feedback_id"),
  taskId: uuid("task_id"),
  state: text("state").$type<CaseState>().notNull(),
  kept: text("kept").array().notNull(),
  writers: uuid("writers").array().notNull(),
  writtenBy: uuid("written_by").notNull(),
  writtenByName: text("written_by_name").notNull(),
  changedAt: at("changed_at").notNull(),
  submittedAt: at("submitted_at"),
  decidedBy: uuid("decided_by"),
  decidedByName: text("decided_by_name"),
  decidedAt: at("decided_at"),
  returnReason: text("return_reason"),
  firstApprovedAt: at("first_approved_at"),
  contentId: uuid("content_id"),
});

export const feedbackCaseObligation = pgTable(
  "feedback_case_obligation",
  {
    agencyId: uuid("agency_id").notNull(),
    caseId: uuid("case_id").notNull(),
    obligationId: uuid("obligation_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.obligationId] })],
);

export const feedbackCasePhoto = pgTable(
  "feedback_case_photo",
  {
    agencyId: uuid("agency_id").notNull(),
    caseId: uuid("case_id").notNull(),
    mediaId: uuid("media_id").notNull(),
    shows: text("shows").$type<PhotoShows>().notNull(),
    position: smallint("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.mediaId] })],
);
