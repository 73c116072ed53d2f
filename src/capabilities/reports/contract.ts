import { z } from "zod";
import { signedAsOutput } from "#organization/contract";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { rowKinds } from "./figure.ts";
import { findingsContract } from "./findings/contract.ts";
import { leadershipContract } from "./leadership/contract.ts";
import { scheduleContract } from "./leadership/schedules/contract.ts";
import { obligationStates } from "./obligation-state.ts";
import { reportPolicy } from "./policy.ts";
import { reportStates } from "./report.ts";
import { reportTextSchema } from "./report-text.ts";
import { themeChannelsContract } from "./theme-channels/contract.ts";
import { unitReportContract } from "./unit-reports/contract.ts";

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
  before: z.object({ numerator: z.number(), denominator: z.number().nullable() }).nullish(),
  /** "12/15 nhiệm vụ (80%)". */
  words: z.string(),
  /** What a measured number stands on: by which definition, of how many placements, when it was read. */
  measured: z
    .object({
      definition: z.object({
        id: z.string(),
        name: z.string(),
        words: z.string(),
        version: z.number().int(),
      }),
      known: z.number().int(),
      of: z.number().int(),
      stale: z.number().int(),
      oldestAt: z.string(),
      newestAt: z.string(),
      adding: z.string().nullable(),
      countedOtherwise: z.literal(true).optional(),
    })
    .optional(),
});

const rowOutput = z.object({
  id: z.string(),
  kind: z.enum(rowKinds),
  label: z.string(),
  detail: z.string(),
  url: z.string().nullable(),
  /** How much of the number it stands for, where that is not one. */
  amount: z.number().int().optional(),
});

const versionOutput = z.object({
  id: z.uuid(),
  version: z.number(),
  content: reportTextSchema,
  writtenAt: z.date(),
  writtenBy: z.string(),
});

const annexLine = z.object({
  obligationId: z.string().nullable(),
  code: z.string(),
  what: z.string(),
  clause: z.string().nullable(),
  units: z.array(z.string()),
  state: z.enum(obligationStates),
  tasks: z.array(z.object({ id: z.string(), title: z.string() })),
  products: z.array(z.object({ id: z.string(), label: z.string() })),
  placements: z.array(
    z.object({ evidenceId: z.string(), channel: z.string(), url: z.string(), at: z.string() }),
  ),
  evidence: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      url: z.string().nullable(),
      at: z.string(),
      withdrawn: z.object({ at: z.string(), reason: z.string().nullable() }).nullable(),
    }),
  ),
  clauseProofs: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      url: z.string().nullable(),
      at: z.string(),
      clause: z.string(),
    }),
  ),
  noneReason: z.string().nullable(),
});

const signedFile = z
  .file()
  .min(1, "Tệp trống.")
  .max(30 * 1024 * 1024, "Tệp lớn hơn 30 MB.");
const issue = {
  number: z.string().trim().min(1, "Hãy nhập số văn bản.").max(40, "Số văn bản dài quá 40 ký tự."),
  issuedOn: z.iso.date("Ngày ban hành chưa đúng; hãy gõ ngày/tháng/năm."),
};

const reportSummary = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  planTitle: z.string(),
  periodCode: z.string(),
  basis: z.enum(["decree", "calendar"]),
  periodLabel: z.string(),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  state: z.enum(reportStates),
  issuedNumber: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  /** Written out: nothing stands against a second person's reviewing it. */
  readyToReview: z.boolean(),
  may: maySchema,
});

const reportOutput = reportSummary.extend({
  /** Live while the report collects, frozen afterwards. */
  figures: z.array(figureOutput),
  frozen: z.object({ at: z.date(), by: z.string().nullable(), sha256: z.string() }).nullable(),
  text: versionOutput.nullable(),
  /** Whether the caller wrote any version: who did neither reviews nor signs. */
  youWrote: z.boolean(),
  reviewed: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  signedOff: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  /** With which authority it was signed; null before, or where the agency keeps no list of who signs. */
  signedAs: signedAsOutput.nullable(),
  /** With what the caller may sign it today, while it waits for that. */
  signing: z.array(signedAsOutput),
  documentId: z.uuid().nullable(),
  /** What follows the slash in its number: "BC-SVHTTDL". */
  symbol: z.string(),
  /** Signed files as they were handed over, the one in force first. */
  signedCopies: z.array(
    z.object({
      id: z.uuid(),
      sha256: z.string(),
      fileName: z.string().nullable(),
      recordedAt: z.date(),
      recordedBy: z.string().nullable(),
      signatureSeen: z.boolean().nullable(),
    }),
  ),
  /** What figures are compared with; null when nothing is known of the year before. */
  yearBefore: z.object({ label: z.string(), source: z.string() }).nullable(),
  /** Each section as it was drafted from the frozen figures; null before the draft. */
  drafted: z.array(z.string()).nullable(),
  /** Numbers of the text that differ from the frozen figures. */
  changedNumbers: z.array(
    z.object({
      place: z.string(),
      section: z.number(),
      heading: z.string(),
      drafted: z.string(),
      written: z.string(),
      paragraph: z.string(),
      /** The figure that it was taken from; null when it follows from several. */
      figure: z.object({ key: z.string(), label: z.string() }).nullable(),
      accepted: z.object({ by: z.string().nullable(), at: z.date(), reason: z.string() }).nullable(),
    }),
  ),
  /** What is still missing before somebody can review it. */
  issues: z.array(z.object({ field: z.string(), message: z.string() })),
});

export const reportsContract = {
  ...unitReportContract,
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
  annex: procedure({
    method: "GET",
    path: "/reports/{id}/annex",
    summary: "Phụ lục: mọi nội dung phải thực hiện với minh chứng hoặc lý do chưa có",
    may: reportPolicy.right("read"),
  })
    .input(id)
    .output(z.object({ lines: z.array(annexLine) })),
  versions: procedure({
    method: "GET",
    path: "/reports/{id}/versions",
    summary: "Các bản của văn bản: ai lưu, lúc nào",
    may: reportPolicy.right("read"),
  })
    .input(id)
    .output(
      z.object({
        versions: z.array(
          versionOutput.omit({ content: true }).extend({ restoredFrom: z.number().nullable() }),
        ),
      }),
    ),
  getVersion: procedure({
    method: "GET",
    path: "/reports/{id}/versions/{version}",
    summary: "Xem một bản của văn bản",
    may: reportPolicy.right("read"),
  })
    .input(id.extend({ version: z.coerce.number().int().positive() }))
    .output(versionOutput),
  documentUses: procedure({
    method: "GET",
    path: "/documents/{documentId}/uses",
    summary: "Văn bản được dẫn hoặc được ghi ở đâu",
    may: reportPolicy.right("read"),
  })
    .input(z.object({ documentId: z.uuid("Mã văn bản không đúng.") }))
    .output(
      z.object({
        plans: z.array(z.object({ id: z.uuid(), title: z.string(), role: z.enum(["basis", "mention"]) })),
        /** The plan, or the report, that the document is. */
        plan: z.object({ id: z.uuid(), title: z.string() }).nullable(),
        report: z.object({ id: z.uuid(), periodLabel: z.string() }).nullable(),
        listedIn: z.array(z.object({ id: z.uuid(), periodLabel: z.string() })),
      }),
    ),
  exportFile: procedure({
    method: "GET",
    path: "/reports/{id}/files/{format}",
    summary: "Tải báo cáo dạng .docx, .pdf, phụ lục .xlsx hoặc số liệu .json",
    may: reportPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id.extend({ format: z.enum(reportFormats) }))
    .output(fileOutput),
  signedCopy: procedure({
    method: "GET",
    path: "/reports/{id}/signed-copy",
    summary: "Tải bản PDF đã ký do văn thư ghi nhận",
    may: reportPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
  exportPlan: procedure({
    method: "GET",
    path: "/plans/{planId}/files/{format}",
    summary: "Tải kế hoạch kèm phụ lục giao nhiệm vụ",
    may: reportPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(z.object({ planId: z.uuid("Mã kế hoạch không đúng."), format: z.enum(planFormats) }))
    .output(fileOutput),
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
    .input(
      id.extend({
        saveId: z.uuid("Mã lần lưu không đúng."),
        baseId: z.uuid("Mã bản trước không đúng."),
        text: reportTextSchema,
        takesReviewBack: z.boolean().default(false),
      }),
    )
    .output(reportOutput),
  acceptNumber: procedure({
    method: "POST",
    path: "/reports/{id}/accepted-numbers",
    summary: "Giữ một số khác số liệu đã chốt, có lý do",
    may: reportPolicy.right("accept-number"),
  })
    .input(
      id.extend({
        place: z.string().max(20),
        written: z.string().min(1).max(200),
        reason: z.string().trim().min(1, "Hãy ghi lý do giữ số này.").max(1000, "Lý do dài quá 1000 ký tự."),
      }),
    )
    .output(reportOutput),
  restore: procedure({
    method: "POST",
    path: "/reports/{id}/versions/{version}/restore",
    summary: "Khôi phục một bản trước thành bản mới",
    may: reportPolicy.right("edit"),
  })
    .input(
      id.extend({ version: z.coerce.number().int().positive(), baseId: z.uuid("Mã bản trước không đúng.") }),
    )
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
    sensitive: true,
  })
    .input(id.extend({ version, authorityId: z.uuid("Mã không đúng.").optional() }))
    .output(reportOutput),
  submit: procedure({
    method: "POST",
    path: "/reports/{id}/submit",
    summary: "Ghi số, ngày ban hành và bản PDF đã ký",
    may: reportPolicy.right("submit"),
    sensitive: true,
  })
    .input(id.extend({ ...issue, signedCopy: signedFile.nullable().default(null) }))
    .output(reportOutput),
  correctIssue: procedure({
    method: "POST",
    path: "/reports/{id}/correct-issue",
    summary: "Sửa số, ngày ban hành đã ghi nhầm",
    may: reportPolicy.right("correct-issue"),
  })
    .input(
      id.extend({
        ...issue,
        reason: z.string().trim().min(1, "Hãy ghi lý do sửa.").max(1000, "Lý do dài quá 1000 ký tự."),
      }),
    )
    .output(reportOutput),
  recordSignedCopy: procedure({
    method: "POST",
    path: "/reports/{id}/signed-copy",
    summary: "Ghi bản PDF đã ký của báo cáo đã ban hành",
    may: reportPolicy.right("record-copy"),
  })
    .input(id.extend({ signedCopy: signedFile }))
    .output(reportOutput),
  ...findingsContract,
  ...leadershipContract,
  ...scheduleContract,
  ...themeChannelsContract,
};
