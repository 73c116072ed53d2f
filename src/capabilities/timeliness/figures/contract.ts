import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { periodCode } from "../period-input.ts";
import { dossierPolicy } from "../policy.ts";
import { type Control, controlKeys } from "./control.ts";
import { type Division, divisions, measures } from "./measure-words.ts";

const may = dossierPolicy.right("read");
const count = z.number().int();
const share = z.object({ numerator: count, denominator: count });

const periodFigures = z.object({
  ...{ received: count, carriedOver: count, filed: count, early: count, onTime: count, late: count },
  ...{ resolved: count, inProgressOnTime: count, inProgressOverdue: count, paused: count },
  closedWithoutResult: count,
  ...{ onTimeShare: share, online: share, ePayment: share, eResult: share, digitised: share },
  ...{ circulated: share, workingDays: share },
});

const by = z.enum(Object.keys(divisions) as [Division, ...Division[]]);
const which = z.object({ period: periodCode, by: by.default("unit") });
const controlNumber = z.coerce
  .number("Hãy ghi một số nguyên.")
  .int("Hãy ghi một số nguyên.")
  .min(0, "Số này không thể âm.")
  .max(100_000_000, "Số này lớn quá.");
const control = z.object(
  Object.fromEntries(controlKeys.map((key) => [key, controlNumber])) as Record<
    keyof Control,
    typeof controlNumber
  >,
);

const figures = z.object({
  ...{ period: z.string(), label: z.string(), from: z.string(), to: z.string(), until: z.string() },
  totals: periodFigures,
  rows: z.array(periodFigures.extend({ key: z.string(), label: z.string() })),
  /** How many of those received a system counted without giving dossiers; the parts that hold them. */
  fromCounts: count,
  partsFromCounts: z.array(z.string()),
  sources: z.array(
    z.object({
      ...{
        ...{ key: z.string(), unit: z.string() },
        from: z.enum(["dossiers", "counts", "both", "chosen"]),
        missingMonths: z.array(z.string()),
      },
      told: z.object({ received: count, resolved: count }).nullable(),
      said: z
        .object({
          source: z.enum(["dossiers", "counts"]),
          reason: z.string(),
          byName: z.string(),
          at: z.date(),
        })
        .nullable(),
      earlyIsOnTime: z.boolean(),
    }),
  ),
  /** What systems wrote of satisfaction in the period or its months, in hundredths of a percent; never added up. */
  satisfaction: z.array(
    z.object({
      ...{ period: z.string(), unit: z.string(), field: z.string(), procedureCode: z.string() },
      ...{ hundredths: count, source: z.string(), fileName: z.string() },
    }),
  ),
  /** How much more came in than is accounted for. */
  imbalance: count,
  control: z
    .object({
      ...{ source: z.string(), saidAt: z.date(), saidByName: z.string(), imbalance: count },
      rows: z.array(z.object({ label: z.string(), said: count, counted: count })),
    })
    .nullable(),
  method: z.array(z.string()),
  /** Years within the period that nobody has given a list of days off for. */
  yearsWithoutList: z.array(count),
  may: maySchema,
});

const behind = which.extend({
  measure: z.enum(measures),
  /** A part of the division; left out: the whole. */
  key: z.string().max(1000).optional(),
});

export const figureContract = {
  figures: procedure({
    method: "GET",
    path: "/dossier-figures",
    summary: "Số liệu tiến độ hồ sơ của một kỳ theo đơn vị, thủ tục, lĩnh vực, kênh nộp",
    may,
  })
    .input(which)
    .output(figures),
  figuresFile: procedure({
    method: "GET",
    path: "/dossier-figures/xlsx",
    summary: "Tải số liệu tiến độ hồ sơ dạng Excel",
    may,
  })
    .route({ outputStructure: "detailed" })
    .input(which)
    .output(fileOutput),
  figuresOverTime: procedure({
    method: "GET",
    path: "/dossier-figures/over-time",
    summary: "Số liệu tiến độ của cả cơ quan theo các kỳ trong năm",
    may,
  })
    .input(
      z.object({
        year: z.coerce.number("Hãy chọn năm.").int().min(2000).max(2099),
        kind: z.enum(["month", "quarter", "half", "nine-months", "year"]).default("month"),
      }),
    )
    .output(
      z.array(
        z.object({
          ...{ period: z.string(), label: z.string(), from: z.string(), to: z.string() },
          totals: periodFigures,
        }),
      ),
    ),
  dossiersBehind: procedure({
    method: "GET",
    path: "/dossier-figures/dossiers",
    summary: "Các hồ sơ đứng sau một con số, không có thông tin người nộp",
    may,
  })
    .input(behind.extend({ from: z.coerce.number().int().min(0).max(1_000_000).default(0) }))
    .output(
      z.object({
        total: count,
        dossiers: z.array(
          z.object({
            ...{ code: z.string(), unit: z.string(), procedureCode: z.string(), procedureName: z.string() },
            ...{ field: z.string(), channel: z.string(), receivedOn: z.string(), dueOn: z.string() },
            finishedOn: z.string().nullable(),
            status: z.enum(["open", "paused", "closed", "resolved"]),
            ...{ workingDays: count.nullable(), daysLate: count.nullable() },
          }),
        ),
      }),
    ),
  dossiersFile: procedure({
    method: "GET",
    path: "/dossier-figures/dossiers/xlsx",
    summary: "Tải các hồ sơ đứng sau một con số dạng Excel",
    may,
  })
    .route({ outputStructure: "detailed" })
    .input(behind)
    .output(fileOutput),
  sayControl: procedure({
    method: "PUT",
    path: "/dossier-controls",
    summary: "Ghi số tổng hợp của hệ thống một cửa để đối chiếu với các bảng đã nhập",
    may: dossierPolicy.right("import"),
  })
    .input(
      control.extend({
        period: periodCode,
        source: z.string().trim().min(1, "Hãy ghi số này lấy từ đâu.").max(300, "Nguồn dài quá 300 ký tự."),
      }),
    )
    .output(figures),
  saySource: procedure({
    method: "PUT",
    path: "/dossier-sources",
    summary: "Chọn số của một đơn vị trong một kỳ lấy từ hồ sơ hay từ số tổng hợp của hệ thống",
    may: dossierPolicy.right("import"),
  })
    .input(
      z.object({
        period: periodCode,
        /** The unit's key among the sources of the figures. */
        unit: z.string().min(1, "Hãy chọn đơn vị.").max(400),
        source: z.enum(["dossiers", "counts"], { error: "Hãy chọn nguồn." }),
        reason: z.string().trim().min(1, "Hãy ghi lý do.").max(500, "Lý do dài quá 500 ký tự."),
      }),
    )
    .output(figures),
};
