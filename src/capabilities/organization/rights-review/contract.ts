import { z } from "zod";
import { type Role, roles } from "#platform/auth/actor.ts";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { rightsReviewPolicy } from "./policy.ts";
import {
  type LineStanding,
  lineStandings,
  type ReviewMark,
  reviewedKinds,
  reviewMarks,
  reviewOutcomes,
} from "./rights-review.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const day = (missing: string) => z.iso.date(missing);
const words = (missing: string, most = 1000) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `Nội dung dài quá ${most.toLocaleString("vi")} ký tự.`);
const optionalWords = (tooLong: string) =>
  z
    .string()
    .trim()
    .max(1000, tooLong)
    .nullable()
    .default(null)
    .transform((text) => text || null);
const roleNames = roles as readonly [Role, ...Role[]];
const marks = Object.keys(reviewMarks) as [ReviewMark, ...ReviewMark[]];

const facts = z.object({
  id: z.uuid(),
  basis: z.string(),
  asOf: z.string(),
  dueOn: z.string(),
  state: z.enum(["open", "closed", "cancelled"]),
  openedAt: z.date(),
  closedAt: z.date().nullable(),
  conclusion: z.string().nullable(),
  cancelReason: z.string().nullable(),
});

const list = z.object({
  reviews: z.array(
    facts.extend({
      lines: z.int(),
      undecided: z.int(),
      /** Lines that nobody besides their holder could or can decide. */
      left: z.int(),
      withdrawn: z.int(),
      changed: z.int(),
      /** Lines that the caller may decide and nobody has. */
      mine: z.int(),
    }),
  ),
  /** In which month of each year a review is asked for; null: never by itself. */
  month: z.int().nullable(),
  /** Since which day a review of this year is asked for that nobody has opened. */
  askedSince: z.string().nullable(),
  may: maySchema,
});

const review = facts.extend({
  openedByName: z.string().nullable(),
  closedByName: z.string().nullable(),
  cancelledByName: z.string().nullable(),
  /** Rights that began after the day of the list, each in words. */
  givenSince: z.array(z.string()),
  lines: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(reviewedKinds),
      personId: z.uuid(),
      personName: z.string(),
      jobTitle: z.string().nullable(),
      role: z.enum(roleNames).nullable(),
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
      /** Role and unit, or the lines above the signature, in words. */
      right: z.string(),
      fromDate: z.string().nullable(),
      toDate: z.string().nullable(),
      lastSignIn: z.string().nullable(),
      marks: z.array(z.enum(marks)),
      reviewers: z.string(),
      outcome: z.enum(reviewOutcomes).nullable(),
      reason: z.string().nullable(),
      newRight: z.string().nullable(),
      decidedByName: z.string().nullable(),
      decidedAt: z.date().nullable(),
      proposedByName: z.string().nullable(),
      proposal: z.string().nullable(),
      /** What became of the right since the list was made; null: it stands as in the list. */
      since: z.string().nullable(),
      open: z.boolean(),
      /** Nobody besides the holder can decide it, or could when the review was closed. */
      left: z.boolean(),
      leftReason: z.string().nullable(),
      may: maySchema,
    }),
  ),
  may: maySchema,
});

export const rightsReviewContract = {
  rightsReviews: procedure({
    method: "GET",
    path: "/rights-reviews",
    summary: "Các đợt rà soát quyền của cơ quan",
    may: rightsReviewPolicy.right("read"),
  }).output(list),
  rightsReview: procedure({
    method: "GET",
    path: "/rights-reviews/{id}",
    summary: "Một đợt rà soát quyền với các dòng mình được xem",
    may: rightsReviewPolicy.right("read"),
  })
    .input(id)
    .output(review),
  openRightsReview: procedure({
    method: "POST",
    path: "/rights-reviews",
    summary: "Mở đợt rà soát quyền, chốt danh sách",
    may: rightsReviewPolicy.right("open"),
  })
    .input(
      z.object({
        basis: words("Hãy ghi căn cứ hoặc lý do rà soát.", 500),
        asOf: day("Hãy chọn ngày chốt danh sách."),
        dueOn: day("Hãy chọn hạn rà soát."),
      }),
    )
    .output(review),
  decideRights: procedure({
    method: "POST",
    path: "/rights-reviews/{id}/decide",
    summary: "Giữ nguyên, thu hồi hoặc đổi quyền trong đợt rà soát",
    may: rightsReviewPolicy.right("decide"),
    sensitive: true,
  })
    .input(
      id.extend({
        lineIds: z
          .array(z.uuid("Mã không đúng."))
          .min(1, "Hãy chọn ít nhất một dòng.")
          .max(500, "Tối đa 500 dòng một lần."),
        outcome: z.enum(reviewOutcomes, { error: "Hãy chọn quyết định." }),
        reason: optionalWords("Lý do dài quá 1.000 ký tự."),
        newRole: z.enum(roleNames, { error: "Hãy chọn vai trò mới." }).nullable().default(null),
        newUnitId: z.uuid("Hãy chọn đơn vị.").nullable().default(null),
      }),
    )
    .output(review),
  closeRightsReview: procedure({
    method: "POST",
    path: "/rights-reviews/{id}/close",
    summary: "Kết thúc đợt rà soát quyền",
    may: rightsReviewPolicy.right("close"),
  })
    .input(
      id.extend({
        conclusion: words("Hãy ghi kết luận.", 2000),
        /** Why nobody besides the holder could decide the lines that are left so. */
        leftReason: optionalWords("Lý do dài quá 1.000 ký tự."),
      }),
    )
    .output(review),
  cancelRightsReview: procedure({
    method: "POST",
    path: "/rights-reviews/{id}/cancel",
    summary: "Hủy đợt rà soát quyền mở nhầm",
    may: rightsReviewPolicy.right("cancel"),
  })
    .input(id.extend({ reason: words("Hãy nêu lý do hủy.", 500) }))
    .output(review),
  setRightsReviewMonth: procedure({
    method: "PUT",
    path: "/rights-review-month",
    summary: "Chọn tháng rà soát quyền hằng năm",
    may: rightsReviewPolicy.right("setMonth"),
  })
    .input(
      z.object({
        month: z.int("Hãy chọn tháng.").min(1, "Hãy chọn tháng.").max(12, "Hãy chọn tháng.").nullable(),
      }),
    )
    .output(list),
  rightsReviewTable: procedure({
    method: "GET",
    path: "/rights-reviews/{id}/table",
    summary: "Tải danh sách rà soát quyền (.xlsx)",
    may: rightsReviewPolicy.right("take"),
  })
    .route({ outputStructure: "detailed" })
    .input(
      id.extend({
        outcome: z.enum(Object.keys(lineStandings) as [LineStanding, ...LineStanding[]]).optional(),
        unitId: z.uuid("Mã không đúng.").optional(),
      }),
    )
    .output(fileOutput),
  rightsReviewMinutes: procedure({
    method: "GET",
    path: "/rights-reviews/{id}/minutes",
    summary: "Tải biên bản rà soát quyền (.docx)",
    may: rightsReviewPolicy.right("take"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
};
