import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentPolicy } from "../policy.ts";
import { languageWordPolicy } from "./policy.ts";
import { type RemarkKind, remarkKinds } from "./remark.ts";
import { type WordSort, wordSorts } from "./word-list.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const key = z.string().regex(/^[0-9a-f]{14}$/u, "Mã nhận xét không đúng.");
const kind = z.enum(Object.keys(remarkKinds) as [RemarkKind, ...RemarkKind[]]);
const sort = z.enum(Object.keys(wordSorts) as [WordSort, ...WordSort[]], "Hãy chọn mục của danh sách.");
const words = z.string().trim().min(1, "Hãy ghi chữ.").max(100, "Dài quá 100 ký tự.");
const listed = z.object({ sort, words: z.string(), instead: z.string() });

const dismissal = z.object({
  key: z.string(),
  kind,
  passage: z.string(),
  reason: z.string(),
  byName: z.string(),
  at: z.date(),
});

const languageOutput = z.object({
  words: z.array(listed),
  ended: z.array(
    z.object({
      number: z.string(),
      type: z.string(),
      successor: z.string().nullable(),
      toConfirm: z.boolean(),
    }),
  ),
  dismissals: z.array(dismissal),
  may: maySchema,
});

const remarksOutput = z.object({
  /** The weightiest first, no more than a reader looks through. */
  remarks: z.array(
    z.object({
      kind,
      key: z.string(),
      field: z.string(),
      /** As people call the place. */
      where: z.string(),
      passage: z.string(),
      why: z.string(),
      dismissal: dismissal.nullable(),
    }),
  ),
  /** So many more there are. */
  more: z.number().int(),
});

const wordsOutput = z.object({
  words: z.array(
    listed.extend({
      used: z.boolean(),
      /** It comes with the product, and what it says there. */
      standard: z.string().nullable(),
      changed: z.object({ byName: z.string(), at: z.date() }).nullable(),
    }),
  ),
  may: maySchema,
});

export const languageContract = {
  language: procedure({
    method: "GET",
    path: "/content/{id}/language",
    summary: "Chữ, văn bản hết hiệu lực và nhận xét đã bỏ qua để soi một nội dung trong lúc viết",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(languageOutput),
  remarks: procedure({
    method: "GET",
    path: "/content/{id}/remarks",
    summary: "Nhận xét về ngôn ngữ của bản hiện tại",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(remarksOutput),
  deadLinks: procedure({
    method: "GET",
    path: "/content/{id}/links/dead",
    summary: "Liên kết trong hệ thống mà người đọc không mở được, của bản hiện tại",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(z.object({ dead: z.array(z.object({ href: z.string(), why: z.string() })) })),
  askLinks: procedure({
    method: "POST",
    path: "/content/{id}/links/ask",
    summary: "Hỏi thử các địa chỉ ở ngoài mà bản hiện tại dẫn đến",
    may: contentPolicy.right("askLinks"),
  })
    .input(id)
    .output(
      z.object({
        answers: z.array(z.object({ href: z.string(), fine: z.boolean(), words: z.string() })),
      }),
    ),
  dismissRemark: procedure({
    method: "POST",
    path: "/content/{id}/remarks/dismiss",
    summary: "Bỏ qua một nhận xét, có lý do",
    may: contentPolicy.right("dismissRemark"),
  })
    .input(id.extend({ key, reason: z.string().trim().max(500, "Lý do dài quá 500 ký tự.") }))
    .output(languageOutput),
  restoreRemark: procedure({
    method: "POST",
    path: "/content/{id}/remarks/restore",
    summary: "Nhắc lại một nhận xét đã bỏ qua",
    may: contentPolicy.right("dismissRemark"),
  })
    .input(id.extend({ key }))
    .output(languageOutput),
  languageWords: procedure({
    method: "GET",
    path: "/language-words",
    summary: "Danh sách chữ dùng khi soi ngôn ngữ",
    may: languageWordPolicy.right("read"),
  }).output(wordsOutput),
  saveLanguageWord: procedure({
    method: "PUT",
    path: "/language-words",
    summary: "Thêm, sửa hoặc bỏ một mục của danh sách chữ",
    may: languageWordPolicy.right("save"),
  })
    .input(
      z.object({
        sort,
        words,
        instead: z.string().trim().max(300, "Dài quá 300 ký tự.").default(""),
        used: z.boolean().default(true),
      }),
    )
    .output(wordsOutput),
  resetLanguageWord: procedure({
    method: "POST",
    path: "/language-words/reset",
    summary: "Bỏ phần cơ quan ghi riêng về một mục của danh sách chữ",
    may: languageWordPolicy.right("save"),
  })
    .input(z.object({ sort, words }))
    .output(wordsOutput),
};
