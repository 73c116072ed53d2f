import { z } from "zod";
import type { Receipt } from "../record-plays.ts";
import { playStates } from "../station.ts";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const receipt = z.object({
  receiptId: z.string().trim().min(1).max(200),
  slotId: z.string().max(100).nullish(),
  bulletinId: z.string().max(100).nullish(),
  revision: z.number().int().min(1).nullish(),
  state: z.enum(playStates),
  startedAt: moment,
  endedAt: moment.nullish(),
  repetition: z.number().int().min(1).max(100).default(1),
  clustersOk: z.array(z.string().max(100)).max(1000).nullish(),
  clustersFailed: z
    .array(z.object({ cluster: z.string().max(100) }))
    .max(1000)
    .nullish(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
  reason: z.string().max(500).default(""),
});

/** What a station's device says that it did; one line that cannot be read does not cost the others. */
export const receiptsCall = z.object({
  station: z.string().max(100),
  receipts: z.array(z.unknown()).min(1).max(500),
});

export function receiptOf(given: unknown): Receipt | null {
  const read = receipt.safeParse(given);
  if (!read.success) return null;
  const { slotId, bulletinId, revision, endedAt, clustersOk, clustersFailed, sha256, ...rest } = read.data;
  return {
    ...rest,
    slotId: slotId ?? null,
    bulletinId: bulletinId ?? null,
    edition: revision ?? null,
    endedAt: endedAt ?? null,
    clustersOk: clustersOk?.length ?? null,
    clustersFailed: clustersFailed?.length ?? null,
    sha256: sha256 ?? null,
  };
}

export const heartbeatCall = z.object({
  station: z.string().max(100),
  software: z.string().max(100).default(""),
  storageFreeMb: z.number().min(0).nullish(),
  clusters: z
    .array(z.object({ id: z.string().max(100), state: z.string().max(50).default("ok") }))
    .max(1000)
    .default([]),
});
