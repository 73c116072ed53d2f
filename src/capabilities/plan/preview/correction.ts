import { z } from "zod";
import { headerSchema, taskDueSchema } from "../reading/plan-reading.ts";

const path = z.string().max(400);
const words = {
  /** Blank: a paragraph without a number. */
  label: z
    .string()
    .trim()
    .max(40, "Số thứ tự dài quá 40 ký tự.")
    .regex(/^[^~]*$/, "Số thứ tự không chứa dấu “~”."),
  title: z.string().trim().max(2000, "Tiêu đề dài quá 2.000 ký tự.").nullable(),
  text: z.string().trim().max(60_000, "Nội dung dài quá 60.000 ký tự."),
};
const task = z.object({
  clause: path.nullable(),
  title: z.string().trim().min(1, "Hãy nhập nội dung nhiệm vụ.").max(1000),
  leadUnits: z.array(z.string().trim().min(1).max(300)).max(50),
  coordinatingUnits: z.array(z.string().trim().min(1).max(300)).max(100),
  due: taskDueSchema,
  deliverable: z.string().trim().max(1000).nullable(),
});
const index = z.number().int().min(0);

/** One change that a person makes to a preview. Clauses are named by their path, tasks and warnings by position. */
export const correctionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("header"), header: headerSchema }),
  z.object({ kind: z.literal("edit-clause"), path, ...words }),
  z.object({ kind: z.literal("add-clause"), after: path, ...words }),
  z.object({ kind: z.literal("remove-clause"), path, inner: z.enum(["keep", "remove"]) }),
  z.object({ kind: z.literal("join-clause"), path, into: z.enum(["title", "text"]) }),
  z.object({ kind: z.literal("move-clause"), path, to: z.enum(["in", "out"]) }),
  z.object({ kind: z.literal("edit-task"), index, task }),
  z.object({ kind: z.literal("add-task"), task }),
  z.object({ kind: z.literal("remove-task"), index }),
  z.object({ kind: z.literal("settle-warning"), index }),
  /** Takes back the latest of the others. */
  z.object({ kind: z.literal("undo") }),
]);

export type Correction = z.infer<typeof correctionSchema>;
export type CorrectedTask = z.infer<typeof task>;
