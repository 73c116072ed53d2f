import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { periodCode } from "../period-input.ts";
import { apologyPolicy, dossierPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const text = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `Dài quá ${most.toLocaleString("vi-VN")} ký tự.`);
const day = (message: string) => z.iso.date(message);
const count = z.number().int();
const state = z.enum(["draft", "approved", "sent", "withdrawn"]);

const ruleFacts = z.object({
  reasons: z
    .array(text(120, "Hãy ghi nhóm lý do."))
    .min(1, "Hãy ghi ít nhất một nhóm lý do.")
    .max(30, "Nhiều nhất 30 nhóm lý do."),
  daysBefore: z.coerce
    .number("Hãy ghi số ngày.")
    .int()
    .min(0, "Không thể âm.")
    .max(60, "Nhiều nhất 60 ngày."),
  mostNewDates: z.coerce
    .number("Hãy ghi số lần.")
    .int()
    .min(0, "Không thể âm.")
    .max(10, "Nhiều nhất 10 lần."),
  signer: text(200, "Hãy ghi chức danh người ký."),
  contact: z.string().trim().max(300, "Dài quá 300 ký tự.").default(""),
  ground: text(500, "Hãy ghi căn cứ của quy tắc."),
  /** Days on the portal; null: until somebody takes it off. */
  publicDays: z.coerce
    .number("Hãy ghi số ngày.")
    .int("Hãy ghi một số nguyên.")
    .min(1, "Ít nhất 1 ngày.")
    .max(3650, "Nhiều nhất 3.650 ngày.")
    .nullable()
    .default(null),
});
const rule = ruleFacts.extend({ saidAt: z.date().nullable(), saidByName: z.string().nullable() });

const late = z.object({
  total: count,
  dossiers: z.array(
    z.object({
      ...{ code: z.string(), unit: z.string(), procedureCode: z.string(), procedureName: z.string() },
      ...{ receivedOn: z.string(), dueOn: z.string(), finishedOn: z.string().nullable() },
      daysLate: count.nullable(),
      said: z.object({ reason: z.string(), unit: z.string(), newDueOn: z.string().nullable() }).nullable(),
      apologies: z.array(
        z.object({ id: z.uuid(), state, newDueOn: z.string().nullable(), sentOn: z.string().nullable() }),
      ),
    }),
  ),
  rule,
  may: maySchema,
  mayApologise: maySchema,
});

const apologies = z.object({
  apologies: z.array(
    z.object({
      ...{ id: z.uuid(), code: z.string(), unit: z.string(), procedureCode: z.string() },
      ...{ procedureName: z.string(), receivedOn: z.string(), dueOn: z.string(), reason: z.string() },
      ...{ explanation: z.string(), newDueOn: z.string().nullable(), state, draftedAt: z.date() },
      ...{ draftedByName: z.string(), approvedByName: z.string().nullable() },
      ...{ sentOn: z.string().nullable(), sentHow: z.string().nullable() },
      ...{ withdrawnReason: z.string().nullable(), publishedAt: z.date().nullable() },
      ...{ publicUntil: z.string().nullable(), removedAt: z.date().nullable() },
      removalReason: z.string().nullable(),
      ...{ maskedCode: z.string(), finishedOn: z.string().nullable(), faults: z.array(z.string()) },
      may: maySchema,
    }),
  ),
  may: maySchema,
});

export const apologyContract = {
  lateDossiers: procedure({
    method: "GET",
    path: "/late-dossiers",
    summary:
      "Sổ hồ sơ trễ hạn của một kỳ: vì sao, đơn vị nào chịu trách nhiệm, hẹn lại ngày nào, đã xin lỗi chưa",
    may: dossierPolicy.right("read"),
  })
    .input(z.object({ period: periodCode }))
    .output(late),
  dueSoon: procedure({
    method: "GET",
    path: "/dossiers-due-soon",
    summary: "Hồ sơ đang giải quyết sắp đến ngày hẹn trả, để kịp xin lỗi trước hạn",
    may: dossierPolicy.right("read"),
  })
    .input(z.object({ days: z.coerce.number().int().min(0).max(30).default(3) }))
    .output(
      z.object({
        total: count,
        lastSheetAt: z.date().nullable(),
        dossiers: z.array(
          z.object({
            ...{ code: z.string(), unit: z.string(), procedureCode: z.string(), procedureName: z.string() },
            ...{ receivedOn: z.string(), dueOn: z.string(), daysLeft: count, apologyBy: z.string() },
            apologies: z.array(
              z.object({
                ...{ id: z.uuid(), state, newDueOn: z.string().nullable(), sentOn: z.string().nullable() },
              }),
            ),
          }),
        ),
        rule,
        mayApologise: maySchema,
      }),
    ),
  lateFile: procedure({
    method: "GET",
    path: "/late-dossiers/xlsx",
    summary: "Tải sổ hồ sơ trễ hạn dạng Excel",
    may: dossierPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(z.object({ period: periodCode }))
    .output(fileOutput),
  explainLate: procedure({
    method: "PUT",
    path: "/late-dossiers",
    summary: "Ghi vì sao một hồ sơ trễ hạn, đơn vị chịu trách nhiệm, ngày hẹn mới",
    may: dossierPolicy.right("explain"),
  })
    .input(
      z.object({
        period: periodCode,
        code: text(100, "Hãy nêu mã hồ sơ."),
        reason: text(120, "Hãy chọn nhóm lý do."),
        unit: text(300, "Hãy ghi đơn vị chịu trách nhiệm."),
        newDueOn: day("Hãy chọn ngày hẹn mới.").nullable().default(null),
      }),
    )
    .output(late),
  apologyRule: procedure({
    method: "GET",
    path: "/apology-rule",
    summary: "Quy tắc xin lỗi của cơ quan",
    may: apologyPolicy.right("read"),
  }).output(z.object({ rule, may: maySchema })),
  setApologyRule: procedure({
    method: "PUT",
    path: "/apology-rule",
    summary: "Đặt quy tắc xin lỗi: nhóm lý do, gửi trước hạn mấy ngày, hẹn lại mấy lần, ai ký",
    may: apologyPolicy.right("setRule"),
  })
    .input(ruleFacts)
    .output(z.object({ rule, may: maySchema })),
  apologies: procedure({
    method: "GET",
    path: "/apologies",
    summary: "Sổ thư xin lỗi",
    may: apologyPolicy.right("read"),
  }).output(apologies),
  draftApology: procedure({
    method: "POST",
    path: "/apologies",
    summary: "Soạn thư xin lỗi cho một hồ sơ trễ hạn",
    may: apologyPolicy.right("draft"),
  })
    .input(
      id.extend({
        code: text(100, "Hãy nêu mã hồ sơ."),
        reason: text(120, "Hãy chọn nhóm lý do."),
        explanation: text(2000, "Hãy ghi rõ vì sao chậm."),
        newDueOn: day("Hãy chọn ngày hẹn mới.").nullable().default(null),
      }),
    )
    .output(apologies),
  approveApology: procedure({
    method: "POST",
    path: "/apologies/{id}/approve",
    summary: "Duyệt thư xin lỗi do người khác soạn",
    may: apologyPolicy.right("approve"),
  })
    .input(id)
    .output(apologies),
  sendApology: procedure({
    method: "POST",
    path: "/apologies/{id}/send",
    summary: "Ghi thư xin lỗi đã gửi ngày nào, bằng cách nào",
    may: apologyPolicy.right("send"),
  })
    .input(id.extend({ sentOn: day("Hãy chọn ngày gửi."), sentHow: text(200, "Hãy ghi gửi bằng cách nào.") }))
    .output(apologies),
  withdrawApology: procedure({
    method: "POST",
    path: "/apologies/{id}/withdraw",
    summary: "Rút một thư xin lỗi chưa gửi",
    may: apologyPolicy.right("withdraw"),
  })
    .input(id.extend({ reason: text(500, "Hãy ghi vì sao rút.") }))
    .output(apologies),
  publishApology: procedure({
    method: "POST",
    path: "/apologies/{id}/publish",
    summary: "Công khai lời xin lỗi đã gửi, che mã hồ sơ, không có thông tin người nộp",
    may: apologyPolicy.right("publish"),
  })
    .input(id.extend({ isProof: z.boolean().default(true) }))
    .output(apologies),
  removeApology: procedure({
    method: "POST",
    path: "/apologies/{id}/remove",
    summary: "Gỡ một lời xin lỗi khỏi cổng, kèm lý do; địa chỉ cũ báo đã gỡ",
    may: apologyPolicy.right("remove"),
  })
    .input(id.extend({ reason: text(500, "Hãy ghi vì sao gỡ.") }))
    .output(apologies),
  apologyLetter: procedure({
    method: "POST",
    path: "/apologies/{id}/letter",
    summary: "Tải thư xin lỗi dạng .docx hoặc .pdf; tên và địa chỉ người nhận chỉ in lên thư, không lưu",
    may: apologyPolicy.right("print"),
  })
    .route({ outputStructure: "detailed" })
    .input(
      id.extend({
        format: z.enum(["docx", "pdf"]),
        name: z.string().trim().max(200, "Dài quá 200 ký tự.").default(""),
        address: z.string().trim().max(300, "Dài quá 300 ký tự.").default(""),
      }),
    )
    .output(fileOutput),
};
