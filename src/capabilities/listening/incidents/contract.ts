import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { toneNames } from "../sorting/tone.ts";
import { sourcePolicy } from "../sources/policy.ts";
import { incidentStateNames } from "./incident.ts";
import { incidentPolicy } from "./policy.ts";

const right = incidentPolicy.right;
const badId = "Mã không đúng.";
const id = z.object({ id: z.uuid(badId) });
const count = z.number().int();
const line = (longest: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(longest, `Dài quá ${longest.toLocaleString("vi-VN")} ký tự.`);
const address = z
  .url({ protocol: /^https?$/, error: "Đường dẫn chưa đúng; hãy chép cả https://." })
  .max(2000, "Đường dẫn dài quá 2.000 ký tự.")
  .nullable()
  .default(null);
const handler = z.uuid("Hãy chọn người xử lý.");
const done = z.object({ id: z.uuid() });

export const incidentContract = {
  incidents: procedure({
    method: "GET",
    path: "/listening/incidents",
    summary: "Vụ việc báo chí phê bình, hết giờ trước đứng trước",
    may: right("read"),
  }).output(
    z.object({
      incidents: z.array(
        z.object({
          ...{ id: z.uuid(), itemId: z.uuid().nullable(), title: z.string(), url: z.string().nullable() },
          ...{ state: z.enum(incidentStateNames), openedAt: z.date(), dueAt: z.date() },
          light: z.enum(["late", "near", "in-time", "answered-late", "answered-in-time"]),
          ...{ handlerId: z.uuid(), handlerName: z.string(), openedByName: z.string() },
          ...{ answer: z.string().nullable(), answerUrl: z.string().nullable() },
          ...{ answeredAt: z.date().nullable(), answeredByName: z.string().nullable() },
          ...{ result: z.string().nullable(), closedAt: z.date().nullable() },
          closedByName: z.string().nullable(),
          may: maySchema,
        }),
      ),
      rule: z.object({ hours: count, ground: z.string() }),
      people: z.array(z.object({ id: z.uuid(), name: z.string() })),
      may: maySchema,
    }),
  ),
  openIncident: procedure({
    method: "POST",
    path: "/listening/incidents",
    summary: "Mở vụ việc khi báo chí phê bình; đồng hồ tính theo giờ, kể từ lúc mở",
    may: right("open"),
  })
    .input(
      id.extend({
        itemId: z.uuid(badId).nullable().default(null),
        title: line(300, "Hãy ghi báo chí nêu điều gì."),
        url: address,
        handlerId: handler,
      }),
    )
    .output(done),
  assignIncident: procedure({
    method: "POST",
    path: "/listening/incidents/{id}/assign",
    summary: "Giao vụ việc cho người khác; đồng hồ chạy tiếp",
    may: right("assign"),
  })
    .input(id.extend({ handlerId: handler }))
    .output(done),
  answerIncident: procedure({
    method: "POST",
    path: "/listening/incidents/{id}/answer",
    summary: "Ghi đã trả lời báo chí thế nào, ở đâu",
    may: right("answer"),
  })
    .input(id.extend({ answer: line(5000, "Hãy ghi đã trả lời thế nào."), answerUrl: address }))
    .output(done),
  closeIncident: procedure({
    method: "POST",
    path: "/listening/incidents/{id}/close",
    summary: "Khép lại vụ việc, kèm kết quả",
    may: right("close"),
  })
    .input(id.extend({ result: line(2000, "Hãy ghi kết quả.") }))
    .output(done),
  setIncidentRule: procedure({
    method: "PUT",
    path: "/listening/incident-rule",
    summary: "Đặt số giờ phải trả lời khi báo chí phê bình",
    may: right("setRule"),
  })
    .input(
      z.object({
        hours: z.coerce
          .number("Hãy ghi số giờ.")
          .int("Hãy ghi một số nguyên.")
          .min(1, "Ít nhất 1 giờ.")
          .max(720, "Nhiều nhất 720 giờ."),
        ground: line(500, "Hãy ghi căn cứ."),
      }),
    )
    .output(z.object({ hours: count, ground: z.string() })),
  markTone: procedure({
    method: "POST",
    path: "/listening/items/{id}/tone",
    summary: "Ghi một tin khen, trung tính hay phê bình",
    may: sourcePolicy.right("sort"),
  })
    .input(id.extend({ tone: z.enum(toneNames, "Hãy chọn sắc thái.") }))
    .output(done),
  themeWords: procedure({
    method: "GET",
    path: "/listening/words",
    summary: "Từ ngữ để xếp tin vào chủ đề",
    may: sourcePolicy.right("read"),
  }).output(
    z.object({
      words: z.record(z.string(), z.array(z.string())),
      may: maySchema,
    }),
  ),
  setWords: procedure({
    method: "PUT",
    path: "/listening/words",
    summary: "Đặt từ ngữ của một chủ đề; tin 90 ngày qua được xếp lại",
    may: sourcePolicy.right("sort"),
  })
    .input(
      z.object({
        theme: line(100, "Hãy chọn chủ đề."),
        words: z
          .array(z.string().max(100, "Một từ, cụm từ dài quá 100 ký tự."))
          .max(50, "Nhiều nhất 50 từ, cụm từ."),
      }),
    )
    .output(z.object({ words: z.record(z.string(), z.array(z.string())), may: maySchema })),
  coverage: procedure({
    method: "GET",
    path: "/listening/coverage",
    summary: "Số tin của báo chí theo chủ đề, sắc thái, nguồn; bài của cơ quan được dùng lại; vụ việc",
    may: sourcePolicy.right("read"),
  })
    .input(z.object({ from: z.iso.date("Ngày chưa đúng."), to: z.iso.date("Ngày chưa đúng.") }))
    .output(
      z.object({
        ...{ items: count, sorted: count },
        themes: z.array(z.object({ key: z.string(), items: count })),
        tones: z.array(z.object({ key: z.string(), items: count })),
        sources: z.array(z.object({ key: z.string(), name: z.string(), items: count })),
        copies: z.object({ items: count, credited: count, texts: count }),
        incidents: z.object({ opened: count, answeredInTime: count, answeredLate: count, open: count }),
      }),
    ),
};
