import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { attendanceContract } from "./attendance/contract.ts";
import { dialogueContract, dialogueParts } from "./dialogue/contract.ts";
import { countNames, type EventStep, eventSteps, kindNames, stateNames } from "./event.ts";
import { done, eventFields, mayBeEmpty, moment, named, reason, uuid } from "./fields.ts";
import { eventPolicy } from "./policy.ts";
import { eventRule, settingsContract } from "./settings/contract.ts";

export * from "./dialogue/question.ts";
export * from "./event.ts";
export * from "./settings/event-rule.ts";

const right = eventPolicy.right;

const standing = {
  id: z.uuid(),
  kind: z.enum(kindNames),
  title: z.string(),
  place: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  unitName: z.string(),
  audience: z.string(),
  expected: z.number().int().nullable(),
  attended: z.number().int().nullable(),
  reformPart: z.string(),
  state: z.enum(stateNames),
  questionsUntil: z.date().nullable(),
  takesRegistration: z.boolean(),
  capacity: z.number().int().nullable(),
};

const one = z.object({
  ...standing,
  summary: z.string(),
  leadUnitId: z.uuid(),
  sequence: z.number().int(),
  path: z.string().nullable(),
  changedAt: z.date(),
  writtenByName: z.string(),
  countedHow: z.enum(countNames).nullable(),
  heldNote: z.string(),
  items: z.array(z.object({ atHour: z.string(), words: z.string(), isReform: z.boolean() })),
  obligations: z.array(named.extend({ planYear: z.number().int() })),
  materials: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      contentId: z.uuid().nullable(),
      fileName: z.string().nullable(),
      bytes: z.number().int().nullable(),
      path: z.string().nullable(),
    }),
  ),
  photos: z.array(
    z.object({ id: z.uuid(), fileName: z.string(), alt: z.string(), issues: z.array(z.string()) }),
  ),
  changes: z.array(
    z.object({
      id: z.uuid(),
      at: z.date(),
      act: z.enum(Object.keys(eventSteps) as [EventStep, ...EventStep[]]),
      differences: z.array(z.string()),
      reason: z.string(),
      byName: z.string(),
    }),
  ),
  ...dialogueParts,
  registered: z.number().int(),
  checkedIn: z.number().int(),
  units: z.array(named),
  may: maySchema,
});

const act = (path: `/${string}`, summary: string, may: Parameters<typeof right>[0]) =>
  procedure({ method: "POST", path: `/events/{id}${path}`, summary, may: right(may) });

export const eventsContract = {
  list: procedure({ method: "GET", path: "/events", summary: "Sự kiện của cơ quan", may: right("read") })
    .input(
      z.object({
        when: z.enum(["coming", "past", "month"]).default("coming"),
        from: moment("Ngày đầu chưa đúng.").optional(),
        to: moment("Ngày cuối chưa đúng.").optional(),
        kind: z.enum(kindNames).optional(),
        state: z.enum(stateNames).optional(),
        unitId: uuid.optional(),
        q: mayBeEmpty(200).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        events: z.array(z.object(standing)),
        total: z.number().int(),
        pageSize: z.number().int(),
        units: z.array(named),
        rule: eventRule,
        may: maySchema,
      }),
    ),
  get: procedure({ method: "GET", path: "/events/{id}", summary: "Một sự kiện", may: right("read") })
    .input(z.object({ id: uuid }))
    .output(one),
  save: procedure({
    method: "POST",
    path: "/events",
    summary: "Ghi sự kiện; sự kiện đã công bố thì thay đổi là công khai, có lý do",
    may: right("save"),
  })
    .input(eventFields.extend({ reason: mayBeEmpty(500).default("") }))
    .output(done),
  remove: procedure({
    method: "DELETE",
    path: "/events/{id}",
    summary: "Xóa bản thảo sự kiện",
    may: right("remove"),
  })
    .input(z.object({ id: uuid }))
    .output(done),
  announce: act("/announce", "Công bố sự kiện, đúng bản đã đọc", "announce")
    .input(z.object({ id: uuid, changedAt: moment("Thiếu bản đã đọc.") }))
    .output(done),
  postpone: act("/postpone", "Hoãn sự kiện, chờ lịch mới", "postpone")
    .input(z.object({ id: uuid, reason }))
    .output(done),
  cancel: act("/cancel", "Hủy sự kiện", "cancel")
    .input(z.object({ id: uuid, reason }))
    .output(done),
  hold: act("/hold", "Ghi nhận sự kiện đã diễn ra", "hold")
    .input(
      z.object({
        id: uuid,
        attended: z
          .number("Hãy ghi số người dự.")
          .int("Số người dự là số nguyên.")
          .min(0, "Số người dự từ 0.")
          .max(1_000_000, "Số người dự lớn quá."),
        countedHow: z.enum(countNames, "Hãy chọn cách đếm."),
        heldNote: mayBeEmpty(3000),
      }),
    )
    .output(done),
  takeBackHeld: act("/take-back-held", "Bỏ ghi nhận sự kiện đã diễn ra", "takeBack")
    .input(z.object({ id: uuid, reason }))
    .output(done),
  photos: act("/photos", "Chọn ảnh công khai của sự kiện", "hold")
    .input(z.object({ id: uuid, mediaIds: z.array(uuid).max(30, "Nhiều nhất 30 ảnh.") }))
    .output(done),
  addText: act("/texts", "Thêm bài của tòa soạn làm tài liệu", "hold")
    .input(z.object({ id: uuid, contentId: uuid }))
    .output(done),
  addFile: act("/files", "Thêm tệp làm tài liệu", "hold")
    .input(
      z.object({
        id: uuid,
        materialId: uuid,
        label: mayBeEmpty(300).default(""),
        file: z
          .file("Hãy chọn một tệp.")
          .min(1, "Tệp này rỗng.")
          .max(25 * 1024 * 1024, "Tệp lớn hơn 25 MB nên không được nhận."),
      }),
    )
    .output(done),
  removeMaterial: act("/remove-material", "Bỏ một tài liệu của sự kiện", "hold")
    .input(z.object({ id: uuid, materialId: uuid }))
    .output(done),
  ...dialogueContract,
  ...attendanceContract,
  ...settingsContract,
};
