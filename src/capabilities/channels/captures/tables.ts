import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** The page on which a text stands, as it was answered. */
export const placementCapture = pgTable("placement_capture", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  placementId: uuid("placement_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
  revisionHash: text("revision_hash").notNull(),
  state: text("state").$type<"waiting" | "taken" | "failed">().notNull(),
  attempts: integer("attempts").notNull().default(0),
  nextTryAt: moment("next_try_at").notNull(),
  why: text("why"),
  askedBy: uuid("asked_by"),
  askedAt: moment("asked_at").notNull(),
  takenAt: moment("taken_at"),
  url: text("url"),
  status: integer("status"),
  pageSha256: text("page_sha256"),
  words: text("words"),
  bytes: integer("bytes"),
  sha256: text("sha256"),
});
