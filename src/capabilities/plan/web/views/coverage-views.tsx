import { useQuery, useQueryClient } from "@tanstack/react-query";
import { SavedViews } from "#ui/saved-views.tsx";
import { api } from "../api.ts";

const SCREEN = "bao-phu";

/** Ways of looking at the coverage board, kept by name. */
export function CoverageViews({ filters }: { filters: Record<string, string> }) {
  const queries = useQueryClient();
  const views = useQuery(
    api.plan.savedViews.queryOptions({
      select: (found) => ({ ...found, views: found.views.filter(({ screen }) => screen === SCREEN) }),
    }),
  );
  const refresh = () => queries.invalidateQueries({ queryKey: api.plan.savedViews.key() });
  return (
    <SavedViews
      address={`/${SCREEN}`}
      filters={filters}
      views={views}
      onSave={async (view) => {
        await api.plan.saveView.call({ screen: SCREEN, ...view });
        await refresh();
      }}
      onRemove={async (id) => {
        await api.plan.removeView.call({ id });
        await refresh();
      }}
    />
  );
}
