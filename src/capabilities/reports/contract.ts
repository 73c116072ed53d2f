import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { reportPolicy } from "./policy.ts";
import { reportStates } from "./report.ts";
import { reportTextSchema } from "./report-text.ts";

const id = z.object({ id: z.uuid("Mã báo cáo không đúng.") });
const version = z.number().int().positive();

/** Formats of a report: the document, its annex of evidence as sheets, and the frozen figures. */
export const reportFormats = ["docx", "pdf", "xlsx", "json"] as const;
export const planFormats = ["docx", "pdf"] as const;

const figureOutput = z.object({
  key: z.string(),
  label: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  unit: z.string(),
  source: z.string(),
  /** "12/15 nhiệm vụ (80%)". */
  words: z.string(),
});

const rowOutput = z.object({
  id: z.string(),
  kind: z.enum(["document", "content", "evidence", "task", "obligation", "unit", "theme"]),
  label: z.string(),
  detail: z.string(),
  url: z.string().nullable(),
});

const reportSummary = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  periodCode: z.string(),
  basis: z.enum(["decree", "calendar"]),
  periodLabel: z.string(),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  state: z.enum(reportStates),
  issuedNumber: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  may: maySchema,
});

const reportOutput = reportSummary.extend({
  planTitle: z.string(),
  /** Live while the report collects, frozen afterwards. */
  figures: z.array(figureOutput),
  frozen: z.object({ at: z.date(), by: z.string().nullable(), sha256: z.string() }).nullable(),
  text: z
    .object({
      version: z.number(),
      content: reportTextSchema,
      writtenAt: z.date(),
      writtenBy: z.string().nullable(),
    })
    .nullable(),
  reviewed: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  signedOff: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  hasSignedCopy: z.boolean(),
  /** What is still missing before somebody can review it. */
  issues: z.array(z.object({ field: z.string(), message: z.string() })),
});

export const reportsContract = {
  list: procedure({
    method: "GET",
    path: "/reports",
    summary: "Danh sách báo cáo",
    may: reportPolicy.right("read"),
  }).output(z.object({ reports: z.array(reportSummary), may: maySchema })),
  get: procedure({
    method: "GET",
    path: "/reports/{id}",
    summary: "Xem một báo cáo với số liệu và văn bản",
    may: reportPolicy.right("read"),
  })
    .input(id)
    .output(reportOutput),
  figureRows: procedure({
    method: "GET",
    path: "/reports/{id}/figures/{key}",
    summary: "Các dòng dữ liệu đứng sau một số liệu",
    may: reportPolicy.right("read"),
  })
    .input(id.extend({ key: z.string().max(200) }))
    .output(z.object({ figure: figureOutput, rows: z.array(rowOutput) })),
  differences: procedure({
    method: "GET",
    path: "/reports/{id}/differences",
    summary: "Số liệu hiện nay khác gì số liệu đã chốt",
    may: reportPolicy.right("read"),
  })
    .input(id)
    .output(
      z.object({
        figures: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            frozen: z.string().nullable(),
            now: z.string().nullable(),
          }),
        ),
        rows: z.array(
          z.object({
            kind: z.enum(["content", "evidence", "task", "obligation"]),
            id: z.string(),
            label: z.string(),
            change: z.enum(["added", "removed", "changed"]),
          }),
        ),
      }),
    ),
  exportFile: procedure({
    method: "GET",
    path: "/reports/{id}/files/{format}",
    summary: "Tải báo cáo dạng .docx, .pdf, phụ lục .xlsx hoặc số liệu .json",
    may: reportPolicy.right("read"),
  })
    .input(id.extend({ format: z.enum(reportFormats) }))
    .output(z.file()),
  signedCopy: procedure({
    method: "GET",
    path: "/reports/{id}/signed-copy",
    summary: "Tải bản PDF đã ký do văn thư ghi nhận",
    may: reportPolicy.right("read"),
  })
    .input(id)
    .output(z.file()),
  exportPlan: procedure({
    method: "GET",
    path: "/plans/{planId}/files/{format}",
    summary: "Tải kế hoạch kèm phụ lục giao nhiệm vụ",
    may: reportPolicy.right("read"),
  })
    .input(z.object({ planId: z.uuid("Mã kế hoạch không đúng."), format: z.enum(planFormats) }))
    .output(z.file()),
  open: procedure({
    method: "POST",
    path: "/reports",
    summary: "Mở báo cáo cho một kỳ",
    may: reportPolicy.right("open"),
  })
    .input(
      z.object({
        planId: z.uuid().nullable().default(null),
        period: z.string().trim().max(20),
        basis: z.enum(["decree", "calendar"]).default("decree"),
      }),
    )
    .output(reportOutput),
  freeze: procedure({
    method: "POST",
    path: "/reports/{id}/freeze",
    summary: "Chốt số liệu",
    may: reportPolicy.right("freeze"),
  })
    .input(id)
    .output(reportOutput),
  reopen: procedure({
    method: "POST",
    path: "/reports/{id}/reopen",
    summary: "Thu thập lại số liệu",
    may: reportPolicy.right("reopen"),
  })
    .input(id.extend({ reason: z.string().trim().max(1000).nullable().default(null) }))
    .output(reportOutput),
  draft: procedure({
    method: "POST",
    path: "/reports/{id}/draft",
    summary: "Lập dự thảo văn bản từ số liệu đã chốt",
    may: reportPolicy.right("draft"),
  })
    .input(id)
    .output(reportOutput),
  edit: procedure({
    method: "PUT",
    path: "/reports/{id}/text",
    summary: "Lưu bản mới của văn bản",
    may: reportPolicy.right("edit"),
  })
    .input(id.extend({ version, text: reportTextSchema }))
    .output(reportOutput),
  review: procedure({
    method: "POST",
    path: "/reports/{id}/review",
    summary: "Xác nhận đã soát đúng bản này",
    may: reportPolicy.right("review"),
  })
    .input(id.extend({ version }))
    .output(reportOutput),
  return: procedure({
    method: "POST",
    path: "/reports/{id}/return",
    summary: "Trả lại để sửa",
    may: reportPolicy.right("return"),
  })
    .input(id.extend({ reason: z.string().trim().min(1, "Hãy ghi lý do trả lại.").max(1000) }))
    .output(reportOutput),
  signOff: procedure({
    method: "POST",
    path: "/reports/{id}/sign-off",
    summary: "Ký duyệt đúng bản này",
    may: reportPolicy.right("sign-off"),
  })
    .input(id.extend({ version }))
    .output(reportOutput),
  submit: procedure({
    method: "POST",
    path: "/reports/{id}/submit",
    summary: "Ghi số, ngày ban hành và bản PDF đã ký",
    may: reportPolicy.right("submit"),
  })
    .input(
      id.extend({
        number: z.string().trim().min(1, "Hãy nhập số văn bản.").max(20, "Số văn bản dài quá 20 ký tự."),
        issuedOn: z.iso.date("Ngày ban hành phải có dạng năm-tháng-ngày."),
        signedCopy: z
          .file()
          .max(30 * 1024 * 1024, "Tệp lớn hơn 30 MB.")
          .nullable()
          .default(null),
      }),
    )
    .output(reportOutput),
};
