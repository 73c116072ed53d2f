import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { enquiryStates, enquiryWays, lights, outcomes } from "./enquiry.ts";
import { enquiryPolicy } from "./policy.ts";

const right = enquiryPolicy.right;
const badId = "Mã không đúng.";
const id = z.object({ id: z.uuid(badId) });
const line = (longest: number, message: string) => z.string().trim().max(longest, message);
const hours = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);

const filter = z.object({
  state: z.enum(enquiryStates).optional(),
  light: z.enum(lights).optional(),
  outletId: z.uuid(badId).optional(),
  handlerId: z.uuid(badId).optional(),
  from: z.iso.date("Ngày chưa đúng.").optional(),
  to: z.iso.date("Ngày chưa đúng.").optional(),
  q: line(200, "Từ tìm dài quá 200 ký tự.").optional(),
});

const rule = z.object({
  answerHours: hours(1, 720, "Giờ trả lời từ 1 đến 720."),
  skipsDaysOff: z.boolean(),
  warnHours: hours(1, 720, "Giờ báo trước từ 1 đến 720."),
  basis: line(500, "Căn cứ dài quá 500 ký tự."),
});

const enquiry = z.object({
  id: z.uuid(),
  outletId: z.uuid().nullable(),
  outletName: z.string(),
  contactId: z.uuid().nullable(),
  askedBy: z.string(),
  reach: z.string(),
  way: z.enum(enquiryWays),
  subject: z.string(),
  questions: z.string(),
  receivedAt: z.date(),
  dueAt: z.date(),
  light: z.enum(lights),
  handlerId: z.uuid(),
  handlerName: z.string(),
  notedByName: z.string(),
  state: z.enum(enquiryStates),
  closedAt: z.date().nullable(),
  closedByName: z.string().nullable(),
  /** Who spoke, with the position. */
  speaker: z.string().nullable(),
  words: z.string(),
  forwardedTo: z.string(),
  files: z.array(z.object({ id: z.uuid(), fileName: z.string(), bytes: z.number().int() })),
  may: maySchema,
});

const log = z.object({
  enquiries: z.array(enquiry),
  total: z.number().int(),
  pageSize: z.number().int(),
  /** Narrowed alike but for state and clock. */
  counts: z.object({
    total: z.number().int(),
    open: z.number().int(),
    near: z.number().int(),
    overdue: z.number().int(),
    inTime: z.number().int(),
    late: z.number().int(),
    answered: z.number().int(),
    refused: z.number().int(),
    forwarded: z.number().int(),
  }),
  rule,
  may: maySchema,
});

const done = z.object({ id: z.uuid() });

export const enquiryContract = {
  pressEnquiries: procedure({
    method: "GET",
    path: "/press/enquiries",
    summary: "Sổ yêu cầu của báo chí: ai hỏi gì, hạn trả lời, đã trả lời thế nào",
    may: right("read"),
  })
    .input(
      filter.extend({
        page: z.coerce.number().int().min(1).max(100_000).default(1),
        /** One alone, whatever else is asked. */
        id: z.uuid(badId).optional(),
      }),
    )
    .output(log),
  pressEnquiriesTable: procedure({
    method: "GET",
    path: "/press/enquiries-table",
    summary: "Sổ yêu cầu của báo chí (.xlsx)",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(filter)
    .output(fileOutput),
  notePressEnquiry: procedure({
    method: "POST",
    path: "/press/enquiries",
    summary: "Ghi yêu cầu của báo chí; đồng hồ chạy từ lúc nhận",
    may: right("note"),
  })
    .input(
      z.object({
        /** Made by who sends it: sent again it is the same one. */
        id: z.uuid(badId),
        outletId: z.uuid(badId).nullable().default(null),
        outletName: line(200, "Tên dài quá 200 ký tự.").default(""),
        contactId: z.uuid(badId).nullable().default(null),
        askedBy: line(200, "Tên dài quá 200 ký tự.").default(""),
        reach: line(200, "Cách liên hệ dài quá 200 ký tự.").default(""),
        way: z.enum(enquiryWays, "Hãy chọn cách hỏi."),
        subject: line(300, "Về việc dài quá 300 ký tự.").min(1, "Hãy ghi báo chí hỏi về việc gì."),
        questions: line(10_000, "Câu hỏi dài quá 10.000 ký tự.").default(""),
        receivedAt: z.coerce.date("Hãy ghi đủ ngày, giờ nhận."),
        handlerId: z.uuid("Hãy chọn người theo dõi."),
      }),
    )
    .output(done),
  assignPressEnquiry: procedure({
    method: "POST",
    path: "/press/enquiries/{id}/assign",
    summary: "Giao người khác theo dõi trả lời",
    may: right("assign"),
  })
    .input(id.extend({ handlerId: z.uuid("Hãy chọn người theo dõi.") }))
    .output(done),
  closePressEnquiry: procedure({
    method: "POST",
    path: "/press/enquiries/{id}/close",
    summary: "Ghi đã trả lời, từ chối hay chuyển cơ quan khác",
    may: right("close"),
  })
    .input(
      id.extend({
        outcome: z.enum(outcomes, "Hãy chọn kết quả."),
        words: line(20_000, "Nội dung dài quá 20.000 ký tự.").min(1, "Hãy ghi nội dung trả lời hoặc lý do."),
        closedAt: z.iso
          .datetime({ offset: true, error: "Hãy ghi đủ ngày, giờ trả lời." })
          .transform((moment) => new Date(moment)),
        spokespersonId: z.uuid(badId).optional(),
        forwardedTo: line(300, "Tên cơ quan dài quá 300 ký tự.").default(""),
        file: z.file().max(20_000_000, "Tệp lớn hơn 20 MB nên không được nhận.").optional(),
      }),
    )
    .output(done),
  setPressAnswerRule: procedure({
    method: "PUT",
    path: "/press/answer-rule",
    summary: "Đặt giờ trả lời báo chí",
    may: right("rule"),
  })
    .input(rule)
    .output(rule),
};
