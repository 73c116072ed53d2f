import { z } from "zod";
import { kindNames } from "./event.ts";

export const uuid = z.uuid("Mã không đúng.");
export const line = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `Dài quá ${most.toLocaleString("vi-VN")} ký tự.`);
export const mayBeEmpty = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Dài quá ${most.toLocaleString("vi-VN")} ký tự.`);
/** A moment: "2026-12-14T01:00:00Z". */
export const moment = (message: string) =>
  z.iso.datetime({ offset: true, message }).transform((text) => new Date(text));
export const reason = line(500, "Hãy ghi lý do.");
export const done = z.object({ id: z.uuid() });
export const named = z.object({ id: z.uuid(), name: z.string() });

/** What a person writes of an event. */
export const eventFields = z.object({
  id: uuid,
  kind: z.enum(kindNames, "Hãy chọn loại sự kiện."),
  title: line(300, "Hãy ghi tên sự kiện."),
  summary: mayBeEmpty(5000),
  place: mayBeEmpty(500),
  startsAt: moment("Hãy ghi ngày, giờ bắt đầu."),
  endsAt: moment("Hãy ghi ngày, giờ kết thúc."),
  leadUnitId: z.uuid("Hãy chọn đơn vị chủ trì."),
  audience: mayBeEmpty(500),
  expected: z
    .number("Số người dự kiến là một số.")
    .int("Số người dự kiến là số nguyên.")
    .min(1, "Số người dự kiến từ 1.")
    .max(1_000_000, "Số người dự kiến lớn quá.")
    .nullable(),
  reformPart: mayBeEmpty(3000),
  questionsUntil: moment("Hạn nhận câu hỏi chưa đúng.").nullable(),
  takesRegistration: z.boolean().default(false),
  capacity: z
    .number("Số chỗ là một số.")
    .int("Số chỗ là số nguyên.")
    .min(1, "Số chỗ từ 1.")
    .max(1_000_000, "Số chỗ lớn quá.")
    .nullable()
    .default(null),
  items: z
    .array(
      z.object({
        atHour: z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, "Giờ viết như 08:30."),
        words: line(500, "Hãy ghi nội dung của mục."),
        isReform: z.boolean(),
      }),
    )
    .max(60, "Chương trình có nhiều nhất 60 mục."),
  obligationIds: z.array(uuid).max(100),
});
