import { z } from "zod";
import { signedAsOutput } from "#organization/contract";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { guidancePolicy } from "./policy.ts";

const badId = "Mã không đúng.";
const id = z.object({ id: z.uuid(badId) });
const words = (missing: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(longest, `Nội dung dài quá ${longest.toLocaleString("vi")} ký tự.`);
const title = words("Hãy ghi tên hướng dẫn.", 300);
const text = words("Hãy ghi nội dung hướng dẫn.", 20_000);
const unitId = z.uuid("Hãy chọn đơn vị.");
/** The sender's own authority, where it is sent by that; null: in the own name. */
const authorityId = z.uuid(badId).nullable().default(null);
const edition = z.number().int().min(1);

const editionOutput = z.object({
  edition: z.number().int(),
  title: z.string(),
  text: z.string(),
  /** What is other than in the edition before; null: the first one. */
  changed: z.string().nullable(),
  madeByName: z.string(),
  madeAt: z.date(),
  /** In whose name it was sent, as it was on that day; null: in the sender's own. */
  signedAs: signedAsOutput.nullable(),
});

const list = z.object({
  notes: z.array(
    z.object({
      id: z.uuid(),
      /** The edition that holds. */
      current: editionOutput,
      /** Those before it, newest first. */
      earlier: z.array(editionOutput),
      /** Sent to every unit, also to those that a later edition finds new. */
      toAll: z.boolean(),
      planId: z.uuid().nullable(),
      planTitle: z.string().nullable(),
      /** The clause with its mark; null: the plan as a whole, or nothing in particular. */
      about: z.string().nullable(),
      withdrawnAt: z.date().nullable(),
      withdrawnByName: z.string().nullable(),
      withdrawnReason: z.string().nullable(),
      /** One for each unit and edition, newest edition first. */
      receipts: z.array(
        z.object({
          unitId: z.uuid(),
          unitName: z.string(),
          edition: z.number().int(),
          acknowledgedAt: z.date().nullable(),
          acknowledgedByName: z.string().nullable(),
          /** When the unit was last reminded, and how often. */
          remindedAt: z.date().nullable(),
          remindedTimes: z.number().int(),
          may: maySchema,
        }),
      ),
      /** Those that the caller may read, in the order in which they were asked. */
      questions: z.array(
        z.object({
          id: z.uuid(),
          unitName: z.string(),
          /** The edition that held when it was asked. */
          edition: z.number().int(),
          what: z.string(),
          askedByName: z.string(),
          askedAt: z.date(),
          /** Calendar days since it was asked, Vietnam's time; null: it is answered. */
          waitingDays: z.number().int().nullable(),
          answer: z.string().nullable(),
          answeredByName: z.string().nullable(),
          answeredAt: z.date().nullable(),
          /** Read by every unit addressed; false: by the asker's unit alone. Null: not answered. */
          toAll: z.boolean().nullable(),
          may: maySchema,
        }),
      ),
      /** Units addressed for which the caller may ask. */
      askFor: z.array(z.object({ id: z.uuid(), name: z.string() })),
      may: maySchema,
    }),
  ),
  /** Units that guidance can be sent to. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** With what the caller may send guidance today besides the own name. */
  signing: z.array(signedAsOutput),
  may: maySchema,
});

export const guidanceContract = {
  guidance: procedure({
    method: "GET",
    path: "/guidance",
    summary: "Hướng dẫn đã gửi các đơn vị, đơn vị nào đã nhận, câu hỏi và trả lời",
    may: guidancePolicy.right("read"),
  }).output(list),
  sendGuidance: procedure({
    method: "POST",
    path: "/guidance",
    summary: "Gửi hướng dẫn đến các đơn vị",
    may: guidancePolicy.right("send"),
  })
    .input(
      z.object({
        title,
        text,
        planId: z.uuid(badId).nullable(),
        clauseId: z.uuid(badId).nullable(),
        /** Null: every unit. */
        unitIds: z.array(unitId).min(1, "Hãy chọn ít nhất một đơn vị.").max(500).nullable(),
        authorityId,
      }),
    )
    .output(list),
  reviseGuidance: procedure({
    method: "POST",
    path: "/guidance/{id}/editions",
    summary: "Sửa hướng dẫn thành bản mới; các đơn vị xác nhận lại",
    may: guidancePolicy.right("revise"),
  })
    .input(
      id.extend({
        /** The edition that was seen. */
        edition,
        title,
        text,
        changed: words("Hãy ghi đã đổi gì so với bản trước.", 2000),
        authorityId,
      }),
    )
    .output(list),
  withdrawGuidance: procedure({
    method: "POST",
    path: "/guidance/{id}/withdraw",
    summary: "Rút hướng dẫn, kèm lý do",
    may: guidancePolicy.right("withdraw"),
  })
    .input(id.extend({ reason: words("Hãy ghi lý do rút.", 2000) }))
    .output(list),
  remindGuidance: procedure({
    method: "POST",
    path: "/guidance/{id}/remind",
    summary: "Nhắc các đơn vị chưa xác nhận đã nhận hướng dẫn",
    may: guidancePolicy.right("remind"),
  })
    .input(id)
    .output(list),
  acknowledgeGuidance: procedure({
    method: "POST",
    path: "/guidance/{id}/acknowledge",
    summary: "Đơn vị xác nhận đã nhận một bản hướng dẫn",
    may: guidancePolicy.right("acknowledge"),
  })
    .input(id.extend({ unitId, edition }))
    .output(list),
  askAboutGuidance: procedure({
    method: "POST",
    path: "/guidance/{id}/questions",
    summary: "Người của đơn vị hỏi về hướng dẫn",
    may: guidancePolicy.right("ask"),
  })
    .input(id.extend({ unitId, question: words("Hãy ghi câu hỏi.", 2000) }))
    .output(list),
  answerGuidanceQuestion: procedure({
    method: "POST",
    path: "/guidance-questions/{id}/answer",
    summary: "Trả lời câu hỏi về hướng dẫn, cho mọi đơn vị được gửi hoặc riêng đơn vị hỏi",
    may: guidancePolicy.right("answer"),
  })
    .input(id.extend({ answer: words("Hãy ghi câu trả lời.", 5000), toAll: z.boolean() }))
    .output(list),
};
