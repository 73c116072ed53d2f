import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentStates } from "../content-item.ts";
import { linkOutput } from "../summary-output.ts";
import { practiceKindSlugs, practiceMarks, practiceStates } from "./good-practice.ts";
import { practicePolicy } from "./policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const unitId = z.uuid("Hãy chọn đơn vị.");
const right = practicePolicy.right;

const longText = (label: string) => z.string().max(5000, `${label} dài quá 5.000 ký tự.`);
const maybe = (longest: number, message: string) =>
  z
    .string()
    .trim()
    .max(longest, message)
    .nullable()
    .default(null)
    .transform((text) => text || null);
const day = z.iso.date("Hãy chọn ngày.").nullable().default(null);

/** What is said of one; a result may be told later. */
const practiceFields = z.object({
  kind: z.enum(practiceKindSlugs, "Hãy chọn loại."),
  title: z.string().max(200, "Tên dài quá 200 ký tự."),
  authors: z.string().max(500, "Tên người, nhóm làm dài quá 500 ký tự.").default(""),
  what: longText("Cách làm"),
  result: longText("Kết quả").default(""),
  proofUrl: maybe(2000, "Địa chỉ minh chứng dài quá 2.000 ký tự."),
  proofNote: maybe(500, "Nơi tra cứu dài quá 500 ký tự."),
  begunOn: day,
});

const filter = z.object({
  q: z.string().max(200).optional(),
  kind: z.enum(practiceKindSlugs).optional(),
  state: z.enum(practiceStates).optional(),
  unitId: z.uuid().optional(),
  mark: z.enum(practiceMarks).optional(),
});

const practiceOutput = z.object({
  id: z.uuid(),
  kind: z.enum(practiceKindSlugs),
  title: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  authors: z.string(),
  what: z.string(),
  result: z.string(),
  proofUrl: z.string().nullable(),
  proofNote: z.string().nullable(),
  /** YYYY-MM-DD. */
  begunOn: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(),
  decisionBy: z.string().nullable(),
  state: z.enum(practiceStates),
  registeredByName: z.string(),
  registeredAt: z.date(),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  reason: z.string().nullable(),
  tipId: z.uuid().nullable(),
  spread: z.array(
    z.object({
      id: z.uuid(),
      unitId: z.uuid().nullable(),
      /** Of the unit, or the place in words. */
      name: z.string(),
      since: z.string().nullable(),
      note: z.string().nullable(),
      /** The caller may take it out. */
      mayDrop: z.boolean(),
    }),
  ),
  /** Texts that tell of it. */
  texts: z.array(z.object({ id: z.uuid(), title: z.string(), state: z.enum(contentStates) })),
  /** Obligations of the plan that the entry itself proves. */
  proves: z.array(linkOutput),
  may: maySchema,
});

const wholePractice = practiceOutput.extend({
  /** Obligations of the plans in force that it is likely to prove besides. */
  suggestedIds: z.array(z.uuid()),
});

const obligationIds = z.array(z.uuid("Mã không đúng.")).max(50, "Nhiều nhất 50 nghĩa vụ.");

export const practiceContract = {
  goodPractices: procedure({
    method: "GET",
    path: "/good-practices",
    summary: "Sổ mô hình, sáng kiến, mới trước",
    may: right("read"),
  })
    .input(filter.extend({ after: z.uuid().optional() }))
    .output(
      z.object({
        practices: z.array(practiceOutput),
        next: z.uuid().nullable(),
        total: z.number().int(),
        may: maySchema,
      }),
    ),
  goodPracticesTable: procedure({
    method: "GET",
    path: "/good-practices/table",
    summary: "Tải sổ mô hình, sáng kiến (.xlsx), kèm điều kiện lọc",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(filter)
    .output(fileOutput),
  goodPractice: procedure({
    method: "GET",
    path: "/good-practices/{id}",
    summary: "Một mô hình, sáng kiến",
    may: right("read"),
  })
    .input(id)
    .output(wholePractice),
  registerGoodPractice: procedure({
    method: "POST",
    path: "/good-practices",
    summary: "Đề nghị hoặc ghi một mô hình, sáng kiến vào sổ",
    may: right("register"),
  })
    .input(
      practiceFields.extend({
        /** Made by the sender; the same one sent again is the same entry. */
        id: z.uuid("Mã không đúng."),
        unitId,
        /** The tip that it came from. */
        tipId: z.uuid("Mã không đúng.").nullable().default(null),
      }),
    )
    .output(wholePractice),
  changeGoodPractice: procedure({
    method: "PUT",
    path: "/good-practices/{id}",
    summary: "Sửa một mô hình, sáng kiến",
    may: right("change"),
  })
    .input(practiceFields.extend(id.shape))
    .output(wholePractice),
  recogniseGoodPractice: procedure({
    method: "PUT",
    path: "/good-practices/{id}/recognition",
    summary: "Ghi quyết định công nhận; để trống số là chưa công nhận",
    may: right("recognise"),
  })
    .input(
      id.extend({
        number: maybe(100, "Số quyết định dài quá 100 ký tự."),
        on: day,
        by: maybe(300, "Tên cơ quan công nhận dài quá 300 ký tự."),
      }),
    )
    .output(wholePractice),
  acceptGoodPractice: procedure({
    method: "POST",
    path: "/good-practices/{id}/accept",
    summary: "Ghi vào sổ, kèm nghĩa vụ của kế hoạch mà mục này là minh chứng",
    may: right("accept"),
  })
    .input(id.extend({ obligationIds: obligationIds.default([]) }))
    .output(wholePractice),
  proveByGoodPractice: procedure({
    method: "POST",
    path: "/good-practices/{id}/proof",
    summary: "Ghi mục trong sổ là minh chứng của nghĩa vụ nào của kế hoạch",
    may: right("prove"),
  })
    .input(id.extend({ obligationIds }))
    .output(wholePractice),
  refuseGoodPractice: procedure({
    method: "POST",
    path: "/good-practices/{id}/refuse",
    summary: "Không ghi vào sổ, kèm lý do",
    may: right("refuse"),
  })
    .input(id.extend({ reason: z.string().trim().max(1000, "Lý do dài quá 1.000 ký tự.") }))
    .output(wholePractice),
  endGoodPractice: procedure({
    method: "POST",
    path: "/good-practices/{id}/end",
    summary: "Ghi là thôi áp dụng, kèm lý do",
    may: right("end"),
  })
    .input(id.extend({ reason: z.string().trim().max(1000, "Lý do dài quá 1.000 ký tự.") }))
    .output(wholePractice),
  noteSpread: procedure({
    method: "POST",
    path: "/good-practices/{id}/spread",
    summary: "Ghi một đơn vị, một nơi đã áp dụng theo",
    may: right("spread"),
  })
    .input(
      id.extend({
        /** One of the two. */
        unitId: unitId.nullable().default(null),
        place: maybe(300, "Tên nơi áp dụng dài quá 300 ký tự."),
        since: day,
        note: maybe(1000, "Ghi chú dài quá 1.000 ký tự."),
      }),
    )
    .output(wholePractice),
  dropSpread: procedure({
    method: "DELETE",
    path: "/good-practices/{id}/spread/{spreadId}",
    summary: "Bỏ một nơi áp dụng đã ghi",
    may: right("spread"),
  })
    .input(id.extend({ spreadId: z.uuid("Mã không đúng.") }))
    .output(wholePractice),
  writeFromGoodPractice: procedure({
    method: "POST",
    path: "/good-practices/{id}/text",
    summary: "Viết bài về mô hình, sáng kiến, gắn sẵn nghĩa vụ của kế hoạch",
    may: right("tell"),
  })
    .input(id.extend({ kind: z.string("Hãy chọn loại.").max(50) }))
    .output(z.object({ itemId: z.uuid() })),
  tellOfGoodPractice: procedure({
    method: "PUT",
    path: "/good-practices/{id}/texts/{itemId}",
    summary: "Gắn bài đã có nói về mô hình, sáng kiến",
    may: right("tell"),
  })
    .input(id.extend({ itemId: z.uuid("Hãy chọn bài.") }))
    .output(wholePractice),
  untellGoodPractice: procedure({
    method: "DELETE",
    path: "/good-practices/{id}/texts/{itemId}",
    summary: "Thôi gắn bài với mô hình, sáng kiến",
    may: right("tell"),
  })
    .input(id.extend({ itemId: z.uuid("Hãy chọn bài.") }))
    .output(wholePractice),
  practicesTold: procedure({
    method: "GET",
    path: "/good-practices-told",
    summary: "Một bài nói về những mô hình, sáng kiến nào",
    may: right("read"),
  })
    .input(z.object({ itemId: z.uuid() }))
    .output(z.object({ practices: z.array(z.object({ id: z.uuid(), title: z.string() })) })),
};
