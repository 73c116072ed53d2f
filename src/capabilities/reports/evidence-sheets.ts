import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { printedAddress } from "#platform/http/portal-address.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import { annexLines, clauseProofInWords, withdrawnInWords } from "./annex.ts";
import { budgetSheets } from "./budget/report-budget.ts";
import type { Chain } from "./chain.ts";
import { communicationSheets } from "./communication/communication-sheets.ts";
import { annexAddress } from "./compose-report.ts";
import { dossierSheets } from "./dossiers/report-dossiers.ts";
import { eventSheets } from "./events/report-events.ts";
import { feedbackSheets } from "./feedback/report-feedback.ts";
import type { Figure } from "./figure.ts";
import { listeningSheets } from "./listening/listening-rows.ts";
import { stateWords } from "./obligation-state.ts";
import { countedInWords } from "./period-wording.ts";
import { proofMoment } from "./proof-moment.ts";
import { publicitySheets } from "./publicity/publicity-rows.ts";
import { savingSheets } from "./savings/report-savings.ts";

/** The annex of evidence as sheets: obligations, evidence, products, figures, channels and press. */
export function evidenceSheets(reportId: string, chain: Chain, figures: Figure[]): Sheet[] {
  const unitName = new Map(chain.units.map(({ id, name }) => [id, name]));
  const themeLabel = new Map(chain.themes.map(({ slug, label }) => [slug, label]));
  const taskTitle = new Map(chain.tasks.map(({ id, title }) => [id, title]));
  const code = new Map(chain.obligations.map(({ id, code: short }) => [id, short]));
  const names = (ids: string[], known: Map<string, string>) =>
    ids.flatMap((id) => known.get(id) ?? []).join("\n");
  return [
    {
      name: "Nội dung phải thực hiện",
      columns: [
        { header: "Mã", width: 10, kind: "text" },
        { header: "Nội dung phải thực hiện", width: 50, kind: "text" },
        { header: "Mục của kế hoạch", width: 14, kind: "text" },
        { header: "Đơn vị", width: 30, kind: "text" },
        { header: "Tình trạng trong kỳ", width: 22, kind: "text" },
        { header: "Nhiệm vụ", width: 40, kind: "text" },
        { header: "Sản phẩm", width: 40, kind: "text" },
        { header: "Kênh, nơi đăng, thời gian", width: 50, kind: "text" },
        { header: "Minh chứng", width: 40, kind: "text" },
        { header: "Số minh chứng được tính", width: 14, kind: "number" },
        { header: "Lý do chưa có minh chứng", width: 40, kind: "text" },
        { header: "Xem trên hệ thống", width: 40, kind: "url" },
      ],
      rows: annexLines(chain).map((line) => [
        line.code,
        line.what,
        line.clause,
        line.units.join("\n"),
        stateWords[line.state],
        line.tasks.map(({ title }) => title).join("\n"),
        line.products.map(({ label }) => label).join("\n"),
        line.placements.map(({ channel, url, at }) => `${channel}: ${url} (${proofMoment(at)})`).join("\n"),
        [
          ...line.evidence.map(({ label, withdrawn }) =>
            withdrawn === null ? label : `${label} (${withdrawnInWords(withdrawn, formatDateTime)})`,
          ),
          ...line.clauseProofs.map(clauseProofInWords),
        ].join("\n"),
        line.evidence.filter(({ withdrawn }) => withdrawn === null).length,
        line.noneReason,
        annexAddress(reportId, line.code),
      ]),
    },
    {
      name: "Minh chứng",
      columns: [
        { header: "Minh chứng", width: 50, kind: "text" },
        { header: "Kênh", width: 20, kind: "text" },
        { header: "Địa chỉ", width: 50, kind: "url" },
        { header: "Ngày", width: 12, kind: "date" },
        { header: "Nhiệm vụ", width: 40, kind: "text" },
        { header: "Nội dung phải thực hiện", width: 24, kind: "text" },
        { header: "Thu hồi (không tính)", width: 30, kind: "text" },
      ],
      rows: chain.evidence.map(({ label, url, channel, at, taskIds, obligationIds, ...proof }) => [
        label,
        channel,
        url === null ? null : printedAddress(url),
        toVietnamDate(at).toString(),
        names(taskIds, taskTitle),
        names(obligationIds, code),
        proof.withdrawnAt === null
          ? null
          : withdrawnInWords({ at: proof.withdrawnAt, reason: proof.withdrawnReason }, formatDateTime),
      ]),
    },
    {
      name: "Sản phẩm đã đăng",
      columns: [
        { header: "Tên sản phẩm", width: 50, kind: "text" },
        { header: "Loại", width: 14, kind: "text" },
        { header: "Đơn vị", width: 30, kind: "text" },
        { header: "Chủ đề chính", width: 34, kind: "text" },
        { header: "Ngày đăng", width: 12, kind: "date" },
        { header: "Địa chỉ", width: 50, kind: "url" },
        { header: "Thu hồi", width: 20, kind: "text" },
      ],
      rows: chain.content.map(({ title, kindLabel, unitId, primaryTheme, publishedAt, url, withdrawnAt }) => [
        title,
        kindLabel,
        unitId === null ? null : unitName.get(unitId),
        primaryTheme === null ? null : (themeLabel.get(primaryTheme) ?? primaryTheme),
        toVietnamDate(publishedAt).toString(),
        url === null ? null : printedAddress(url),
        withdrawnAt === null ? null : formatDateTime(withdrawnAt),
      ]),
    },
    {
      name: "Biểu số liệu",
      columns: [
        { header: "Chỉ tiêu", width: 50, kind: "text" },
        { header: "Tử số", width: 10, kind: "number" },
        { header: "Mẫu số", width: 10, kind: "number" },
        { header: "Cùng kỳ năm trước", width: 12, kind: "number" },
        { header: "Đơn vị tính", width: 14, kind: "text" },
        { header: "Kỳ", width: 40, kind: "text" },
        { header: "Nguồn", width: 40, kind: "text" },
      ],
      rows: figures.map(({ label, numerator, denominator, before, unit, source }) => [
        label,
        numerator,
        denominator,
        before?.numerator,
        unit,
        chain.period.label,
        source,
      ]),
    },
    ...communicationSheets(chain, figures),
    ...publicitySheets(chain),
    ...dossierSheets(chain),
    ...feedbackSheets(chain),
    ...eventSheets(chain),
    ...listeningSheets(chain),
    ...budgetSheets(chain),
    ...savingSheets(chain),
  ];
}

/** Of what, of which time and how it was counted: the sheets must tell so when they stand alone. */
export const howCounted = (
  { plan, period }: Chain,
  { takenAt, frozen }: { takenAt: string; frozen: boolean },
): Sheet => ({
  name: "Cách chọn và cách đếm",
  columns: [
    { header: "Nội dung", width: 26, kind: "text" },
    { header: "Giá trị", width: 90, kind: "text" },
  ],
  rows: [
    ["Kế hoạch", plan.title],
    ["Kỳ báo cáo", `${period.label} (${formatDate(period.from)} – ${formatDate(period.to)})`],
    [
      "Cách tính kỳ",
      period.basis === "decree" ? "Chốt ngày 14 (Nghị định 09/2019/NĐ-CP)" : "Theo tháng dương lịch",
    ],
    ["Số liệu tính", countedInWords(period, takenAt)],
    ["Hiện", "Mọi nội dung phải thực hiện, mọi minh chứng và sản phẩm của kỳ"],
    ["Cách đếm", "Minh chứng đã thu hồi, minh chứng chung của cả mục được nêu nhưng không tính."],
    [frozen ? "Số liệu chốt lúc" : "Lấy số liệu lúc", formatDateTime(takenAt)],
  ],
});
