import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentStates } from "../content-item.ts";
import { channels } from "../planning/channels.ts";
import { commendationMarks, commendedSubjects, consentStates, consentWays } from "./commendation.ts";
import { commendationPolicy } from "./policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const right = commendationPolicy.right;
const maybe = (longest: number, message: string) =>
  z
    .string()
    .trim()
    .max(longest, message)
    .nullable()
    .default(null)
    .transform((text) => text || null);
const channel = z.enum(channels.map(({ slug }) => slug) as [string, ...string[]], "Hãy chọn kênh.");

const fields = z.object({
  unitId: z.uuid("Hãy chọn đơn vị."),
  name: z.string().max(200, "Tên dài quá 200 ký tự."),
  jobTitle: maybe(200, "Chức vụ dài quá 200 ký tự."),
  achievement: z.string().max(3000, "Thành tích dài quá 3.000 ký tự."),
  decisionNumber: maybe(100, "Số quyết định dài quá 100 ký tự."),
  decisionOn: z.iso.date("Hãy chọn ngày.").nullable().default(null),
  decisionBy: maybe(300, "Tên cơ quan khen dài quá 300 ký tự."),
});

const filter = z.object({
  q: z.string().max(200).optional(),
  subject: z.enum(commendedSubjects).optional(),
  unitId: z.uuid().optional(),
  mark: z.enum(commendationMarks).optional(),
});

const consentOutput = z.object({
  id: z.uuid(),
  askedByName: z.string(),
  /** YYYY-MM-DD. */
  askedOn: z.string(),
  how: z.enum(consentWays),
  keptAt: z.string().nullable(),
  coversPicture: z.boolean(),
  channels: z.array(z.string()),
  withdrawnByName: z.string().nullable(),
  withdrawnAt: z.date().nullable(),
  withdrawnNote: z.string().nullable(),
});

const toldOutput = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(contentStates),
  pictured: z.boolean(),
  /** Its newest text was said to neither name nor show the person. */
  isUnnamed: z.boolean(),
  /** It is on the portal without the person's consent: to be corrected or taken down. */
  isOutstanding: z.boolean(),
  /** It is not on the portal, and cannot go there as it stands. */
  isBlocked: z.boolean(),
});

const commendationOutput = z.object({
  id: z.uuid(),
  subject: z.enum(commendedSubjects),
  name: z.string(),
  jobTitle: z.string().nullable(),
  unitId: z.uuid(),
  unitName: z.string(),
  achievement: z.string(),
  decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(),
  decisionBy: z.string().nullable(),
  notedByName: z.string(),
  notedAt: z.date(),
  consent: z.enum(consentStates),
  /** The newest first; one in force at most. */
  consents: z.array(consentOutput),
  texts: z.array(toldOutput),
  may: maySchema,
});

export const commendationContract = {
  commendations: procedure({
    method: "GET",
    path: "/commendations",
    summary: "Sổ biểu dương, mới trước",
    may: right("read"),
  })
    .input(filter.extend({ after: z.uuid().optional() }))
    .output(
      z.object({
        commendations: z.array(commendationOutput),
        next: z.uuid().nullable(),
        total: z.number().int(),
        /** How many have a text on the portal that is to be corrected or taken down. */
        outstanding: z.number().int(),
        may: maySchema,
      }),
    ),
  commendationsTable: procedure({
    method: "GET",
    path: "/commendations/table",
    summary: "Tải sổ biểu dương (.xlsx), kèm điều kiện lọc",
    may: right("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(filter)
    .output(fileOutput),
  commendation: procedure({
    method: "GET",
    path: "/commendations/{id}",
    summary: "Một mục biểu dương",
    may: right("read"),
  })
    .input(id)
    .output(commendationOutput),
  noteCommendation: procedure({
    method: "POST",
    path: "/commendations",
    summary: "Ghi một cá nhân, tập thể được biểu dương",
    may: right("note"),
  })
    .input(
      fields.extend({
        /** Made by the sender; the same one sent again is the same entry. */
        id: z.uuid("Mã không đúng."),
        subject: z.enum(commendedSubjects, "Hãy chọn cá nhân hay tập thể."),
      }),
    )
    .output(commendationOutput),
  changeCommendation: procedure({
    method: "PUT",
    path: "/commendations/{id}",
    summary: "Sửa một mục biểu dương",
    may: right("change"),
  })
    .input(fields.extend(id.shape))
    .output(commendationOutput),
  dropCommendation: procedure({
    method: "DELETE",
    path: "/commendations/{id}",
    summary: "Bỏ một mục ghi nhầm, khi chưa gắn bài nào",
    may: right("drop"),
  })
    .input(id)
    .output(z.object({ dropped: z.boolean() })),
  recordConsent: procedure({
    method: "POST",
    path: "/commendations/{id}/consents",
    summary: "Ghi sự đồng ý của người được nêu tên: ai hỏi, ngày nào, bằng cách nào, phạm vi",
    may: right("consent"),
  })
    .input(
      id.extend({
        /** Null: the caller. */
        askedById: z.uuid("Hãy chọn người hỏi.").nullable().default(null),
        askedOn: z.iso.date("Hãy chọn ngày hỏi."),
        how: z.enum(consentWays, "Hãy chọn cách đồng ý."),
        keptAt: maybe(500, "Nơi lưu dài quá 500 ký tự."),
        coversPicture: z.boolean().default(false),
        channels: z.array(channel).max(30),
      }),
    )
    .output(commendationOutput),
  withdrawConsent: procedure({
    method: "POST",
    path: "/commendations/{id}/withdraw-consent",
    summary: "Ghi là người ấy rút đồng ý; bài đang đăng được nêu ra để đính chính, gỡ",
    may: right("withdraw"),
  })
    .input(id.extend({ note: maybe(1000, "Ghi chú dài quá 1.000 ký tự.") }))
    .output(commendationOutput),
  praiseInText: procedure({
    method: "PUT",
    path: "/commendations/{id}/texts/{itemId}",
    summary: "Gắn bài biểu dương",
    may: right("tell"),
  })
    .input(id.extend({ itemId: z.uuid("Hãy chọn bài."), pictured: z.boolean().default(false) }))
    .output(commendationOutput),
  unpraiseInText: procedure({
    method: "DELETE",
    path: "/commendations/{id}/texts/{itemId}",
    summary: "Thôi gắn một bài",
    may: right("tell"),
  })
    .input(id.extend({ itemId: z.uuid("Hãy chọn bài.") }))
    .output(commendationOutput),
  sayUnnamed: procedure({
    method: "POST",
    path: "/commendations/{id}/texts/{itemId}/unnamed",
    summary: "Ghi là đúng bản đang xem không nêu tên, không có ảnh người ấy",
    may: right("tell"),
  })
    .input(
      id.extend({ itemId: z.uuid("Hãy chọn bài."), revisionId: z.uuid("Mã của bản không đúng.").nullable() }),
    )
    .output(commendationOutput),
  writeCommendation: procedure({
    method: "POST",
    path: "/commendations/{id}/text",
    summary: "Viết bài biểu dương, gắn sẵn nghĩa vụ của kế hoạch",
    may: right("tell"),
  })
    .input(id.extend({ kind: z.string("Hãy chọn loại.").max(50) }))
    .output(z.object({ itemId: z.uuid() })),
  commendedIn: procedure({
    method: "GET",
    path: "/commended-in",
    summary: "Một bài biểu dương những ai, đã có đồng ý chưa",
    may: right("read"),
  })
    .input(z.object({ itemId: z.uuid("Mã không đúng.") }))
    .output(
      z.object({
        commendations: z.array(
          z.object({
            id: z.uuid(),
            name: z.string(),
            subject: z.enum(commendedSubjects),
            consent: z.enum(consentStates),
            isUnnamed: z.boolean(),
            isOutstanding: z.boolean(),
            isBlocked: z.boolean(),
          }),
        ),
      }),
    ),
};
