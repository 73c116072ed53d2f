interface Option {
  value: string;
  label: string;
}

/** Options of a select; where they belong to several plans, grouped under their plan's name. */
export function byPlan<Row extends { id: string; planId: string }>(
  plans: { id: string; title: string; year: number }[],
  rows: Row[],
  label: (row: Row) => string,
): Option[] | { group: string; items: Option[] }[] {
  const option = (row: Row): Option => ({ value: row.id, label: label(row) });
  const [only, ...others] = plans.filter(({ id }) => rows.some(({ planId }) => planId === id));
  if (!only || others.length === 0) return rows.map(option);
  return [only, ...others].map(({ id, title, year }) => ({
    group: `${title} (năm ${year})`,
    items: rows.filter(({ planId }) => planId === id).map(option),
  }));
}
