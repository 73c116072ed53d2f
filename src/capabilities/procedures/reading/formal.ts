import { tonesApart } from "#platform/text/tones-apart.ts";
import { feesFrom, limitFrom } from "../list-imports/methods-from-row.ts";
import { meaningOf } from "./meaning.ts";
import type { ProcedureKey } from "./procedure-columns.ts";

type Written = Partial<Record<ProcedureKey, string>>;

/** Columns whose texts are read by people; codes, addresses and days are taken as they are written. */
const readByPeople = new Set<ProcedureKey>([
  "ten_tthc",
  "ten_linh_vuc",
  "ten_co_quan",
  "doi_tuong",
  "thoi_han",
  "thoi_han_mo_ta",
  "phi_le_phi",
  "thanh_phan_ho_so",
  "trinh_tu",
  "yeu_cau",
  "ket_qua",
  "can_cu_phap_ly",
]);

/** One time limit is told in these together. */
const ofTime: readonly ProcedureKey[] = ["thoi_han", "don_vi_thoi_han", "thoi_han_mo_ta"];

/** "1.000.000" and "05": numbers as they count. */
const sameNumbers = (text: string): string =>
  text
    .replace(/(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?![\d.,]*\d)/gu, (number) =>
      number.replace(/[.,]/gu, ""),
    )
    .replace(/(?<![\p{L}\d.,])0+(?=\d)/gu, "");

/** A text by its words: capitals, punctuation, the place of tone marks and how numbers are set are left aside. */
const byWords = (text: string): string =>
  tonesApart(sameNumbers(text.toLowerCase()))
    // A mark between digits is part of the number: "1,5" is not "15".
    .replace(/(?<!\d)[^\p{L}\p{M}\d\s]|[^\p{L}\p{M}\d\s](?!\d)/gu, " ")
    .replace(/\bubnd\b/gu, tonesApart("ủy ban nhân dân"))
    .replace(/\s+/gu, " ")
    .trim();

const feeMeant = (text: string): string => {
  const [fee] = feesFrom(text.trim());
  return fee?.amount === null || fee === undefined ? byWords(text) : String(fee.amount);
};

/** What a time limit comes to, whichever of its columns says it. */
function timeMeant(row: Written): string {
  const { thoi_han = "", don_vi_thoi_han = "", thoi_han_mo_ta = "" } = row;
  if (thoi_han === "") return byWords([don_vi_thoi_han, thoi_han_mo_ta].join(" "));
  const { limitAmount, limitUnit, limitText } = limitFrom(thoi_han, don_vi_thoi_han, thoi_han_mo_ta);
  return [limitAmount, limitUnit, byWords(limitText)].join("|");
}

/** Whether a column of two rows differs only in how it is written, and says the same. */
export function isFormal(field: ProcedureKey, from: Written, to: Written): boolean {
  if (ofTime.includes(field) && timeMeant(from) === timeMeant(to)) return true;
  const [one = "", other = ""] = [from[field], to[field]];
  if (one === "" || other === "" || !readByPeople.has(field)) return false;
  if (field === "phi_le_phi") return feeMeant(one) === feeMeant(other);
  return byWords(meaningOf(field, one)) === byWords(meaningOf(field, other));
}
