import { z } from "zod";
import { obligationDue } from "../fields.ts";
import { taskDueSchema } from "../reading/plan-reading.ts";

/** Whose usual work a template holds. */
export const templateKinds = ["department", "commune", "centre"] as const;
export type TemplateKind = (typeof templateKinds)[number];

export const templateKindWords: Record<TemplateKind, string> = {
  department: "Sở, ban, ngành",
  commune: "UBND xã, phường",
  centre: "Trung tâm, đơn vị sự nghiệp",
};

/** What comes with the product, one for each kind. */
export const standardTemplateIds = ["so-ban-nganh", "xa-phuong", "trung-tam"] as const;

/** The role of what every unit does by its function. */
export const EVERYBODY = "Mọi phòng, đơn vị";

/** An obligation, the task that discharges it, or both; who does it and where it belongs are named by words alone. */
export const templateItem = z.object({
  key: z.string().max(64),
  /** The part of a plan in which it usually stands. */
  group: z.string().max(300),
  /** Who usually leads it; a unit is chosen when it is adopted. */
  role: z.string().max(300),
  what: z.string().nullable(),
  due: obligationDue,
  evidenceWanted: z.string().nullable(),
  task: z.object({ title: z.string(), due: taskDueSchema, deliverable: z.string().nullable() }).nullable(),
});
export type TemplateItem = z.infer<typeof templateItem>;

export interface Template {
  id: string;
  name: string;
  kind: TemplateKind;
  /** The year that its days are of; null: it has no days. */
  year: number | null;
  items: TemplateItem[];
}
