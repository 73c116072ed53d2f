import { useQueryClient } from "@tanstack/react-query";
import { api, type PressRegister } from "../api.ts";

/** Puts the register that an act answered with in place of the one before. */
export function useKeepPress(): (register: PressRegister) => void {
  const queries = useQueryClient();
  return (register) => {
    queries.setQueryData(api.channels.pressRegister.queryKey(), register);
    void queries.invalidateQueries({ queryKey: api.channels.deliveriesOfContent.key() });
    void queries.invalidateQueries({ queryKey: api.channels.release.key() });
  };
}
