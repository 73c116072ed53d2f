import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { LARGEST_SHEET, madeImport } from "#platform/sheets/list-contract.ts";
import { dossierPolicy } from "../policy.ts";
import { type ScoreKey, scoreKeys } from "./score.ts";

const may = dossierPolicy.right("import");
const count = z.number().int();
const url = z
  .string()
  .trim()
  .max(1000, "Đường dẫn dài quá 1.000 ký tự.")
  .regex(/^https?:\/\/\S+$/, "Hãy dán đường dẫn nơi công bố điểm, bắt đầu bằng http:// hoặc https://.");

const file = z.object({
  file: z
    .file("Hãy chọn một bảng điểm .xlsx, .xls, .csv hoặc .json.")
    .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
    .max(LARGEST_SHEET, "Tệp lớn hơn 10 MB nên không được nhận."),
  /** For rows that name none of their own. */
  url,
});

const points = Object.fromEntries(scoreKeys.map((key) => [key, count.nullable()])) as Record<
  ScoreKey,
  z.ZodNullable<z.ZodNumber>
>;
const score = z.object({ entity: z.string(), scoredOn: z.string(), url: z.string(), ...points });

const typed = z.string().trim().max(10, "Điểm dài quá 10 ký tự.").default("");

const scores = z.object({ scores: z.array(score), imports: z.array(madeImport), may: maySchema });

export const serviceIndexContract = {
  serviceIndex: procedure({
    method: "GET",
    path: "/service-index",
    summary:
      "Điểm Bộ chỉ số phục vụ người dân, doanh nghiệp (Quyết định 766/QĐ-TTg) theo ngày, như đã công bố",
    may: dossierPolicy.right("read"),
  }).output(scores),
  tryScores: procedure({
    method: "POST",
    path: "/service-index/try",
    summary: "Xem thử một bảng điểm; chưa ghi gì",
    may,
  })
    .input(file)
    .output(
      z.object({ scores: z.array(score), errors: z.array(z.object({ row: count, message: z.string() })) }),
    ),
  importScores: procedure({
    method: "POST",
    path: "/service-index",
    summary: "Nhập bảng điểm như đã công bố, không tính lại",
    may,
  })
    .input(file)
    .output(z.object({ added: count, changed: count, unchanged: count })),
  typeScore: procedure({
    method: "POST",
    path: "/service-index/typed",
    summary: "Ghi tay điểm của một ngày, kèm đường dẫn nơi công bố",
    may,
  })
    .input(
      z.object({
        entity: z.string().trim().min(1, "Hãy ghi tên đơn vị.").max(300, "Dài quá 300 ký tự."),
        scoredOn: z.iso.date("Hãy chọn ngày của điểm."),
        url,
        ...(Object.fromEntries(scoreKeys.map((key) => [key, typed])) as Record<ScoreKey, typeof typed>),
      }),
    )
    .output(scores),
  undoScores: procedure({
    method: "POST",
    path: "/service-index/imports/{id}/undo",
    summary: "Lấy lại cả một lần nhập điểm",
    may,
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(scores),
};
