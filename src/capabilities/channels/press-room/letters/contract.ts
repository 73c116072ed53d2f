import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { acknowledgedHows, letterStates, mailStates } from "./letter.ts";
import { letterPolicy } from "./policy.ts";

const right = letterPolicy.right;
const badId = "Mã không đúng.";
const id = z.object({ id: z.uuid(badId) });
const text = (missing: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(longest, `Nội dung dài quá ${longest.toLocaleString("vi")} ký tự.`);

const fields = id.extend({
  title: text("Hãy ghi tên thư.", 300),
  body: text("Hãy ghi nội dung thư.", 20_000),
  listIds: z.array(z.uuid(badId)).max(500).default([]),
  contactIds: z.array(z.uuid(badId)).max(500).default([]),
  /** Of the library, to go along. */
  mediaIds: z.array(z.uuid(badId)).max(50).default([]),
});
const reason = text("Hãy ghi lý do.", 1000);
const brief = z.object({ id: z.uuid(), title: z.string(), state: z.enum(letterStates) }).nullable();
const mail = z.object({ state: z.enum(mailStates), said: z.string(), at: z.date() }).nullable();

const letters = z.object({
  letters: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      body: z.string(),
      state: z.enum(letterStates),
      madeByName: z.string(),
      madeAt: z.date(),
      sentByName: z.string().nullable(),
      sentAt: z.date().nullable(),
      /** By which account it is mailed; null: by hand, or not yet. */
      accountId: z.uuid().nullable(),
      withdrawnByName: z.string().nullable(),
      withdrawnAt: z.date().nullable(),
      withdrawnWhy: z.string().nullable(),
      /** The letter whose place it takes, and why; the letter that takes its own. */
      replaces: brief,
      replacesWhy: z.string().nullable(),
      replacedBy: brief,
      /** What goes along; `issues`: why it may not be given out just now. */
      files: z.array(
        z.object({
          id: z.uuid(),
          fileName: z.string(),
          alt: z.string(),
          bytes: z.number().int(),
          issues: z.array(z.string()),
        }),
      ),
      recipients: z.array(
        z.object({
          id: z.uuid(),
          contactId: z.uuid(),
          outletName: z.string(),
          name: z.string(),
          email: z.string().nullable(),
          acknowledgedAt: z.date().nullable(),
          acknowledgedHow: z.enum(acknowledgedHows).nullable(),
          /** The last mail to it but the one that takes the letter back; null: none yet. */
          last: mail,
          withdrawal: mail,
          /** How often it was reminded. */
          reminded: z.number().int(),
        }),
      ),
      may: maySchema,
    }),
  ),
  may: maySchema,
});

const act = (
  path: `/${string}`,
  summary: string,
  verb: Parameters<typeof right>[0],
  method: "POST" | "PUT" | "DELETE" = "POST",
) => procedure({ method, path: `/press/letters${path}`, summary, may: right(verb) });

export const letterContract = {
  pressLetters: procedure({
    method: "GET",
    path: "/press/letters",
    summary: "Thư định hướng gửi báo chí: gửi tới đâu, nơi nào đã xác nhận",
    may: right("read"),
  }).output(letters),
  draftPressLetter: procedure({
    method: "POST",
    path: "/press/letters",
    summary: "Soạn thư định hướng gửi báo chí",
    may: right("write"),
  })
    .input(
      fields.extend({
        /** The letter that was sent and ends when this one is, and why. */
        replaces: z
          .object({ id: z.uuid(badId), why: reason })
          .nullable()
          .default(null),
      }),
    )
    .output(letters),
  changePressLetter: act("/{id}", "Sửa thư định hướng chưa gửi", "write", "PUT")
    .input(fields)
    .output(letters),
  dropPressLetter: act("/{id}", "Bỏ thư định hướng chưa gửi", "write", "DELETE").input(id).output(letters),
  sendPressLetter: act("/{id}/send", "Duyệt gửi thư định hướng", "send").input(id).output(letters),
  chasePressLetter: act("/{id}/chase", "Nhắc nơi chưa xác nhận đã nhận thư", "chase")
    .input(id)
    .output(letters),
  withdrawPressLetter: act("/{id}/withdraw", "Thu hồi thư định hướng đã gửi, kèm lý do", "withdraw")
    .input(id.extend({ reason }))
    .output(letters),
  acknowledgePressLetter: act("/{id}/acknowledge", "Ghi một nơi đã báo nhận thư", "acknowledge")
    .input(id.extend({ recipientId: z.uuid("Hãy chọn nơi nhận.") }))
    .output(letters),
};
