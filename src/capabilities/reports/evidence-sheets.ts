import { formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "./chain.ts";
import { annexLines } from "./compose-report.ts";
import type { Figure } from "./figures.ts";
import { printedAddress } from "./portal-address.ts";

/** The annex of evidence as sheets: obligations, evidence, products, figures. */
export function evidenceSheets(chain: Chain, figures: Figure[]): Sheet[] {
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
        { header: "Nhiệm vụ", width: 40, kind: "text" },
        { header: "Sản phẩm", width: 40, kind: "text" },
        { header: "Nơi đăng, thời gian", width: 50, kind: "text" },
        { header: "Số minh chứng", width: 14, kind: "number" },
        { header: "Lý do chưa có minh chứng", width: 40, kind: "text" },
      ],
      rows: annexLines(chain).map((line) => [
        line.code,
        line.what,
        line.tasks.join("\n"),
        line.products.join("\n"),
        line.placements.map(({ url, at }) => `${url} (${formatDateTime(at)})`).join("\n"),
        line.evidence.filter(({ withdrawn }) => !withdrawn).length,
        line.noneReason,
      ]),
    },
    {
      name: "Minh chứng",
      columns: [
        { header: "Minh chứng", width: 50, kind: "text" },
        { header: "Địa chỉ", width: 50, kind: "url" },
        { header: "Ngày", width: 12, kind: "date" },
        { header: "Nhiệm vụ", width: 40, kind: "text" },
        { header: "Nội dung phải thực hiện", width: 24, kind: "text" },
        { header: "Thu hồi", width: 20, kind: "text" },
      ],
      rows: chain.evidence.map(({ label, url, at, taskIds, obligationIds, withdrawnAt }) => [
        label,
        url === null ? null : printedAddress(url),
        toVietnamDate(at).toString(),
        names(taskIds, taskTitle),
        names(obligationIds, code),
        withdrawnAt === null ? null : formatDateTime(withdrawnAt),
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
        { header: "Đơn vị tính", width: 14, kind: "text" },
        { header: "Kỳ", width: 40, kind: "text" },
        { header: "Nguồn", width: 40, kind: "text" },
      ],
      rows: figures.map(({ label, numerator, denominator, unit, source }) => [
        label,
        numerator,
        denominator,
        unit,
        chain.period.label,
        source,
      ]),
    },
  ];
}
