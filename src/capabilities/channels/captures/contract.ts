import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";

const right = deliveryPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });

const captures = z.object({
  captures: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(["waiting", "taken", "failed"]),
      revisionId: z.uuid(),
      revisionHash: z.string(),
      nextTryAt: z.date(),
      /** Why it is not there yet, or will not be. */
      why: z.string().nullable(),
      /** Null: by itself. */
      askedByName: z.string().nullable(),
      askedAt: z.date(),
      takenAt: z.date().nullable(),
      url: z.string().nullable(),
      status: z.number().int().nullable(),
      pageSha256: z.string().nullable(),
      words: z.string().nullable(),
      bytes: z.number().int().nullable(),
      sha256: z.string().nullable(),
      /** The archive, to be kept and never opened within the site. */
      path: z.string().nullable(),
    }),
  ),
  /** Whether the newest text's page is kept unasked: `sample`: its address is invented. */
  byItself: z.enum(["yes", "sample", "no"]),
  may: maySchema,
});

export const captureContract = {
  captures: procedure({
    method: "GET",
    path: "/deliveries/{id}/captures",
    summary: "Trang bài được hệ thống lưu",
    may: right("read"),
  })
    .input(id)
    .output(captures),
  captureAgain: procedure({
    method: "POST",
    path: "/deliveries/{id}/captures",
    summary: "Lưu lại trang bài",
    may: right("prove"),
  })
    .input(id)
    .output(captures),
};
