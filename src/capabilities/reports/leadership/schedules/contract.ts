import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { leadershipPolicy } from "../policy.ts";
import {
  type Every,
  rhythms,
  type ScheduleState,
  type SentThing,
  scheduleStates,
  sentThings,
} from "./schedule.ts";

const names = <Name extends string>(words: Record<Name, string>) => Object.keys(words) as [Name, ...Name[]];
const id = z.uuid("Mã không đúng.");
const may = leadershipPolicy.right("schedule");
const maySee = leadershipPolicy.right("see-schedules");
const person = z.object({ id: z.string(), name: z.string() });
const what = z.enum(names<SentThing>(sentThings), "Hãy chọn thứ được gửi.");
const every = z.enum(names<Every>(rhythms), "Hãy chọn nhịp gửi.");
const state = z.enum(names<ScheduleState>(scheduleStates), "Trạng thái không đúng.");

const output = z.object({
  schedules: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), what, every, day: z.number().int(), hour: z.number().int() },
      ...{ state, madeByName: z.string(), people: z.array(person), nextAt: z.date().nullable() },
    }),
  ),
  history: z.array(
    z.object({
      ...{ id: z.string(), scheduleName: z.string(), personName: z.string(), periodLabel: z.string() },
      ...{ dueAt: z.date(), outcome: z.string(), isFault: z.boolean(), why: z.string().nullable() },
    }),
  ),
  people: z.array(person.extend({ brief: z.boolean(), report: z.boolean() })),
  /** False: this server has no way to send mail, so that nothing goes out. */
  sendsMail: z.boolean(),
  may: maySchema,
});

export const scheduleContract = {
  briefSchedules: procedure({
    method: "GET",
    path: "/brief-schedules",
    summary: "Lịch gửi bản tóm tắt, báo cáo qua thư và những gì đã gửi",
    may: maySee,
  }).output(output),
  saveBriefSchedule: procedure({
    method: "POST",
    path: "/brief-schedules",
    summary: "Lập hoặc sửa một lịch gửi",
    may,
  })
    .input(
      z.object({
        id: id.nullable().default(null),
        name: z.string().trim().min(1, "Hãy đặt tên cho lịch.").max(120, "Tên dài quá 120 ký tự."),
        what,
        every,
        day: z.number("Hãy chọn ngày.").int().min(1).max(28),
        hour: z.number("Hãy chọn giờ.").int().min(0, "Giờ từ 0 đến 23.").max(23, "Giờ từ 0 đến 23."),
        personIds: z
          .array(id)
          .min(1, "Hãy chọn ít nhất một người nhận.")
          .max(200, "Chọn nhiều nhất 200 người."),
      }),
    )
    .output(output),
  setBriefScheduleState: procedure({
    method: "POST",
    path: "/brief-schedules/{id}/state",
    summary: "Tạm dừng, gửi tiếp hoặc kết thúc một lịch gửi",
    may,
  })
    .input(z.object({ id, state }))
    .output(output),
};
