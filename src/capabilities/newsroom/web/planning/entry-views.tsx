import { useQuery, useQueryClient } from "@tanstack/react-query";
import { SavedViews } from "#ui/saved-views.tsx";
import { api } from "../api.ts";
import type { EntryView } from "./entry-view.ts";

const SCREEN = "noi-dung";

/** Ways of looking at texts, kept by name; which card is chosen is not one of them. */
export function EntryViews({ view: { chon: _, ...view } }: { view: EntryView }) {
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
      filters={view}
      views={views}
      onSave={async (its) => {
        await api.plan.saveView.call({ screen: SCREEN, ...its });
        await refresh();
      }}
      onRemove={async (id) => {
        await api.plan.removeView.call({ id });
        await refresh();
      }}
    />
  );
}
