import type { ProcedureMethod, ProcedureRecord } from "../procedure-record.ts";
import { partsOf, wordMeant } from "../reading/meaning.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";

type Written = Partial<Record<ProcedureKey, string>>;

const channels = { 1: "direct", 2: "online", 3: "post" } as const;
const units = { ngay_lam_viec: "working-day", ngay: "day", gio: "hour", thang: "month" } as const;

const blank = (channel: ProcedureMethod["channel"]): ProcedureMethod => ({
  ...{ channel, limitAmount: null, limitUnit: "working-day", limitText: "", fees: [], note: "" },
});

const unitMeant = (text: string) => units[(wordMeant("don_vi_thoi_han", text) ?? "") as keyof typeof units];

/** "15", "15 ngày làm việc", "Trả ngay": a number with its unit, else words. */
export function limitFrom(
  text: string,
  unit: string,
  note: string,
): Pick<ProcedureMethod, "limitAmount" | "limitUnit" | "limitText"> {
  const [, number, rest = ""] = /^(\d{1,5}(?:[.,]\d{1,2})?)\s*(.*)$/su.exec(text) ?? [];
  if (number === undefined)
    return { limitAmount: null, limitUnit: "other", limitText: [text, note].filter(Boolean).join(", ") };
  const limitAmount = Number(number.replace(",", "."));
  // "10 ngày làm việc kể từ …": the unit stands before what is told of it.
  const [, named = "", behind = ""] =
    /^(ngày làm việc|ngày|giờ làm việc|giờ|tháng)?[\s,]*(.*)$/isu.exec(rest) ?? [];
  const limitUnit = unitMeant(named || unit) ?? "working-day";
  return { limitAmount, limitUnit, limitText: [behind, note].filter(Boolean).join(", ") };
}

/** "Không", "500.000", "500.000 đồng/lần": an amount when it is one, else words. */
export function feesFrom(text: string): ProcedureMethod["fees"] {
  if (/^(không|0|miễn phí|không thu|không có)\.?$/iu.test(text))
    return [{ kind: "fee", amount: 0, text: "" }];
  const [, number] = /^(\d{1,3}(?:[. ]\d{3})+|\d+)\s*(?:đồng|đ|vnđ|vnd)?\.?$/iu.exec(text) ?? [];
  if (number === undefined) return [{ kind: "fee", amount: null, text }];
  return [{ kind: "fee", amount: Number(number.replace(/[. ]/g, "")), text: "" }];
}

/** The ways of handing in as a row tells them: what it says nothing of stays as it was. */
export function methodsFrom(
  written: Written,
  before: ProcedureRecord["methods"],
): ProcedureRecord["methods"] {
  const { kenh = "", thoi_han = "", don_vi_thoi_han = "", thoi_han_mo_ta = "", phi_le_phi = "" } = written;
  if (kenh === "" && thoi_han === "" && phi_le_phi === "") return before;
  const named = [
    ...new Set(
      partsOf(kenh).flatMap(
        (part) => channels[(wordMeant("kenh", part) ?? "") as unknown as keyof typeof channels] ?? [],
      ),
    ),
  ];
  const standing = before.map(({ channel }) => channel);
  const wanted = named.length > 0 ? named : standing.length > 0 ? standing : (["any"] as const);
  // The order of a set says nothing: what stands keeps its own.
  const ordered = [
    ...standing.filter((one) => (wanted as string[]).includes(one)),
    ...wanted.filter((one) => !standing.includes(one)),
  ];
  const limit = thoi_han === "" ? null : limitFrom(thoi_han, don_vi_thoi_han, thoi_han_mo_ta);
  return ordered.map((channel) => {
    const former = before.find((method) => method.channel === channel) ?? blank(channel);
    return {
      ...former,
      ...limit,
      // A bare number says nothing of from when it counts: what is known of that stays.
      ...(limit?.limitText === "" && former.limitAmount !== null && { limitText: former.limitText }),
      ...(phi_le_phi !== "" && { fees: feesFrom(phi_le_phi) }),
    };
  });
}
