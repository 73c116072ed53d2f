import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Chain } from "../chain.ts";
import type { Figure, RowKind } from "../figure.ts";
import { type ChainPosting, type ChainPublicity, isSettledEverywhere, postingId } from "./publicity.ts";

type Count = (
  key: string,
  label: string,
  kind: RowKind,
  ids: string[],
  denominator: number | null,
  unit: string,
  source: string,
) => Figure;

const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** What counts, in words: at which places, up to which day. */
const rule = ({ places, day }: ChainPublicity): string =>
  `Bảng công khai thủ tục ngày ${formatDate(day)}; đủ là đúng bản đang dùng, hoặc đã gỡ khi bãi bỏ, ở mọi nơi: ${places.map(({ name }) => name).join(", ")}`;

function postedFigures(publicity: ChainPublicity, count: Count): Figure[] {
  const { procedures, places } = publicity;
  const source = rule(publicity);
  const figure = (key: string, label: string, rows: ChainPosting[], of: number) =>
    count(`publicity.${key}`, label, "procedure", ids(rows), of, "thủ tục", source);
  const settled = procedures.filter(isSettledEverywhere);
  const done = procedures.flatMap((one) =>
    one.cells.filter(({ isSettled }) => isSettled).map((cell) => ({ id: postingId(one, cell), ...cell })),
  );
  return [
    figure("procedures", "Thủ tục công khai đủ, đúng bản ở mọi nơi", settled, procedures.length),
    figure(
      "missing",
      "Thủ tục còn nơi chưa công khai, còn bản cũ hoặc chưa gỡ",
      procedures.filter((one) => !isSettledEverywhere(one)),
      procedures.length,
    ),
    ...places.map(({ id, name }) => {
      const asked = procedures.flatMap((one) =>
        one.cells.filter(({ placeId }) => placeId === id).map((cell) => ({ one, cell })),
      );
      return figure(
        `at.${id}`,
        name,
        asked.filter(({ cell }) => cell.isSettled).map(({ one }) => one),
        asked.length,
      );
    }),
    count(
      "publicity.in-time",
      "Lượt công khai, gỡ bỏ xong đúng hạn",
      "posting",
      ids(done.filter(({ isLate }) => !isLate)),
      done.length,
      "lượt",
      `Bảng công khai thủ tục; hạn tính bằng ngày làm việc từ ngày quyết định: ${places.map(({ name, workingDays }) => `${name} ${workingDays} ngày`).join(", ")}`,
    ),
  ];
}

function publishedFigures({ documents, day }: ChainPublicity, count: Count): Figure[] {
  if (documents === null) return [];
  const { workingDays, rows } = documents;
  const source = `Sổ văn bản; đúng hạn là lên cổng trong ${workingDays} ngày làm việc từ ngày ban hành, văn bản chưa hết hạn ngày ${formatDate(day)} chưa tính`;
  const of = (state: string) => rows.filter((row) => row.state === state);
  const counted = of("in-time").length + of("late").length;
  const figure = (key: string, label: string, state: string, denominator: number | null) =>
    count(
      `publicity.documents.${key}`,
      label,
      "published-document",
      ids(of(state)),
      denominator,
      "văn bản",
      source,
    );
  return [
    figure("in-time", "Văn bản ban hành trong kỳ công khai đúng hạn", "in-time", counted),
    figure("late", "Văn bản ban hành trong kỳ công khai chậm hoặc quá hạn chưa công khai", "late", counted),
    figure("waiting", "Văn bản ban hành trong kỳ chưa công khai, còn hạn", "waiting", null),
  ];
}

/** The figures of what is made public, none where the report was frozen before they were kept. */
export const countPublicity = ({ publicity }: Chain, count: Count): Figure[] =>
  publicity === undefined ? [] : [...postedFigures(publicity, count), ...publishedFigures(publicity, count)];
