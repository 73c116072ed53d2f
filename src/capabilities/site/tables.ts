import { date, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Pace } from "./following/following.ts";
import type { LinkFault, LinkState } from "./links/link-state.ts";
import type { Lasting } from "./pages/lasting.ts";
import type { ReportOutcome, ReportSort } from "./reports/page-report.ts";

export const siteSetting = pgTable("site_setting", {
  agencyId: uuid("agency_id").primaryKey(),
  answerDays: smallint("answer_days").notNull(),
  warnDays: smallint("warn_days").notNull(),
  basis: text("basis").notNull(),
  frameHosts: text("frame_hosts").array().notNull().default([]),
  setBy: uuid("set_by").notNull(),
  setAt: timestamp("set_at", { withTimezone: true }).notNull(),
});

export const pageVote = pgTable("page_vote", {
  agencyId: uuid("agency_id").notNull(),
  path: text("path").notNull(),
  day: date("day").notNull(),
  useful: integer("useful").notNull().default(0),
  notUseful: integer("not_useful").notNull().default(0),
});

export const pageReport = pgTable("page_report", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  /** By which who sent it sees the answer without an account. */
  code: text("code").notNull(),
  path: text("path").notNull(),
  sort: text("sort").$type<ReportSort>().notNull(),
  words: text("words").notNull(),
  /** Sealed; gone once the answer has left. */
  addressSealed: text("address_sealed"),
  receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
  dueOn: date("due_on").notNull(),
  outcome: text("outcome").$type<ReportOutcome>(),
  answer: text("answer"),
  correctedPath: text("corrected_path"),
  answeredAt: timestamp("answered_at", { withTimezone: true }),
  answeredBy: uuid("answered_by"),
  answeredByName: text("answered_by_name"),
  mailId: uuid("mail_id"),
});

export const followRequest = pgTable("follow_request", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  addressHash: text("address_hash").notNull(),
  /** Null: confirmed or expired. */
  addressSealed: text("address_sealed"),
  topics: text("topics").array().notNull(),
  pace: text("pace").$type<Pace>().notNull(),
  tokenHash: text("token_hash").notNull(),
  askedAt: timestamp("asked_at", { withTimezone: true }).notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  confirmedAt: timestamp("confirmed_at", { withTimezone: true }),
  mailId: uuid("mail_id"),
});

export const readerSubscription = pgTable("reader_subscription", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  addressHash: text("address_hash").notNull(),
  /** Null: ended. */
  addressSealed: text("address_sealed"),
  topic: text("topic").notNull(),
  pace: text("pace").$type<Pace>().notNull(),
  confirmedAt: timestamp("confirmed_at", { withTimezone: true }).notNull(),
  endedAt: timestamp("ended_at", { withTimezone: true }),
  endReason: text("end_reason").$type<"reader" | "returned">(),
});

export const readerNews = pgTable("reader_news", {
  agencyId: uuid("agency_id").notNull(),
  addressHash: text("address_hash").notNull(),
  objectId: uuid("object_id").notNull(),
  heardAt: timestamp("heard_at", { withTimezone: true }).notNull(),
  dueAt: timestamp("due_at", { withTimezone: true }).notNull(),
  mailId: uuid("mail_id"),
});

export const procedureNews = pgTable("procedure_news", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  procedureId: uuid("procedure_id").notNull(),
  changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
});

export const procedureHeard = pgTable("procedure_heard", {
  agencyId: uuid("agency_id").primaryKey(),
  since: timestamp("since", { withTimezone: true }).notNull(),
  until: timestamp("until", { withTimezone: true }).notNull(),
});

export const siteSection = pgTable("site_section", {
  agencyId: uuid("agency_id").notNull(),
  slug: text("slug").notNull(),
  ownerUnitId: uuid("owner_unit_id"),
  reviewDays: smallint("review_days").notNull(),
  elsewhere: text("elsewhere"),
  absentReason: text("absent_reason"),
  reviewedAt: timestamp("reviewed_at", { withTimezone: true }),
  reviewedByName: text("reviewed_by_name"),
});

export const siteSectionText = pgTable("site_section_text", {
  agencyId: uuid("agency_id").notNull(),
  slug: text("slug").notNull(),
  itemId: uuid("item_id").notNull(),
  addedAt: timestamp("added_at", { withTimezone: true }).notNull(),
  addedBy: uuid("added_by").notNull(),
});

export const englishName = pgTable("english_name", {
  agencyId: uuid("agency_id").notNull(),
  /** Null: the agency itself. */
  unitId: uuid("unit_id"),
  name: text("name").notNull(),
  setBy: uuid("set_by").notNull(),
  setAt: timestamp("set_at", { withTimezone: true }).notNull(),
});

export const publicPage = pgTable("public_page", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  path: text("path").notNull(),
  title: text("title").notNull().default(""),
  /** Null: it stands on the portal no more. */
  seenAt: timestamp("seen_at", { withTimezone: true }),
  /** Null: its links are to be read now. */
  readAt: timestamp("read_at", { withTimezone: true }),
  toldAt: timestamp("told_at", { withTimezone: true }),
  /** Why it stands long; null: it is of its day. */
  lasting: text("lasting").$type<Lasting>(),
  ownerUnitId: uuid("owner_unit_id"),
  ownerPersonId: uuid("owner_person_id"),
  /** Null: never looked over. */
  reviewDays: smallint("review_days"),
  changedAt: timestamp("changed_at", { withTimezone: true }),
  listedAt: timestamp("listed_at", { withTimezone: true }).notNull().defaultNow(),
  reviewedAt: timestamp("reviewed_at", { withTimezone: true }),
  reviewedByName: text("reviewed_by_name"),
  reviewToldFor: date("review_told_for"),
  successor: text("successor"),
});

export const linkedAddress = pgTable(
  "linked_address",
  {
    agencyId: uuid("agency_id").notNull(),
    address: text("address").notNull(),
    /** Empty: a page of this installation. */
    host: text("host").notNull(),
    state: text("state").$type<LinkState>().notNull().default("new"),
    fault: text("fault").$type<LinkFault>(),
    status: smallint("status"),
    failingSince: timestamp("failing_since", { withTimezone: true }),
    checkedAt: timestamp("checked_at", { withTimezone: true }),
    nextCheckAt: timestamp("next_check_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.address] })],
);

export const pageLink = pgTable(
  "page_link",
  {
    agencyId: uuid("agency_id").notNull(),
    pageId: uuid("page_id").notNull(),
    address: text("address").notNull(),
    words: text("words").notNull(),
    foundAt: timestamp("found_at", { withTimezone: true }).notNull(),
    settledFor: timestamp("settled_for", { withTimezone: true }),
    settledReason: text("settled_reason"),
    settledBy: uuid("settled_by"),
    settledByName: text("settled_by_name"),
    settledAt: timestamp("settled_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.pageId, table.address] })],
);

export const pageVisit = pgTable(
  "page_visit",
  {
    agencyId: uuid("agency_id").notNull(),
    path: text("path").notNull(),
    day: date("day").notNull(),
    visits: integer("visits").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.path, table.day] })],
);
