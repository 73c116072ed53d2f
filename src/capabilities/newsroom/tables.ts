import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import type { AiPart, AiUse } from "./ai-use/ai-use.ts";
import type { ZeroWord } from "./bulletins/speech/say-number.ts";
import type { Piece } from "./bulletins/speech/say-text.ts";
import type { LeftOut } from "./bulletins/speech/script-of-text.ts";
import type { SpokenWord } from "./bulletins/speech/spoken-words.ts";
import type { CampaignKind } from "./campaigns/campaign.ts";
import type { CommendedSubject, ConsentWay } from "./commendations/commendation.ts";
import type { PlacedMedia } from "./content-fields.ts";
import type { ContentState } from "./content-item.ts";
import type { PracticeKind, PracticeState } from "./good-practices/good-practice.ts";
import type { Row, Shape } from "./infographics/template.ts";
import type { TipKind, TipState } from "./intake/tip.ts";
import type { RemarkKind } from "./language/remark.ts";
import type { WordSort } from "./language/word-list.ts";
import type { MediaSort } from "./media-library/media-sort.ts";
import type { Consent, Licence } from "./media-library/rights.ts";
import type { Verdict } from "./outside-checks/outside-check.ts";
import type { OwnValues } from "./own-values.ts";
import type { DecisionOutcome, ReviewOutcome, SignedAs, StepRole } from "./review/review.ts";
import type { SimilarityAnswer } from "./similarity/answer.ts";
import type { SuggestionState } from "./suggestions/suggestion.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const contentItem = pgTable("content_item", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  kind: text("kind").notNull(),
  state: text("state").$type<ContentState>().notNull(),
  slug: text("slug"),
  currentRevisionId: uuid("current_revision_id").notNull(),
  approvedRevisionId: uuid("approved_revision_id"),
  liveRevisionId: uuid("live_revision_id"),
  createdBy: uuid("created_by").notNull(),
  submittedBy: uuid("submitted_by"),
  submittedAt: moment("submitted_at"),
  approvedBy: uuid("approved_by"),
  approvedAt: moment("approved_at"),
  scheduledAt: moment("scheduled_at"),
  embargoUntil: moment("embargo_until"),
  urgent: boolean("urgent").notNull().default(false),
  postCheckDue: boolean("post_check_due").notNull().default(false),
  publishedAt: moment("published_at"),
  liveSince: moment("live_since"),
  withdrawnAt: moment("withdrawn_at"),
  withdrawnReason: text("withdrawn_reason"),
  removedAt: moment("removed_at"),
  removedReason: text("removed_reason"),
  discardedAt: moment("discarded_at"),
  /** The refused item from which it was begun. */
  begunFrom: uuid("begun_from"),
  reuseForbidden: boolean("reuse_forbidden").notNull().default(false),
  /** Seen before it is out by those named (content_reader), its writers and those who decide on it alone. */
  limited: boolean("limited").notNull().default(false),
  createdAt: moment("created_at").notNull().defaultNow(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});

export const contentRevision = pgTable("content_revision", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  number: integer("number").notNull(),
  title: text("title").notNull(),
  titlePlain: text("title_plain").notNull(),
  summary: text("summary").notNull(),
  body: jsonb("body").$type<RichText>().notNull(),
  plain: text("plain").notNull(),
  primaryTheme: text("primary_theme"),
  themes: text("themes").array().notNull().default([]),
  imageId: uuid("image_id"),
  imageAlt: text("image_alt").notNull().default(""),
  own: jsonb("own").$type<OwnValues>().notNull().default({}),
  media: jsonb("media").$type<PlacedMedia[]>().notNull().default([]),
  aiUse: jsonb("ai_use").$type<AiUse>(),
  hash: text("hash").notNull(),
  authorId: uuid("author_id").notNull(),
  at: moment("at").notNull(),
});

export const contentEvent = pgTable("content_event", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  event: text("event").notNull(),
  fromState: text("from_state").$type<ContentState>(),
  toState: text("to_state").$type<ContentState>().notNull(),
  revisionId: uuid("revision_id"),
  personId: uuid("person_id"),
  personName: text("person_name").notNull(),
  reason: text("reason"),
  /** At which step of an approval, and in whose name. */
  note: text("note"),
  at: moment("at").notNull(),
});

/** What the staff says about a passage of a text or the whole of it; never published. */
export const contentComment = pgTable("content_comment", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
  parentId: uuid("parent_id"),
  /** 0: a comment, 1: an answer to one. */
  depth: smallint("depth").notNull(),
  parentDepth: smallint("parent_depth"),
  quote: text("quote"),
  /** Letters around the passage, by which it is found again. */
  lead: text("lead").notNull(),
  tail: text("tail").notNull(),
  body: text("body").notNull(),
  personId: uuid("person_id").notNull(),
  personName: text("person_name").notNull(),
  at: moment("at").notNull(),
  settledBy: uuid("settled_by"),
  settledByName: text("settled_by_name"),
  settledAt: moment("settled_at"),
});

export const contentCorrection = pgTable("content_correction", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
  note: text("note").notNull(),
  proposedBy: uuid("proposed_by").notNull(),
  proposedAt: moment("proposed_at").notNull(),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  accepted: boolean("accepted"),
  reason: text("reason"),
});

export const contentSlug = pgTable("content_slug", {
  agencyId: uuid("agency_id").notNull(),
  slug: text("slug").notNull(),
  itemId: uuid("item_id").notNull(),
});

export const contentTask = pgTable("content_task", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  taskId: uuid("task_id").notNull(),
});

export const contentObligation = pgTable("content_obligation", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  obligationId: uuid("obligation_id").notNull(),
});

export const contentClause = pgTable("content_clause", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  clauseId: uuid("clause_id").notNull(),
});

export const contentDocument = pgTable("content_document", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  documentId: uuid("document_id").notNull(),
});

export const mediaAsset = pgTable("media_asset", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  alt: text("alt").notNull(),
  credit: text("credit"),
  licence: text("licence").$type<Licence>(),
  source: text("source"),
  consent: text("consent").$type<Consent>().notNull().default("missing"),
  consentReference: text("consent_reference"),
  wordsPlain: text("words_plain").notNull().default(""),
  described: boolean("described").notNull().default(true),
  sort: text("sort").$type<MediaSort>().notNull().default("picture"),
  durationMs: integer("duration_ms"),
  videoCodec: text("video_codec"),
  audioCodec: text("audio_codec"),
  /** Of a document, where it tells. */
  pages: integer("pages"),
  documentTitle: text("document_title"),
  captions: text("captions"),
  transcript: text("transcript"),
  posterId: uuid("poster_id"),
  hasSpeech: boolean("has_speech").notNull().default(true),
  /** Hundredths of width and height; null: not set. */
  focusX: smallint("focus_x"),
  focusY: smallint("focus_y"),
  /** Null: nobody has said. */
  aiPart: text("ai_part").$type<AiPart>(),
  aiTool: text("ai_tool").notNull().default(""),
  aiLabel: text("ai_label").notNull().default(""),
  /** Null: in no folder. */
  folderId: uuid("folder_id"),
  binnedAt: moment("binned_at"),
  binnedBy: uuid("binned_by"),
  /** The file is no more; the row stays for the history of texts. */
  goneAt: moment("gone_at"),
  uploadedBy: uuid("uploaded_by").notNull(),
  /** Names one sending of its uploader, so that the same one comes in once. */
  uploadId: uuid("upload_id"),
  uploadedAt: moment("uploaded_at").notNull().defaultNow(),
});

/** A file on its way into the library. */
export const mediaUpload = pgTable("media_upload", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  fileName: text("file_name").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  fingerprint: text("fingerprint").notNull().default(""),
  begunAt: moment("begun_at").notNull(),
  seenAt: moment("seen_at").notNull(),
});

/** Which picture the public sees through the live text of which item. */
export const publicMedia = pgTable("public_media", {
  agencyId: uuid("agency_id").notNull(),
  mediaId: uuid("media_id").notNull(),
  itemId: uuid("item_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
});

/** Who has an item open for writing; lapses when it is not refreshed. */
export const contentHold = pgTable("content_hold", {
  itemId: uuid("item_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  since: moment("since").notNull(),
  seenAt: moment("seen_at").notNull(),
  askedBy: uuid("asked_by"),
  askedAt: moment("asked_at"),
});

/** What is to be told, with what comes of it. */
export const story = pgTable("story", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  title: text("title").notNull(),
  titlePlain: text("title_plain").notNull(),
  note: text("note").notNull().default(""),
  leadPersonId: uuid("lead_person_id"),
  proposedBy: uuid("proposed_by").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
  droppedAt: moment("dropped_at"),
  droppedBy: uuid("dropped_by"),
  dropReason: text("drop_reason"),
  campaignId: uuid("campaign_id"),
});

/** A campaign or an event of the agency, from one day to another. */
export const campaign = pgTable("campaign", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  kind: text("kind").$type<CampaignKind>().notNull(),
  name: text("name").notNull(),
  note: text("note").notNull().default(""),
  fromDay: date("from_day").notNull(),
  toDay: date("to_day").notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
  endedBy: uuid("ended_by"),
  endedAt: moment("ended_at"),
  endReason: text("end_reason"),
});

export const storyTask = pgTable("story_task", {
  agencyId: uuid("agency_id").notNull(),
  storyId: uuid("story_id").notNull(),
  taskId: uuid("task_id").notNull(),
});

export const storyObligation = pgTable("story_obligation", {
  agencyId: uuid("agency_id").notNull(),
  storyId: uuid("story_id").notNull(),
  obligationId: uuid("obligation_id").notNull(),
});

export const storyClause = pgTable("story_clause", {
  agencyId: uuid("agency_id").notNull(),
  storyId: uuid("story_id").notNull(),
  clauseId: uuid("clause_id").notNull(),
});

/** What might be told, as another capability said it, or as it was when somebody decided on a gap of the plan. */
export const contentSuggestion = pgTable("content_suggestion", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  source: text("source").notNull(),
  sourceLabel: text("source_label").notNull(),
  sourceKey: text("source_key").notNull(),
  title: text("title").notNull(),
  why: text("why").notNull(),
  href: text("href").notNull(),
  until: date("until"),
  clauseId: uuid("clause_id"),
  obligationId: uuid("obligation_id"),
  taskId: uuid("task_id"),
  madeAt: moment("made_at").notNull(),
  state: text("state").$type<SuggestionState>().notNull(),
  storyId: uuid("story_id"),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  reason: text("reason"),
});

/** One thing that is to come of a story, and the text that was written for it. */
export const deliverable = pgTable("deliverable", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  storyId: uuid("story_id").notNull(),
  kind: text("kind").notNull(),
  channel: text("channel").notNull(),
  unitId: uuid("unit_id").notNull(),
  personId: uuid("person_id"),
  dueAt: moment("due_at").notNull(),
  itemId: uuid("item_id"),
  createdBy: uuid("created_by").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});

/** What was told of a deliverable's moment. */
export const deliverableReminder = pgTable("deliverable_reminder", {
  agencyId: uuid("agency_id").notNull(),
  deliverableId: uuid("deliverable_id").notNull(),
  dueAt: moment("due_at").notNull(),
  step: text("step").$type<"soon" | "overdue">().notNull(),
  at: moment("at").notNull(),
});

/** Steps by which the texts of a kind, a unit, both or all are approved, as the agency states them. */
export const reviewRoute = pgTable("review_route", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  kind: text("kind"),
  unitId: uuid("unit_id"),
  samePerson: boolean("same_person").notNull().default(false),
  changedBy: uuid("changed_by"),
  changedAt: moment("changed_at").notNull(),
});

const stepColumns = () => ({
  agencyId: uuid("agency_id").notNull(),
  position: integer("position").notNull(),
  name: text("name").notNull(),
  roles: text("roles").array().$type<StepRole[]>().notNull(),
  unitId: uuid("unit_id"),
  personIds: text("person_ids").array().notNull(),
  workingDays: integer("working_days"),
});

export const reviewRouteStep = pgTable("review_route_step", {
  ...stepColumns(),
  routeId: uuid("route_id").notNull(),
});

/** One submission on its way, bound to one exact text, with the steps of that moment. */
export const reviewRun = pgTable("review_run", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
  hash: text("hash").notNull(),
  routeName: text("route_name").notNull(),
  samePerson: boolean("same_person").notNull(),
  begunBy: uuid("begun_by").notNull(),
  begunAt: moment("begun_at").notNull(),
  endedAt: moment("ended_at"),
  outcome: text("outcome").$type<ReviewOutcome>(),
  togetherId: uuid("together_id"),
});

export const outsideCheck = pgTable("outside_check", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
  hash: text("hash").notNull(),
  name: text("name").notNull(),
  organization: text("organization").notNull(),
  email: text("email").notNull(),
  asks: text("asks").notNull(),
  askedBy: uuid("asked_by").notNull(),
  askedByName: text("asked_by_name").notNull(),
  askedAt: moment("asked_at").notNull(),
  endsAt: moment("ends_at").notNull(),
  openings: integer("openings").notNull().default(0),
  openedAt: moment("opened_at"),
  revokedByName: text("revoked_by_name"),
  revokedAt: moment("revoked_at"),
  verdict: text("verdict").$type<Verdict>(),
  words: text("words"),
  answeredName: text("answered_name"),
  answeredAt: moment("answered_at"),
});

export const outsideCheckToken = pgTable("outside_check_token", {
  checkId: uuid("check_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  tokenHash: text("token_hash").notNull(),
});

export const reviewBundle = pgTable("review_bundle", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

export const reviewBundleText = pgTable("review_bundle_text", {
  agencyId: uuid("agency_id").notNull(),
  bundleId: uuid("bundle_id").notNull(),
  itemId: uuid("item_id").primaryKey(),
  position: integer("position").notNull(),
});

export const reviewStep = pgTable("review_step", {
  ...stepColumns(),
  runId: uuid("run_id").notNull(),
  begunAt: moment("begun_at"),
  dueAt: moment("due_at"),
  remindedAt: moment("reminded_at"),
  escalatedAt: moment("escalated_at"),
});

export const reviewDecision = pgTable("review_decision", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  runId: uuid("run_id").notNull(),
  position: integer("position").notNull(),
  revisionId: uuid("revision_id").notNull(),
  hash: text("hash").notNull(),
  outcome: text("outcome").$type<DecisionOutcome>().notNull(),
  reason: text("reason"),
  personId: uuid("person_id").notNull(),
  personName: text("person_name").notNull(),
  authorityId: uuid("authority_id"),
  signedAs: jsonb("signed_as").$type<SignedAs>(),
  /** As what, where in nobody's name. */
  capacity: text("capacity"),
  at: moment("at").notNull(),
});

/** Which texts a person has had open to decide on. */
export const contentSeen = pgTable("content_seen", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  personId: uuid("person_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
  at: moment("at").notNull(),
});

/** Which comments a text was sent back for. */
export const reviewDecisionComment = pgTable("review_decision_comment", {
  agencyId: uuid("agency_id").notNull(),
  decisionId: uuid("decision_id").notNull(),
  commentId: uuid("comment_id").notNull(),
});

/** What a unit sent to the editors, and what became of it. */
export const tip = pgTable("tip", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  sentBy: uuid("sent_by").notNull(),
  kind: text("kind").$type<TipKind>().notNull(),
  words: text("words").notNull(),
  wordsPlain: text("words_plain").notNull(),
  sentAt: moment("sent_at").notNull(),
  state: text("state").$type<TipState>().notNull().default("sent"),
  takenBy: uuid("taken_by"),
  takenAt: moment("taken_at"),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  reason: text("reason"),
  itemId: uuid("item_id"),
  storyId: uuid("story_id"),
  practiceId: uuid("practice_id"),
  begun: boolean("begun").notNull().default(false),
  mergedInto: uuid("merged_into"),
  isMerged: boolean("is_merged").notNull().default(false),
  intoMerged: boolean("into_merged"),
  credited: boolean("credited").notNull().default(false),
});

export const tipMedia = pgTable("tip_media", {
  agencyId: uuid("agency_id").notNull(),
  tipId: uuid("tip_id").notNull(),
  mediaId: uuid("media_id").notNull(),
  position: integer("position").notNull(),
  latitude: doublePrecision("latitude"),
  longitude: doublePrecision("longitude"),
});

/** An entry of the register of good practices and initiatives. */
export const goodPractice = pgTable("good_practice", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  kind: text("kind").$type<PracticeKind>().notNull(),
  title: text("title").notNull(),
  authors: text("authors").notNull().default(""),
  what: text("what").notNull(),
  result: text("result").notNull().default(""),
  proofUrl: text("proof_url"),
  proofNote: text("proof_note"),
  begunOn: date("begun_on"),
  decisionNumber: text("decision_number"),
  decisionOn: date("decision_on"),
  decisionBy: text("decision_by"),
  wordsPlain: text("words_plain").notNull(),
  state: text("state").$type<PracticeState>().notNull().default("proposed"),
  tipId: uuid("tip_id"),
  registeredBy: uuid("registered_by").notNull(),
  registeredAt: moment("registered_at").notNull(),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  reason: text("reason"),
  updatedAt: moment("updated_at").notNull(),
});

/** Who took it over. */
export const goodPracticeSpread = pgTable("good_practice_spread", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  practiceId: uuid("practice_id").notNull(),
  unitId: uuid("unit_id"),
  place: text("place"),
  since: date("since"),
  note: text("note"),
  notedBy: uuid("noted_by").notNull(),
  notedAt: moment("noted_at").notNull(),
});

/** Which texts tell of it. */
export const goodPracticeText = pgTable("good_practice_text", {
  agencyId: uuid("agency_id").notNull(),
  practiceId: uuid("practice_id").notNull(),
  itemId: uuid("item_id").notNull(),
  linkedBy: uuid("linked_by").notNull(),
  linkedAt: moment("linked_at").notNull(),
});

/** Whom the agency praises, and for what. */
export const commendation = pgTable("commendation", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  subject: text("subject").$type<CommendedSubject>().notNull(),
  name: text("name").notNull(),
  jobTitle: text("job_title"),
  achievement: text("achievement").notNull(),
  decisionNumber: text("decision_number"),
  decisionOn: date("decision_on"),
  decisionBy: text("decision_by"),
  wordsPlain: text("words_plain").notNull(),
  notedBy: uuid("noted_by").notNull(),
  notedAt: moment("noted_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
});

/** That a person agreed to be named, and took it back. */
export const commendationConsent = pgTable("commendation_consent", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  commendationId: uuid("commendation_id").notNull(),
  askedBy: uuid("asked_by").notNull(),
  askedOn: date("asked_on").notNull(),
  how: text("how").$type<ConsentWay>().notNull(),
  keptAt: text("kept_at"),
  coversPicture: boolean("covers_picture").notNull(),
  channels: text("channels").array().notNull(),
  notedBy: uuid("noted_by").notNull(),
  notedAt: moment("noted_at").notNull(),
  withdrawnBy: uuid("withdrawn_by"),
  withdrawnAt: moment("withdrawn_at"),
  withdrawnNote: text("withdrawn_note"),
});

/** Which texts praise them. */
export const commendationText = pgTable("commendation_text", {
  agencyId: uuid("agency_id").notNull(),
  commendationId: uuid("commendation_id").notNull(),
  itemId: uuid("item_id").notNull(),
  pictured: boolean("pictured").notNull().default(false),
  unnamedIn: uuid("unnamed_in"),
  unnamedBy: uuid("unnamed_by"),
  linkedBy: uuid("linked_by").notNull(),
  linkedAt: moment("linked_at").notNull(),
});

/** What a writer answered about an item that is like theirs. */
export const similarityAnswer = pgTable("similarity_answer", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  otherItemId: uuid("other_item_id").notNull(),
  answer: text("answer").$type<SimilarityAnswer>().notNull(),
  note: text("note").notNull().default(""),
  answeredBy: uuid("answered_by").notNull(),
  answeredAt: moment("answered_at").notNull(),
});

export const remarkDismissal = pgTable("remark_dismissal", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  key: text("key").notNull(),
  kind: text("kind").$type<RemarkKind>().notNull(),
  passage: text("passage").notNull(),
  reason: text("reason").notNull(),
  dismissedBy: uuid("dismissed_by").notNull(),
  dismissedAt: moment("dismissed_at").notNull(),
});

export const languageWord = pgTable("language_word", {
  agencyId: uuid("agency_id").notNull(),
  sort: text("sort").$type<WordSort>().notNull(),
  words: text("words").notNull(),
  instead: text("instead").notNull().default(""),
  used: boolean("used").notNull(),
  changedBy: uuid("changed_by").notNull(),
  changedAt: moment("changed_at").notNull(),
});

/** Whom a limited item is shown to: a person or a unit. */
export const contentReader = pgTable("content_reader", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  personId: uuid("person_id"),
  unitId: uuid("unit_id"),
  namedBy: uuid("named_by").notNull(),
  namedAt: moment("named_at").notNull(),
});

/** Of which other agency's published item an item was made. */
export const contentReuse = pgTable("content_reuse", {
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").primaryKey(),
  sourceAgencyId: uuid("source_agency_id"),
  sourceItemId: uuid("source_item_id"),
  sourceAgencyName: text("source_agency_name").notNull(),
  sourceTitle: text("source_title").notNull(),
  sourceAddress: text("source_address").notNull(),
  sourceHash: text("source_hash").notNull(),
  reusedBy: uuid("reused_by").notNull(),
  reusedAt: moment("reused_at").notNull(),
});

export const topicClaim = pgTable("topic_claim", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  title: text("title").notNull(),
  words: text("words"),
  plannedOn: date("planned_on").notNull(),
  contact: text("contact").notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
  endedBy: uuid("ended_by"),
  endedAt: moment("ended_at"),
});

/** A folder of an agency's media library. */
export const mediaFolder = pgTable("media_folder", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  /** Null: at the top. */
  parentId: uuid("parent_id"),
  name: text("name").notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

/** A table that pictures are drawn from, as it was when they were drawn. */
export const infographic = pgTable("infographic", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  template: text("template").notNull(),
  title: text("title").notNull(),
  rows: jsonb("rows").$type<Row[]>().notNull(),
  source: text("source").notNull(),
  figuresDay: date("figures_day"),
  articleId: uuid("article_id"),
  replacesId: uuid("replaces_id"),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

/** One of the pictures of a table: its outlines, and its pixels in the library. */
export const infographicPicture = pgTable("infographic_picture", {
  agencyId: uuid("agency_id").notNull(),
  infographicId: uuid("infographic_id").notNull(),
  shape: text("shape").$type<Shape>().notNull(),
  mediaId: uuid("media_id").notNull(),
  svg: text("svg").notNull(),
  hash: text("hash").notNull(),
});

/** How an agency has its bulletins said. */
export const bulletinSetting = pgTable("bulletin_setting", {
  agencyId: uuid("agency_id").primaryKey(),
  opening: text("opening").notNull(),
  closing: text("closing").notNull(),
  zeroWord: text("zero_word").$type<ZeroWord>().notNull(),
  syllablesAMinute: integer("syllables_a_minute").notNull(),
  words: jsonb("words").$type<SpokenWord[]>().notNull(),
  changedBy: uuid("changed_by").notNull(),
  changedAt: moment("changed_at").notNull(),
});

/** Of which text of which article a bulletin was made, and what the rules made of it. */
export const bulletinSource = pgTable("bulletin_source", {
  itemId: uuid("item_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fromItemId: uuid("from_item_id").notNull(),
  fromRevisionId: uuid("from_revision_id").notNull(),
  lines: jsonb("lines").$type<Piece[][]>().notNull(),
  leftOut: jsonb("left_out").$type<LeftOut[]>().notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

/** How loud a recording is, and of which it was made when it was set right. */
export const mediaLoudness = pgTable("media_loudness", {
  mediaId: uuid("media_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  lufs: doublePrecision("lufs"),
  truePeakDb: doublePrecision("true_peak_db"),
  madeFrom: uuid("made_from"),
  measuredBy: uuid("measured_by").notNull(),
  measuredAt: moment("measured_at").notNull(),
});

/** Whether an agency lets a machine's voice go out, and what it says of itself. */
export const machineVoice = pgTable("machine_voice", {
  agencyId: uuid("agency_id").primaryKey(),
  isAllowed: boolean("is_allowed").notNull(),
  voice: text("voice").notNull(),
  label: text("label").notNull(),
  changedBy: uuid("changed_by").notNull(),
  changedAt: moment("changed_at").notNull(),
});

/** A server that the agency runs or rents to read its bulletins aloud. */
export const speechServer = pgTable("speech_server", {
  agencyId: uuid("agency_id").primaryKey(),
  isActive: boolean("is_active").notNull(),
  host: text("host").notNull(),
  model: text("model").notNull(),
  voice: text("voice").notNull(),
  /** Sealed; null: the server asks for none. */
  sealedKey: text("sealed_key"),
  /** Said by the administrator: it is under the agency's control, texts may be sent before they are approved. */
  isOwn: boolean("is_own").notNull(),
  changedBy: uuid("changed_by").notNull(),
  changedAt: moment("changed_at").notNull(),
});

/** What a recording says that a machine has read. */
export const mediaSpoken = pgTable("media_spoken", {
  mediaId: uuid("media_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  voice: text("voice").notNull(),
  label: text("label").notNull(),
  said: text("said").notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

/** Where a text comes from that another capability began. */
export const contentOrigin = pgTable("content_origin", {
  itemId: uuid("item_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  label: text("label").notNull(),
  /** Below /workspace. */
  href: text("href").notNull(),
});
