import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { momentOf } from "#ui/moment-text.ts";
import { sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { api, type Entry } from "../api.ts";
import { dayOf, localAt } from "./entry-words.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { sayRefused } from "./say-refused.ts";
import { sendMove } from "./send-move.ts";

export interface Moves {
  /** Asks for the day and the hour; `day` ("2026-12-08") where one is meant already. */
  ask: (entry: Entry, day?: string) => void;
  /**
   * To another day at the same hour ("2026-12-08"), or to another hour ("2026-12-08T09"); asks first where others will
   * notice. Says so where it may not be moved.
   */
  drop: (entry: Entry, place: string) => void;
  refuse: (entry: Entry) => void;
  dialog: ReactNode;
}

/** Moving what is planned to another moment: at once, or after asking; each can be taken back. */
export function useMoves(): Moves {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ entry: Entry; local: string } | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: api.newsroom.key() });
  const sayMoved = (entry: Entry, at: string) => {
    void refresh();
    sayDoneWithUndo(
      `${entry.move.what === "publication" ? "Đã đổi giờ đăng" : "Đã đổi hạn"} sang ${formatDateTime(at)}.`,
      async () => {
        await sendMove({ ...entry, at }, entry.at!);
        await refresh();
      },
    );
  };
  const move = useMutation({
    mutationFn: ({ entry, at }: { entry: Entry; at: string }) => sendMove(entry, at),
    onSuccess: (at, { entry }) => sayMoved(entry, at),
    onError: (error) => {
      sayFailed(error);
      void refresh();
    },
  });
  const refuse = ({ move: { why } }: Entry) => sayRefused(why ?? "");
  return {
    ask: (entry, day = dayOf(entry)!) =>
      entry.move.what === null ? refuse(entry) : setAsked({ entry, local: localAt(entry.at!, day) }),
    drop: (entry, place) => {
      const local = localAt(entry.at!, place);
      if (local === localAt(entry.at!, dayOf(entry)!)) return;
      if (entry.move.what === null) return refuse(entry);
      if (entry.move.what === "publication" || local.slice(0, 10) < today().toString())
        return setAsked({ entry, local });
      move.mutate({ entry, at: momentOf(local) });
    },
    refuse,
    dialog: <MoveDialog asked={asked} onClose={() => setAsked(null)} onMoved={sayMoved} />,
  };
}
