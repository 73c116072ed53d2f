import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { calendarPolicy } from "./policy.ts";

const keep = calendarPolicy.right("keep");
const badYear = "Năm gồm bốn chữ số, từ 2000 đến 2100.";
const year = z.coerce.number(badYear).int(badYear).min(2000, badYear).max(2100, badYear);
const kind = z.enum(["off", "worked"], "Hãy chọn nghỉ hoặc làm bù.");
const source = z
  .string()
  .trim()
  .max(300, "Căn cứ dài quá 300 ký tự.")
  .nullable()
  .transform((text) => text || null);
const list = z.object({
  year,
  text: z.string().max(50_000, "Danh sách dài quá; mỗi lần chỉ nhập ngày nghỉ của một năm."),
});

const listedDay = z.object({ day: z.string(), kind, name: z.string() });
const calendarDayOutput = listedDay.extend({ id: z.uuid(), source: z.string().nullable() });
const calendarOutput = z.object({
  year: z.number().int(),
  days: z.array(calendarDayOutput),
  /** Years that have a list. */
  years: z.array(z.number().int()),
  /** Agencies directly under this one may take its lists over. */
  shared: z.boolean(),
  /** What of the agency above can be taken over for this year. */
  above: z.object({ agencyName: z.string(), days: z.number().int() }).nullable(),
  may: maySchema,
});

export const calendarContract = {
  getCalendar: procedure({
    method: "GET",
    path: "/working-calendar",
    summary: "Ngày nghỉ và ngày làm bù của một năm",
    may: calendarPolicy.right("read"),
  })
    .input(z.object({ year }))
    .output(calendarOutput),
  tryCalendarList: procedure({
    method: "POST",
    path: "/working-calendar/try",
    summary: "Thử một danh sách ngày nghỉ: dòng nào chưa đúng, điều gì sẽ thay đổi",
    may: keep,
  })
    .input(list)
    .output(
      z.object({
        lines: z.array(
          z.object({
            line: z.number().int(),
            text: z.string(),
            days: z.array(listedDay.extend({ change: z.enum(["new", "changed", "same"]) })),
            error: z.string().nullable(),
          }),
        ),
        gone: z.array(calendarDayOutput),
        errors: z.number().int(),
      }),
    ),
  importCalendar: procedure({
    method: "POST",
    path: "/working-calendar/import",
    summary: "Thay danh sách ngày nghỉ, ngày làm bù của một năm",
    may: keep,
  })
    .input(list.extend({ source }))
    .output(calendarOutput),
  shareCalendar: procedure({
    method: "PUT",
    path: "/working-calendar/shared",
    summary: "Cho hoặc thôi cho cơ quan trực thuộc lấy danh sách ngày nghỉ",
    may: keep,
  })
    .input(z.object({ year, shared: z.boolean() }))
    .output(calendarOutput),
  takeOverCalendar: procedure({
    method: "POST",
    path: "/working-calendar/take-over",
    summary: "Lấy danh sách ngày nghỉ một năm của cơ quan cấp trên",
    may: keep,
  })
    .input(z.object({ year }))
    .output(calendarOutput),
  saveCalendarDay: procedure({
    method: "PUT",
    path: "/working-calendar/days",
    summary: "Ghi một ngày nghỉ hoặc ngày làm bù",
    may: keep,
  })
    .input(
      z.object({
        day: z.iso.date("Hãy chọn ngày."),
        kind,
        name: z.string().trim().min(1, "Hãy ghi tên ngày.").max(200, "Tên ngày dài quá 200 ký tự."),
        source,
      }),
    )
    .output(calendarOutput),
  removeCalendarDay: procedure({
    method: "DELETE",
    path: "/working-calendar/days/{id}",
    summary: "Bỏ một ngày khỏi danh sách",
    may: keep,
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(calendarOutput),
};
