import { z } from "zod";
import { formFile, MOST_FORMS_OF_PAPER } from "./forms/form-file.ts";

/** Levels at which a procedure is carried out; the district stands only in data from before July 2025. */
export const levelLabels = {
  ministry: "Cấp Bộ",
  province: "Cấp tỉnh",
  district: "Cấp huyện (dữ liệu cũ)",
  commune: "Cấp xã",
  other: "Cơ quan khác",
} as const;

/** How far the whole is done online. */
export const serviceLevelLabels = {
  full: "Toàn trình",
  partial: "Một phần",
  none: "Chưa cung cấp trực tuyến",
} as const;

export const channelLabels = {
  direct: "Trực tiếp",
  online: "Trực tuyến",
  post: "Dịch vụ bưu chính",
  any: "Mọi hình thức",
} as const;

export const limitUnitLabels = {
  hour: "giờ",
  day: "ngày",
  "working-day": "ngày làm việc",
  month: "tháng",
  other: "khác",
} as const;

export const feeKindLabels = { fee: "Phí", charge: "Lệ phí" } as const;

/** Whom procedures are for, as the national database names them. */
export const audiences = [
  "Công dân Việt Nam",
  "Người Việt Nam định cư ở nước ngoài",
  "Người nước ngoài",
  "Cán bộ, công chức, viên chức",
  "Doanh nghiệp",
  "Doanh nghiệp có vốn đầu tư nước ngoài",
  "Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)",
  "Tổ chức nước ngoài",
  "Hợp tác xã",
] as const;

export type Level = keyof typeof levelLabels;
export type ServiceLevel = keyof typeof serviceLevelLabels;

const keys = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];

const line = (longest = 500) =>
  z
    .string()
    .trim()
    .max(longest, `Mục này dài quá ${longest.toLocaleString("vi-VN")} ký tự.`)
    .default("");
const longText = line(60_000);
const address = z
  .url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." })
  .max(2000, "Địa chỉ dài quá 2.000 ký tự.")
  .nullable()
  .default(null);
const day = z.iso.date("Ngày chưa đúng; hãy gõ ngày/tháng/năm.").nullable().default(null);
const amount = (most: number) =>
  z
    .number("Hãy ghi một số.")
    .min(0, "Số không được âm.")
    .max(most, "Số này quá lớn.")
    .nullable()
    .default(null);
const list = <Item extends z.ZodType>(item: Item, most = 200) =>
  z.array(item).max(most, `Nhiều nhất ${most} mục.`).default([]);

const step = z.object({ role: line(), work: line(2000), hours: amount(10_000) });

const method = z.object({
  channel: z.enum(keys(channelLabels)),
  limitAmount: amount(100_000),
  limitUnit: z.enum(keys(limitUnitLabels)).default("working-day"),
  /** What a number does not say: from when it counts, when it is longer. */
  limitText: line(4000),
  fees: list(
    z.object({
      kind: z.enum(keys(feeKindLabels)).default("fee"),
      /** In đồng; null: a formula or a condition, told in words. */
      amount: amount(1_000_000_000_000),
      text: line(4000),
    }),
    50,
  ),
  note: line(4000),
});

const paper = z.object({
  name: z.string().trim().min(1, "Hãy ghi tên giấy tờ.").max(4000, "Tên giấy tờ dài quá 4.000 ký tự."),
  originals: z.number().int().min(0).max(1000).default(0),
  copies: z.number().int().min(0).max(1000).default(0),
  formName: line(),
  formUrl: address,
  /** Files of the form. Left out in what is sent: those that this paper has stay; never stored empty. */
  forms: z
    .array(formFile)
    .max(MOST_FORMS_OF_PAPER, `Một giấy tờ có nhiều nhất ${MOST_FORMS_OF_PAPER} tệp biểu mẫu.`)
    .optional(),
  note: line(4000),
});

/** What a procedure says, as the national database keeps it; blank parts are empty. */
export const procedureRecord = z.object({
  name: z.string().trim().min(1, "Hãy nhập tên thủ tục.").max(2000, "Tên thủ tục dài quá 2.000 ký tự."),
  field: line(),
  level: z.enum(keys(levelLabels)).nullable().default(null),
  serviceLevel: z.enum(keys(serviceLevelLabels)).nullable().default(null),
  kind: line(),
  audience: list(z.string().trim().min(1).max(200), 30),
  steps: longText,
  methods: list(method, 20),
  /** Papers by the case in which they are asked for; a single case has no name. */
  components: list(z.object({ case: line(1000), papers: list(paper) }), 50),
  dossierSets: z
    .number()
    .int()
    .min(1, "Ít nhất 1 bộ.")
    .max(100, "Nhiều nhất 100 bộ.")
    .nullable()
    .default(null),
  implementingAgency: line(1000),
  competentAgency: line(1000),
  receivingAddress: line(2000),
  delegatedAgency: line(1000),
  coordinatingAgency: line(1000),
  results: list(z.string().trim().min(1).max(2000), 50),
  legalBasis: list(z.object({ number: line(100), abstract: line(2000), issuedOn: day, issuer: line() }), 100),
  conditions: longText,
  keywords: list(z.string().trim().min(1).max(100), 50),
  description: longText,
  decisionNumber: line(100),
  decidedOn: day,
  nationalUrl: address,
  internalProcess: list(step, 60),
  electronicProcess: list(step, 60),
});

export type ProcedureRecord = z.output<typeof procedureRecord>;
export type ProcedureMethod = ProcedureRecord["methods"][number];
export type Paper = ProcedureRecord["components"][number]["papers"][number];

/** The parts of a record, in the order in which they are shown and compared. */
export const recordKeys = Object.keys(procedureRecord.shape) as (keyof ProcedureRecord)[];
