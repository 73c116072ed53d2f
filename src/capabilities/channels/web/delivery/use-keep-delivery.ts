import { useQueryClient } from "@tanstack/react-query";
import { api, type DeliveryView } from "../api.ts";

/** Puts the delivery that an act answered with in place of the one before; lists look again. */
export function useKeepDelivery(): (answer: DeliveryView) => void {
  const queries = useQueryClient();
  return (answer) => {
    queries.setQueryData(api.channels.delivery.queryKey({ input: { id: answer.id } }), answer);
    for (const queryKey of [
      api.channels.deliveries.key(),
      api.channels.deliveriesOfContent.key(),
      api.channels.accounts.key(),
      api.channels.checkPostingTime.key(),
    ])
      void queries.invalidateQueries({ queryKey });
  };
}
