import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { documentAnswer } from "../estimates/contract.ts";
import { day, id, line, money, reason, some, typed, uuid, year } from "../fields.ts";
import { savingPolicy } from "./policy.ts";
import { savingMeasures, savingScopes, savingStates } from "./saving.ts";

const right = savingPolicy.right;
const count = z.number().int();
const saved = z.object({ minutes: count, ways: count, dong: money });
const period = some(10, "Kỳ");

const savings = z.object({
  year: z.number().int(),
  /** Where the public reads the approved ones. */
  publicAddress: z.string(),
  total: saved,
  savings: z.array(
    z.object({
      id: z.uuid(),
      period: z.string(),
      periodLabel: z.string(),
      fromOn: z.string(),
      toOn: z.string(),
      scope: z.enum(savingScopes),
      scopeKey: z.string(),
      scopeName: z.string(),
      measure: z.enum(savingMeasures),
      dossiers: count,
      countedBy: z.string(),
      countedAt: z.date(),
      minutes: count,
      ways: count,
      dong: money,
      whole: saved,
      method: z.string(),
      documentTitle: z.string(),
      documentNumber: z.string(),
      documentDay: z.string(),
      link: z.string(),
      state: z.enum(savingStates),
      writtenAt: z.date(),
      writerNames: z.array(z.string()),
      decidedAt: z.date().nullable(),
      decidedByName: z.string().nullable(),
      decisionWords: z.string(),
      withdrawnAt: z.date().nullable(),
      withdrawnByName: z.string().nullable(),
      withdrawnReason: z.string(),
      documents: z.array(documentAnswer),
      may: maySchema,
    }),
  ),
  may: maySchema,
});
const whole = (most: number, what: string) =>
  z
    .number(`${what} là số nguyên.`)
    .int(`${what} là số nguyên.`)
    .min(0, `${what} không nhỏ hơn 0.`)
    .max(most, `${what} nhiều nhất ${most.toLocaleString("vi-VN")}.`);

export const savingsContract = {
  citizenSavings: procedure({
    method: "GET",
    path: "/citizen-savings",
    summary: "Thời gian, lượt đi lại, chi phí người dân tiết kiệm được trong một năm báo cáo, kèm nguồn",
    may: right("read"),
  })
    .input(z.object({ year }))
    .output(savings),
  savingCounts: procedure({
    method: "GET",
    path: "/citizen-savings/counts",
    summary: "Số hồ sơ đếm được trong bảng hồ sơ của một kỳ, theo lĩnh vực và thủ tục",
    may: right("read"),
  })
    .input(z.object({ period }))
    .output(
      z.object({
        ...{ period: z.string(), label: z.string(), from: z.string(), to: z.string() },
        counted: z.array(
          z.object({
            scope: z.enum(["all", "field", "procedure"]),
            key: z.string(),
            name: z.string(),
            counts: z.object({ online: count, paid: count, electronic: count, early: count }),
          }),
        ),
      }),
    ),
  saveCitizenSaving: procedure({
    method: "PUT",
    path: "/citizen-savings",
    summary: "Ghi mức tiết kiệm của một hồ sơ, nguồn và số hồ sơ; còn chờ duyệt thì sửa được",
    may: right("write"),
  })
    .input(
      z.object({
        id: uuid,
        period,
        scope: z.enum(savingScopes, "Hãy chọn thủ tục hoặc nhóm thủ tục."),
        scopeKey: line(500, "Mã thủ tục").default(""),
        scopeName: line(300, "Thủ tục hoặc nhóm thủ tục").default(""),
        measure: z.enum(savingMeasures, "Hãy chọn hồ sơ được tính."),
        dossiers: z
          .number("Số hồ sơ là số nguyên.")
          .int("Số hồ sơ là số nguyên.")
          .min(1, "Số hồ sơ từ 1.")
          .max(9_999_999, "Số hồ sơ nhiều nhất 9.999.999.")
          .nullable()
          .default(null),
        countedBy: line(500, "Nguồn số hồ sơ").default(""),
        minutes: whole(999_999, "Số phút"),
        ways: whole(999, "Số lượt đi lại"),
        dongTyped: typed.default(""),
        method: some(2000, "Cách tính"),
        documentTitle: some(300, "Tên văn bản nguồn"),
        documentNumber: some(60, "Số văn bản nguồn"),
        documentDay: day,
        link: z
          .union([z.literal(""), z.url({ protocol: /^https?$/, error: "Liên kết chưa đúng." }).max(2000)])
          .default(""),
      }),
    )
    .output(savings),
  decideCitizenSaving: procedure({
    method: "POST",
    path: "/citizen-savings/{id}/decision",
    summary: "Duyệt hoặc không duyệt; người ghi không tự duyệt",
    may: right("decide"),
  })
    .input(id.extend({ approve: z.boolean(), words: line(1000, "Ý kiến").default("") }))
    .output(savings),
  withdrawCitizenSaving: procedure({
    method: "POST",
    path: "/citizen-savings/{id}/withdraw",
    summary: "Rút số liệu đã duyệt, kèm lý do; báo cáo đã chốt vẫn giữ",
    may: right("withdraw"),
  })
    .input(id.extend({ reason }))
    .output(savings),
  addSavingDocument: procedure({
    method: "POST",
    path: "/citizen-savings/{id}/documents",
    summary: "Đính tệp văn bản nguồn",
    may: right("write"),
  })
    .input(
      id.extend({ file: z.file("Hãy chọn tệp.").max(20_000_000, "Tệp lớn hơn 20 MB nên không được nhận.") }),
    )
    .output(savings),
};
