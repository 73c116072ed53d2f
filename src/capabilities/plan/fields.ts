import { z } from "zod";
import { taskDueSchema } from "./reading/plan-reading.ts";

/** What a person states of a task: the six clears and its place in the plan. */
export const taskFields = z.object({
  title: z.string().trim().min(1, "Hãy nhập nội dung nhiệm vụ.").max(1000),
  clauseId: z.uuid().nullable(),
  leadUnitId: z.uuid().nullable(),
  allUnits: z.boolean(),
  responsiblePersonId: z.uuid().nullable(),
  approverPersonId: z.uuid().nullable(),
  coordinatingUnitIds: z.array(z.uuid()).max(200),
  due: taskDueSchema,
  deliverable: z.string().trim().max(1000).nullable(),
  obligationIds: z.array(z.uuid()).max(500),
  /** The person knows that a day lies outside the plan's year. */
  outsideYear: z.boolean().optional(),
});

/** By when an obligation is to be discharged, in the words of the plan. */
export const obligationDue = z.enum(["continuous", "prompt", "year", "item"]);

/** What a person states of an obligation. */
export const obligationFields = z.object({
  code: z.string().trim().min(1, "Hãy nhập mã nghĩa vụ.").max(40),
  clauseId: z.uuid(),
  what: z.string().trim().min(1, "Hãy nhập nội dung phải thực hiện.").max(1000),
  themes: z.array(z.string().max(100)).max(50),
  allUnits: z.boolean(),
  unitIds: z.array(z.uuid()).max(200),
  due: obligationDue,
  evidenceWanted: z.string().trim().max(500).nullable(),
  noneReason: z.string().trim().max(500).nullable(),
});
