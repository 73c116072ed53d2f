import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { changeActs, changeStates } from "./change.ts";
import { changePolicy } from "./policy.ts";

const right = changePolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });

const placesOutput = z.object({
  title: z.string(),
  kindLabel: z.string(),
  /** It holds; else it was taken back and is only taken down. */
  isPublic: z.boolean(),
  /** What readers are told of the last correction. */
  note: z.string(),
  places: z.array(
    z.object({
      deliveryId: z.uuid(),
      account: z.object({ id: z.uuid(), name: z.string(), networkLabel: z.string() }),
      url: z.string().nullable(),
      placedAt: z.date(),
      /** Since when the text stands there that stands there now; null: since it was placed. */
      renewedAt: z.date().nullable(),
      takenDownAt: z.date().nullable(),
      revisionHash: z.string(),
      standing: z.enum(["current", "outdated", "recalled", "gone"]),
      /** own: our portal, which follows the text; letter: by a second letter to those who had the first. */
      way: z.enum(["own", "network", "letter", "by-hand"]),
      /** Words of its own with which it stands there; null: the shared ones. */
      ownText: z.string().nullable(),
      /** What can be asked for there; where the network does not do it, a person does. */
      can: z.object({ correct: z.boolean(), remove: z.boolean(), replace: z.boolean() }),
      /** What becomes of the text there; null: a person does it. */
      effects: z.object({ correct: z.string().nullable(), remove: z.string().nullable() }),
      /** The newest thing that was to be done there. */
      change: z
        .object({
          id: z.uuid(),
          act: z.enum(changeActs),
          state: z.enum(changeStates),
          why: z.string().nullable(),
          reason: z.string(),
          askedAt: z.date(),
          /** Null: the system, when the corrected text was published. */
          askedByName: z.string().nullable(),
          settledAt: z.date().nullable(),
          nextTryAt: z.date().nullable(),
          attempts: z.number().int(),
          needsPerson: z.boolean(),
          isOpen: z.boolean(),
          stopped: z.string().nullable(),
          /** That is because the network lets us in no more. */
          lockedOut: z.boolean(),
          /** New words that are to stand there, and who wrote them; null: none. */
          ownText: z.string().nullable(),
          ownTextByName: z.string().nullable(),
          /** They wait for a second person. */
          waitsForWords: z.boolean(),
        })
        .nullable(),
      may: maySchema,
    }),
  ),
});

export const changeContract = {
  placementsOfContent: procedure({
    method: "GET",
    path: "/content/{id}/placements",
    summary: "Bài đứng ở đâu, bản nào, đang được sửa hay gỡ",
    may: right("read"),
  })
    .input(id)
    .output(placesOutput),
  correctPlacements: procedure({
    method: "POST",
    path: "/content/{id}/placements/correct",
    summary: "Sửa bài trên các kênh theo bản mới",
    may: right("correct"),
  })
    .input(
      id.extend({
        deliveryIds: z.array(z.uuid("Mã không đúng.")).min(1, "Hãy chọn nơi đăng.").max(100),
        reason: z.string().trim().max(500, "Dài quá 500 ký tự.").default(""),
        words: z.enum(["own", "shared"]).nullable().default(null),
        /** New words of a channel's own, which a second person agrees to. */
        newWords: z
          .array(
            z.object({
              deliveryId: z.uuid("Mã không đúng."),
              text: z.string().trim().min(1, "Hãy viết lời mới.").max(20_000, "Dài quá 20.000 ký tự."),
            }),
          )
          .max(100)
          .default([]),
      }),
    )
    .output(placesOutput),
  removePlacements: procedure({
    method: "POST",
    path: "/content/{id}/placements/remove",
    summary: "Gỡ bài khỏi các kênh",
    may: right("remove"),
  })
    .input(
      id.extend({
        deliveryIds: z.array(z.uuid("Mã không đúng.")).min(1, "Hãy chọn nơi đăng.").max(100),
        reason: z.string().trim().max(500, "Dài quá 500 ký tự."),
        /** It goes out anew once it is taken down. */
        anew: z.boolean().default(false),
        words: z.enum(["own", "shared"]).nullable().default(null),
      }),
    )
    .output(placesOutput),
  retryChange: procedure({
    method: "POST",
    path: "/placement-changes/{id}/try-again",
    summary: "Cho sửa, gỡ lại trên kênh",
    may: right("tryAgain"),
  })
    .input(id)
    .output(placesOutput),
  approveChangeWords: procedure({
    method: "POST",
    path: "/placement-changes/{id}/approve-words",
    summary: "Duyệt lời mới của kênh khi sửa",
    may: right("approveWords"),
  })
    .input(id.extend({ ownText: z.string() }))
    .output(placesOutput),
  leaveChange: procedure({
    method: "POST",
    path: "/placement-changes/{id}/leave",
    summary: "Để người phụ trách sửa, gỡ bằng tay",
    may: right("drop"),
  })
    .input(id)
    .output(placesOutput),
  decideChange: procedure({
    method: "POST",
    path: "/placement-changes/{id}/decide",
    summary: "Cho biết kênh đã sửa, gỡ hay chưa",
    may: right("decide"),
  })
    .input(id.extend({ isDone: z.boolean() }))
    .output(placesOutput),
};
