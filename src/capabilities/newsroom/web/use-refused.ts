import { useEffect } from "react";

/**
 * A save was refused: the item may have moved on, so it is looked at once more; when it may be written again, what was
 * refused meanwhile is tried anew.
 */
export function useRefused(
  refused: boolean,
  { editable, refetch, flush }: { editable: boolean; refetch: () => unknown; flush: () => unknown },
): void {
  useEffect(() => {
    if (refused) void refetch();
  }, [refused, refetch]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is whether it may be written
  useEffect(() => {
    if (editable && refused) void flush();
  }, [editable]);
}
