import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import type { RowKind } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import { type ChainPublished, isSettledEverywhere, postingId } from "./publicity.ts";
import { missingInWords } from "./publicity-section.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });

const stateWords: Record<ChainPublished["state"], string> = {
  "in-time": "đúng hạn",
  late: "chậm",
  waiting: "chưa công khai, còn hạn",
};

const publishedInWords = ({ issuedOn, publishedAt, workingDays, state }: ChainPublished): string =>
  `Ban hành ${formatDate(issuedOn)} · ${
    publishedAt === null
      ? `chưa công khai, ${workingDays} ngày làm việc`
      : `công khai ${formatDate(toVietnamDate(publishedAt))} sau ${workingDays} ngày làm việc`
  } · ${stateWords[state]}`;

/** The rows behind a figure of what is made public. */
export function publicityRows({ publicity }: Chain, kind: RowKind): FigureRow[] {
  if (publicity === undefined) return [];
  if (kind === "published-document")
    return (publicity.documents?.rows ?? []).map((row) => ({
      ...{ id: row.id, kind, label: row.title, detail: publishedInWords(row) },
      url: `/workspace/van-ban/${row.id}`,
    }));
  const names = new Map(publicity.places.map(({ id, name }) => [id, name]));
  if (kind === "posting")
    return publicity.procedures.flatMap((one) =>
      one.cells.map((cell) => ({
        ...{ id: postingId(one, cell), kind, url: `/workspace/thu-tuc/${one.id}` },
        label: `${one.code} ${one.name}`,
        detail: `${names.get(cell.placeId) ?? ""} · ${cell.stateLabel.toLocaleLowerCase("vi")}${cell.dueOn === null ? "" : ` · hạn ${formatDate(cell.dueOn)}`}`,
      })),
    );
  return publicity.procedures.map((one) => ({
    ...{ id: one.id, kind, label: `${one.code} ${one.name}`, url: `/workspace/thu-tuc/${one.id}` },
    detail: isSettledEverywhere(one)
      ? `Bản ${one.version} · ${one.isOver ? "đã gỡ ở mọi nơi" : "đủ ở mọi nơi"}`
      : `Còn thiếu: ${missingInWords(one, names)}`,
  }));
}

/** Every procedure at every place as it stood; none where nothing was kept of it. */
export function publicitySheets({ publicity }: Chain): Sheet[] {
  if (publicity === undefined || publicity.procedures.length === 0) return [];
  const { places, procedures, documents } = publicity;
  return [
    {
      name: "Công khai thủ tục",
      columns: [
        ...[text("Mã TTHC", 20), text("Thủ tục", 60), { header: "Bản", width: 8, kind: "number" as const }],
        ...places.map(({ name }) => text(name, 28)),
        text("Đủ", 10),
      ],
      rows: procedures.map((one) => [
        ...[one.code, one.name, one.version],
        ...places.map(({ id }) => {
          const cell = one.cells.find(({ placeId }) => placeId === id);
          return cell && `${cell.stateLabel}${cell.isLate ? ", quá hạn" : ""}`;
        }),
        isSettledEverywhere(one) ? "Đủ" : "Còn thiếu",
      ]),
    },
    ...(documents === null
      ? []
      : [
          {
            name: "Công khai văn bản",
            columns: [
              ...[text("Văn bản", 40), { header: "Ban hành", width: 12, kind: "date" as const }],
              { header: "Công khai", width: 12, kind: "date" as const },
              { header: "Ngày làm việc", width: 12, kind: "number" as const },
              text("Kết quả", 24),
            ],
            rows: documents.rows.map(({ title, issuedOn, publishedAt, workingDays, state }) => [
              ...[title, issuedOn, publishedAt && toVietnamDate(publishedAt).toString()],
              ...[workingDays, stateWords[state]],
            ]),
          },
        ]),
  ];
}
