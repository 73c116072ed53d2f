import { formatDate } from "#platform/clock/vietnam-time.ts";
import { formFacts } from "./forms/form-file.ts";
import { formsDiffer, withoutForms } from "./forms/papers-forms.ts";
import {
  channelLabels,
  feeKindLabels,
  levelLabels,
  limitUnitLabels,
  type Paper,
  type ProcedureMethod,
  type ProcedureRecord,
  recordKeys,
  serviceLevelLabels,
} from "./procedure-record.ts";

/** What the parts of a record are called. */
export const partLabels: Record<keyof ProcedureRecord, string> = {
  name: "Tên thủ tục",
  field: "Lĩnh vực",
  level: "Cấp thực hiện",
  serviceLevel: "Mức độ dịch vụ công trực tuyến",
  kind: "Loại thủ tục",
  audience: "Đối tượng thực hiện",
  steps: "Trình tự thực hiện",
  methods: "Cách thức thực hiện, thời hạn, phí và lệ phí",
  components: "Thành phần hồ sơ",
  dossierSets: "Số lượng hồ sơ",
  implementingAgency: "Cơ quan thực hiện",
  competentAgency: "Cơ quan có thẩm quyền",
  receivingAddress: "Địa chỉ tiếp nhận hồ sơ",
  delegatedAgency: "Cơ quan được ủy quyền",
  coordinatingAgency: "Cơ quan phối hợp",
  results: "Kết quả thực hiện",
  legalBasis: "Căn cứ pháp lý",
  conditions: "Yêu cầu, điều kiện",
  keywords: "Từ khóa",
  description: "Mô tả",
  decisionNumber: "Số quyết định công bố",
  decidedOn: "Ngày quyết định công bố",
  nationalUrl: "Trang trên Cổng Dịch vụ công quốc gia",
  internalProcess: "Quy trình nội bộ",
  electronicProcess: "Quy trình điện tử",
};

const money = (amount: number) => `${amount.toLocaleString("vi-VN")} đồng`;
const filled = (parts: (string | null | false)[], between = "; ") =>
  parts.filter((part) => part !== null && part !== false && part !== "").join(between);

/** "15 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ"; empty when none is told. */
export const limitInWords = ({
  limitAmount,
  limitUnit,
  limitText,
}: Pick<ProcedureMethod, "limitAmount" | "limitUnit" | "limitText">): string => {
  const number =
    limitAmount === null
      ? ""
      : filled(
          [limitAmount.toLocaleString("vi-VN"), limitUnit === "other" ? "" : limitUnitLabels[limitUnit]],
          " ",
        );
  return filled([number, limitText], limitText.startsWith("(") ? " " : ", ");
};

export const feeInWords = ({ kind, amount, text }: ProcedureMethod["fees"][number]): string =>
  `${feeKindLabels[kind]}: ${filled([amount === null ? "" : amount === 0 ? "Không" : money(amount), text], ", ")}`;

const methodInWords = (method: ProcedureMethod): string =>
  filled([
    `${channelLabels[method.channel]}: ${limitInWords(method) || "chưa nêu thời hạn"}`,
    ...method.fees.map(feeInWords),
    method.note,
  ]);

/** "Bản chính: 1. Bản sao: 2." */
export const piecesInWords = ({ originals, copies }: Pick<Paper, "originals" | "copies">): string =>
  filled([originals > 0 && `${originals} bản chính`, copies > 0 && `${copies} bản sao`], ", ");

/** Two files of one name and size are told apart by the mark. */
const formsInWords = ({ forms }: Paper): string =>
  (forms ?? [])
    .map((form) => `tệp biểu mẫu: ${form.fileName} (${formFacts(form)}, mã ${form.sha256.slice(0, 8)})`)
    .join("; ");

const paperInWords = (paper: Paper): string =>
  `– ${filled([paper.name, piecesInWords(paper), paper.formName && `mẫu: ${paper.formName}`, paper.formUrl, formsInWords(paper), paper.note])}`;

/** "Thông tư 11/2020/TT-BVHTTDL ngày 01/01/2020 của Bộ …: về …" */
export const basisInWords = ({
  number,
  abstract,
  issuedOn,
  issuer,
}: ProcedureRecord["legalBasis"][number]): string =>
  filled(
    [filled([number, issuedOn && `ngày ${formatDate(issuedOn)}`, issuer && `của ${issuer}`], " "), abstract],
    ": ",
  );

const stepInWords = ({ role, work, hours }: ProcedureRecord["internalProcess"][number]): string =>
  filled([role, work, hours !== null && `${hours.toLocaleString("vi-VN")} giờ làm việc`]);

/** A part of a record in words, a line for each of several; empty when nothing is told. */
export function partInWords(record: ProcedureRecord, key: keyof ProcedureRecord): string {
  switch (key) {
    case "level":
      return record.level ? levelLabels[record.level] : "";
    case "serviceLevel":
      return record.serviceLevel ? serviceLevelLabels[record.serviceLevel] : "";
    case "dossierSets":
      return record.dossierSets === null ? "" : `${record.dossierSets} bộ`;
    case "decidedOn":
      return record.decidedOn ? formatDate(record.decidedOn) : "";
    case "methods":
      return record.methods.map(methodInWords).join("\n");
    case "components":
      return record.components
        .flatMap((one) => [...(one.case ? [`Trường hợp: ${one.case}`] : []), ...one.papers.map(paperInWords)])
        .join("\n");
    case "legalBasis":
      return record.legalBasis.map(basisInWords).join("\n");
    case "internalProcess":
    case "electronicProcess":
      return record[key].map(stepInWords).join("\n");
    case "audience":
    case "results":
    case "keywords":
      return record[key].join("\n");
    default:
      return record[key] ?? "";
  }
}

/** The parts whose words differ, in their order. */
export const changedParts = (before: ProcedureRecord, now: ProcedureRecord): (keyof ProcedureRecord)[] =>
  recordKeys.filter((key) => partInWords(before, key) !== partInWords(now, key));

/** What changed, as the public reads it: a form that was replaced is told as such. */
export function changesInWords(before: ProcedureRecord, now: ProcedureRecord): string[] {
  const words = changedParts(withoutForms(before), withoutForms(now)).map((key) => partLabels[key]);
  return formsDiffer(before, now) ? [...words, "Biểu mẫu"] : words;
}
