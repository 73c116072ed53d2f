import { useRef, useState } from "react";
import type { PlanHeader } from "../../reading/plan-reading.ts";

/**
 * The header as the person sees it: the server's, and over it what was typed and is not kept yet. What is refused stays
 * on screen until `resend` succeeds.
 */
export function useHeader(kept: PlanHeader, send: (parts: Partial<PlanHeader>) => Promise<unknown>) {
  const [, redraw] = useState(0);
  const unsent = useRef<Partial<PlanHeader>>({});
  const resend = () => {
    const parts = unsent.current;
    void send(parts).then(
      () => {
        // What was typed again meanwhile is on its way by itself.
        unsent.current = Object.fromEntries(
          Object.entries(unsent.current).filter(
            ([field, value]) => parts[field as keyof PlanHeader] !== value,
          ),
        );
        redraw((count) => count + 1);
      },
      () => redraw((count) => count + 1),
    );
  };
  const keep = (part: Partial<PlanHeader>) => {
    unsent.current = { ...unsent.current, ...part };
    redraw((count) => count + 1);
    resend();
  };
  return {
    header: { ...kept, ...unsent.current },
    hasUnsent: Object.keys(unsent.current).length > 0,
    keep,
    resend,
  };
}
