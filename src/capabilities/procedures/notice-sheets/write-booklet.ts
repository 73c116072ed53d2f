import { agencyById } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { proceduresOfAgency } from "../procedure-queries.ts";
import { standsOn } from "../procedure-state.ts";
import { MOST_IN_BOOKLET, type PaperSize } from "./paper.ts";
import type { BookletRun } from "./running-booklets.ts";
import { setSheets } from "./set-sheets.ts";

export interface BookletAsked {
  /** Of this field or implementing agency alone; null: of all. */
  field: string | null;
  agency: string | null;
  paper: PaperSize;
  isLarge: boolean;
  /** Public address of the installation without a final slash. */
  host: string;
  run?: BookletRun;
}

/** Every procedure that is carried out, of a field or an agency, as one PDF with contents by field. @throws Unacceptable */
export async function writeBooklet(
  q: Queryable,
  agencyId: string,
  { field, agency: carriedOutBy, ...look }: BookletAsked,
): Promise<Uint8Array> {
  const day = today().toString();
  const chosen = (await proceduresOfAgency(q, agencyId))
    .filter(
      ({ procedure, version }) =>
        standsOn(procedure, day) &&
        (field === null || version.field === field) &&
        (carriedOutBy === null || version.implementingAgency === carriedOutBy),
    )
    .toSorted(
      (a, b) =>
        a.version.field.localeCompare(b.version.field, "vi") ||
        a.version.name.localeCompare(b.version.name, "vi"),
    );
  if (chosen.length === 0)
    throw new Unacceptable("Không có thủ tục nào đang thực hiện theo lựa chọn này nên chưa lập sổ tay.");
  if (chosen.length > MOST_IN_BOOKLET)
    throw new Unacceptable(
      `Có ${chosen.length} thủ tục; một sổ tay in nhiều nhất ${MOST_IN_BOOKLET}. Hãy chọn từng lĩnh vực hoặc từng cơ quan.`,
    );
  const agency = (await agencyById(q, agencyId))!;
  return setSheets(q, agency, chosen, {
    ...look,
    cover: {
      title: "Sổ tay thủ tục hành chính",
      lines: [
        field === null ? null : `Lĩnh vực: ${field}`,
        carriedOutBy === null ? null : `Cơ quan thực hiện: ${carriedOutBy}`,
        `${chosen.length} thủ tục đang thực hiện, theo sổ thủ tục ngày ${formatDate(day)}`,
        "Mỗi trang ghi mã và bản của thủ tục ở chân trang; quét mã QR để xem bản mới nhất.",
      ].filter((line) => line !== null),
    },
  });
}
