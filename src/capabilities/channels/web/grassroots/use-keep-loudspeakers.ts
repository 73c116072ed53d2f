import { useQueryClient } from "@tanstack/react-query";
import { api, type GivenBroadcasts, type Loudspeakers } from "../api.ts";

/** Puts the register that an act answered with in place of the one before. */
export function useKeepLoudspeakers(): (register: Loudspeakers) => void {
  const queries = useQueryClient();
  return (register) => {
    queries.setQueryData(api.channels.loudspeakers.queryKey(), register);
    void queries.invalidateQueries({ queryKey: api.channels.loudspeakerCoverage.key() });
    void queries.invalidateQueries({ queryKey: api.channels.broadcasts.key() });
  };
}

/** The same for what stations have of a delivery. */
export function useKeepBroadcasts(deliveryId: string): (given: GivenBroadcasts) => void {
  const queries = useQueryClient();
  return (given) => {
    queries.setQueryData(api.channels.broadcasts.queryKey({ input: { id: deliveryId } }), given);
    for (const queryKey of [
      api.channels.delivery.key(),
      api.channels.deliveries.key(),
      api.channels.loudspeakerBulletins.key(),
      api.channels.loudspeakerCoverage.key(),
    ])
      void queries.invalidateQueries({ queryKey });
  };
}
