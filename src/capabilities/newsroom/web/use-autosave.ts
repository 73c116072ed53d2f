import { useCallback } from "react";
import { useAutosave as useSaving } from "#ui/use-autosave.ts";
import type { ContentFields } from "../content-fields.ts";
import { api, type Item, type Revision } from "./api.ts";

/** Saves an item's text as it is typed; `onSaved` gets the item as it stands afterwards. */
export function useAutosave(item: Item, onSaved: (saved: Item) => void, startBase = item.current.id) {
  const { id } = item;
  const save = useCallback(
    async ({ saveId, base, text }: { saveId: string; base: string; text: ContentFields }) => {
      const saved = await api.newsroom.save.call({ id, saveId, baseRevisionId: base, fields: text });
      onSaved(saved);
      return saved.current;
    },
    [id, onSaved],
  );
  return useSaving<ContentFields, Revision>({ key: id, base: startBase, save });
}
