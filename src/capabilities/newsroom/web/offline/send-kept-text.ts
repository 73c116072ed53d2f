import { whenLeftAlone } from "#ui/cared-for.ts";
import { forgetLocally, localDraft } from "#ui/local-draft.ts";
import { newId } from "#ui/new-id.ts";
import { type ContentFields, emptyFields } from "../../content-fields.ts";
import { api } from "../api.ts";
import { fieldsOf } from "../stored-text.ts";
import type { TextOnThisMachine } from "./text-on-this-machine.ts";

/** `open`: a screen looks after it. `left`: it has to be looked at, since the text has gone on without it. */
export type Sent = "sent" | "open" | "left";

/**
 * Saves what a closed page left of an item on this machine, where nothing has to be decided: the item is a draft,
 * its newest text is the one that was written on, and nobody else is writing.
 */
export async function sendKeptText({ key, id }: TextOnThisMachine): Promise<Sent> {
  const done = await whenLeftAlone(key, async (): Promise<Sent> => {
    const draft = await localDraft<ContentFields>(key);
    if (draft === null) return "sent";
    const fields = { ...emptyFields, ...draft.text };
    try {
      const { state, may, current } = await api.newsroom.get.call({ id });
      if (JSON.stringify(fieldsOf(current)) !== JSON.stringify(fields)) {
        const free = (state === "draft" || state === "returned") && may.save?.allowed;
        if (!free || current.id !== draft.base) return "left";
        const { holder } = await api.newsroom.presence.call({ id });
        if (holder && !holder.isMe) return "left";
        await api.newsroom.save.call({ id, saveId: newId(), baseRevisionId: draft.base, fields });
      }
    } catch {
      return "left";
    }
    await forgetLocally(key, draft.at);
    return "sent";
  });
  return done ?? "open";
}
