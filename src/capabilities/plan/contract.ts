import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { calendarContract } from "./calendar/contract.ts";
import { coverageCellQuestion, coverageQuestion } from "./coverage-question.ts";
import { lights } from "./deadline.ts";
import { difficultyContract } from "./difficulties/contract.ts";
import { extensionContract } from "./extensions/contract.ts";
import { obligationFields, taskFields } from "./fields.ts";
import { gapContract } from "./gaps/contract.ts";
import { guidanceContract } from "./guidance/contract.ts";
import { planStandings } from "./plan-standing.ts";
import { planPolicy } from "./policy.ts";
import { correctionSchema } from "./preview/correction.ts";
import { proofFields } from "./proof-fields.ts";
import { proposalContract } from "./proposals/contract.ts";
import { planReadingSchema, taskDueSchema } from "./reading/plan-reading.ts";
import { reminderContract } from "./reminders/contract.ts";
import { reminderSteps } from "./reminders/reminder-step.ts";
import { shortcomingContract } from "./shortcomings/contract.ts";
import { suggestionContract } from "./suggestions/contract.ts";
import { targetContract } from "./targets/contract.ts";
import { targetProgress } from "./targets/fields.ts";
import { taskImportContract } from "./task-imports/contract.ts";
import { templateContract } from "./templates/contract.ts";
import { differenceFormats } from "./versions/difference-words.ts";
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
const id = z.object({ id: z.uuid("Mã không đúng.") });
const requiredReason = z.string().trim().min(1, "Hãy ghi lý do.").max(500);
/** Asked for once the plan has its number. */
const maybeReason = z.string().trim().max(500).nullable().default(null);
const badYear = "Năm của kế hoạch gồm bốn chữ số, từ 2000 đến 2100; hãy gõ lại, ví dụ 2026.";
const planYear = z.number(badYear).int(badYear).min(2000, badYear).max(2100, badYear);
const issuedFields = {
  number: z.string().trim().min(1, "Hãy nhập số.").max(10, "Chỉ gõ phần số, ví dụ 05."),
  issuedOn: z.iso.date("Hãy chọn ngày ban hành."),
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
const LARGEST_DOCUMENT = 30 * 1024 * 1024;

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

const clauseOutput = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  path: z.string(),
  label: z.string(),
  level: z.number().int(),
  title: z.string().nullable(),
  text: z.string(),
});

const importOutput = z.object({
  id: z.uuid(),
  fileName: z.string(),
  reading: planReadingSchema,
  paragraphs: z.array(
    z.object({
      index: z.number().int(),
      text: z.string(),
      clausePath: z.string().nullable(),
      /** The tasks that it states, as positions in the reading's list. */
      tasks: z.array(z.number().int()).optional(),
      /** What is unsure here, as positions in the reading's warnings. */
      warnings: z.array(z.number().int()).optional(),
    }),
  ),
  planId: z.uuid().nullable(),
  /** Grows with each correction; whoever corrects or confirms names the one that was seen. */
  version: z.number().int(),
  canUndo: z.boolean(),
  /** A plan of the agency with the same number and day, or the same title and year. */
  samePlan: z.object({ id: z.uuid(), title: z.string(), year: z.number().int() }).nullable(),
  correctedAt: z.date().nullable(),
  may: maySchema,
});

const distributionOutput = z.object({
  unitId: z.uuid(),
  /** Which version of the plan was sent. */
  version: z.number().int(),
  unitName: z.string(),
  sentAt: z.date(),
  acknowledgedAt: z.date().nullable(),
  acknowledgedBy: z.string().nullable(),
  may: maySchema,
});

const clauseSide = z.object({ path: z.string(), title: z.string().nullable(), text: z.string() }).nullable();
const clauseChange = z.object({
  /** "moved": its words stayed, its number or place did not. */
  kind: z.enum(["same", "moved", "changed", "added", "removed"]),
  clauseId: z.uuid().nullable(),
  before: clauseSide,
  after: clauseSide,
});
const taskSide = z
  .object({
    title: z.string(),
    lead: z.string().nullable(),
    due: taskDueSchema,
    deliverable: z.string().nullable(),
  })
  .nullable();

const comparisonOutput = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  /** The preview's version; whoever pairs or amends names it. */
  version: z.number().int(),
  /** Whoever amends names the comparison that was seen. */
  seen: z.string(),
  plan: z.object({
    id: z.uuid(),
    title: z.string(),
    year: z.number().int(),
    state: z.enum(["draft", "issued"]),
    version: z.number().int(),
  }),
  /** What hangs on a clause of the plan follows the clause that continues it. */
  clauses: z.array(
    clauseChange.extend({
      obligations: z.number().int(),
      tasks: z.number().int(),
      evidence: z.number().int(),
    }),
  ),
  tasks: z.array(
    z.object({
      kind: z.enum(["changed", "added", "removed"]),
      taskId: z.uuid().nullable(),
      /** Position in the reading; null for a removed one. */
      index: z.number().int().nullable(),
      clausePath: z.string().nullable(),
      before: taskSide,
      after: taskSide,
    }),
  ),
  /** Units that had the plan and will be asked to acknowledge it again. */
  unitsAskedAgain: z.number().int(),
  may: maySchema,
});

const namedClause = { id: z.uuid(), path: z.string(), name: z.string() };
const parentsOutput = z.object({
  parents: z.array(
    z.object({
      id: z.uuid(),
      /** Null: a document of the register whose text was not read in. */
      planId: z.uuid().nullable(),
      documentId: z.uuid().nullable(),
      title: z.string(),
      number: z.string().nullable(),
      issuedOn: z.string().nullable(),
      issuer: z.string().nullable(),
      /** Clauses from above that give work, or that something here carries out. */
      duties: z.array(
        z.object({
          ...namedClause,
          tasks: z.array(z.object({ title: z.string(), lead: z.string().nullable(), due: taskDueSchema })),
          here: z.array(z.object({ ...namedClause, evidence: z.number().int() })),
        }),
      ),
    }),
  ),
});

const versionFacts = z.object({
  version: z.number().int(),
  isCurrent: z.boolean(),
  holdsFrom: z.string().nullable(),
  reason: z.string().nullable(),
  decision: z.object({ number: z.string(), issuedOn: z.string().nullable() }).nullable(),
  madeAt: z.date(),
  madeBy: z.string().nullable(),
});
const versionOfPlan = id.extend({
  version: z.coerce.number("Số của bản không đúng.").int().min(1).max(1000),
});
const toCompare = id.extend({ planId: z.uuid("Hãy chọn kế hoạch.") });

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
  importDocument: procedure({
    method: "POST",
    path: "/plan-imports",
    summary: "Đọc một tệp kế hoạch để xem trước; chưa đưa vào kế hoạch",
    may: planPolicy.right("import"),
  })
    .input(
      z.object({
        file: z
          .file("Hãy chọn một tệp.")
          .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
          .max(LARGEST_DOCUMENT, "Tệp lớn hơn 30 MB nên không được nhận."),
      }),
    )
    .output(importOutput),
  getImport: procedure({
    method: "GET",
    path: "/plan-imports/{id}",
    summary: "Bản xem trước của tệp kế hoạch",
    may: planPolicy.right("readImport"),
  })
    .input(id)
    .output(importOutput),
  listImports: procedure({
    method: "GET",
    path: "/plan-imports",
    summary: "Các bản xem trước chưa xác nhận",
    may: planPolicy.right("readImport"),
  }).output(
    z.object({
      imports: z.array(
        z.object({
          id: z.uuid(),
          fileName: z.string(),
          title: z.string().nullable(),
          personName: z.string().nullable(),
          createdAt: z.date(),
          correctedAt: z.date().nullable(),
        }),
      ),
      may: maySchema,
    }),
  ),
  correctImport: procedure({
    method: "POST",
    path: "/plan-imports/{id}/corrections",
    summary: "Sửa một chỗ của bản xem trước, hoặc hoàn tác lần sửa gần nhất",
    may: planPolicy.right("import"),
  })
    .input(id.extend({ version: z.number().int(), correction: correctionSchema }))
    .output(importOutput),
  discardImport: procedure({
    method: "DELETE",
    path: "/plan-imports/{id}",
    summary: "Bỏ một bản xem trước chưa xác nhận",
    may: planPolicy.right("import"),
  })
    .input(id)
    .output(z.object({ discarded: z.uuid() })),
  confirmImport: procedure({
    method: "POST",
    path: "/plan-imports/{id}/confirm",
    summary: "Xác nhận: đưa bản xem trước vào thành kế hoạch",
    may: planPolicy.right("import"),
  })
    .input(
      id.extend({
        year: planYear,
        version: z.number().int(),
        /** The agency from above whose plan it is, to be held beside the own ones only. */
        issuer: z.string().trim().min(1, "Hãy nhập cơ quan ban hành.").max(200).nullable().default(null),
      }),
    )
    /** `inForce`: it came into force with this, being the first of the running year. */
    .output(z.object({ planId: z.uuid(), inForce: z.boolean() })),
  compareImport: procedure({
    method: "GET",
    path: "/plan-imports/{id}/compare/{planId}",
    summary: "So bản xem trước với một kế hoạch đang có, theo từng mục và nhiệm vụ",
    may: planPolicy.right("readImport"),
  })
    .input(toCompare)
    .output(comparisonOutput),
  pairClauses: procedure({
    method: "POST",
    path: "/plan-imports/{id}/compare/{planId}/pairs",
    summary: "Ghép một mục của bản xem trước với mục mà nó nối tiếp, hoặc nói rõ nó là mục mới",
    may: planPolicy.right("import"),
  })
    .input(
      toCompare.extend({
        version: z.number().int(),
        path: z.string().min(1).max(200),
        clauseId: z.uuid().nullable(),
      }),
    )
    .output(comparisonOutput),
  amend: procedure({
    method: "POST",
    path: "/plan-imports/{id}/compare/{planId}/amend",
    summary: "Xác nhận: bản xem trước thành bản tiếp theo của kế hoạch",
    may: planPolicy.right("import"),
  })
    .input(
      toCompare.extend({
        version: z.number().int(),
        seen: z.string().max(100),
        reason: requiredReason,
        /** The document that decided the amendment; asked for once the plan has its number. */
        decision: z
          .object({
            number: z.string().trim().min(1, "Hãy nhập số, ký hiệu.").max(60),
            issuedOn: z.iso.date("Hãy chọn ngày của văn bản."),
            issuer: z
              .string()
              .trim()
              .max(200)
              .nullable()
              .transform((issuer) => issuer || null),
          })
          .nullable(),
        /** Tasks of the reading, by position, whose new or changed words are taken over. */
        takeTasks: z.array(z.number().int().min(0)).max(5000),
      }),
    )
    .output(z.object({ planId: z.uuid(), version: z.number().int() })),
  clone: procedure({
    method: "POST",
    path: "/plans/{id}/clone",
    summary: "Bắt đầu kế hoạch năm sau từ kế hoạch này: một bản xem trước, năm và ngày chuyển sang năm sau",
    may: planPolicy.right("import"),
  })
    .input(id)
    .output(z.object({ importId: z.uuid() })),
  parents: procedure({
    method: "GET",
    path: "/plans/{id}/parents",
    summary: "Kế hoạch, văn bản của cấp trên mà kế hoạch này thực hiện, và việc mỗi nơi giao",
    may: read,
  })
    .input(id)
    .output(parentsOutput),
  linkParent: procedure({
    method: "POST",
    path: "/plans/{id}/parents",
    summary: "Ghi rằng kế hoạch thực hiện một kế hoạch hoặc văn bản của cấp trên",
    may: planPolicy.right("manage"),
  })
    .input(
      id.extend({
        parentPlanId: z.uuid().nullable().default(null),
        documentId: z.uuid().nullable().default(null),
      }),
    )
    .output(parentsOutput),
  unlinkParent: procedure({
    method: "DELETE",
    path: "/plans/{id}/parents/{parentId}",
    summary: "Bỏ ghi rằng kế hoạch thực hiện một văn bản của cấp trên, cùng chỗ nối các mục",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ parentId: z.uuid("Mã không đúng.") }))
    .output(parentsOutput),
  linkParentClause: procedure({
    method: "PUT",
    path: "/plans/{id}/parent-clauses/{parentClauseId}",
    summary: "Ghi các mục ở đây thực hiện một mục của kế hoạch cấp trên",
    may: planPolicy.right("manage"),
  })
    .input(id.extend({ parentClauseId: z.uuid("Mã không đúng."), clauseIds: z.array(z.uuid()).max(200) }))
    .output(parentsOutput),
  versions: procedure({
    method: "GET",
    path: "/plans/{id}/versions",
    summary: "Các bản của kế hoạch, bản mới nhất trước",
    may: read,
  })
    .input(id)
    .output(z.object({ versions: z.array(versionFacts) })),
  getVersion: procedure({
    method: "GET",
    path: "/plans/{id}/versions/{version}",
    summary: "Một bản của kế hoạch: nội dung, và những gì khác với bản trước",
    may: read,
  })
    .input(versionOfPlan)
    .output(
      versionFacts.extend({
        plan: z.object({ id: z.uuid(), title: z.string(), version: z.number().int() }),
        clauses: z.array(clauseOutput.omit({ parentId: true })),
        tasks: z.array(
          z.object({
            id: z.uuid(),
            clauseId: z.uuid().nullable(),
            title: z.string(),
            leadUnitText: z.string().nullable(),
            due: taskDueSchema,
            deliverable: z.string().nullable(),
          }),
        ),
        changes: z.array(clauseChange),
      }),
    ),
  exportDifferences: procedure({
    method: "GET",
    path: "/plans/{id}/versions/{version}/differences/{format}",
    summary: "Tải bảng so sánh một bản với bản trước của nó",
    may: read,
  })
    .route({ outputStructure: "detailed" })
    .input(versionOfPlan.extend({ format: z.enum(differenceFormats) }))
    .output(fileOutput),
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
  ...calendarContract,
  ...difficultyContract,
  ...gapContract,
  ...guidanceContract,
  ...viewContract,
  ...workProgrammeContract,
  ...extensionContract,
  ...proposalContract,
  ...shortcomingContract,
  ...targetContract,
  ...reminderContract,
  ...suggestionContract,
  ...taskImportContract,
  ...templateContract,
};
