import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import { type Figure, vietnameseNumber } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import { hoursOf, takenUp, themesOf, tones } from "./count-listening.ts";
import type { ChainArticle, ChainIncident } from "./press-coverage.ts";

const creditInWords = ({ copy }: ChainArticle): string[] =>
  copy === null
    ? []
    : [
        `trùng ${copy.share}% với bài của cơ quan, ${copy.isCredited ? "có nêu cơ quan" : "chưa thấy nêu cơ quan"}`,
      ];

const incidentInWords = (row: ChainIncident): string =>
  row.endedAt === null
    ? `chưa trả lời, hạn ${formatDateTime(row.dueAt)}`
    : `trả lời ${formatDateTime(row.endedAt)} (${row.endedAt <= row.dueAt ? "trong giờ" : "quá giờ"}), ${hoursOf(row)} giờ`;

/** The rows behind a figure of what the press wrote; a source and an incident tell what they give to a sum. */
export function listeningRows(chain: Chain, { key, rows: { kind } }: Figure): FigureRow[] {
  const { listening } = chain;
  if (listening === undefined) return [];
  if (kind === "press-source")
    return listening.sources.map(({ id, name, items }) => ({
      ...{ id, kind, label: name, amount: items, detail: `${vietnameseNumber(items)} lượt tin` },
      url: "/workspace/theo-doi-bao-chi?the=nguon",
    }));
  if (kind === "incident")
    return listening.incidents.map((row) => ({
      ...{ id: row.id, kind, label: row.title, url: "/workspace/theo-doi-bao-chi?the=vu-viec" },
      ...(key === "incidents.hours" && { amount: hoursOf(row) }),
      detail: `mở ${formatDateTime(row.openedAt)} · ${incidentInWords(row)}`,
    }));
  if (kind === "taken-up")
    return takenUp(chain).map((row) => ({
      ...{ id: row.id, kind, label: row.title, url: row.url ?? "/workspace/bao-chi?the=dung-lai" },
      detail: [
        ...[row.where, formatDate(row.on)],
        ...(row.byHand ? ["đã ghi vào sổ"] : []),
        ...(row.byFeed ? ["đọc từ nguồn tin"] : []),
      ].join(" · "),
    }));
  return listening.articles.map((row) => ({
    ...{ id: row.id, kind, label: row.title, url: row.url },
    detail: [
      ...[row.sourceNames.join(", "), formatDate(row.on)],
      row.tone === null ? "chưa ghi sắc thái" : tones[row.tone].toLocaleLowerCase("vi"),
      ...creditInWords(row),
    ].join(" · "),
  }));
}

/** Articles and incidents as sheets; none where there are none. */
export function listeningSheets(chain: Chain): Sheet[] {
  const { listening } = chain;
  if (listening === undefined) return [];
  const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
  const labels = new Map(themesOf(chain).map(({ slug, label }) => [slug, label]));
  const sheets: Sheet[] = [
    {
      name: "Báo chí viết",
      columns: [
        ...[text("Tên tin", 60), text("Nguồn", 34), { header: "Ngày", width: 14, kind: "date" as const }],
        ...[text("Chủ đề", 50), text("Sắc thái", 20), text("Lấy từ bài của cơ quan", 44)],
        { header: "Địa chỉ", width: 50, kind: "url" },
      ],
      rows: listening.articles.map((row) => [
        ...[row.title, row.sourceNames.join("\n"), row.on],
        row.themes.map((slug) => labels.get(slug)).join("\n"),
        row.tone && tones[row.tone],
        creditInWords(row)[0] ?? null,
        row.url,
      ]),
    },
    {
      name: "Vụ việc báo chí phê bình",
      columns: [
        ...[text("Vụ việc", 60), text("Mở lúc", 20), text("Hạn trả lời", 20), text("Trả lời lúc", 20)],
        { header: "Số giờ", width: 10, kind: "number" },
      ],
      rows: listening.incidents.map((row) => [
        ...[row.title, formatDateTime(row.openedAt), formatDateTime(row.dueAt)],
        row.endedAt && formatDateTime(row.endedAt),
        row.endedAt === null ? null : hoursOf(row),
      ]),
    },
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}
