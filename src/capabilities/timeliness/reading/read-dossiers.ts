import { readTable, type SkippedBecause, type TableRow } from "#platform/sheets/columns/read-table.ts";
import { type DossierKey, dossierSheet } from "./dossier-columns.ts";
import { type Dossier, type DossierIssue, DossierJudge } from "./judge-dossier.ts";
import { DossierTally, type Figures } from "./tally-dossiers.ts";

/** What is told row by row at most; the counts know of all. */
const MOST_TOLD = 50_000;

export interface DossierReading {
  asOf: string;
  totals: Figures;
  units: ({ unit: string } & Figures)[];
  rows: {
    read: number;
    accepted: number;
    duplicates: number;
    superseded: number;
    rejected: number;
    skipped: number;
  };
  /** Why rows were rejected. */
  errors: DossierIssue[];
  warnings: DossierIssue[];
  sheet: string;
  headerLine: number;
  columns: { header: string; field: DossierKey | null; dropped: boolean }[];
  /** Columns that figures need and the sheet has not: their figures say nothing. */
  missing: DossierKey[];
  skipped: { row: number; why: SkippedBecause }[];
}

const wanted: readonly DossierKey[] = [
  "ten_don_vi",
  "trang_thai",
  "kenh",
  "thanh_toan_truc_tuyen",
  "ket_qua_dien_tu",
];

/**
 * Counts a sheet of dossiers row by row; no row is kept, and what tells who filed it is never looked at. `asOf` is a
 * day like 20261130. Throws UnreadableDocument for a file that is no such sheet.
 */
export async function readDossiers(
  bytes: Uint8Array,
  asOf: number,
  take: (dossier: Dossier) => void = () => {},
  reject: (row: number, cells: TableRow<DossierKey>, because: DossierIssue[]) => void = () => {},
): Promise<DossierReading> {
  const judge = new DossierJudge(asOf);
  const tally = new DossierTally(asOf);
  let read = 0;
  let rejected = 0;
  const facts = await readTable(dossierSheet, bytes, (row, cells, { from1904 }) => {
    read += 1;
    const before = judge.issues.length;
    const dossier = judge.judge(row, cells, from1904);
    if (dossier) {
      const former = tally.add(dossier);
      if (former !== null)
        judge.remarks.push({
          row: former,
          column: "ma_ho_so",
          code: "superseded",
          message: `Hồ sơ ${dossier.code} có dòng sau khác đi; lấy dòng ${row}, bỏ dòng ${former}.`,
        });
      take(dossier);
    } else {
      rejected += 1;
      reject(row, cells, judge.issues.slice(before));
    }
    if (judge.issues.length > MOST_TOLD) judge.issues.length = MOST_TOLD;
    if (judge.remarks.length > MOST_TOLD) judge.remarks.length = MOST_TOLD;
  });
  const fields = new Set(facts.columns.map(({ field }) => field));
  return {
    asOf: `${Math.floor(asOf / 10_000)}-${String(asOf).slice(4, 6)}-${String(asOf).slice(6)}`,
    ...tally.figures(),
    rows: {
      read,
      accepted: tally.accepted,
      duplicates: tally.duplicates,
      superseded: tally.superseded,
      rejected,
      skipped: facts.skipped.length,
    },
    errors: judge.issues,
    warnings: judge.remarks.toSorted((a, b) => a.row - b.row),
    sheet: facts.sheet,
    headerLine: facts.headerLine,
    columns: facts.columns.map(({ header, field }) => ({
      header,
      field,
      dropped: field !== null && dossierSheet.personal?.has(field) === true,
    })),
    missing: wanted.filter((key) => !fields.has(key)),
    skipped: facts.skipped,
  };
}
