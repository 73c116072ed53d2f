import { asc, eq } from "drizzle-orm";
import { agencyById } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { plain } from "#platform/text/unit-named.ts";
import { obligationsOf, type Plan, tasksOf } from "../plan-queries.ts";
import { planTemplate } from "../tables.ts";
import { standardTemplates } from "./standard-templates.ts";
import type { Template, TemplateItem } from "./template.ts";

/** One template, of the product or saved by an agency of the installation. @throws NotFound */
export async function templateOf(q: Queryable, id: string): Promise<Template> {
  const standard = standardTemplates.find((template) => template.id === id);
  if (standard) return standard;
  const [found] = await q.select().from(planTemplate).where(eq(planTemplate.id, id));
  if (!found) throw new NotFound("Mẫu này không còn; hãy chọn mẫu khác.");
  return found;
}

/** Which of the items the plan holds already, by their words. */
export async function presentIn(q: Queryable, planId: string): Promise<(item: TemplateItem) => boolean> {
  const duties = new Set((await obligationsOf(q, planId)).map(({ what }) => plain(what)));
  const works = new Set((await tasksOf(q, planId)).map(({ title }) => plain(title)));
  return ({ what, task }) => (what ? duties.has(plain(what)) : works.has(plain(task?.title ?? "")));
}

/** All templates that the installation has for a plan, those for agencies like its own first. */
export async function templatesFor(q: Queryable, { id, agencyId }: Plan) {
  const isPresent = await presentIn(q, id);
  const { kind } = (await agencyById(q, agencyId))!;
  const saved = await q.select().from(planTemplate).orderBy(asc(planTemplate.savedAt), asc(planTemplate.id));
  const agencies = new Map<string, string>();
  for (const owner of new Set(saved.map((template) => template.agencyId)))
    agencies.set(owner, (await agencyById(q, owner))?.name ?? "");
  const all = [
    ...standardTemplates.map((template) => ({ ...template, agencyId: null, agencyName: null })),
    ...saved.map((template) => ({ ...template, agencyName: agencies.get(template.agencyId) ?? null })),
  ];
  return all
    .toSorted((a, b) => Number(b.kind === kind) - Number(a.kind === kind))
    .map((template) => ({
      ...template,
      isOwn: template.agencyId === agencyId,
      items: template.items.map((item) => ({ ...item, present: isPresent(item) })),
    }));
}
