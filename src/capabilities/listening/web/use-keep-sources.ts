import { useQueryClient } from "@tanstack/react-query";
import { api, type Sources } from "./api.ts";

/** Puts the list that an act answered with in place of the one before. */
export function useKeepSources(): (answer: Sources) => void {
  const queries = useQueryClient();
  return (answer) => {
    queries.setQueryData(api.listening.sources.queryKey(), answer);
    void queries.invalidateQueries({ queryKey: api.listening.items.key() });
  };
}
