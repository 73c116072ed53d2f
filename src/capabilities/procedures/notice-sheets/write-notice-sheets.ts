import { agencyById, portalBase } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { typeset } from "#platform/official-document/write/typeset.ts";
import { procedurePath } from "../procedure-code.ts";
import { currentOf, recordOf } from "../procedure-queries.ts";
import { noticeSheet } from "./notice-sheet.ts";
import { letterSize, type PaperSize } from "./paper.ts";
import { sheetTemplate } from "./sheet-template.ts";

export interface SheetsAsked {
  ids: string[];
  paper: PaperSize;
  isLarge: boolean;
  /** Public address of the installation without a final slash. */
  host: string;
}

/** Every text of what is printed, through what the font can print. */
function allPrintable<Value>(value: Value, printable: (text: string) => string): Value {
  if (typeof value === "string") return (value.startsWith("<svg") ? value : printable(value)) as Value;
  if (Array.isArray(value)) return value.map((item) => allPrintable(item, printable)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, allPrintable(item, printable)]),
  ) as Value;
}

/** Notice sheets of the versions that hold now, as one PDF, tagged for screen readers. @throws NotFound */
export async function writeNoticeSheets(
  q: Queryable,
  agencyId: string,
  { ids, paper, isLarge, host }: SheetsAsked,
): Promise<Uint8Array> {
  const wanted = [...new Set(ids)];
  const found = new Map((await currentOf(q, agencyId, wanted)).map((one) => [one.procedure.id, one]));
  const agency = await agencyById(q, agencyId);
  if (!agency || found.size < wanted.length) throw new NotFound("Có thủ tục không còn trong sổ của cơ quan.");
  const base = host + (await portalBase(q, agencyId));
  const day = today().toString();
  const sheets = wanted.map((id) => {
    const { procedure, version } = found.get(id)!;
    const record = recordOf(version);
    const { code } = procedure;
    return noticeSheet(
      {
        ...{ code, version: version.version, validFrom: version.validFrom, record },
        address: base + procedurePath({ code, name: record.name }),
      },
      agency,
      day,
    );
  });
  const [first] = sheets;
  return typeset(sheetTemplate, (printable) => ({
    sheets: JSON.stringify(
      allPrintable(
        {
          ...{ sheets, paper, agency: agency.name, size: letterSize(paper, isLarge) },
          title: sheets.length === 1 ? first!.name : `Phiếu niêm yết ${sheets.length} thủ tục hành chính`,
          qrWidth: paper === "a4" ? 32 : 48,
          sampleMark: agency.isSample ? "DỮ LIỆU MẪU" : null,
        },
        printable,
      ),
    ),
  }));
}
