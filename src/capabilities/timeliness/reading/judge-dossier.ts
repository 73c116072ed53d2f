import type { TableRow } from "#platform/sheets/columns/read-table.ts";
import { cellText, cleanCell, readDay, readYes } from "#platform/sheets/columns/read-values.ts";
import type { RowCell } from "#platform/sheets/rows/row-visitor.ts";
import type { DossierKey } from "./dossier-columns.ts";
import { isOnline, type StatusGroup, statusGroup } from "./dossier-status.ts";
import { Known } from "./known-texts.ts";

export interface DossierIssue {
  row: number;
  column: DossierKey;
  code:
    | "missing-required"
    | "bad-date"
    | "due-before-receipt"
    | "result-before-receipt"
    | "superseded"
    | "status-contradicts-dates"
    | "odd-year"
    | "future-date";
  message: string;
}

/** A dossier without anything that tells who filed it. Days are numbers like 20261130. */
export interface Dossier {
  row: number;
  code: string;
  unit: string;
  unitCode: string;
  procedureCode: string;
  procedureName: string;
  field: string;
  commune: string;
  channel: string;
  status: string;
  received: number;
  due: number;
  /** The day of the result; null while there is none. */
  finished: number | null;
  group: StatusGroup;
  online: boolean;
  /** null: no financial obligation, or nothing said. */
  paidOnline: boolean | null;
  digitised: boolean | null;
  electronic: boolean | null;
  /** null: not passed on, or nothing said. */
  circulated: boolean | null;
  /** What else the row says: by it equal rows are told from those that differ. */
  rest: string;
}

const isEmpty = (cell: RowCell): boolean =>
  cell === undefined ||
  (typeof cell === "string" && /^[\s\u200b\ufeff]*[-–—]?[\s\u200b\ufeff]*$/u.test(cell));

/** Columns that no figure needs. */
const besides: readonly DossierKey[] = [
  "ngay_nop",
  "ngay_tra",
  "loai_doi_tuong",
  "tinh_trang_han",
  "so_lan_bo_sung",
  "so_hoa_ket_qua",
  "phi_da_thu",
];

const dayNames: Partial<Record<DossierKey, string>> = {
  ngay_tiep_nhan: "Ngày tiếp nhận",
  ngay_hen_tra: "Ngày hẹn trả",
  ngay_xu_ly_xong: "Ngày xử lý xong",
  ngay_tra: "Ngày trả kết quả",
};

const shown = (ymd: number): string => {
  const digits = String(ymd);
  return `${digits.slice(6)}/${digits.slice(4, 6)}/${digits.slice(0, 4)}`;
};

/** Judges the rows of one sheet; texts that stand in many rows are looked at once. */
export class DossierJudge {
  readonly issues: DossierIssue[] = [];
  readonly remarks: DossierIssue[] = [];
  private readonly texts = new Known(cleanCell);
  private readonly groups = new Known(statusGroup);
  private readonly channels = new Known(isOnline);
  private readonly answers = new Known(readYes);
  private readonly asOf: number;

  constructor(asOf: number) {
    this.asOf = asOf;
  }

  private text(cell: RowCell): string {
    return cell === undefined ? "" : this.texts.of(cellText(cell));
  }

  private yes(cell: RowCell): boolean | null {
    return typeof cell === "string" ? this.answers.of(cell) : readYes(cell);
  }

  private day(
    row: number,
    column: DossierKey,
    cell: RowCell,
    from1904: boolean,
    required: boolean,
  ): number | null | false {
    if (isEmpty(cell)) {
      if (!required) return null;
      this.issues.push({ row, column, code: "missing-required", message: `${dayNames[column]} để trống.` });
      return false;
    }
    const day = readDay(cell, from1904);
    if (day !== null) return day;
    const written = cleanCell(cellText(cell)).slice(0, 40);
    this.issues.push({
      row,
      column,
      code: "bad-date",
      message: `${dayNames[column]} “${written}” không phải ngày có thật; hãy ghi theo dạng ngày/tháng/năm.`,
    });
    return false;
  }

  /** The dossier of a row; null when it is rejected, with why among the issues. */
  judge(row: number, cells: TableRow<DossierKey>, from1904: boolean): Dossier | null {
    const before = this.issues.length;
    const coded = cells("ma_ho_so");
    const code = isEmpty(coded) ? "" : cleanCell(cellText(coded)).toUpperCase();
    if (code === "")
      this.issues.push({
        row,
        column: "ma_ho_so",
        code: "missing-required",
        message: "Dòng thiếu mã hồ sơ.",
      });
    const received = this.day(row, "ngay_tiep_nhan", cells("ngay_tiep_nhan"), from1904, true);
    const due = this.day(row, "ngay_hen_tra", cells("ngay_hen_tra"), from1904, true);
    const done = cells("ngay_xu_ly_xong");
    const resultColumn: DossierKey = isEmpty(done) ? "ngay_tra" : "ngay_xu_ly_xong";
    const finished = this.day(row, resultColumn, cells(resultColumn), from1904, false);
    if (received && due && due < received)
      this.issues.push({
        row,
        column: "ngay_hen_tra",
        code: "due-before-receipt",
        message: `Ngày hẹn trả ${shown(due)} trước ngày tiếp nhận ${shown(received)}.`,
      });
    if (received && finished && finished < received)
      this.issues.push({
        row,
        column: resultColumn,
        code: "result-before-receipt",
        message: `Ngày có kết quả ${shown(finished)} trước ngày tiếp nhận ${shown(received)}.`,
      });
    if (this.issues.length > before || !received || !due || finished === false) return null;
    const status = this.text(cells("trang_thai"));
    const channel = this.text(cells("kenh"));
    const dossier: Dossier = {
      row,
      code,
      unit: this.text(cells("ten_don_vi")),
      unitCode: this.text(cells("ma_don_vi")),
      procedureCode: this.text(cells("ma_tthc")),
      procedureName: this.text(cells("ten_tthc")),
      field: this.text(cells("ten_linh_vuc")),
      commune: this.text(cells("ma_xa")),
      channel,
      status,
      received,
      due,
      finished,
      group: status === "" ? "open" : this.groups.of(status),
      online: channel !== "" && this.channels.of(channel),
      paidOnline: this.yes(cells("thanh_toan_truc_tuyen")),
      digitised: this.yes(cells("so_hoa_thanh_phan")),
      electronic: this.yes(cells("ket_qua_dien_tu")),
      circulated: this.yes(cells("luan_chuyen_dien_tu")),
      rest: besides
        .map((key) => {
          const cell = cells(key);
          return cell === undefined ? "" : (readDay(cell, from1904) ?? this.text(cell));
        })
        .join("|"),
    };
    this.remark(dossier);
    return dossier;
  }

  private remark({ row, status, group, finished, received, due }: Dossier): void {
    const remark = (column: DossierKey, code: DossierIssue["code"], message: string) =>
      this.remarks.push({ row, column, code, message });
    if (finished !== null && (group === "paused" || group === "closed"))
      remark(
        "trang_thai",
        "status-contradicts-dates",
        `Trạng thái “${status}” nhưng đã có ngày kết quả; tính theo ngày.`,
      );
    if (finished === null && group === "resolved")
      remark(
        "trang_thai",
        "status-contradicts-dates",
        `Trạng thái “${status}” nhưng không có ngày kết quả; tính là đang giải quyết.`,
      );
    if (finished !== null && finished > this.asOf)
      remark(
        "ngay_xu_ly_xong",
        "future-date",
        `Ngày kết quả ${shown(finished)} sau ngày chốt số liệu ${shown(this.asOf)}.`,
      );
    const latest = (Math.floor(this.asOf / 10_000) + 2) * 10_000 + 1231;
    if (received < 20_000_101 || due > latest)
      remark(
        received < 20_000_101 ? "ngay_tiep_nhan" : "ngay_hen_tra",
        "odd-year",
        "Năm ghi trong dòng khác thường; hãy kiểm tra lại.",
      );
  }
}
