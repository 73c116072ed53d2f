import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Handles } from "../connectors/connector.ts";
import type { ChangeAct, ChangeState, ChangeWords } from "./change.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What is to be done where a text stands: its words corrected, taken down, or replaced. */
export const placementChange = pgTable("placement_change", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  placementId: uuid("placement_id").notNull(),
  deliveryId: uuid("delivery_id").notNull(),
  accountId: uuid("account_id").notNull(),
  itemId: uuid("item_id").notNull(),
  act: text("act").$type<ChangeAct>().notNull(),
  state: text("state").$type<ChangeState>().notNull(),
  revisionId: uuid("revision_id").notNull(),
  revisionHash: text("revision_hash").notNull(),
  reason: text("reason").notNull(),
  askedBy: uuid("asked_by"),
  askedAt: moment("asked_at").notNull(),
  attempts: integer("attempts").notNull().default(0),
  nextTryAt: moment("next_try_at"),
  takenBy: uuid("taken_by"),
  riskyAt: moment("risky_at"),
  words: text("words").$type<ChangeWords>().notNull().default("kept"),
  ownText: text("own_text"),
  ownTextBy: uuid("own_text_by"),
  ownTextAt: moment("own_text_at"),
  ownTextApprovedBy: uuid("own_text_approved_by"),
  ownTextApprovedAt: moment("own_text_approved_at"),
  handles: jsonb("handles").$type<Handles>().notNull().default({}),
  why: text("why"),
  needsPerson: boolean("needs_person").notNull().default(false),
  settledAt: moment("settled_at"),
});
