import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { done, draftStanding, id, line, mayBeEmpty, named } from "../input-shapes.ts";
import { caseStateNames } from "./case.ts";
import { casePolicy } from "./policy.ts";

const right = casePolicy.right;
const LONGEST = 10_000;
const day = z.iso.date("Ngày không đúng.");
const standing = {
  id: z.uuid(),
  title: z.string(),
  state: z.enum(caseStateNames),
  unitName: z.string(),
  beforeOn: z.string(),
  afterOn: z.string(),
  writtenByName: z.string(),
};
const act = (path: string, summary: string, verb: Parameters<typeof right>[0]) =>
  procedure({ method: "POST", path: `/feedback-cases/{id}${path}`, summary, may: right(verb) });

export const caseContract = {
  cases: procedure({
    method: "GET",
    path: "/feedback-cases",
    summary: "Trường hợp trước và sau khi xử lý, mới sửa trước",
    may: right("read"),
  })
    .input(
      z.object({
        state: z.enum(caseStateNames).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        cases: z.array(z.object(standing)),
        total: z.number().int(),
        pageSize: z.number().int(),
        units: z.array(named),
        may: maySchema,
      }),
    ),
  caseById: procedure({
    method: "GET",
    path: "/feedback-cases/{id}",
    summary: "Một trường hợp trước và sau: lời, ảnh, nguồn, minh chứng",
    may: right("read"),
  })
    .input(z.object({ id }))
    .output(
      z.object({
        ...standing,
        unitId: z.uuid(),
        beforeWords: z.string(),
        doneWords: z.string(),
        resultWords: z.string(),
        kept: z.array(z.string()),
        changedAt: z.date(),
        submittedAt: z.date().nullable(),
        decidedByName: z.string().nullable(),
        decidedAt: z.date().nullable(),
        returnReason: z.string().nullable(),
        /** The draft of the newsroom that tells of it, and what became of it. */
        draft: draftStanding.nullable(),
        feedback: z.object({ id: z.uuid(), code: z.string(), mayRead: z.boolean() }).nullable(),
        task: named.nullable(),
        obligations: z.array(named),
        photos: z.array(
          z.object({
            ...{ id: z.uuid(), alt: z.string(), fileName: z.string() },
            ...{ shows: z.enum(["before", "after"]), issues: z.array(z.string()) },
          }),
        ),
        units: z.array(named),
        may: maySchema,
      }),
    ),
  saveCase: procedure({
    method: "POST",
    path: "/feedback-cases",
    summary: "Ghi, sửa bản thảo trường hợp trước và sau",
    may: right("save"),
  })
    .input(
      z.object({
        id,
        unitId: z.uuid("Hãy chọn đơn vị."),
        title: line(200, "Ghi tên trường hợp."),
        beforeWords: mayBeEmpty(LONGEST),
        doneWords: mayBeEmpty(LONGEST),
        resultWords: mayBeEmpty(LONGEST),
        beforeOn: day,
        afterOn: day,
        feedbackCode: mayBeEmpty(30).default(""),
        taskId: id.nullable().default(null),
        obligationIds: z.array(id).max(100).default([]),
        kept: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
      }),
    )
    .output(done),
  casePhotos: act("/photos", "Chọn ảnh trước, ảnh sau từ kho tư liệu", "save")
    .input(z.object({ id, before: z.array(id).max(10), after: z.array(id).max(10) }))
    .output(done),
  deleteCase: act("/delete", "Xóa bản thảo chưa từng được duyệt", "delete")
    .input(z.object({ id }))
    .output(done),
  submitCase: act("/submit", "Gửi người thứ hai duyệt; dữ liệu cá nhân thì từ chối, nêu chỗ", "save")
    .input(z.object({ id }))
    .output(done),
  approveCase: act("/approve", "Duyệt trường hợp trước và sau", "approve")
    .input(z.object({ id, submittedAt: z.iso.datetime("Thời điểm gửi không đúng.") }))
    .output(done),
  returnCase: act(
    "/return",
    "Trả lại để sửa, nêu lý do; trường hợp đã duyệt thì thôi là minh chứng",
    "return",
  )
    .input(z.object({ id, reason: line(1000, "Nêu điều cần sửa.") }))
    .output(done),
  tellCase: act("/tell", "Soạn bản nháp ở tòa soạn từ trường hợp đã duyệt, mỗi trường hợp một bản", "tell")
    .input(z.object({ id, unitId: z.uuid("Hãy chọn đơn vị.") }))
    .output(z.object({ contentId: z.uuid() })),
};
