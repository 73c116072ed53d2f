import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentStates } from "../content-item.ts";
import { mediaSortSlugs } from "../media-library/media-sort.ts";
import { similarItem } from "../similarity/contract.ts";
import { tipPolicy } from "./policy.ts";
import { MOST_TIP_MEDIA, tipKindSlugs, tipStates } from "./tip.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });

const besideOutput = z.object({
  id: z.uuid(),
  /** Their beginning. */
  words: z.string(),
  unitName: z.string(),
  sentByName: z.string(),
});

const tipOutput = z.object({
  id: z.uuid(),
  kind: z.enum(tipKindSlugs),
  words: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  sentByName: z.string(),
  sentAt: z.date(),
  state: z.enum(tipStates),
  takenByName: z.string().nullable(),
  takenAt: z.date().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  reason: z.string().nullable(),
  /** What came of it, or of the tip that it was merged into. */
  item: z.object({ id: z.uuid(), title: z.string(), state: z.enum(contentStates) }).nullable(),
  story: z.object({ id: z.uuid(), title: z.string(), droppedAt: z.date().nullable() }).nullable(),
  /** The entry of the register of good practices that it was used for. */
  practice: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** The tip that it was merged into. */
  into: besideOutput.extend({ reason: z.string().nullable() }).nullable(),
  /** Those that were merged into it. */
  merged: z.array(besideOutput),
  media: z.array(
    z.object({
      id: z.uuid(),
      sort: z.enum(mediaSortSlugs),
      fileName: z.string(),
      durationMs: z.number().int().nullable(),
      /** Where it was taken, when the sender said so. */
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    }),
  ),
  /** The public page of what came of it names the unit. */
  credited: z.boolean(),
  may: maySchema,
});

const period = z.object({
  from: z.iso.date("Hãy chọn ngày.").nullable().default(null),
  to: z.iso.date("Hãy chọn ngày.").nullable().default(null),
});

const credited = z.boolean().default(false);

export const intakeContract = {
  sendTip: procedure({
    method: "POST",
    path: "/tips",
    summary: "Gửi một tin cho biên tập",
    may: tipPolicy.right("send"),
  })
    .input(
      z.object({
        /** Made by the sender; the same one sent again is the same tip. */
        id: z.uuid("Mã không đúng."),
        unitId: z.uuid("Hãy chọn đơn vị."),
        kind: z.enum(tipKindSlugs, "Hãy chọn loại tin."),
        words: z.string("Hãy ghi vài chữ.").max(2_000_000, "Tin dài quá; bài dài hãy viết ở mục Tin, bài."),
        media: z
          .array(
            z
              .object({
                mediaId: z.uuid(),
                /** Where it was taken, in degrees; only when the sender says so. */
                latitude: z.number().min(-90).max(90).nullable().default(null),
                longitude: z.number().min(-180).max(180).nullable().default(null),
              })
              .refine(
                ({ latitude, longitude }) => (latitude === null) === (longitude === null),
                "Vị trí cần cả vĩ độ và kinh độ.",
              ),
          )
          .max(MOST_TIP_MEDIA, `Mỗi tin kèm nhiều nhất ${MOST_TIP_MEDIA} ảnh, bản thu.`)
          .default([]),
      }),
    )
    .output(tipOutput),
  withdrawTip: procedure({
    method: "POST",
    path: "/tips/{id}/withdraw",
    summary: "Rút tin đã gửi, khi chưa ai nhận",
    may: tipPolicy.right("withdraw"),
  })
    .input(id)
    .output(tipOutput),
  listTips: procedure({
    method: "GET",
    path: "/tips",
    summary: "Tin gửi về, mới trước; đơn vị thấy tin của mình, biên tập thấy của mọi đơn vị",
    may: tipPolicy.right("read"),
  })
    .input(
      z.object({
        /** "open": nothing is decided. */
        state: z.enum([...tipStates, "open"]).optional(),
        kind: z.enum(tipKindSlugs).optional(),
        unitId: z.uuid().optional(),
        q: z.string().max(200).optional(),
        mine: z.stringbool().or(z.boolean()).optional(),
        after: z.uuid().optional(),
      }),
    )
    .output(
      z.object({
        tips: z.array(tipOutput),
        next: z.uuid().nullable(),
        /** Counted up to 1,000; `isMore` where there are more. */
        total: z.number().int(),
        isMore: z.boolean(),
        may: maySchema,
      }),
    ),
  getTip: procedure({
    method: "GET",
    path: "/tips/{id}",
    summary: "Một tin gửi về",
    may: tipPolicy.right("read"),
  })
    .input(id)
    .output(tipOutput),
  takeTip: procedure({
    method: "POST",
    path: "/tips/{id}/take",
    summary: "Nhận tin",
    may: tipPolicy.right("take"),
  })
    .input(id)
    .output(tipOutput),
  writeFromTip: procedure({
    method: "POST",
    path: "/tips/{id}/text",
    summary: "Viết bài từ tin",
    may: tipPolicy.right("use"),
  })
    .input(
      id.extend({
        kind: z.string("Hãy chọn loại.").max(50),
        /** Null: the unit that sent it. */
        unitId: z.uuid("Hãy chọn đơn vị.").nullable().default(null),
        credited,
      }),
    )
    .output(tipOutput),
  planFromTip: procedure({
    method: "POST",
    path: "/tips/{id}/story",
    summary: "Lập đề tài từ tin",
    may: tipPolicy.right("use"),
  })
    .input(
      id.extend({
        /** Null or empty: the first words of the tip. */
        title: z.string().max(200, "Tên dài quá 200 ký tự.").nullable().default(null),
        unitId: z.uuid("Hãy chọn đơn vị.").nullable().default(null),
        credited,
      }),
    )
    .output(tipOutput),
  joinTip: procedure({
    method: "POST",
    path: "/tips/{id}/join",
    summary: "Gắn tin vào bài hoặc đề tài đã có",
    may: tipPolicy.right("use"),
  })
    .input(
      id.extend({
        /** One of the two. */
        itemId: z.uuid("Hãy chọn bài.").nullable().default(null),
        storyId: z.uuid("Hãy chọn đề tài.").nullable().default(null),
        credited,
      }),
    )
    .output(tipOutput),
  sameAsTip: procedure({
    method: "GET",
    path: "/tips/{id}/same",
    summary: "Bài của cơ quan mình, cơ quan khác về cùng việc với một tin",
    may: tipPolicy.right("read"),
  })
    .input(id)
    .output(
      z.object({
        similar: z.array(
          similarItem.extend({
            /** How another agency's text is taken over; null: it is one's own. */
            reuse: z
              .object({
                agency: z.string(),
                slug: z.string(),
                forbidden: z.boolean(),
                /** The own item that was made of it. */
                reusedAs: z.uuid().nullable(),
              })
              .nullable(),
          }),
        ),
        /** Topics that other agencies say they are working on. */
        claims: z.array(
          z.object({
            title: z.string(),
            agencyName: z.string(),
            /** YYYY-MM-DD. */
            plannedOn: z.string(),
            contact: z.string(),
            /** How much of it stands in the tip, 0 to 1. */
            score: z.number(),
          }),
        ),
      }),
    ),
  reuseForTip: procedure({
    method: "POST",
    path: "/tips/{id}/reuse",
    summary: "Lấy bài của cơ quan khác về cùng việc làm bản nháp, ghi nguồn",
    may: tipPolicy.right("use"),
  })
    .input(
      id.extend({
        agency: z.string().min(1, "Hãy chọn bài.").max(200),
        slug: z.string().min(1, "Hãy chọn bài.").max(200),
        /** Null: the unit that sent it. */
        unitId: z.uuid("Hãy chọn đơn vị.").nullable().default(null),
      }),
    )
    .output(tipOutput),
  mergeTip: procedure({
    method: "POST",
    path: "/tips/{id}/merge",
    summary: "Gộp tin vào một tin cùng việc",
    may: tipPolicy.right("merge"),
  })
    .input(id.extend({ intoId: z.uuid("Hãy chọn tin.") }))
    .output(tipOutput),
  declineTip: procedure({
    method: "POST",
    path: "/tips/{id}/decline",
    summary: "Không dùng tin, kèm lý do",
    may: tipPolicy.right("decline"),
  })
    .input(id.extend({ reason: z.string().trim().max(1000, "Lý do dài quá 1.000 ký tự.") }))
    .output(tipOutput),
  reopenTip: procedure({
    method: "POST",
    path: "/tips/{id}/reopen",
    summary: "Xem lại tin đã dùng, đã gộp, không dùng",
    may: tipPolicy.right("reopen"),
  })
    .input(id)
    .output(tipOutput),
  creditTip: procedure({
    method: "PUT",
    path: "/tips/{id}/credit",
    summary: "Ghi hay không ghi tên đơn vị gửi tin ở trang công khai",
    may: tipPolicy.right("credit"),
  })
    .input(id.extend({ credited: z.boolean() }))
    .output(tipOutput),
  tipsBehind: procedure({
    method: "GET",
    path: "/tips-behind",
    summary: "Một bài, một đề tài do những tin nào",
    may: tipPolicy.right("read"),
  })
    .input(z.object({ itemId: z.uuid().optional(), storyId: z.uuid().optional() }))
    .output(z.object({ tips: z.array(tipOutput) })),
  tipsByUnit: procedure({
    method: "GET",
    path: "/tips-by-unit",
    summary: "Mỗi đơn vị gửi bao nhiêu tin, được dùng bao nhiêu",
    may: tipPolicy.right("count"),
  })
    .input(period)
    .output(
      z.object({
        units: z.array(
          z.object({
            unitId: z.uuid(),
            unitName: z.string(),
            sent: z.number().int(),
            open: z.number().int(),
            used: z.number().int(),
            /** Used, and what came of it is or was on the portal. */
            published: z.number().int(),
            declined: z.number().int(),
          }),
        ),
      }),
    ),
  tipsByUnitTable: procedure({
    method: "GET",
    path: "/tips-by-unit/table",
    summary: "Tải bảng đếm tin theo đơn vị (.xlsx)",
    may: tipPolicy.right("count"),
  })
    .route({ outputStructure: "detailed" })
    .input(period)
    .output(fileOutput),
};
