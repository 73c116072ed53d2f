import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { RequestMode, RequestState, SendingState } from "./subscription.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A program outside that follows a feed. */
export const feedSubscription = pgTable("feed_subscription", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  topic: text("topic").notNull(),
  callbackHost: text("callback_host").notNull(),
  callbackKey: text("callback_key").notNull(),
  begunAt: moment("begun_at").notNull(),
  renewedAt: moment("renewed_at").notNull(),
  leaseUntil: moment("lease_until").notNull(),
  /** Hash of the feed that it has. */
  version: text("version").notNull(),
  failingSince: moment("failing_since"),
  endedAt: moment("ended_at"),
  endedReason: text("ended_reason"),
  endedBy: uuid("ended_by"),
});

/** Where it is sent and what with it is signed, sealed; gone once it has ended. */
export const feedSubscriptionSecret = pgTable("feed_subscription_secret", {
  subscriptionId: uuid("subscription_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  sealed: text("sealed").notNull(),
  savedAt: moment("saved_at").notNull(),
});

/** What was asked of the hub, to be confirmed by a call; or what a place is told. */
export const feedRequest = pgTable("feed_request", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  topic: text("topic").notNull(),
  callbackHost: text("callback_host").notNull(),
  callbackKey: text("callback_key").notNull(),
  mode: text("mode").$type<RequestMode>().notNull(),
  leaseSeconds: integer("lease_seconds").notNull(),
  sealed: text("sealed").notNull(),
  askedAt: moment("asked_at").notNull(),
  state: text("state").$type<RequestState>().notNull(),
  attempts: integer("attempts").notNull().default(0),
  nextTryAt: moment("next_try_at").notNull(),
});

/** One sending of a feed to one subscriber. */
export const feedDelivery = pgTable("feed_delivery", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  subscriptionId: uuid("subscription_id").notNull(),
  state: text("state").$type<SendingState>().notNull(),
  heard: integer("heard").notNull().default(1),
  heardAt: moment("heard_at").notNull(),
  version: text("version"),
  attempts: integer("attempts").notNull().default(0),
  nextTryAt: moment("next_try_at").notNull(),
  triedAt: moment("tried_at"),
  status: integer("status"),
  words: text("words"),
  settledAt: moment("settled_at"),
});
