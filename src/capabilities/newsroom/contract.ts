import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { bulletinContract } from "./bulletins/contract.ts";
import { bundleContract, togetherOutput } from "./bundles/contract.ts";
import { commendationContract } from "./commendations/contract.ts";
import { commentContract } from "./comments/contract.ts";
import { contentFields, typedFields } from "./content-fields.ts";
import { contentStates } from "./content-item.ts";
import { embargoContract } from "./embargo/contract.ts";
import { explainedContract } from "./explained/contract.ts";
import { practiceContract } from "./good-practices/contract.ts";
import { graphicContract } from "./infographics/contract.ts";
import { intakeContract } from "./intake/contract.ts";
import { languageContract } from "./language/contract.ts";
import { aiMarkContract } from "./media-library/ai-mark/contract.ts";
import { mediaContract } from "./media-library/contract.ts";
import { folderContract } from "./media-library/folders/contract.ts";
import { originalContract } from "./media-library/originals/contract.ts";
import { uploadContract } from "./media-library/uploads/contract.ts";
import { missedSearchContract } from "./missed-searches/contract.ts";
import { outsideCheckContract } from "./outside-checks/contract.ts";
import { planningContract } from "./planning/contract.ts";
import { contentPolicy } from "./policy.ts";
import { poolContract } from "./pool/contract.ts";
import { presenceContract } from "./presence/contract.ts";
import { readersContract } from "./readers/contract.ts";
import { eventsOutput, reviewContract, signedAs, submissionOutput } from "./review/contract.ts";
import { similarityContract } from "./similarity/contract.ts";
import { linkOutput, summaryOutput } from "./summary-output.ts";

export { canBeSaid, saidInField } from "./bulletins/bulletin-kind.ts";
export { saidStates } from "./bulletins/policy.ts";
export {
  type CampaignKind,
  type CampaignState,
  campaignKindLabels,
  campaignStateLabels,
} from "./campaigns/campaign.ts";
export {
  type CommendationMark,
  type CommendedSubject,
  type ConsentState,
  type ConsentWay,
  commendationMarkLabels,
  commendedLabels,
  consentStateLabels,
  consentWayLabels,
} from "./commendations/commendation.ts";
export { type ContentState, limitedLabel, stateLabels } from "./content-item.ts";
export {
  type PracticeKind,
  type PracticeMark,
  type PracticeState,
  practiceKindLabel,
  practiceKinds,
  practiceMarkLabels,
  practiceStateLabels,
} from "./good-practices/good-practice.ts";
export { drawingCaption, tableHeading, tableOf } from "./infographics/equal-table.ts";
export { type FigureSource, figureSources } from "./infographics/figure-words.ts";
export { altOf, unfitFields } from "./infographics/infographic.ts";
export { type Row, type Shape, shapes, type Template } from "./infographics/template.ts";
export { templateOf, templates } from "./infographics/templates/index.ts";
export {
  isOpen,
  LONGEST_TIP,
  MOST_TIP_MEDIA,
  type TipKind,
  type TipState,
  tipKindLabel,
  tipKinds,
  tipStateLabels,
} from "./intake/tip.ts";
export {
  type ChannelSlug,
  type ContentKind,
  channelLabels,
  contentKinds,
  kindOf,
  type MediaRule,
  type OwnField,
} from "./kinds/index.ts";
export type { RemarkKind } from "./language/remark.ts";
export { type WordSort, wordSorts } from "./language/word-list.ts";
export { type MediaSort, mediaSorts, sortOf } from "./media-library/media-sort.ts";
export { consents, licences } from "./media-library/rights.ts";
export { missedOutcomes } from "./missed-searches/contract.ts";
export { channels } from "./planning/channels.ts";
export {
  type BoardState,
  boardStates,
  type PlannedState,
  plannedStateLabels,
  type StoryState,
  storyStateLabels,
} from "./planning/story.ts";
export { stepRoles } from "./review/contract.ts";
export { answerLabels, similarityAnswers } from "./similarity/answer.ts";

const right = contentPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const reason = z.string().trim().max(1000);

const issueOutput = z.object({ field: z.string(), key: z.string(), message: z.string() });

const revisionOutput = contentFields.extend({
  id: z.uuid(),
  /** That of its item. */
  kind: z.string(),
  number: z.number().int(),
  hash: z.string(),
  authorId: z.uuid(),
  authorName: z.string(),
  at: z.date(),
});

const itemOutput = summaryOutput.extend({
  current: revisionOutput,
  live: revisionOutput.nullable(),
  /** The newest text before the current one that the caller had open to decide on. */
  seenBefore: revisionOutput.nullable(),
  approvedRevisionId: z.uuid().nullable(),
  approvedByName: z.string().nullable(),
  approvedAt: z.date().nullable(),
  /** The newest submission step by step; null: never submitted. */
  review: submissionOutput.nullable(),
  /** With which texts it is approved together; null: with none. */
  together: togetherOutput.nullable(),
  /** In whose name the caller would decide now; null: in the own. */
  signsAs: signedAs.extend({ authorityId: z.uuid() }).nullable(),
  taskIds: z.array(z.uuid()),
  obligationIds: z.array(z.uuid()),
  clauseIds: z.array(z.uuid()),
  /** The same links in words, also of plans that are over. */
  links: z.object({
    tasks: z.array(linkOutput),
    obligations: z.array(linkOutput),
    clauses: z.array(linkOutput),
  }),
  /** What is missing to submit and to publish, with the field to go to. */
  /** The agency carries out a plan: what is to be sent says what of it it serves. */
  mustLink: z.boolean(),
  toSubmit: z.array(issueOutput),
  toPublish: z.array(issueOutput),
  corrections: z.array(
    z.object({
      note: z.string(),
      proposedByName: z.string(),
      proposedAt: z.date(),
      decidedAt: z.date().nullable(),
      accepted: z.boolean().nullable(),
      reason: z.string().nullable(),
      revisionId: z.uuid(),
    }),
  ),
  /** The refused item from which this one was begun, and the newest one begun from this one. */
  begunFrom: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  begunAnew: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** Where another part of the system began it from; an address below /workspace. */
  madeFrom: z.object({ label: z.string(), href: z.string() }).nullable(),
  withdrawnReason: z.string().nullable(),
  removedReason: z.string().nullable(),
  history: eventsOutput,
});

/** The text that the caller has before them. */
const seen = id.extend({ revisionId: z.uuid("Mã của bản không đúng.") });
const reviewed = id.extend({ revisionId: z.uuid(), hash: z.string().max(100) });
const decision = z.object({
  /** Made by the sender; the same one sent again decides nothing more. */
  decisionId: z.uuid("Mã không đúng.").optional(),
  /** The signing authority that the sender was shown; refused when another one is in force. */
  authorityId: z.uuid("Mã không đúng.").nullable().optional(),
});

export { objectPosition, partAround } from "./media-library/crops.ts";
export { entryFilter } from "./planning/contract.ts";
export const newsroomContract = {
  list: procedure({ method: "GET", path: "/content", summary: "Tin, bài", may: right("read") })
    .input(
      z.object({
        state: z.enum(contentStates).optional(),
        unitId: z.uuid().optional(),
        theme: z.string().max(100).optional(),
        kind: z.string().max(50).optional(),
        mine: z.stringbool().or(z.boolean()).optional(),
        q: z.string().max(200).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        items: z.array(summaryOutput),
        total: z.number().int(),
        pageSize: z.number().int(),
        may: maySchema,
      }),
    ),
  get: procedure({ method: "GET", path: "/content/{id}", summary: "Một nội dung", may: right("read") })
    .input(id)
    .output(itemOutput),
  draft: procedure({ method: "POST", path: "/content", summary: "Bắt đầu một nội dung", may: right("draft") })
    .input(
      z.object({
        /** Made by the sender; the same one sent again is the same draft. */
        id: z.uuid("Mã không đúng.").optional(),
        kind: z.string().max(50),
        unitId: z.uuid("Hãy chọn đơn vị."),
        taskIds: z.array(z.uuid()).max(100).default([]),
        obligationIds: z.array(z.uuid()).max(200).default([]),
        clauseIds: z.array(z.uuid()).max(200).default([]),
      }),
    )
    .output(itemOutput),
  save: procedure({
    method: "POST",
    path: "/content/{id}/revisions",
    summary: "Lưu một bản; bản gốc đã cũ thì trả về cả hai bản",
    may: right("save"),
  })
    .input(id.extend({ saveId: z.uuid(), baseRevisionId: z.uuid(), fields: typedFields }))
    .output(
      itemOutput.extend({
        /** Links that were not saved, since no page may carry them; their words were. */
        refusedLinks: z.array(z.object({ address: z.string(), words: z.string() })),
      }),
    ),
  revisions: procedure({
    method: "GET",
    path: "/content/{id}/revisions",
    summary: "Các bản đã lưu",
    may: right("read"),
  })
    .input(id)
    .output(z.object({ revisions: z.array(revisionOutput) })),
  link: procedure({
    method: "PUT",
    path: "/content/{id}/links",
    summary: "Gắn nhiệm vụ, nghĩa vụ, mục của kế hoạch",
    may: right("link"),
  })
    .input(
      id.extend({
        taskIds: z.array(z.uuid()).max(100),
        obligationIds: z.array(z.uuid()).max(200),
        clauseIds: z.array(z.uuid()).max(200),
      }),
    )
    .output(itemOutput),
  discard: procedure({
    method: "POST",
    path: "/content/{id}/discard",
    summary: "Bỏ một bản nháp chưa từng gửi duyệt",
    may: right("discard"),
  })
    .input(id)
    .output(itemOutput),
  restore: procedure({
    method: "POST",
    path: "/content/{id}/restore",
    summary: "Khôi phục bản nháp đã bỏ, trong 30 ngày",
    may: right("restore"),
  })
    .input(id)
    .output(itemOutput),
  submit: procedure({
    method: "POST",
    path: "/content/{id}/submit",
    summary: "Gửi duyệt đúng bản đang xem; có bản mới hơn thì trả về bản ấy",
    may: right("submit"),
  })
    .input(
      seen.extend({
        /** The other texts of its bundle that are sent with it; without them nothing is sent. */
        others: z.array(seen).max(20).default([]),
        /** What the writer says of what was asked for when it was sent back. */
        answer: z.string().max(2000, "Lời giải trình dài quá 2.000 chữ.").default(""),
      }),
    )
    .output(itemOutput),
  recall: procedure({
    method: "POST",
    path: "/content/{id}/recall",
    summary: "Rút lại để sửa",
    may: right("recall"),
  })
    .input(id)
    .output(itemOutput),
  approve: procedure({
    method: "POST",
    path: "/content/{id}/approve",
    summary: "Duyệt đúng bản đã xem, ở bước đang chờ",
    may: right("approve"),
  })
    .input(reviewed.extend(decision.shape))
    .output(itemOutput),
  return: procedure({
    method: "POST",
    path: "/content/{id}/return",
    summary: "Yêu cầu sửa",
    may: right("return"),
  })
    .input(
      id.extend({
        reason,
        /** Comments that say what is to be changed. */
        commentIds: z.array(z.uuid("Mã không đúng.")).max(200).default([]),
        ...decision.shape,
      }),
    )
    .output(itemOutput),
  refuse: procedure({
    method: "POST",
    path: "/content/{id}/refuse",
    summary: "Không duyệt; bài dừng ở đây",
    may: right("refuse"),
  })
    .input(id.extend({ reason, ...decision.shape }))
    .output(itemOutput),
  beginAnew: procedure({
    method: "POST",
    path: "/content/{id}/begin-anew",
    summary: "Viết lại bài không được duyệt thành một bài mới",
    may: right("beginAnew"),
  })
    .input(
      id.extend({
        /** Made by the sender; the same one sent again is the same new item. */
        newId: z.uuid("Mã không đúng."),
      }),
    )
    .output(itemOutput),
  schedule: procedure({
    method: "POST",
    path: "/content/{id}/schedule",
    summary: "Đăng ngay hoặc hẹn giờ",
    may: right("schedule"),
  })
    .input(id.extend({ at: z.coerce.date().nullable().default(null) }))
    .output(itemOutput),
  scheduleUrgently: procedure({
    method: "POST",
    path: "/content/{id}/schedule-urgently",
    summary: "Đăng khẩn, chờ hậu kiểm",
    may: right("scheduleUrgently"),
  })
    .input(seen.extend({ reason }))
    .output(itemOutput),
  takeBack: procedure({
    method: "POST",
    path: "/content/{id}/take-back",
    summary: "Hoàn tác việc đăng",
    may: right("takeBack"),
  })
    .input(id)
    .output(itemOutput),
  correct: procedure({
    method: "POST",
    path: "/content/{id}/correct",
    summary: "Đề nghị đính chính",
    may: right("correct"),
  })
    .input(id.extend({ note: z.string().trim().min(1, "Hãy ghi điều được đính chính.").max(500) }))
    .output(itemOutput),
  decideCorrection: procedure({
    method: "POST",
    path: "/content/{id}/decide-correction",
    summary: "Duyệt hoặc từ chối đính chính",
    may: right("decideCorrection"),
  })
    .input(reviewed.extend({ accepted: z.boolean(), reason: reason.default("") }))
    .output(itemOutput),
  withdraw: procedure({
    method: "POST",
    path: "/content/{id}/withdraw",
    summary: "Thu hồi, nêu lý do công khai",
    may: right("withdraw"),
  })
    .input(id.extend({ reason }))
    .output(itemOutput),
  remove: procedure({
    method: "POST",
    path: "/content/{id}/remove",
    summary: "Gỡ bỏ hẳn khỏi cổng",
    may: right("remove"),
  })
    .input(id.extend({ reason }))
    .output(itemOutput),
  clearPostCheck: procedure({
    method: "POST",
    path: "/content/{id}/clear-post-check",
    summary: "Hậu kiểm đạt",
    may: right("clearPostCheck"),
  })
    .input(id)
    .output(itemOutput),
  myWork: procedure({
    method: "GET",
    path: "/my-content",
    summary: "Nội dung chờ tôi",
    may: right("read"),
  }).output(
    z.object({
      drafts: z.array(summaryOutput),
      returned: z.array(summaryOutput),
      toReview: z.array(summaryOutput),
      toPublish: z.array(summaryOutput),
      failed: z.array(summaryOutput),
      doneToday: z.array(
        z.object({
          id: z.uuid(),
          itemId: z.uuid(),
          title: z.string(),
          event: z.string(),
          personName: z.string(),
          note: z.string().nullable(),
          at: z.iso.datetime(),
        }),
      ),
    }),
  ),
  ...bulletinContract,
  ...embargoContract,
  ...explainedContract,
  ...readersContract,
  ...commentContract,
  ...planningContract,
  ...poolContract,
  ...intakeContract,
  ...practiceContract,
  ...commendationContract,
  ...presenceContract,
  ...similarityContract,
  ...languageContract,
  ...missedSearchContract,
  ...mediaContract,
  ...folderContract,
  ...aiMarkContract,
  ...originalContract,
  ...graphicContract,
  ...uploadContract,
  ...reviewContract,
  ...bundleContract,
  ...outsideCheckContract,
};
