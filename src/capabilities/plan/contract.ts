import { z } from "zod";
import { signedAsOutput } from "#organization/contract";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { calendarContract } from "./calendar/contract.ts";
import { coverageCellQuestion, coverageQuestion } from "./coverage-question.ts";
import { lights } from "./deadline.ts";
import { difficultyContract } from "./difficulties/contract.ts";
import { extensionContract } from "./extensions/contract.ts";
import { obligationFields, taskFields } from "./fields.ts";
import { gapContract } from "./gaps/contract.ts";
import { guidanceContract } from "./guidance/contract.ts";
import { handoverContract } from "./handovers/contract.ts";
import { parentContract } from "./parents/contract.ts";
import { clauseOutput, id, planYear, requiredReason } from "./plan-shapes.ts";
import { planStandings } from "./plan-standing.ts";
import { planPolicy } from "./policy.ts";
import { previewContract } from "./preview/contract.ts";
import { programmeImportContract } from "./programme-imports/contract.ts";
import { proofFields } from "./proof-fields.ts";
import { proposalContract } from "./proposals/contract.ts";
import { taskDueSchema } from "./reading/plan-reading.ts";
import { reminderContract } from "./reminders/contract.ts";
import { reminderSteps } from "./reminders/reminder-step.ts";
import { shortcomingContract } from "./shortcomings/contract.ts";
import { suggestionContract } from "./suggestions/contract.ts";
import { targetContract } from "./targets/contract.ts";
import { targetProgress } from "./targets/fields.ts";
import { taskImportContract } from "./task-imports/contract.ts";
import { templateContract } from "./templates/contract.ts";
import { versionContract } from "./versions/contract.ts";
import { viewContract } from "./views/contract.ts";
import { workProgrammeContract } from "./work-programme/contract.ts";

export { byPlan } from "./by-plan.ts";
export { contentThemes, themeGroups, themeLabel } from "./content-themes.ts";
export { difficultyWords } from "./difficulties/difficulty.ts";
export { extensionWords } from "./extensions/extension.ts";
export { standingWords } from "./plan-standing.ts";
export { LARGEST_EVIDENCE_FILE, MOST_EVIDENCE_FILES } from "./proof-fields.ts";
export { proposalWords } from "./proposals/proposal.ts";
export { stepWords } from "./reminders/reminder-step.ts";
export { shortcomingWords } from "./shortcomings/shortcoming.ts";
export { countWords, perWords, targetFigure } from "./targets/target.ts";
export { type PlanProgress, partInWords, periodInWords } from "./task-progress.ts";
export { workItemKinds, workItemKindWords, workItemWords } from "./work-programme/work-item.ts";

const read = planPolicy.right("read");
/** Asked for once the plan has its number. */
const maybeReason = z.string().trim().max(500).nullable().default(null);
const issuedFields = {
  number: z.string().trim().min(1, "Hãy nhập số.").max(10, "Chỉ gõ phần số, ví dụ 05."),
  issuedOn: z.iso.date("Hãy chọn ngày ban hành."),
  /** The authority that it was signed with; absent: the only one that covers its day. */
  authorityId: z.uuid("Hãy chọn người ký.").optional(),
};
const clauseWords = z.object({
  title: z
    .string()
    .trim()
    .max(2000)
    .nullable()
    .transform((title) => title || null),
  text: z.string().trim().max(20_000),
});

const planOutput = z.object({
  id: z.uuid(),
  year: z.number().int(),
  slug: z.string(),
  title: z.string(),
  type: z.string(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: z.string().nullable(),
  state: z.enum(["draft", "issued"]),
  recipients: z.array(z.string()),
  /** Null: not on the portal. */
  publishedAt: z.date().nullable(),
  takenBackAt: z.date().nullable(),
  takenBackReason: z.string().nullable(),
  standing: z.enum(planStandings),
  inForceSince: z.date().nullable(),
  endedAt: z.date().nullable(),
  endedReason: z.string().nullable(),
  /** The plan that was put in its place. */
  replacedBy: z.uuid().nullable(),
  /** Which version of it holds; 1 until it is amended. */
  version: z.number().int(),
  /** The agency from above that issued it; null: an own plan. */
  issuer: z.string().nullable(),
  /** Who signed it for the agency, as it was on that day; null: not known. */
  signedAs: signedAsOutput.nullable(),
  may: maySchema,
});

const measuringPeriod = z.object({
  code: z.string(),
  kind: z.enum(["month", "quarter", "half", "nine-months", "year"]),
  label: z.string(),
  from: z.string(),
  to: z.string(),
});

const progress = z.object({
  evidenceCount: z.number().int(),
  done: z.boolean(),
  /** The reporting period that the task is measured in today. */
  period: measuringPeriod,
});

const counted = { tasksDone: z.number().int(), tasksTotal: z.number().int() };
const planProgress = z.object({
  ...counted,
  parts: z.array(z.object({ period: measuringPeriod, ...counted })),
});

const deadline = z.object({
  /** As it is stated; of work without a day of its own the last day of its running period. */
  day: z.string(),
  /** The same day, or the next working day when nobody works on it. */
  countedTo: z.string(),
  dayOff: z.string().nullable(),
  ofPeriod: z.boolean(),
  light: z.enum(lights),
  /** Working days left, or gone by when it is overdue. */
  workingDays: z.number().int(),
  /** Years within the count that have no list of days off. */
  withoutList: z.array(z.number().int()),
});

const taskOutput = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  planTitle: z.string(),
  clauseId: z.uuid().nullable(),
  clausePath: z.string().nullable(),
  /** It stands in an appendix of the document; else a task without a clause was added by hand. */
  fromAppendix: z.boolean(),
  title: z.string(),
  leadUnitId: z.uuid().nullable(),
  leadUnitText: z.string().nullable(),
  allUnits: z.boolean(),
  responsiblePersonId: z.uuid().nullable(),
  responsiblePersonName: z.string().nullable(),
  approverPersonId: z.uuid().nullable(),
  approverPersonName: z.string().nullable(),
  coordinatingUnitIds: z.array(z.uuid()),
  coordinatingText: z.string().nullable(),
  due: taskDueSchema,
  deliverable: z.string().nullable(),
  obligationIds: z.array(z.uuid()),
  /** The version of the plan in which it is no longer there, and from which day; null: it stands. */
  leftIn: z.number().int().nullable(),
  leftOn: z.string().nullable(),
  /** Which of the six clears (6 rõ) nobody has stated yet, as Vietnamese words. */
  missing: z.array(z.string()),
  progress,
  /** How much it is to yield in its running period; null: nobody has said. */
  target: targetProgress.nullable(),
  /** Null: it has no day and recurs in no period. */
  deadline: deadline.nullable(),
  /** The first day that it had before more time was granted. */
  extendedFrom: z.string().nullable(),
  /** A day that is asked for and not decided. */
  askedDay: z.string().nullable(),
  may: maySchema,
});

const evidenceOutput = z.object({
  id: z.uuid(),
  label: z.string(),
  url: z.string().nullable(),
  at: z.date(),
  source: z.string(),
  sourceId: z.string(),
  recordedBy: z.string(),
  taskIds: z.array(z.string()),
  obligationIds: z.array(z.string()),
  clauseIds: z.array(z.string()),
  /** Each at /evidence-files/<id>, for people of the agency. */
  files: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      contentType: z.string(),
      bytes: z.number().int(),
    }),
  ),
});

const obligationOutput = z.object({
  id: z.uuid(),
  code: z.string(),
  clauseId: z.uuid(),
  what: z.string(),
  themeSlugs: z.array(z.string()),
  leadUnits: z.array(z.string()),
  allUnits: z.boolean(),
  unitIds: z.array(z.uuid()),
  due: z.enum(["continuous", "prompt", "year", "item"]),
  evidenceWanted: z.string().nullable(),
  noneReason: z.string().nullable(),
  evidenceCount: z.number().int(),
  may: maySchema,
});

/** From which unit an heir took it over, and when that unit was sent it; sentAt then says from when the heir answers. */
const inherited = z.object({ unitName: z.string(), sentAt: z.date() }).nullable();

const distributionOutput = z.object({
  unitId: z.uuid(),
  /** Which version of the plan was sent. */
  version: z.number().int(),
  unitName: z.string(),
  sentAt: z.date(),
  inherited,
  acknowledgedAt: z.date().nullable(),
  acknowledgedBy: z.string().nullable(),
  may: maySchema,
});

export const planContract = {
  list: procedure({ method: "GET", path: "/plans", summary: "Các kế hoạch", may: read }).output(
    z.object({
      plans: z.array(planOutput.extend({ progress: planProgress })),
      may: maySchema,
    }),
  ),
  get: procedure({
    method: "GET",
    path: "/plans/{id}",
    summary: "Một kế hoạch với mục, nghĩa vụ, nhiệm vụ",
    may: read,
  })
    .input(id)
    .output(
      planOutput.extend({
        progress: planProgress,
        /** First day on which the version holds; null while the plan has not been issued. */
        holdsFrom: z.string().nullable(),
        clauses: z.array(clauseOutput),
        /** What amendments left out: readable, asked for no more. */
        left: z.object({
          clauses: z.array(clauseOutput.extend({ leftIn: z.number().int(), leftOn: z.string() })),
          obligations: z.array(
            z.object({ id: z.uuid(), clauseId: z.uuid(), code: z.string(), what: z.string() }),
          ),
          tasks: z.array(taskOutput),
        }),
        obligations: z.array(obligationOutput),
        tasks: z.array(taskOutput),
        evidence: z.array(evidenceOutput),
        citations: z.array(
          z.object({
            documentId: z.uuid(),
            number: z.string().nullable(),
            issuedOn: z.string().nullable(),
            issuer: z.string().nullable(),
            role: z.string(),
          }),
        ),
      }),
    ),
  putInForce: procedure({
    method: "POST",
    path: "/plans/{id}/put-in-force",
    summary: "Đưa kế hoạch vào thực hiện, có thể thay một kế hoạch đang thực hiện",
    may: planPolicy.right("putInForce"),
  })
    .input(id.extend({ replaces: z.uuid().nullable().default(null) }))
    .output(planOutput),
  replace: procedure({
    method: "POST",
    path: "/plans/{id}/replace",
    summary: "Thay kế hoạch bằng một kế hoạch khác đang thực hiện",
    may: planPolicy.right("putInForce"),
  })
    .input(id.extend({ by: z.uuid("Hãy chọn kế hoạch thay thế."), reason: requiredReason }))
    .output(planOutput),
  end: procedure({
    method: "POST",
    path: "/plans/{id}/end",
    summary: "Kết thúc thực hiện kế hoạch",
    may: planPolicy.right("putInForce"),
  })
    .input(id.extend({ reason: requiredReason }))
    .output(planOutput),
  issue: procedure({
    method: "POST",
    path: "/plans/{id}/issue",
    summary: "Ghi số và ngày ban hành do văn thư cấp",
    may: planPolicy.right("issue"),
  })
    .input(id.extend(issuedFields))
    .output(planOutput),
  correctIssue: procedure({
    method: "POST",
    path: "/plans/{id}/correct-issue",
    summary: "Sửa số, ngày ban hành ghi nhầm, kèm lý do",
    may: planPolicy.right("issue"),
  })
    .input(id.extend({ ...issuedFields, reason: requiredReason }))
    .output(planOutput),
  correct: procedure({
    method: "PUT",
    path: "/plans/{id}",
    summary: "Sửa tên, năm của kế hoạch; đã có số thì kèm lý do",
    may: planPolicy.right("manage"),
  })
    .input(
      id.extend({
        title: z.string().trim().min(1, "Hãy nhập tên kế hoạch.").max(1000),
        year: planYear,
        reason: maybeReason,
      }),
    )
    .output(planOutput),
  addClause: procedure({
    method: "POST",
    path: "/plans/{id}/clauses",
    summary: "Thêm một mục vào kế hoạch đã xác nhận",
    may: planPolicy.right("manage"),
  })
    .input(
      id.extend({
        parentId: z.uuid().nullable(),
        afterId: z.uuid().nullable().default(null),
        label: z.string().trim().max(40),
        ...clauseWords.shape,
        reason: maybeReason,
      }),
    )
    .output(z.object({ planId: z.uuid() })),
  correctClause: procedure({
    method: "PUT",
    path: "/clauses/{id}",
    summary: "Sửa tiêu đề, nội dung của một mục",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ ...clauseWords.shape, reason: maybeReason }))
    .output(z.object({ planId: z.uuid() })),
  moveClause: procedure({
    method: "POST",
    path: "/clauses/{id}/move",
    summary: "Chuyển một mục lên hoặc xuống trong các mục cùng cấp",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ to: z.enum(["up", "down"]), reason: maybeReason }))
    .output(z.object({ planId: z.uuid() })),
  removeClause: procedure({
    method: "POST",
    path: "/clauses/{id}/remove",
    summary: "Bỏ một mục không còn gì gắn vào",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ reason: maybeReason }))
    .output(z.object({ planId: z.uuid() })),
  publish: procedure({
    method: "POST",
    path: "/plans/{id}/publish",
    summary: "Công khai kế hoạch trên cổng",
    may: planPolicy.right("publish"),
  })
    .input(id)
    .output(planOutput),
  takeBack: procedure({
    method: "POST",
    path: "/plans/{id}/take-back",
    summary: "Rút kế hoạch khỏi cổng, kèm lý do được công khai",
    may: planPolicy.right("publish"),
  })
    .input(id.extend({ reason: requiredReason }))
    .output(planOutput),
  distribute: procedure({
    method: "POST",
    path: "/plans/{id}/distribute",
    summary: "Gửi kế hoạch đến các đơn vị; bỏ trống thì gửi mọi đơn vị ở Nơi nhận",
    may: planPolicy.right("distribute"),
  })
    .input(id.extend({ unitIds: z.array(z.uuid()).max(500).nullable().default(null) }))
    /** How many units and people were reached by this sending. */
    .output(z.object({ units: z.number().int(), people: z.number().int() })),
  distribution: procedure({
    method: "GET",
    path: "/plans/{id}/distribution",
    summary: "Đơn vị nào đã nhận kế hoạch, đơn vị nào chưa được gửi",
    may: read,
  })
    .input(id)
    .output(
      z.object({
        distribution: z.array(distributionOutput),
        /** Units that have not been sent it; `named`: Nơi nhận names it. `personIds`: who would be told. */
        waiting: z.array(
          z.object({
            unitId: z.uuid(),
            unitName: z.string(),
            named: z.boolean(),
            personIds: z.array(z.uuid()),
          }),
        ),
      }),
    ),
  acknowledge: procedure({
    method: "POST",
    path: "/plans/{id}/acknowledge",
    summary: "Đơn vị xác nhận đã nhận kế hoạch",
    may: planPolicy.right("acknowledge"),
  })
    .input(id.extend({ unitId: z.uuid() }))
    .output(z.object({ distribution: z.array(distributionOutput) })),
  getTask: procedure({
    method: "GET",
    path: "/tasks/{id}",
    summary: "Một nhiệm vụ với minh chứng",
    may: read,
  })
    .input(id)
    .output(
      taskOutput.extend({
        evidence: z.array(evidenceOutput),
        withdrawn: z.array(
          evidenceOutput.extend({ withdrawnAt: z.date(), withdrawnReason: z.string().nullable() }),
        ),
        obligations: z.array(obligationOutput),
        /** What people were told of its day, oldest first. */
        reminders: z.array(
          z.object({
            step: z.enum(reminderSteps),
            deadline: z.string(),
            at: z.date(),
            people: z.number().int(),
          }),
        ),
      }),
    ),
  addTask: procedure({
    method: "POST",
    path: "/plans/{id}/tasks",
    summary: "Thêm nhiệm vụ",
    may: planPolicy.right("manage"),
  })
    .input(taskFields.extend(id.shape))
    .output(taskOutput),
  assignTask: procedure({
    method: "PUT",
    path: "/tasks/{id}",
    summary: "Giao việc: sáu điều rõ của nhiệm vụ",
    may: planPolicy.right("assign"),
  })
    .input(taskFields.extend(id.shape))
    .output(taskOutput),
  removeTask: procedure({
    method: "POST",
    path: "/tasks/{id}/remove",
    summary: "Bỏ một nhiệm vụ chưa có minh chứng",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ reason: maybeReason }))
    .output(z.object({ planId: z.uuid() })),
  addObligation: procedure({
    method: "POST",
    path: "/plans/{id}/obligations",
    summary: "Thêm nghĩa vụ",
    may: planPolicy.right("manage"),
  })
    .input(obligationFields.extend(id.shape))
    .output(obligationOutput),
  updateObligation: procedure({
    method: "PUT",
    path: "/obligations/{id}",
    summary: "Sửa nghĩa vụ, hoặc ghi lý do không thực hiện",
    may: planPolicy.right("manage"),
  })
    .input(obligationFields.extend(id.shape))
    .output(obligationOutput),
  setNoneReason: procedure({
    method: "POST",
    path: "/obligations/{id}/none-reason",
    summary: "Ghi lý do không thực hiện một nghĩa vụ",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ reason: z.string().trim().max(500).nullable() }))
    .output(obligationOutput),
  recordEvidence: procedure({
    method: "POST",
    path: "/evidence",
    summary: "Ghi một minh chứng, kèm tệp, cho một hay nhiều nhiệm vụ và nghĩa vụ",
    may: planPolicy.right("recordEvidence"),
  })
    .input(
      z.object({
        /** Chosen by the sender; the same proof sent again under it is kept once. */
        id: z.uuid("Mã không đúng."),
        taskIds: z.array(z.uuid()).max(100).default([]),
        obligationIds: z.array(z.uuid()).max(100).default([]),
        label: z.string().trim().min(1, "Hãy nhập tên minh chứng.").max(500),
        on: z.iso.date("Hãy chọn ngày có minh chứng."),
        ...proofFields,
      }),
    )
    .output(z.object({ evidenceId: z.uuid() })),
  withdrawEvidence: procedure({
    method: "POST",
    path: "/evidence/{id}/withdraw",
    summary: "Thu hồi minh chứng không còn đúng",
    may: planPolicy.right("withdrawEvidence"),
  })
    .input(id.extend({ reason: requiredReason }))
    .output(z.object({ withdrawn: z.number().int() })),
  coverage: procedure({
    method: "GET",
    path: "/plans/{id}/coverage",
    summary: "Bảng bao phủ: mục của kế hoạch, hoặc đơn vị, theo kỳ báo cáo",
    may: read,
  })
    .input(coverageQuestion)
    .output(
      z.object({
        periods: z.array(
          z.object({
            code: z.string(),
            label: z.string(),
            from: z.string(),
            to: z.string(),
            isOpen: z.boolean(),
            isFuture: z.boolean(),
          }),
        ),
        rows: z.array(
          z.object({
            /** Id of the clause or the unit, or one of `looseRows` for what belongs to none. */
            rowId: z.string(),
            path: z.string(),
            label: z.string(),
            name: z.string(),
            level: z.number().int(),
            obligations: z.number().int(),
            tasks: z.number().int(),
            /** Other rows stand below this one and are counted in it. */
            isGroup: z.boolean(),
            /** Clauses from above that it carries out, each with the earliest day that it gives. */
            above: z.array(z.object({ mark: z.string(), day: z.string().nullable() })),
            /** Tasks of the clause and those below it without a proof: past their day, and near to it. */
            overdue: z.number().int(),
            soon: z.number().int(),
            cells: z.array(
              z.object({
                period: z.string(),
                products: z.number().int(),
                evidence: z.number().int(),
                /** How many of the row and those below it have duties, no proof in the period, and no reason for it. */
                lacking: z.number().int(),
                /** How many have no proof, and a reason that somebody gave for it. */
                explained: z.number().int(),
                /** Nothing at all, and not all of it explained. */
                gap: z.boolean(),
              }),
            ),
          }),
        ),
        /** Rows without a proof and without a reason, over all periods that have begun; groups are not counted again. */
        lacking: z.number().int(),
        /** Rows without a proof for a reason that was given. */
        explained: z.number().int(),
      }),
    ),
  coverageCell: procedure({
    method: "GET",
    path: "/plans/{id}/coverage/{rowId}/{period}",
    summary: "Các dòng phía sau một ô của bảng bao phủ",
    may: read,
  })
    .input(coverageCellQuestion)
    .output(
      z.object({
        obligations: z.array(obligationOutput.omit({ may: true })),
        tasks: z.array(
          z.object({
            id: z.uuid(),
            title: z.string(),
            deadline: deadline.nullable(),
            extendedFrom: z.string().nullable(),
            askedDay: z.string().nullable(),
          }),
        ),
        evidence: z.array(evidenceOutput),
      }),
    ),
  exportCoverage: procedure({
    method: "GET",
    path: "/plans/{id}/coverage-table",
    summary: "Tải bảng bao phủ dạng .xlsx, kèm cách chọn và cách đếm",
    may: read,
  })
    .input(coverageQuestion.extend({ show: z.enum(["all", "lacking"]).default("all") }))
    .output(z.file()),
  tasksInName: procedure({
    method: "GET",
    path: "/people/{id}/tasks",
    summary: "Nhiệm vụ chưa xong đứng tên một người",
    may: read,
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(
      z.object({ tasks: z.array(z.object({ id: z.uuid(), title: z.string(), planTitle: z.string() })) }),
    ),
  myTasks: procedure({ method: "GET", path: "/my-tasks", summary: "Nhiệm vụ của tôi", may: read }).output(
    z.object({
      toDo: z.array(taskOutput),
      dueThisWeek: z.array(taskOutput),
      overdue: z.array(taskOutput),
      /** More than one plan is in force, so that each task names its own. */
      severalPlans: z.boolean(),
      toAcknowledge: z.array(
        z.object({
          planId: z.uuid(),
          title: z.string(),
          unitId: z.uuid(),
          unitName: z.string(),
          sentAt: z.date(),
          inherited,
        }),
      ),
    }),
  ),
  links: procedure({
    method: "GET",
    path: "/plan-links",
    summary:
      "Nhiệm vụ, nghĩa vụ và các mục của những kế hoạch đang thực hiện, để gắn vào nội dung, minh chứng",
    may: read,
  })
    /** `planId`: a plan to add to them, whatever its standing. */
    .input(z.object({ planId: z.uuid("Mã không đúng.").optional() }))
    .output(
      z.object({
        plans: z.array(z.object({ id: z.uuid(), title: z.string(), year: z.number().int() })),
        tasks: z.array(
          z.object({
            id: z.uuid(),
            planId: z.uuid(),
            title: z.string(),
            clausePath: z.string().nullable(),
            obligationIds: z.array(z.uuid()),
            /** The caller may record proofs for it by hand. */
            mayProve: z.boolean(),
          }),
        ),
        obligations: z.array(
          z.object({
            id: z.uuid(),
            planId: z.uuid(),
            code: z.string(),
            what: z.string(),
            mayProve: z.boolean(),
          }),
        ),
        /** The clause trees, each in the order of its plan; `level` is the depth. */
        clauses: z.array(
          z.object({
            id: z.uuid(),
            planId: z.uuid(),
            parentId: z.uuid().nullable(),
            path: z.string(),
            label: z.string(),
            level: z.number().int(),
            name: z.string(),
          }),
        ),
      }),
    ),
  ...previewContract,
  ...versionContract,
  ...parentContract,
  ...calendarContract,
  ...difficultyContract,
  ...gapContract,
  ...guidanceContract,
  ...handoverContract,
  ...viewContract,
  ...workProgrammeContract,
  ...extensionContract,
  ...proposalContract,
  ...shortcomingContract,
  ...targetContract,
  ...reminderContract,
  ...suggestionContract,
  ...taskImportContract,
  ...programmeImportContract,
  ...templateContract,
};
