import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { isShown, type ShownThemes, shownWords } from "./shown-themes.ts";
import { type ThemeChannelsQuestion, themeChannels } from "./theme-channels.ts";

/** The board as .xlsx, with how it was chosen and counted; that it was taken out stays in the audit. */
export async function exportThemeChannels(
  work: Work,
  { show, ...question }: ThemeChannelsQuestion & { show: ShownThemes },
): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const board = await themeChannels(tx, actor.agencyId, question);
  const themes = board.themes.filter(({ count }) => isShown(show, count));
  const number = (header: string) => ({ header, width: 16, kind: "number" as const });
  const { writeXlsx } = await import("#platform/official-document/write/write-xlsx.ts");
  const file = await writeXlsx(
    [
      {
        name: "Chủ đề × kênh",
        columns: [
          { header: "Nhóm", width: 26, kind: "text" },
          { header: "Chủ đề", width: 52, kind: "text" },
          ...board.channels.map(({ label }) => number(label)),
          number("Mọi kênh"),
        ],
        rows: themes.map(({ group, label, cells, count }) => [group, label, ...cells, count]),
      },
      {
        name: "Cách chọn và cách đếm",
        columns: [
          { header: "Nội dung", width: 26, kind: "text" },
          { header: "Giá trị", width: 90, kind: "text" },
        ],
        rows: [
          ["Kế hoạch", board.planTitle],
          ["Kỳ", `${board.span.label} (${formatDate(board.span.from)} – ${formatDate(board.span.to)})`],
          ["Hiện", shownWords[show]],
          ["Số dòng", `${themes.length} trên ${board.themes.length}`],
          ["Tổng số", `${board.total} tin, bài và minh chứng, mỗi thứ một lần`],
          [
            "Cách đếm",
            "Tin, bài theo chủ đề của bài; minh chứng khác theo chủ đề của nghĩa vụ mà nó phục vụ; thứ thuộc nhiều chủ đề đếm ở từng chủ đề. Kênh nhận ra theo địa chỉ; không có địa chỉ thì ghi “Chưa có kênh”.",
          ],
          ["Lấy số liệu lúc", formatDateTime(at)],
        ],
      },
    ],
    at.toISOString(),
  );
  const { id, ...filters } = question;
  await work.record({
    act: "export-theme-channels",
    objectKind: "plan",
    objectId: id,
    after: { ...filters, show },
  });
  return file;
}
