import { portalBase } from "#organization";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { allPrintable } from "#platform/official-document/write/all-printable.ts";
import { typeset } from "#platform/official-document/write/typeset.ts";
import { typesetApart } from "#platform/official-document/write/typeset-apart.ts";
import { procedurePath } from "../procedure-code.ts";
import { type CurrentProcedure, recordOf } from "../procedure-queries.ts";
import { type AgencyOnSheet, noticeSheet } from "./notice-sheet.ts";
import { letterSize, type PaperSize } from "./paper.ts";
import { type BookletRun, toldWhileSet } from "./running-booklets.ts";
import { sheetTemplate } from "./sheet-template.ts";

export interface SheetLook {
  paper: PaperSize;
  isLarge: boolean;
  /** Public address of the installation without a final slash. */
  host: string;
  /** First page of a book, with contents by field behind it; absent: sheets by themselves. */
  cover?: { title: string; lines: string[] };
  /** Told of it and able to stop it; absent: nobody watches. */
  run?: BookletRun;
}

/** So many are set where they are asked for, within a breath; more in a thread. */
const FEW = 5;

const NO_FIELD = "Chưa ghi lĩnh vực";

/** The versions that hold now, in this order, as one PDF, tagged for screen readers. */
export async function setSheets(
  q: Queryable,
  agency: AgencyOnSheet & { id: string },
  chosen: CurrentProcedure[],
  { paper, isLarge, host, cover, run }: SheetLook,
): Promise<Uint8Array> {
  const base = host + (await portalBase(q, agency.id));
  const day = today().toString();
  const sheets = chosen.map(({ procedure: { code }, version }, index) => {
    const record = recordOf(version);
    const field = record.field || NO_FIELD;
    const before = chosen[index - 1];
    return {
      ...noticeSheet(
        {
          ...{ code, version: version.version, validFrom: version.validFrom, record },
          address: base + procedurePath({ code, name: record.name }),
        },
        agency,
        day,
      ),
      /** Where a field of the book begins. */
      field: cover && (!before || (before.version.field || NO_FIELD) !== field) ? field : null,
    };
  });
  const [first] = sheets;
  const data = {
    ...{ sheets, paper, agency: agency.name, size: letterSize(paper, isLarge) },
    title:
      cover?.title ??
      (sheets.length === 1 ? first!.name : `Phiếu niêm yết ${sheets.length} thủ tục hành chính`),
    cover: cover ?? null,
    qrWidth: paper === "a4" ? 32 : 48,
    sampleMark: agency.isSample ? "DỮ LIỆU MẪU" : null,
  };
  if (sheets.length > FEW) {
    const { signal } = run ?? {};
    const set = (begun?: () => void) =>
      typesetApart(sheetTemplate, "sheets", data, { ...(signal && { signal }), ...(begun && { begun }) });
    return run ? toldWhileSet(run, sheets.length, set) : set();
  }
  return typeset(sheetTemplate, (printable) => ({
    sheets: JSON.stringify(allPrintable(data, printable)),
  }));
}
