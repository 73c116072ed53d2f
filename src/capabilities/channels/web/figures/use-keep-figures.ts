import { useQueryClient } from "@tanstack/react-query";
import { api, type FiguresOfDelivery } from "../api.ts";

/** Puts the figures that an act answered with in place of those before; what adds them up looks again. */
export function useKeepFigures(): (answer: FiguresOfDelivery) => void {
  const queries = useQueryClient();
  return (answer) => {
    queries.setQueryData(
      api.channels.figuresOfDelivery.queryKey({ input: { id: answer.deliveryId } }),
      answer,
    );
    void queries.invalidateQueries({ queryKey: api.channels.figuresOfContent.key() });
  };
}
