import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Correction } from "../../preview/correction.ts";
import { api, type ImportView } from "../api.ts";

/** A correction, or how it follows from what the one before it made. */
type Wanted = Correction | ((now: ImportView) => Correction);

/**
 * Sends corrections one after another, each on the version that the one before it made; the answer replaces the
 * preview on screen. A refusal leaves everything as it is.
 */
export function useCorrections(found: ImportView) {
  const { id, version: shown } = found;
  const queries = useQueryClient();
  const queryKey = api.plan.getImport.queryKey({ input: { id } });
  const version = useRef(shown);
  version.current = Math.max(version.current, shown);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** The last correction that was sent, while it has no answer. */
  const onTheWay = useRef<Promise<ImportView> | null>(null);
  const mutation = useMutation({
    mutationFn: (wanted: Wanted): Promise<ImportView> => {
      const sent = queue.current.then(async () => {
        // Not what the screen shows: it may be drawn only after the next field was left.
        const now = queries.getQueryData<ImportView>(queryKey) ?? found;
        const correction = typeof wanted === "function" ? wanted(now) : wanted;
        const next = await api.plan.correctImport.call({ id, version: version.current, correction });
        version.current = next.version;
        queries.setQueryData(queryKey, next);
        return next as ImportView;
      });
      onTheWay.current = sent;
      queue.current = sent
        .catch(() => undefined)
        .then(() => {
          if (onTheWay.current === sent) onTheWay.current = null;
        });
      return sent;
    },
  });
  return {
    ...mutation,
    /** Waits for what is on its way; gives the version that then stands. Rejects when it was refused. */
    whenKept: async (): Promise<number> => {
      await onTheWay.current;
      return version.current;
    },
  };
}
