import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { AccountState, AccountWay } from "./accounts/account.ts";
import type { AccountLimit, Handles } from "./connectors/connector.ts";
import type { DeliveryState } from "./deliveries/delivery.ts";
import type { ChosenPicture } from "./pictures/picture-shape.ts";

export * from "./accounts/account-tables.ts";
export * from "./captures/tables.ts";
export * from "./changes/change-tables.ts";
export {
  figureDefinition,
  figureImport,
  figureReading,
  figureSource,
  figureWatch,
  newestFigure,
} from "./figures/tables.ts";
export * from "./grassroots/tables.ts";
export * from "./payment/tables.ts";
export { postingRule, quietDays } from "./posting-times/tables.ts";
export * from "./webhooks/tables.ts";
export * from "./websub/tables.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** An official account of an agency, or its own portal. */
export const channelAccount = pgTable("channel_account", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  network: text("network").notNull(),
  name: text("name").notNull(),
  handle: text("handle").notNull(),
  url: text("url"),
  /** Null: our portal. */
  unitId: uuid("unit_id"),
  decision: text("decision").notNull(),
  decisionOn: date("decision_on"),
  isVerified: boolean("is_verified").notNull(),
  verifiedOn: date("verified_on"),
  note: text("note").notNull(),
  way: text("way").$type<AccountWay>().notNull(),
  state: text("state").$type<AccountState>().notNull(),
  stateReason: text("state_reason"),
  stateBy: uuid("state_by"),
  stateAt: moment("state_at").notNull(),
  heldUntil: moment("held_until"),
  madeBy: uuid("made_by"),
  madeAt: moment("made_at").notNull(),
  /** Its address and its handle as they are compared; made by the database. */
  addressKey: text("address_key").generatedAlwaysAs(sql`account_address_key(url)`),
  handleKey: text("handle_key").generatedAlwaysAs(sql`nullif(ltrim(lower(btrim(handle)), '@'), '')`),
  /** What the network itself calls the account. */
  remoteId: text("remote_id"),
  /** Entered before the same address was refused. */
  isTwin: boolean("is_twin").notNull().default(false),
});

/** What a network lets us in by, sealed. */
export const channelCredential = pgTable("channel_credential", {
  accountId: uuid("account_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  sealed: text("sealed").notNull(),
  isDead: boolean("is_dead").notNull().default(false),
  why: text("why"),
  expiresAt: moment("expires_at"),
  renewedBy: uuid("renewed_by"),
  renewedUntil: moment("renewed_until"),
  /** What the network binds posts by, as it was told at the last look. */
  limits: jsonb("limits").$type<AccountLimit[]>().notNull().default([]),
  savedBy: uuid("saved_by"),
  savedAt: moment("saved_at").notNull(),
});

/** The switch that stops everything an agency sends; no row: it is not thrown. */
export const channelPause = pgTable("channel_pause", {
  agencyId: uuid("agency_id").primaryKey(),
  reason: text("reason").notNull(),
  pausedBy: uuid("paused_by").notNull(),
  pausedAt: moment("paused_at").notNull(),
});

/** One text on its way under one account. */
export const delivery = pgTable("delivery", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  accountId: uuid("account_id").notNull(),
  state: text("state").$type<DeliveryState>().notNull(),
  wantedAt: moment("wanted_at"),
  timeReason: text("time_reason"),
  ownText: text("own_text"),
  ownTextBy: uuid("own_text_by"),
  ownTextAt: moment("own_text_at"),
  ownTextApprovedBy: uuid("own_text_approved_by"),
  ownTextApprovedAt: moment("own_text_approved_at"),
  ownPictures: jsonb("own_pictures").$type<ChosenPicture[]>(),
  ownPicturesBy: uuid("own_pictures_by"),
  ownPicturesAt: moment("own_pictures_at"),
  ownPicturesApprovedBy: uuid("own_pictures_approved_by"),
  ownPicturesApprovedAt: moment("own_pictures_approved_at"),
  dueAt: moment("due_at"),
  revisionId: uuid("revision_id"),
  revisionHash: text("revision_hash"),
  marker: text("marker").notNull(),
  /** What was chosen for its network, by the names that the network gives. */
  choices: jsonb("choices").$type<Record<string, string>>().notNull().default({}),
  attempts: integer("attempts").notNull().default(0),
  nextTryAt: moment("next_try_at"),
  takenBy: uuid("taken_by"),
  riskyAt: moment("risky_at"),
  handles: jsonb("handles").$type<Handles>().notNull().default({}),
  reason: text("reason"),
  isRehearsal: boolean("is_rehearsal").notNull().default(false),
  needsPerson: boolean("needs_person").notNull().default(false),
  plannedBy: uuid("planned_by"),
  plannedAt: moment("planned_at").notNull(),
  settledAt: moment("settled_at"),
});

/** A further call of a delivery that is made once, as it was announced. */
export const deliveryCall = pgTable(
  "delivery_call",
  {
    deliveryId: uuid("delivery_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    step: text("step").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.step] })],
);

/** What happened to a delivery, one line each. */
export const deliveryEvent = pgTable("delivery_event", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  deliveryId: uuid("delivery_id").notNull(),
  at: moment("at").notNull(),
  state: text("state").$type<DeliveryState>().notNull(),
  words: text("words").notNull(),
  byName: text("by_name").notNull(),
});

/** Where a text stands. */
export const placement = pgTable("placement", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  deliveryId: uuid("delivery_id").notNull(),
  itemId: uuid("item_id").notNull(),
  accountId: uuid("account_id").notNull(),
  url: text("url"),
  remoteId: text("remote_id"),
  placedAt: moment("placed_at").notNull(),
  recordedBy: uuid("recorded_by"),
  recordedAt: moment("recorded_at").notNull(),
  revisionId: uuid("revision_id").notNull(),
  revisionHash: text("revision_hash").notNull(),
  renewedAt: moment("renewed_at"),
  takenDownAt: moment("taken_down_at"),
  /** The network does not find it any more. */
  goneAt: moment("gone_at"),
  goneWhy: text("gone_why"),
  /** It said so of this very post. */
  goneSure: boolean("gone_sure"),
  /** What a person said is not so, until the network tells otherwise. */
  deniedWhy: text("denied_why"),
  deniedSure: boolean("denied_sure"),
  deniedBy: uuid("denied_by"),
  deniedAt: moment("denied_at"),
});

/** A picture that shows a placement. */
export const placementProof = pgTable("placement_proof", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  placementId: uuid("placement_id").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  addedBy: uuid("added_by"),
  addedAt: moment("added_at").notNull(),
});

export * from "./press-room/bounces/tables.ts";
export * from "./press-room/enquiries/tables.ts";
export * from "./press-room/letters/tables.ts";
export * from "./press-room/limits/tables.ts";
export * from "./press-room/pickups/tables.ts";
export * from "./press-room/press-tables.ts";
export * from "./press-room/spokespeople/tables.ts";
