import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { standingWords } from "../contract.ts";
import { api } from "./api.ts";

/** The agency's plans to choose from, under whether they are carried out; nothing when there is no choice. */
export function PlanPicker({ planId, onPick }: { planId: string | null; onPick: (planId: string) => void }) {
  const plans = useQuery(api.plan.list.queryOptions());
  const rows = plans.data?.plans ?? [];
  if (rows.length < 2) return null;
  const standings = [...new Set(rows.map(({ standing }) => standing))];
  return (
    <Select
      label="Kế hoạch"
      data={standings.map((standing) => ({
        group: standingWords[standing],
        items: rows
          .filter((row) => row.standing === standing)
          .map(({ id, title, year }) => ({ value: id, label: `${title} (năm ${year})` })),
      }))}
      value={planId}
      onChange={(id) => id !== null && onPick(id)}
      allowDeselect={false}
      searchable
      nothingFoundMessage="Không có kế hoạch này"
      w="100%"
      maw="32rem"
    />
  );
}
