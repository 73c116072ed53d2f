import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
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
