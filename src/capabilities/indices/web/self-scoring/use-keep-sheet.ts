import { useQueryClient } from "@tanstack/react-query";
import { api, type Sheet } from "../api.ts";

/** Puts the sheet that an act answered with in place of the one before. */
export function useKeepSheet(): (answer: Sheet) => void {
  const queries = useQueryClient();
  return (answer) => {
    queries.setQueryData(api.indices.selfScore.queryKey({ input: { id: answer.id } }), answer);
    void queries.invalidateQueries({ queryKey: api.indices.selfScores.key() });
  };
}
