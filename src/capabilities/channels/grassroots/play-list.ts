import type { ListWords } from "#platform/sheets/list-fields.ts";
import { countsColumns, type ListKind } from "#platform/sheets/list-kind.ts";

/** What a column of a play log may hold, in the order of the template. */
export const playFields = ["station", "bulletin", "started", "ended", "state", "reason", "receipt"] as const;
export type PlayField = (typeof playFields)[number];

export const playWords: ListWords<PlayField> = {
  station: {
    header: "Mã đài, cụm loa",
    how: "Đúng mã trong sổ của cơ quan.",
    example: "DTT-01",
    also: ["ma dai", "ma cum loa", "ma cum", "dai", "tram", "ma tram", "station", "diem phat"],
    width: 20,
  },
  bulletin: {
    header: "Mã bản tin",
    how: "Mã in trong gói tệp (thong-tin.csv) và ở trang của bản tin.",
    example: "a1B2c3D4e5F6g7H8",
    also: ["ma ban tin", "ma bai", "ma tham chieu", "ban tin", "bulletin", "bulletin id"],
    width: 24,
  },
  started: {
    header: "Bắt đầu phát",
    how: "Ngày và giờ Việt Nam: 25/11/2026 17:00. Nhận cả 2026-11-25T17:00:00+07:00.",
    example: "25/11/2026 17:00",
    also: ["thoi gian bat dau", "gio bat dau", "bat dau", "thoi gian phat", "gio phat", "started at"],
    width: 22,
  },
  ended: {
    header: "Kết thúc",
    how: "Có thể bỏ trống.",
    example: "25/11/2026 17:02",
    also: ["thoi gian ket thuc", "gio ket thuc", "ended at", "het"],
    width: 22,
  },
  state: {
    header: "Kết quả",
    how: "Đã phát, Phát dở, Bỏ qua hoặc Không phát được. Bỏ trống là Đã phát.",
    example: "Đã phát",
    also: ["trang thai", "tinh trang", "state", "ket qua phat"],
    width: 18,
  },
  reason: {
    header: "Lý do",
    how: "Vì sao không phát được; có thể bỏ trống.",
    example: "",
    also: ["ghi chu", "nguyen nhan", "reason"],
    width: 30,
  },
  receipt: {
    header: "Mã lượt phát",
    how: "Số mà máy của đài đặt cho lượt phát; bỏ trống thì lượt phát được nhận ra theo đài, bản tin và giờ.",
    example: "",
    also: ["so luot", "ma nhat ky", "receipt id", "receipt"],
    width: 20,
  },
};

export const playList: ListKind<PlayField> = {
  words: playWords,
  heads: ["station", "bulletin", "started"],
  mostLines: 5_000,
  isHeading: (row) => row.isBand || countsColumns(row),
};
