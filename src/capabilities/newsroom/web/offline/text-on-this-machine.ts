import { useCallback, useEffect, useState } from "react";
import { keepLocally, type LocalDraft, ownLocalDrafts } from "#ui/local-draft.ts";
import { newId } from "#ui/new-id.ts";
import { type ContentFields, emptyFields } from "../../content-fields.ts";

const NEW = "viet-tam.";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A text that only this machine has. */
export interface TextOnThisMachine {
  key: string;
  /** The item that it will be, or is already. */
  id: string;
  /** Begun without a network: the server knows nothing of it. */
  isNew: boolean;
  draft: LocalDraft<ContentFields>;
}

/** A text begun without a network; its id is that of the item it becomes, so that it becomes one only. */
export function newTextOnThisMachine(): TextOnThisMachine {
  const id = newId();
  const draft = { text: emptyFields, base: "", at: new Date().toISOString() };
  return { key: `${NEW}${id}`, id, isNew: true, draft };
}

/** Texts of the newsroom of this person on this machine; the last written first. */
export async function textsOnThisMachine(personId: string): Promise<TextOnThisMachine[]> {
  const kept = await ownLocalDrafts<ContentFields>(personId);
  return kept.flatMap(({ key, draft }) => {
    const isNew = key.startsWith(NEW);
    const id = isNew ? key.slice(NEW.length) : key;
    return UUID.test(id) ? [{ key, id, isNew, draft }] : [];
  });
}

/** The same for a screen; undefined while they are looked up. */
export function useTextsOnThisMachine(personId: string | null) {
  const [texts, setTexts] = useState<TextOnThisMachine[]>();
  const look = useCallback(
    async () => setTexts(personId === null ? [] : await textsOnThisMachine(personId)),
    [personId],
  );
  useEffect(() => void look(), [look]);
  return { texts, look };
}

/** Keeps what is typed; the saved text that it goes on from stays the same. */
export function keepText({ key, draft }: TextOnThisMachine, text: ContentFields): string {
  const at = new Date().toISOString();
  keepLocally(key, { text, base: draft.base, at });
  return at;
}
