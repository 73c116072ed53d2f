import { useQueryClient } from "@tanstack/react-query";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Says what was done and has the sections read again. */
export function useSectionsChanged(): (said: string) => void {
  const queries = useQueryClient();
  return (said) => {
    void queries.invalidateQueries({ queryKey: api.site.sections.key() });
    sayDone(said);
  };
}
