import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { bandOutput, campaignContract } from "../campaigns/contract.ts";
import { contentPolicy } from "../policy.ts";
import { suggestionContract } from "../suggestions/contract.ts";
import { linkOutput, summaryOutput } from "../summary-output.ts";
import { deliverablePolicy, storyPolicy } from "./policy.ts";
import { boardStates, plannedStates, storyStates } from "./story.ts";
import { deliverableFields, moment, storyTitle } from "./story-fields.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });

const deliverableOutput = z.object({
  id: z.uuid(),
  storyId: z.uuid(),
  /** Of its text, else of the story. */
  title: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  channel: z.string(),
  channelLabel: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  dueAt: z.date(),
  /** Of its text; "planned" while there is none. */
  state: z.enum(plannedStates),
  itemId: z.uuid().nullable(),
  may: maySchema,
});

const storyOutput = z.object({
  id: z.uuid(),
  title: z.string(),
  note: z.string(),
  state: z.enum(storyStates),
  unitId: z.uuid(),
  unitName: z.string(),
  leadPersonId: z.uuid().nullable(),
  leadName: z.string().nullable(),
  proposedByName: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
  campaignId: z.uuid().nullable(),
  droppedAt: z.date().nullable(),
  droppedByName: z.string().nullable(),
  dropReason: z.string().nullable(),
  deliverables: z.array(deliverableOutput),
  may: maySchema,
});

const wholeStory = storyOutput.extend({
  taskIds: z.array(z.uuid()),
  obligationIds: z.array(z.uuid()),
  clauseIds: z.array(z.uuid()),
  links: z.object({
    tasks: z.array(linkOutput),
    obligations: z.array(linkOutput),
    clauses: z.array(linkOutput),
  }),
});

const storyFields = z.object({
  title: storyTitle,
  note: z.string().trim().max(4000, "Ghi chú dài quá 4.000 ký tự.").default(""),
  unitId: z.uuid("Hãy chọn đơn vị."),
  leadPersonId: z.uuid("Hãy chọn người.").nullable().default(null),
  taskIds: z.array(z.uuid()).max(100).default([]),
  obligationIds: z.array(z.uuid()).max(200).default([]),
  clauseIds: z.array(z.uuid()).max(200).default([]),
});

const move = id.extend({
  at: moment("Hãy chọn ngày, giờ."),
  /** Where the caller saw it. */
  seenAt: moment("Thiếu giờ đang thấy."),
});

/** What table, board and calendar are narrowed by. */
export const entryFilter = z.object({
  state: z.enum(plannedStates).optional(),
  unitId: z.uuid().optional(),
  kind: z.string().max(50).optional(),
  channel: z.string().max(50).optional(),
  clauseId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
  personId: z.uuid().optional(),
  theme: z.string().max(100).optional(),
  mine: z.stringbool().or(z.boolean()).optional(),
  q: z.string().max(200).optional(),
});

const entryOutput = z.object({
  /** Of the text, or of the deliverable while there is none. */
  id: z.uuid(),
  item: summaryOutput.nullable(),
  title: z.string(),
  state: z.enum(plannedStates),
  kind: z.string(),
  kindLabel: z.string(),
  channelLabel: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  personName: z.string().nullable(),
  updatedAt: z.date(),
  /** Under which it stands in the calendar, and what it means. */
  at: z.date().nullable(),
  means: z.enum(["published", "scheduled", "due"]).nullable(),
  /** Which of its moments moving it moves, by the caller; null: none, and why. */
  move: z.object({ what: z.enum(["due", "publication"]).nullable(), why: z.string().nullable() }),
  deliverable: z
    .object({
      id: z.uuid(),
      storyId: z.uuid(),
      storyTitle: z.string(),
      dueAt: z.date(),
      may: maySchema,
    })
    .nullable(),
});

export const planningContract = {
  ...campaignContract,
  ...suggestionContract,
  planning: procedure({
    method: "GET",
    path: "/planning",
    summary: "Tôi được làm gì với tin, bài nói chung",
    may: contentPolicy.right("read"),
  }).output(z.object({ may: maySchema })),
  listEntries: procedure({
    method: "GET",
    path: "/planning/entries",
    summary: "Tin, bài và sản phẩm phải làm, mới sửa trước",
    may: contentPolicy.right("read"),
  })
    .input(
      entryFilter.extend({
        /** What the answer before named as `next`. */
        after: z
          .string()
          .regex(
            /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z~[0-9a-f-]{36}$/,
            "Vị trí trong danh sách không đúng.",
          )
          .optional(),
      }),
    )
    .output(
      z.object({
        entries: z.array(entryOutput),
        next: z.string().nullable(),
        /** Counted up to 10,000; `isMore` where there are more. */
        total: z.number().int(),
        isMore: z.boolean(),
      }),
    ),
  calendarEntries: procedure({
    method: "GET",
    path: "/planning/calendar",
    summary: "Lịch: đã đăng, hẹn đăng, phải xong giữa hai ngày",
    may: contentPolicy.right("read"),
  })
    .input(
      entryFilter
        .extend({ from: z.iso.date("Ngày chưa đúng."), to: z.iso.date("Ngày chưa đúng.") })
        .refine(
          ({ from, to }) => from <= to && Temporal.PlainDate.from(from).until(to).days < 100,
          "Mỗi lần xem nhiều nhất 100 ngày.",
        ),
    )
    .output(
      z.object({
        entries: z.array(
          entryOutput.extend({
            /** Another text that comes out too near it on the same channel, and how near. */
            clash: z.object({ title: z.string(), minutes: z.number().int() }).nullable(),
          }),
        ),
        /** There are more than are drawn; narrowing shows the rest. */
        isCut: z.boolean(),
        daysOff: z.array(z.object({ day: z.string(), why: z.string() })),
        /** Campaigns and events that fall into these days. */
        bands: z.array(bandOutput),
      }),
    ),
  boardEntries: procedure({
    method: "GET",
    path: "/planning/board",
    summary: "Tin, bài và sản phẩm theo trạng thái",
    may: contentPolicy.right("read"),
  })
    .input(entryFilter)
    .output(
      z.object({
        columns: z.array(
          z.object({
            state: z.enum(boardStates),
            entries: z.array(entryOutput),
            /** There are more than are drawn. */
            isMore: z.boolean(),
          }),
        ),
      }),
    ),
  moveDeliverable: procedure({
    method: "POST",
    path: "/deliverables/{id}/move",
    summary: "Chuyển hạn của sản phẩm sang ngày khác",
    may: deliverablePolicy.right("move"),
  })
    .input(move)
    .output(z.object({ at: z.date() })),
  moveContentTime: procedure({
    method: "POST",
    path: "/content/{id}/move",
    summary: "Chuyển giờ đăng đã hẹn",
    may: contentPolicy.right("takeBack"),
  })
    .input(move)
    .output(z.object({ at: z.date() })),
  listStories: procedure({
    method: "GET",
    path: "/stories",
    summary: "Đề tài tuyên truyền",
    may: storyPolicy.right("read"),
  })
    .input(
      z.object({
        state: z.enum(storyStates).optional(),
        unitId: z.uuid().optional(),
        q: z.string().max(200).optional(),
        mine: z.stringbool().or(z.boolean()).optional(),
        after: z.uuid().optional(),
      }),
    )
    .output(z.object({ stories: z.array(storyOutput), next: z.uuid().nullable(), may: maySchema })),
  getStory: procedure({
    method: "GET",
    path: "/stories/{id}",
    summary: "Một đề tài với các sản phẩm",
    may: storyPolicy.right("read"),
  })
    .input(id)
    .output(wholeStory),
  proposeStory: procedure({
    method: "POST",
    path: "/stories",
    summary: "Đề xuất đề tài",
    may: storyPolicy.right("propose"),
  })
    .input(storyFields.extend({ id: z.uuid("Mã không đúng.").optional() }))
    .output(wholeStory),
  changeStory: procedure({
    method: "PUT",
    path: "/stories/{id}",
    summary: "Sửa đề tài",
    may: storyPolicy.right("change"),
  })
    .input(storyFields.extend(id.shape))
    .output(wholeStory),
  dropStory: procedure({
    method: "POST",
    path: "/stories/{id}/drop",
    summary: "Bỏ đề tài, kèm lý do",
    may: storyPolicy.right("drop"),
  })
    .input(id.extend({ reason: z.string().trim().max(1000, "Lý do dài quá 1.000 ký tự.") }))
    .output(wholeStory),
  resumeStory: procedure({
    method: "POST",
    path: "/stories/{id}/resume",
    summary: "Mở lại đề tài đã bỏ",
    may: storyPolicy.right("resume"),
  })
    .input(id)
    .output(wholeStory),
  addDeliverable: procedure({
    method: "POST",
    path: "/stories/{id}/deliverables",
    summary: "Thêm sản phẩm của đề tài",
    may: storyPolicy.right("change"),
  })
    .input(deliverableFields.extend({ ...id.shape, deliverableId: z.uuid("Mã không đúng.").optional() }))
    .output(wholeStory),
  assignDeliverable: procedure({
    method: "PUT",
    path: "/deliverables/{id}",
    summary: "Giao lại, sửa một sản phẩm",
    may: deliverablePolicy.right("assign"),
  })
    .input(deliverableFields.extend(id.shape))
    .output(wholeStory),
  startDeliverable: procedure({
    method: "POST",
    path: "/deliverables/{id}/start",
    summary: "Bắt đầu viết bài của sản phẩm",
    may: deliverablePolicy.right("start"),
  })
    .input(id)
    .output(z.object({ itemId: z.uuid() })),
  linkDeliverable: procedure({
    method: "POST",
    path: "/deliverables/{id}/link",
    summary: "Gắn bài đã có vào sản phẩm",
    may: deliverablePolicy.right("link"),
  })
    .input(id.extend({ itemId: z.uuid("Hãy chọn bài.") }))
    .output(wholeStory),
  removeDeliverable: procedure({
    method: "DELETE",
    path: "/deliverables/{id}",
    summary: "Bỏ một sản phẩm khỏi đề tài",
    may: deliverablePolicy.right("remove"),
  })
    .input(id)
    .output(wholeStory),
};
