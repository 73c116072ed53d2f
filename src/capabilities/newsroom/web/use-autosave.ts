import { useCallback } from "react";
import { useAutosave as useSaving } from "#ui/use-autosave.ts";
import type { ContentFields } from "../content-fields.ts";
import { api, type Item, type Revision, type Saved } from "./api.ts";

/**
 * Saves an item's text as it is typed; `onSaved` gets the item as it stands afterwards, `onNewer` a text saved
 * elsewhere while nothing was typed here.
 */
export function useAutosave(
  item: Item,
  {
    base = item.current.id,
    paused,
    onSaved,
    onNewer,
  }: {
    base?: string | undefined;
    paused: boolean;
    onSaved: (saved: Saved) => void;
    onNewer: (newer: Revision) => void;
  },
) {
  const { id } = item;
  const save = useCallback(
    async ({ saveId, base: from, text }: { saveId: string; base: string; text: ContentFields }) => {
      const saved = await api.newsroom.save.call({ id, saveId, baseRevisionId: from, fields: text });
      onSaved(saved);
      return saved.current;
    },
    [id, onSaved],
  );
  return useSaving<ContentFields, Revision>({ key: id, base, save, paused, onNewer });
}
