import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Doubt, KeySort, PlaySource, PlayState, Priority, StationSort, StationWay } from "./station.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });
const changed = { changedBy: uuid("changed_by").notNull(), changedAt: moment("changed_at").notNull() };

/** A commune in whose reach loudspeakers stand. */
export const loudspeakerArea = pgTable("loudspeaker_area", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  code: text("code").notNull(),
  isDifficult: boolean("is_difficult").notNull(),
  difficultBasis: text("difficult_basis").notNull(),
  isClosed: boolean("is_closed").notNull().default(false),
  ...changed,
});

export const loudspeakerStation = pgTable("loudspeaker_station", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  areaId: uuid("area_id").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  sort: text("sort").$type<StationSort>().notNull(),
  way: text("way").$type<StationWay>().notNull(),
  keeper: text("keeper").notNull(),
  clusters: integer("clusters").notNull(),
  note: text("note").notNull(),
  isClosed: boolean("is_closed").notNull().default(false),
  seenAt: moment("seen_at"),
  said: jsonb("said").$type<{ software: string; storageFreeMb: number | null; failed: string[] }>(),
  ...changed,
});

/** Within which an agency lets its loudspeakers play. */
export const loudspeakerLimit = pgTable("loudspeaker_limit", {
  agencyId: uuid("agency_id").primaryKey(),
  earliest: text("earliest").notNull(),
  latest: text("latest").notNull(),
  slotsADay: integer("slots_a_day"),
  minutesASlot: integer("minutes_a_slot"),
  daysAWeek: integer("days_a_week"),
  basis: text("basis").notNull(),
  ...changed,
});

export const loudspeakerSlot = pgTable("loudspeaker_slot", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  /** "135": Monday, Wednesday, Friday. */
  weekdays: text("weekdays").notNull(),
  fromTime: text("from_time").notNull(),
  toTime: text("to_time").notNull(),
  isClosed: boolean("is_closed").notNull().default(false),
  ...changed,
});

/** What lets a station in, as a hash. */
export const loudspeakerKey = pgTable("loudspeaker_key", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  stationId: uuid("station_id").notNull(),
  sort: text("sort").$type<KeySort>().notNull(),
  hash: text("hash").notNull(),
  ending: text("ending").notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
  usedAt: moment("used_at"),
  revokedBy: uuid("revoked_by"),
  revokedAt: moment("revoked_at"),
});

/** One bulletin for one station. */
export const broadcast = pgTable("broadcast", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  deliveryId: uuid("delivery_id").notNull(),
  itemId: uuid("item_id").notNull(),
  stationId: uuid("station_id").notNull(),
  priority: text("priority").$type<Priority>().notNull(),
  repeats: integer("repeats").notNull(),
  gapSeconds: integer("gap_seconds").notNull(),
  revisionId: uuid("revision_id"),
  edition: integer("edition").notNull().default(1),
  correctedAt: moment("corrected_at"),
  plannedBy: uuid("planned_by").notNull(),
  plannedAt: moment("planned_at").notNull(),
  confirmedBy: uuid("confirmed_by"),
  confirmedAt: moment("confirmed_at"),
  withdrawnAt: moment("withdrawn_at"),
  withdrawnWhy: text("withdrawn_why"),
});

/** When it is to be played. */
export const broadcastWindow = pgTable("broadcast_window", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  broadcastId: uuid("broadcast_id").notNull(),
  playFrom: moment("play_from").notNull(),
  playUntil: moment("play_until").notNull(),
});

/** Who took the package, when, with which text. */
export const broadcastTaken = pgTable("broadcast_taken", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  broadcastId: uuid("broadcast_id").notNull(),
  takenBy: text("taken_by").notNull(),
  personId: uuid("person_id"),
  revisionId: uuid("revision_id").notNull(),
  sha256: text("sha256").notNull(),
  at: moment("at").notNull(),
});

/** What stations say they did. */
export const playLog = pgTable("play_log", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  stationId: uuid("station_id").notNull(),
  broadcastId: uuid("broadcast_id").notNull(),
  windowId: uuid("window_id"),
  receipt: text("receipt").notNull(),
  state: text("state").$type<PlayState>().notNull(),
  startedAt: moment("started_at").notNull(),
  endedAt: moment("ended_at"),
  repetition: integer("repetition").notNull(),
  clustersOk: integer("clusters_ok"),
  clustersFailed: integer("clusters_failed"),
  reason: text("reason").notNull(),
  doubt: text("doubt").$type<Doubt>(),
  source: text("source").$type<PlaySource>().notNull(),
  recordedBy: uuid("recorded_by"),
  recordedAt: moment("recorded_at").notNull(),
});
