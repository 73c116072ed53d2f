import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { caseContract } from "./cases/contract.ts";
import {
  kindNames,
  LONGEST_WORDS,
  lights,
  ratingNames,
  refusalNames,
  sourceNames,
  stateNames,
} from "./feedback.ts";
import { act, done, id, line, mayBeEmpty, named, orNull } from "./input-shapes.ts";
import { mailContract } from "./mail/contract.ts";
import { feedbackPolicy } from "./policy.ts";
import { publicationContract } from "./publishing/contract.ts";
import { field, rule, settingsContract, template } from "./settings/contract.ts";
import { questionContract } from "./suggesting/contract.ts";

export { caseStates, caseWords } from "./cases/case.ts";
export * from "./feedback.ts";

const right = feedbackPolicy.right;
const standing = {
  id: z.uuid(),
  code: z.string(),
  source: z.enum(sourceNames),
  kind: z.enum(kindNames),
  state: z.enum(stateNames),
  place: z.string().nullable(),
  fieldName: z.string().nullable(),
  unitName: z.string().nullable(),
  receivedAt: z.date(),
  answerState: z.enum(["drafted", "waiting", "approved"]).nullable(),
  officialCode: z.string().nullable(),
  light: z.enum(lights),
  nextDueOn: z.string(),
};

export const feedbackContract = {
  ...caseContract,
  ...mailContract,
  ...publicationContract,
  ...questionContract,
  ...settingsContract,
  feedbackWaiting: procedure({
    method: "GET",
    path: "/feedback-waiting",
    summary: "Trả lời, bản công khai, trường hợp trước và sau chờ người đang xem quyết định",
    may: right("list"),
  }).output(
    z.object({
      waiting: z.array(
        z.object({
          ...{ id: z.uuid(), label: z.string(), to: z.string() },
          ...{ kind: z.enum(["answer", "outcome", "case"]), since: z.date().nullable() },
          dueOn: z.string().nullable(),
        }),
      ),
    }),
  ),
  list: procedure({
    method: "GET",
    path: "/feedback",
    summary: "Phản ánh, kiến nghị, hạn gần nhất trước",
    may: right("list"),
  })
    .input(
      z.object({
        light: z.enum(lights).optional(),
        state: z.enum(stateNames).optional(),
        unitId: id.optional(),
        fieldId: id.optional(),
        source: z.enum(sourceNames).optional(),
        q: mayBeEmpty(200).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        feedback: z.array(z.object({ ...standing, beginning: z.string().nullable() })),
        total: z.number().int(),
        pageSize: z.number().int(),
        counts: z.record(z.string(), z.number().int()),
        rule,
        fields: z.array(field),
        templates: z.array(template),
        units: z.array(named),
        may: maySchema,
      }),
    ),
  get: procedure({
    method: "GET",
    path: "/feedback/{id}",
    summary: "Một phản ánh, kiến nghị và quá trình xử lý",
    may: right("read"),
  })
    .input(z.object({ id }))
    .output(
      z.object({
        ...standing,
        fieldId: z.uuid().nullable(),
        unitId: z.uuid().nullable(),
        procedureCode: z.string().nullable(),
        words: z.string().nullable(),
        isNamed: z.boolean(),
        hasSender: z.boolean(),
        wantsMail: z.boolean(),
        classifyDueOn: z.string(),
        dueOn: z.string(),
        pausedOn: z.string().nullable(),
        extendedAt: z.date().nullable(),
        reopenedAt: z.date().nullable(),
        refusal: z.enum(refusalNames).nullable(),
        forwardedTo: z.string().nullable(),
        mergedIntoId: z.uuid().nullable(),
        mergedInto: z.object({ id: z.uuid(), code: z.string() }).nullable(),
        merged: z.array(z.object({ id: z.uuid(), code: z.string() })),
        answer: z.string().nullable(),
        answerBasis: z.string().nullable(),
        draftedByName: z.string().nullable(),
        approvedByName: z.string().nullable(),
        answeredAt: z.date().nullable(),
        rating: z.enum(ratingNames).nullable(),
        ratingWords: z.string().nullable(),
        ratedAt: z.date().nullable(),
        endedAt: z.date().nullable(),
        pictures: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
        events: z.array(
          z.object({
            id: z.uuid(),
            at: z.date(),
            act: z.string(),
            state: z.enum(stateNames),
            note: z.string().nullable(),
            innerNote: z.string().nullable(),
            byName: z.string(),
            toldByMail: z.boolean(),
          }),
        ),
        suggested: z
          .object({
            title: z.string(),
            question: z.string(),
            answer: z.string(),
            place: z.string(),
            remaining: z.array(z.string()),
          })
          .nullable(),
        consentedName: z.string().nullable(),
        publication: z
          .object({
            title: z.string(),
            question: z.string(),
            answer: z.string(),
            place: z.string().nullable(),
            tellsDay: z.boolean(),
            kept: z.array(z.string()),
            preparedAt: z.date(),
            preparedByName: z.string(),
            checkedByName: z.string().nullable(),
            publishedAt: z.date().nullable(),
            withdrawnAt: z.date().nullable(),
            withdrawalReason: z.string().nullable(),
            isLive: z.boolean(),
            path: z.string(),
            pictures: z.array(z.object({ id: z.uuid(), alt: z.string(), covered: z.number().int() })),
          })
          .nullable(),
        fields: z.array(named.extend({ unitId: z.uuid().nullable() })),
        templates: z.array(named.extend({ words: z.string() })),
        units: z.array(named),
        may: maySchema,
      }),
    ),
  enter: procedure({
    method: "POST",
    path: "/feedback",
    summary: "Ghi phản ánh nhận bằng văn bản, điện thoại, trực tiếp",
    may: right("enter"),
  })
    .input(
      z.object({
        id: id.optional(),
        source: z.enum(["mail", "letter", "phone", "in-person", "official"], { error: "Chọn nơi nhận." }),
        kind: z.enum(kindNames, { error: "Chọn loại." }),
        fieldId: id.nullable().default(null),
        words: line(LONGEST_WORDS, "Ghi nội dung phản ánh."),
        place: orNull(300),
        name: mayBeEmpty(200).default(""),
        phone: mayBeEmpty(50).default(""),
        address: mayBeEmpty(300).default(""),
        mail: z.union([z.literal(""), z.email("Địa chỉ thư chưa đúng.").max(200)]).default(""),
        officialCode: orNull(100),
        receivedOn: z.iso.date("Ngày không đúng."),
      }),
    )
    .output(z.object({ id: z.uuid(), code: z.string() })),
  classify: act("/classify", "Phân loại, giao hoặc chuyển đơn vị xử lý", "classify")
    .input(
      z.object({
        id,
        kind: z.enum(kindNames),
        fieldId: z.uuid("Chọn lĩnh vực."),
        unitId: id.nullable().default(null),
        procedureCode: orNull(100),
        reason: orNull(1000),
      }),
    )
    .output(done),
  take: act("/take", "Nhận xử lý", "take").input(z.object({ id })).output(done),
  ask: act("/ask", "Hỏi lại người gửi, tạm dừng thời hạn", "ask")
    .input(z.object({ id, question: line(2000, "Ghi điều cần người gửi bổ sung.") }))
    .output(done),
  resume: act("/resume", "Ghi điều người gửi bổ sung, tiếp tục xử lý", "resume")
    .input(z.object({ id, words: line(LONGEST_WORDS, "Ghi điều người gửi đã bổ sung.") }))
    .output(done),
  extend: act("/extend", "Gia hạn trả lời một lần", "extend")
    .input(z.object({ id, reason: line(1000, "Nêu lý do gia hạn.") }))
    .output(done),
  forward: act("/forward", "Chuyển đến cơ quan có thẩm quyền", "forward")
    .input(
      z.object({
        id,
        to: line(300, "Ghi cơ quan nhận."),
        reason: line(1000, "Nêu vì sao chuyển và người gửi liên hệ ở đâu."),
      }),
    )
    .output(done),
  refuse: act("/refuse", "Không thụ lý, nêu lý do và nơi cần gửi", "refuse")
    .input(
      z.object({
        id,
        reason: z.enum(refusalNames, { error: "Chọn lý do." }),
        words: line(1000, "Giải thích và nêu nơi cần gửi."),
      }),
    )
    .output(done),
  merge: act("/merge", "Gộp vào phản ánh cùng nội dung", "merge")
    .input(z.object({ id, intoCode: line(20, "Ghi mã phản ánh để gộp vào.") }))
    .output(done),
  draftAnswer: act("/answer", "Soạn trả lời, gửi người thứ hai duyệt", "draft")
    .input(
      z.object({
        id,
        answer: line(10_000, "Viết trả lời."),
        basis: mayBeEmpty(1000).default(""),
        send: z.boolean().default(false),
      }),
    )
    .output(done),
  approveAnswer: act("/answer/approve", "Duyệt và gửi trả lời", "approve")
    .input(z.object({ id, answer: z.string().max(10_000) }))
    .output(done),
  returnAnswer: act("/answer/return", "Trả lại trả lời để sửa", "approve")
    .input(z.object({ id, reason: line(1000, "Nêu điều cần sửa.") }))
    .output(done),
  officialCode: act("/official-code", "Ghi mã của hệ thống chính thức", "official")
    .input(z.object({ id, officialCode: line(100, "Ghi mã.") }))
    .output(done),
  sender: act("/sender", "Xem người gửi; mỗi lần xem đều ghi nhật ký", "reveal")
    .input(z.object({ id }))
    .output(
      z.object({
        name: z.string(),
        phone: z.string(),
        address: z.string(),
        mail: z.string(),
      }),
    ),
};
