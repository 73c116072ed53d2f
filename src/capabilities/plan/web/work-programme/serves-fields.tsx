import { MultiSelect } from "@mantine/core";
import { byPlan } from "../../by-plan.ts";
import type { PlanLinks } from "../api.ts";

export interface Serves {
  taskIds: string[];
  obligationIds: string[];
  clauseIds: string[];
}

/** What of the plans in force is carried along: of tasks and obligations those that the caller's unit answers for. */
export function ServesFields({
  links,
  form,
}: {
  links: PlanLinks;
  /** Any form that has the three fields. */
  form: { values: Serves; getInputProps: (field: keyof Serves) => object };
}) {
  const { taskIds, obligationIds } = form.values;
  const discharged = new Set(
    links.tasks.filter(({ id }) => taskIds.includes(id)).flatMap((task) => task.obligationIds),
  );
  const tasks = links.tasks.filter(({ id, mayProve }) => mayProve || taskIds.includes(id));
  const obligations = links.obligations.filter(
    ({ id, mayProve }) => mayProve || discharged.has(id) || obligationIds.includes(id),
  );
  return (
    <>
      <MultiSelect
        label="Lồng ghép cho nghĩa vụ"
        description="Nghĩa vụ chung hoặc của đơn vị mình."
        data={byPlan(links.plans, obligations, ({ code, what }) => `${code} ${what}`)}
        searchable
        {...form.getInputProps("obligationIds")}
      />
      <MultiSelect
        label="Lồng ghép cho nhiệm vụ"
        data={byPlan(links.plans, tasks, ({ title, clausePath }) =>
          clausePath ? `${clausePath} ${title}` : title,
        )}
        searchable
        {...form.getInputProps("taskIds")}
      />
      <MultiSelect
        label="Lồng ghép cho mục của kế hoạch"
        description="Tính cho mục nói chung, không tính cho nghĩa vụ nào của mục."
        data={byPlan(links.plans, links.clauses, ({ path, name }) => `${path} ${name}`)}
        searchable
        {...form.getInputProps("clauseIds")}
      />
    </>
  );
}
