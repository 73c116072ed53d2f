import { useQueryClient } from "@tanstack/react-query";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Asks anew for what the press took up, after an act. */
export function usePickupsChanged(): (said: string) => void {
  const queries = useQueryClient();
  return (said) => {
    void queries.invalidateQueries({ queryKey: api.channels.pressPickups.key() });
    sayDone(said);
  };
}
