import { useQueryClient } from "@tanstack/react-query";
import { api, type Index } from "./api.ts";

/** Puts the index that an act answered with in place of the one before. */
export function useKeepIndex(): (answer: Index) => void {
  const queries = useQueryClient();
  return (answer) => {
    queries.setQueryData(api.indices.index.queryKey({ input: { id: answer.id } }), answer);
    void queries.invalidateQueries({ queryKey: api.indices.indices.key() });
    void queries.invalidateQueries({ queryKey: api.indices.serving.key() });
  };
}
