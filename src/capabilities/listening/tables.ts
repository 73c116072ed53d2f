import { boolean, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { IncidentState } from "./incidents/incident.ts";
import type { Tone } from "./sorting/tone.ts";
import type { SourceKind } from "./sources/source.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A feed that the agency follows. */
export const listeningSource = pgTable("listening_source", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  kind: text("kind").$type<SourceKind>().notNull(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  urlKey: text("url_key").notNull(),
  /** Null: it is followed. */
  offReason: text("off_reason"),
  offAt: moment("off_at"),
  etag: text("etag"),
  lastModified: text("last_modified"),
  nextAt: moment("next_at").notNull(),
  fetchedAt: moment("fetched_at"),
  failures: integer("failures").notNull().default(0),
  failingSince: moment("failing_since"),
  failureWords: text("failure_words"),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

/** What a feed brought: title, beginning and link. */
export const listeningItem = pgTable("listening_item", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  sourceId: uuid("source_id").notNull(),
  itemKey: text("item_key").notNull(),
  url: text("url"),
  title: text("title").notNull(),
  summary: text("summary").notNull(),
  publishedAt: moment("published_at"),
  seenAt: moment("seen_at").notNull(),
  placedAt: moment("placed_at").notNull(),
  search: text("search").notNull(),
});

export const listeningSetting = pgTable("listening_setting", {
  agencyId: uuid("agency_id").primaryKey(),
  incidentHours: smallint("incident_hours").notNull(),
  ground: text("ground").notNull(),
  setBy: uuid("set_by").notNull(),
  setAt: moment("set_at").notNull(),
});

/** Words by which an item is of a theme. */
export const listeningWords = pgTable(
  "listening_words",
  {
    agencyId: uuid("agency_id").notNull(),
    theme: text("theme").notNull(),
    words: text("words").array().notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: moment("set_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.theme] })],
);

export const listeningSorted = pgTable("listening_sorted", {
  itemId: uuid("item_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  sortedAt: moment("sorted_at").notNull(),
});

export const listeningTheme = pgTable(
  "listening_theme",
  {
    agencyId: uuid("agency_id").notNull(),
    itemId: uuid("item_id").notNull(),
    theme: text("theme").notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.theme] })],
);

/** Hashes of what a feed held of an item, by which it is compared; the words themselves are not kept. */
export const listeningPrint = pgTable("listening_print", {
  itemId: uuid("item_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  runs: integer("runs").array().notNull(),
  namesAgency: boolean("names_agency").notNull(),
  seenAt: moment("seen_at").notNull(),
});

/** A text of ours that stands elsewhere; `share` in percent. */
export const listeningCopy = pgTable("listening_copy", {
  itemId: uuid("item_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  contentId: uuid("content_id").notNull(),
  share: smallint("share").notNull(),
  isCredited: boolean("is_credited").notNull(),
  /** Of how many runs the share was taken; null: by title and beginning alone. */
  compared: integer("compared"),
});

export const listeningTone = pgTable("listening_tone", {
  itemId: uuid("item_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  tone: text("tone").$type<Tone>().notNull(),
  markedBy: uuid("marked_by").notNull(),
  markedAt: moment("marked_at").notNull(),
});

/** Criticism that somebody sees to. */
export const listeningIncident = pgTable("listening_incident", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id"),
  title: text("title").notNull(),
  url: text("url"),
  state: text("state").$type<IncidentState>().notNull(),
  handlerId: uuid("handler_id").notNull(),
  openedBy: uuid("opened_by").notNull(),
  openedAt: moment("opened_at").notNull(),
  dueAt: moment("due_at").notNull(),
  answer: text("answer"),
  answerUrl: text("answer_url"),
  answeredBy: uuid("answered_by"),
  answeredAt: moment("answered_at"),
  result: text("result"),
  closedBy: uuid("closed_by"),
  closedAt: moment("closed_at"),
});
