import { useQueryClient } from "@tanstack/react-query";
import { api, type Webhooks } from "../api.ts";

/** Puts the list that an act answered with in place of the one before. */
export function useKeepWebhooks(): (answer: Webhooks) => void {
  const queries = useQueryClient();
  return ({ webhooks, kinds, may }) => {
    queries.setQueryData(api.channels.webhooks.queryKey(), { webhooks, kinds, may });
    void queries.invalidateQueries({ queryKey: api.channels.webhookLog.key() });
  };
}
