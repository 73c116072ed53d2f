import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { reportStates } from "../report.ts";
import { boardFilters } from "./board-filter.ts";
import { unitReportPolicy } from "./policy.ts";
import { unitReportStates, unitReportTextSchema } from "./unit-report.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const units = z.array(z.uuid("Mã đơn vị không đúng.")).min(1, "Hãy chọn ít nhất một đơn vị.").max(500);
const maybeWords = z
  .string()
  .trim()
  .max(2000, "Ghi chú dài quá 2.000 ký tự.")
  .nullable()
  .transform((text) => text || null);
const reason = z.string().trim().min(1, "Hãy ghi lý do.").max(1000, "Lý do dài quá 1.000 ký tự.");

const unitName = z.object({ id: z.uuid(), name: z.string() });
const state = z.enum(unitReportStates);
const basis = z.enum(["decree", "calendar"]);
const extra = z.object({ key: z.string(), label: z.string(), unit: z.string() });

const boardRow = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  state,
  arrearsDays: z.number(),
  lateDays: z.number().nullable(),
  /** Not sent when the period was closed. */
  missed: z.boolean(),
  round: z.number(),
  sentAt: z.date().nullable(),
  sentByName: z.string().nullable(),
  returnedAt: z.date().nullable(),
  returnReason: z.string().nullable(),
  acceptedAt: z.date().nullable(),
  reminders: z.array(z.object({ at: z.date(), told: z.array(z.string()) })),
  may: maySchema,
});

const requestOutput = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  planTitle: z.string(),
  periodCode: z.string(),
  basis,
  periodLabel: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  dueOn: z.string(),
  /** The same day, or the next one that is worked. */
  countedTo: z.string(),
  note: z.string().nullable(),
  extras: z.array(extra),
  askedByName: z.string(),
  askedAt: z.date(),
  lockedAt: z.date().nullable(),
  /** The last opening of a closed period. */
  reopened: z.object({ at: z.date(), byName: z.string(), reason: z.string() }).nullable(),
  /** The agency's own report of the period. */
  report: z.object({ id: z.uuid(), state: z.enum(reportStates) }).nullable(),
  /** What went into it, the latest first: the version that it made, the sending and version of each unit. */
  gatherings: z.array(
    z.object({
      id: z.uuid(),
      at: z.date(),
      byName: z.string(),
      version: z.number(),
      units: z.array(z.object({ unitName: z.string(), round: z.number(), version: z.number() })),
    }),
  ),
  rows: z.array(boardRow),
  /** Units that were not asked. */
  others: z.array(unitName),
  may: maySchema,
});

const figure = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.string(),
  value: z.number(),
  rows: z.array(
    z.object({ id: z.string(), label: z.string(), detail: z.string(), url: z.string().nullable() }),
  ),
  corrected: z.object({ value: z.number(), reason: z.string() }).nullable(),
});

const version = z.object({
  id: z.uuid(),
  version: z.number(),
  content: unitReportTextSchema,
  writtenAt: z.date(),
  writtenBy: z.string(),
});

const reportOutput = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  unitName: z.string(),
  periodLabel: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  dueOn: z.string(),
  countedTo: z.string(),
  note: z.string().nullable(),
  extras: z.array(extra),
  lockedAt: z.date().nullable(),
  state,
  lateDays: z.number().nullable(),
  arrearsDays: z.number(),
  /** Of this moment until it is sent; then of the moment when it was. */
  figures: z.array(figure),
  text: version.nullable(),
  /** What stands against sending. */
  issues: z.array(z.object({ field: z.string(), message: z.string() })),
  /** Every round, the latest first. */
  sendings: z.array(
    z.object({
      id: z.uuid(),
      round: z.number(),
      version: z.number(),
      content: unitReportTextSchema,
      figures: z.array(figure),
      sentAt: z.date(),
      sentByName: z.string(),
      returnedAt: z.date().nullable(),
      returnedByName: z.string().nullable(),
      returnReason: z.string().nullable(),
      acceptedAt: z.date().nullable(),
      acceptedByName: z.string().nullable(),
    }),
  ),
  may: maySchema,
});

const waiting = z.array(
  z.object({
    id: z.uuid(),
    requestId: z.uuid(),
    unitName: z.string(),
    periodLabel: z.string(),
    dueOn: z.string(),
    state,
    arrearsDays: z.number(),
    sentAt: z.date().nullable(),
    returnReason: z.string().nullable(),
  }),
);

export const unitReportContract = {
  unitReportRequests: procedure({
    method: "GET",
    path: "/unit-report-requests",
    summary: "Các kỳ đã yêu cầu đơn vị báo cáo",
    may: unitReportPolicy.right("read"),
  }).output(
    z.object({
      requests: z.array(
        z.object({
          id: z.uuid(),
          periodLabel: z.string(),
          basis,
          planTitle: z.string(),
          dueOn: z.string(),
          askedAt: z.date(),
          lockedAt: z.date().nullable(),
          units: z.number(),
          sent: z.number(),
          accepted: z.number(),
          /** Names of units that have not sent although the day has gone by. */
          inArrears: z.array(z.string()),
        }),
      ),
      /** Units that can be asked. */
      units: z.array(unitName),
      may: maySchema,
    }),
  ),
  askUnits: procedure({
    method: "POST",
    path: "/unit-report-requests",
    summary: "Yêu cầu các đơn vị báo cáo một kỳ",
    may: unitReportPolicy.right("ask"),
  })
    .input(
      z.object({
        planId: z.uuid("Mã kế hoạch không đúng.").nullable().default(null),
        period: z.string("Hãy chọn kỳ báo cáo.").trim().min(1, "Hãy chọn kỳ báo cáo.").max(20),
        basis: basis.default("decree"),
        dueOn: z.iso.date("Hạn gửi chưa đúng; hãy gõ ngày/tháng/năm."),
        note: maybeWords,
        unitIds: units,
        extras: z
          .array(
            z.object({
              label: z
                .string()
                .trim()
                .min(1, "Hãy ghi tên số liệu.")
                .max(200, "Tên số liệu dài quá 200 ký tự."),
              unit: z.string().trim().max(40, "Đơn vị tính dài quá 40 ký tự."),
            }),
          )
          .max(20, "Nhiều nhất 20 số liệu thêm."),
      }),
    )
    .output(requestOutput),
  getUnitReportRequest: procedure({
    method: "GET",
    path: "/unit-report-requests/{id}",
    summary: "Bảng theo dõi đơn vị gửi báo cáo của một kỳ",
    may: unitReportPolicy.right("read"),
  })
    .input(id)
    .output(requestOutput),
  askFurtherUnits: procedure({
    method: "POST",
    path: "/unit-report-requests/{id}/units",
    summary: "Yêu cầu thêm đơn vị báo cáo kỳ này",
    may: unitReportPolicy.right("ask"),
  })
    .input(id.extend({ unitIds: units }))
    .output(requestOutput),
  exportUnitReports: procedure({
    method: "GET",
    path: "/unit-report-requests/{id}/file",
    summary: "Tải bảng theo dõi dạng .xlsx, có ghi cách chọn",
    may: unitReportPolicy.right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id.extend({ show: z.enum(boardFilters).default("all") }))
    .output(fileOutput),
  gatherUnitReports: procedure({
    method: "POST",
    path: "/unit-report-requests/{id}/gather",
    summary: "Tổng hợp báo cáo đã tiếp nhận vào dự thảo báo cáo của cơ quan",
    may: unitReportPolicy.right("gather"),
  })
    .input(id)
    .output(requestOutput),
  reopenUnitReports: procedure({
    method: "POST",
    path: "/unit-report-requests/{id}/reopen",
    summary: "Mở lại kỳ đã khóa, có lý do",
    may: unitReportPolicy.right("reopen"),
  })
    .input(id.extend({ reason }))
    .output(requestOutput),
  closeUnitReports: procedure({
    method: "POST",
    path: "/unit-report-requests/{id}/close",
    summary: "Khóa lại kỳ đã mở sau khi báo cáo của cơ quan ký",
    may: unitReportPolicy.right("close"),
  })
    .input(id)
    .output(requestOutput),
  waitingUnitReports: procedure({
    method: "GET",
    path: "/unit-reports/waiting",
    summary: "Báo cáo đơn vị chờ tôi viết, tiếp nhận; đơn vị quá hạn",
    may: unitReportPolicy.right("read"),
  }).output(z.object({ toWrite: waiting, toAccept: waiting, inArrears: waiting })),
  getUnitReport: procedure({
    method: "GET",
    path: "/unit-reports/{id}",
    summary: "Báo cáo của một đơn vị: số liệu, lời văn, các lần gửi",
    may: unitReportPolicy.right("read"),
  })
    .input(id)
    .output(reportOutput),
  saveUnitReport: procedure({
    method: "PUT",
    path: "/unit-reports/{id}/text",
    summary: "Lưu bản mới của báo cáo đơn vị",
    may: unitReportPolicy.right("write"),
  })
    .input(
      id.extend({
        saveId: z.uuid("Mã lần lưu không đúng."),
        baseId: z.uuid("Mã bản trước không đúng."),
        text: unitReportTextSchema,
      }),
    )
    .output(reportOutput),
  sendUnitReport: procedure({
    method: "POST",
    path: "/unit-reports/{id}/send",
    summary: "Gửi báo cáo của đơn vị",
    may: unitReportPolicy.right("send"),
  })
    .input(id.extend({ textId: z.uuid("Mã bản không đúng.") }))
    .output(reportOutput),
  remindUnit: procedure({
    method: "POST",
    path: "/unit-reports/{id}/remind",
    summary: "Nhắc đơn vị gửi báo cáo, mỗi ngày một lần",
    may: unitReportPolicy.right("remind"),
  })
    .input(id)
    .output(requestOutput),
  returnUnitReport: procedure({
    method: "POST",
    path: "/unit-reports/{id}/return",
    summary: "Trả báo cáo lại cho đơn vị sửa",
    may: unitReportPolicy.right("return"),
  })
    .input(id.extend({ reason }))
    .output(reportOutput),
  acceptUnitReport: procedure({
    method: "POST",
    path: "/unit-reports/{id}/accept",
    summary: "Tiếp nhận báo cáo của đơn vị",
    may: unitReportPolicy.right("accept"),
  })
    .input(id.extend({ sendingId: z.uuid("Mã lần gửi không đúng.") }))
    .output(reportOutput),
};
