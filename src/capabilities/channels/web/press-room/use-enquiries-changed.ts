import { useQueryClient } from "@tanstack/react-query";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Says what was done and has the log read again. */
export function useEnquiriesChanged(): (said: string) => void {
  const queries = useQueryClient();
  return (said) => {
    void queries.invalidateQueries({ queryKey: api.channels.pressEnquiries.key() });
    sayDone(said);
  };
}
