import { useEffect, useState } from "react";
import { forgetLocally, keepLocally, useLocalDraft } from "#ui/local-draft.ts";

/**
 * What the writer answers to the sentence with which a text was returned, kept on this machine until the text is sent
 * again; `returnedAt` tells to which return it belongs, null: nothing is asked.
 */
export function useReturnAnswer(itemId: string, returnedAt: string | null) {
  const key = `tiep-thu.${itemId}`;
  const base = returnedAt ?? "";
  const found = useLocalDraft<string>(key);
  const [typed, setTyped] = useState<string | null>(null);
  const kept = found && found.base === base ? found.text : "";
  const stale = found && found.base !== base ? found.at : null;
  useEffect(() => {
    // Of an earlier return.
    if (stale !== null) void forgetLocally(key, stale);
  }, [key, stale]);
  return {
    answer: typed ?? kept,
    change: (text: string) => {
      setTyped(text);
      if (text.trim() === "") void forgetLocally(key);
      else keepLocally(key, { text, base, at: new Date().toISOString() });
    },
    forget: () => {
      setTyped("");
      void forgetLocally(key);
    },
  };
}
