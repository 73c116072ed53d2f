import { z } from "zod";
import { maySchema } from "#platform/auth/contract-base.ts";
import { contentStates } from "./content-item.ts";

/** An item as lists show it. */
export const summaryOutput = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  summary: z.string(),
  state: z.enum(contentStates),
  unitId: z.uuid(),
  unitName: z.string(),
  primaryTheme: z.string().nullable(),
  createdByName: z.string(),
  updatedAt: z.date(),
  submittedAt: z.date().nullable(),
  scheduledAt: z.date().nullable(),
  /** It is published by nobody before this moment; null: whenever it is approved. */
  embargoUntil: z.date().nullable(),
  publishedAt: z.date().nullable(),
  discardedAt: z.date().nullable(),
  /** Of the agency only those named see it, its writers and those who decide on it. */
  limited: z.boolean(),
  /** It serves nothing of a plan, though it has left its writer's desk. */
  unlinked: z.boolean(),
  urgent: z.boolean(),
  postCheckDue: z.boolean(),
  slug: z.string().nullable(),
  /** A newer text than the published one is there; it waits for a second person. */
  hasNewerText: z.boolean(),
  hasOpenCorrection: z.boolean(),
  /** Who is writing it at this moment. */
  writerName: z.string().nullable(),
  /** Of a kind that may be approved with others at once. */
  lowRisk: z.boolean(),
  /** Comments of the staff that are not settled. */
  openComments: z.number().int(),
  /** The step of the approval that is open; null: it waits for nobody. */
  turn: z
    .object({
      name: z.string(),
      position: z.number().int(),
      of: z.number().int(),
      since: z.date(),
      dueAt: z.date().nullable(),
      /** It is decided together with others. */
      together: z.boolean(),
    })
    .nullable(),
  may: maySchema,
});

/** What of a plan something serves, in words. */
export const linkOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  planId: z.uuid(),
  planTitle: z.string(),
  planYear: z.number().int(),
  inForce: z.boolean(),
});
