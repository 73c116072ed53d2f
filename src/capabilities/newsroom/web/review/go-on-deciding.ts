import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useGo } from "#ui/navigation.tsx";
import { api, type Item } from "../api.ts";

/** Opens the next text that waits for the caller by itself; gives false where none does. */
export function useNextToDecide() {
  const go = useGo();
  const queries = useQueryClient();
  return async (decided: string[]): Promise<boolean> => {
    const { toReview } = await queries.fetchQuery(api.newsroom.myWork.queryOptions({ staleTime: 0 }));
    const waiting = toReview.find(
      ({ id, state, hasOpenCorrection }) =>
        !decided.includes(id) && (state === "submitted" || hasOpenCorrection),
    );
    if (waiting) go(`/noi-dung/${waiting.id}/duyet`);
    return waiting !== undefined;
  };
}

/** Remembers, once it is on the screen, which text the caller had open: the next is shown with what changed since. */
export function useSeen({ id, may, current }: Item): void {
  const revisionId = current.id;
  const decides = (may.approve?.allowed || may.decideCorrection?.allowed) ?? false;
  useEffect(() => {
    if (decides) void api.newsroom.seeContent.call({ id, revisionId }).catch(() => undefined);
  }, [decides, id, revisionId]);
}
