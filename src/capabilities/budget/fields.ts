import { z } from "zod";

export const uuid = z.uuid("Mã không đúng.");
export const id = z.object({ id: uuid });

/** A line of text, at most so long. */
export const line = (longest: number, what: string) =>
  z
    .string()
    .trim()
    .max(longest, `${what} dài quá ${longest.toLocaleString("vi-VN")} ký tự.`);
/** The same where something must stand. */
export const some = (longest: number, what: string) =>
  line(longest, what).min(1, `Hãy ghi ${what.toLocaleLowerCase("vi")}.`);
export const day = z.iso.date("Ngày chưa đúng; hãy gõ ngày/tháng/năm.");
export const reason = some(1000, "Lý do");
export const year = z.coerce
  .number("Hãy ghi năm.")
  .int("Năm là số nguyên.")
  .min(2000, "Năm từ 2000.")
  .max(2200, "Năm chưa đúng.");

/** Money as it was typed; the act reads it and says what is wrong. */
export const typed = line(60, "Số tiền");
/** Whole đồng. */
export const money = z.number().int();
