import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { stateNames } from "../event.ts";
import { moment, uuid } from "../fields.ts";
import { eventPolicy } from "../policy.ts";
import { type CheckInAnswer, checkInWords, MOST_PEOPLE } from "./registration.ts";

const answerNames = Object.keys(checkInWords) as [CheckInAnswer, ...CheckInAnswer[]];
const people = z
  .number("Số người là một số.")
  .int("Số người là số nguyên.")
  .min(1, "Số người từ 1.")
  .max(MOST_PEOPLE, `Mỗi lượt nhiều nhất ${MOST_PEOPLE} người.`);

/** The door of an event. */
export const attendanceContract = {
  door: procedure({
    method: "GET",
    path: "/events/{id}/door",
    summary: "Điểm danh: sự kiện và dấu của các giấy mời",
    may: eventPolicy.right("read"),
  })
    .input(z.object({ id: uuid }))
    .output(
      z.object({
        id: z.uuid(),
        title: z.string(),
        place: z.string(),
        startsAt: z.date(),
        endsAt: z.date(),
        state: z.enum(stateNames),
        registered: z.number().int(),
        checkedIn: z.number().int(),
        prints: z.array(z.object({ print: z.string(), people: z.number().int(), isIn: z.boolean() })),
      }),
    ),
  checkIn: procedure({
    method: "POST",
    path: "/events/{id}/check-ins",
    summary: "Ghi những lượt điểm danh mà một máy đã quét; gửi lại không ghi thêm",
    may: eventPolicy.right("hold"),
  })
    .input(
      z.object({
        id: uuid,
        scans: z
          .array(
            z.object({
              id: uuid,
              code: z
                .string()
                .regex(/^DK-[2-9A-HJ-NP-Z]{10}$/, "Mã giấy mời chưa đúng.")
                .nullable(),
              people,
              at: moment("Thiếu giờ quét."),
            }),
          )
          .max(500, "Nhiều nhất 500 lượt một lần."),
      }),
    )
    .output(
      z.object({
        answers: z.array(z.object({ id: z.uuid(), answer: z.enum(answerNames), people: z.number().int() })),
      }),
    ),
};
