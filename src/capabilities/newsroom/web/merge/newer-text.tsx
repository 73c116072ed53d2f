import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type MergeChoice, MergeTexts } from "#ui/merge-texts.tsx";
import { sayNotDone } from "#ui/undo.tsx";
import type { ContentFields } from "../../content-fields.ts";
import { api, type Item, type Revision } from "../api.ts";
import { fieldsOf, joinedTexts } from "../stored-text.ts";
import { TextView } from "../text-view.tsx";
import { MergeByPart } from "./merge-by-part.tsx";

/** Somebody saved a newer text while this one was being written: both are shown, and chosen from or joined. */
export function NewerText({
  item,
  mine,
  newer,
  base,
  byMe,
  show,
  saving: { resume, flush, change },
}: {
  item: Item;
  mine: ContentFields;
  /** Null: nothing has to be chosen. */
  newer: Revision | null;
  /** The saved version that mine began from. */
  base: () => string;
  byMe: (revision: Revision) => boolean;
  show: (text: ContentFields) => void;
  saving: {
    resume: (newer: Revision, text: ContentFields) => void;
    flush: () => Promise<boolean>;
    change: (text: ContentFields) => void;
  };
}) {
  const queries = useQueryClient();
  const [byPart, setByPart] = useState<{ newer: Revision; base: string } | null>(null);
  /** Mine becomes a revision of its own before the chosen one goes on: it stays in the history. */
  const settle = async (theirs: Revision, text: ContentFields): Promise<boolean> => {
    resume(theirs, mine);
    const kept = await flush();
    // Where mine could not be saved it stays what is being written.
    if (kept) {
      show(text);
      change(text);
    } else
      sayNotDone(
        "Chưa ghép được.",
        "Bản của bạn còn nguyên trên màn hình và trên máy này; lưu được bản ấy rồi hãy ghép lại.",
      );
    void queries.invalidateQueries({ queryKey: api.newsroom.revisions.key() });
    return kept;
  };
  const choose = (theirs: Revision, choice: MergeChoice) => {
    if (choice === "theirs") return void settle(theirs, fieldsOf(theirs));
    const text = choice === "mine" ? mine : joinedTexts(mine, theirs);
    show(text);
    resume(theirs, text);
    void queries.invalidateQueries({ queryKey: api.newsroom.revisions.key() });
  };
  return (
    <>
      {newer && (
        <MergeTexts
          theirs={{ number: newer.number, by: newer.authorName, byMe: byMe(newer), at: newer.at }}
          mineView={<TextView kind={item.kind} {...mine} />}
          theirsView={<TextView {...newer} />}
          onChoose={(choice) => choose(newer, choice)}
          onByPart={() => setByPart({ newer, base: base() })}
        />
      )}
      {byPart && (
        <MergeByPart
          itemId={item.id}
          mine={mine}
          newer={byPart.newer}
          baseId={byPart.base}
          other={byMe(byPart.newer) ? "bạn lưu ở thẻ khác" : byPart.newer.authorName}
          onClose={() => setByPart(null)}
          onMerged={async (text) => {
            await settle(byPart.newer, text);
            setByPart(null);
          }}
        />
      )}
    </>
  );
}
