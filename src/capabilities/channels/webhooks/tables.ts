import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { About, MessageState } from "./webhook.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A system outside that is told of what happened. */
export const webhook = pgTable("webhook", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  kinds: text("kinds").array().notNull(),
  /** Null: it is on. */
  offReason: text("off_reason"),
  offAt: moment("off_at"),
  failingSince: moment("failing_since"),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

/** What calls are signed with, sealed. */
export const webhookSecret = pgTable("webhook_secret", {
  webhookId: uuid("webhook_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  sealed: text("sealed").notNull(),
  savedAt: moment("saved_at").notNull(),
});

/** One thing that happened, for one system. */
export const webhookMessage = pgTable("webhook_message", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  webhookId: uuid("webhook_id").notNull(),
  place: bigint("place", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
  sourceKey: text("source_key").notNull(),
  kind: text("kind").notNull(),
  about: jsonb("about").$type<About>().notNull(),
  occurredAt: moment("occurred_at").notNull(),
  state: text("state").$type<MessageState>().notNull(),
  body: text("body"),
  attempts: integer("attempts").notNull().default(0),
  refusals: integer("refusals").notNull().default(0),
  nextTryAt: moment("next_try_at").notNull(),
  settledAt: moment("settled_at"),
});

/** A call, and what it brought. */
export const webhookAttempt = pgTable("webhook_attempt", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  messageId: uuid("message_id").notNull(),
  at: moment("at").notNull(),
  status: integer("status"),
  words: text("words"),
});
