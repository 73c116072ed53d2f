import { readDay } from "#platform/sheets/columns/read-values.ts";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";
import { plain } from "#platform/text/unit-named.ts";
import { kindOf, type ProcedureKey } from "./procedure-columns.ts";

/** Words of the columns that hold one of few, by what they mean; what is in none stays as it was written. */
const words: Partial<Record<ProcedureKey, Record<string, readonly string[]>>> = {
  cap_thuc_hien: {
    bo: ["bo", "cap bo", "trung uong", "cap trung uong"],
    tinh: ["tinh", "cap tinh", "thanh pho", "so"],
    huyen: ["huyen", "cap huyen"],
    xa: ["xa", "cap xa", "phuong", "xa phuong"],
    khac: ["khac", "co quan khac", "cap khac"],
  },
  muc_do_dvc: {
    toan_trinh: [
      "toan trinh",
      "dvc toan trinh",
      "dich vu cong toan trinh",
      "dich vu cong truc tuyen toan trinh",
      "dvctt toan trinh",
      "muc do 4",
      "muc 4",
      "4",
    ],
    mot_phan: [
      "mot phan",
      "dvc mot phan",
      "dich vu cong mot phan",
      "dich vu cong truc tuyen mot phan",
      "dvctt mot phan",
      "muc do 3",
      "muc 3",
      "3",
    ],
    khong: [
      "khong",
      "muc do 2",
      "muc do 1",
      "muc 2",
      "muc 1",
      "2",
      "1",
      "dich vu cung cap thong tin",
      "cung cap thong tin",
      "cung cap thong tin truc tuyen",
      "con lai",
    ],
  },
  don_vi_thoi_han: {
    ngay_lam_viec: ["ngay lam viec", "nlv"],
    ngay: ["ngay"],
    gio: ["gio", "gio lam viec"],
    thang: ["thang"],
  },
  trang_thai: {
    hieu_luc: [
      "",
      "hieu luc",
      "con hieu luc",
      "co hieu luc",
      "dang co hieu luc",
      "dang hieu luc",
      "da cong khai",
      "cong khai",
    ],
    het_hieu_luc: [
      "het hieu luc",
      "bai bo",
      "da bai bo",
      "bi bai bo",
      "het hieu luc toan bo",
      "huy bo",
      "da huy bo",
      "bi huy bo",
      "da het hieu luc",
    ],
    tam_dung: ["tam dung", "tam ngung", "tam dung thuc hien", "tam ngung thuc hien", "dang tam dung"],
  },
  kenh: {
    1: ["1", "truc tiep"],
    2: ["2", "truc tuyen", "online", "qua mang"],
    3: [
      "3",
      "buu chinh cong ich",
      "dich vu buu chinh",
      "dich vu buu chinh cong ich",
      "qua dich vu buu chinh cong ich",
      "buu chinh",
      "bcci",
      "qua buu chinh cong ich",
      "qua dich vu buu chinh",
    ],
  },
  doi_tuong: {
    cong_dan: ["cong dan", "cong dan viet nam", "ca nhan", "nguoi dan"],
    doanh_nghiep: ["doanh nghiep"],
    to_chuc: ["to chuc", "to chuc khong bao gom doanh nghiep htx", "to chuc khong gom dn htx"],
    khac: ["khac"],
  },
};

const meanings = new Map(
  Object.entries(words).map(([key, of]) => [
    key as ProcedureKey,
    new Map(
      Object.entries(of).flatMap(([meant, said]) => [meant, ...said].map((word) => [plain(word), meant])),
    ),
  ]),
);

/** "Bãi bỏ theo Quyết định …", "Đã bị bãi bỏ"; not "Hết hiệu lực một phần". */
const repealedInWords = /^(?:da )?(?:bi )?(?:bai bo|huy bo)\b|^(?:da )?het hieu luc\b(?! (?:mot )?phan)/u;

/** The word of the list that is meant, or null: a word of the agency's own. */
export function wordMeant(key: ProcedureKey, written: string): string | null {
  const words = plain(written);
  const meant = meanings.get(key)?.get(words);
  if (meant !== undefined) return meant;
  return key === "trang_thai" && repealedInWords.test(words) ? "het_hieu_luc" : null;
}

/** The parts of a set or an ordered list; a list in JSON by its items. */
export function partsOf(written: string): string[] {
  if (/^\s*\[/u.test(written))
    try {
      const items: unknown = JSON.parse(written);
      if (Array.isArray(items))
        return items
          .map((item) => (typeof item === "string" ? item : sameJson(item)))
          .map((part) => part.trim())
          .filter((part) => part !== "");
    } catch {
      // Not JSON, a text that begins with a bracket.
    }
  return written
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** JSON with its keys in one order and its texts with single spaces. */
function sameJson(value: unknown): string {
  const ordered = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(ordered);
    if (typeof item === "string") return item.normalize("NFC").replace(/\s+/gu, " ").trim();
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(
      Object.entries(item)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, ordered(inner)]),
    );
  };
  return JSON.stringify(ordered(value));
}

const spaced = (text: string): string => text.replace(/\s+/gu, " ");

/** What a column says, so that two that mean the same are equal: how it was laid out is left aside. */
export function meaningOf(key: ProcedureKey, written: string): string {
  const kind = kindOf(key);
  if (kind === "set")
    return [...new Set(partsOf(written).map((part) => wordMeant(key, part) ?? spaced(part)))]
      .sort()
      .join(";");
  if (kind === "list") return partsOf(written).map(spaced).join("\n");
  if (kind === "day") {
    const day = readDay(written);
    return day === null ? spaced(written) : isoOfYmd(day);
  }
  if (kind === "word") return wordMeant(key, written) ?? spaced(written);
  return spaced(written);
}
