import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { feedbackPolicy } from "./policy.ts";

export const id = z.uuid("Mã không đúng.");
export const line = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `Dài quá ${most.toLocaleString("vi-VN")} ký tự.`);
export const mayBeEmpty = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Dài quá ${most.toLocaleString("vi-VN")} ký tự.`);
export const orNull = (most: number) =>
  mayBeEmpty(most)
    .nullable()
    .default(null)
    .transform((text) => text || null);
export const done = z.object({ id: z.uuid() });
export const named = z.object({ id: z.uuid(), name: z.string() });
/** A draft that the newsroom was given, where it stands there, and when it was published last. */
export const draftStanding = z.object({
  ...{ id: z.uuid(), stateWord: z.string(), publishedAt: z.date().nullable() },
});

/** What is done with one feedback, under its address. */
export const act = (path: `/${string}`, summary: string, may: Parameters<typeof feedbackPolicy.right>[0]) =>
  procedure({ method: "POST", path: `/feedback/{id}${path}`, summary, may: feedbackPolicy.right(may) });
