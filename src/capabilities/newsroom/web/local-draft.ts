import type { ContentFields } from "../content-fields.ts";

/** What the writer typed and the server has not confirmed, kept on this machine. */
export interface LocalDraft {
  fields: ContentFields;
  baseRevisionId: string;
  /** ISO moment of the last keystroke kept. */
  at: string;
}

const key = (itemId: string) => `gandan.draft.${itemId}`;

/** Kept until the server has confirmed it: survives a crash, a closed tab, a lost network. */
export function keepLocally(itemId: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(key(itemId), JSON.stringify(draft));
  } catch {
    // A full or forbidden store leaves the server's copy, which is saved every two seconds.
  }
}

export function localDraft(itemId: string): LocalDraft | null {
  try {
    const kept = localStorage.getItem(key(itemId));
    return kept === null ? null : (JSON.parse(kept) as LocalDraft);
  } catch {
    return null;
  }
}

/** Forgets what was kept at this moment (or anything, when none is named); a later draft of another tab stays. */
export function forgetLocally(itemId: string, at?: string): void {
  try {
    if (at !== undefined && localDraft(itemId)?.at !== at) return;
    localStorage.removeItem(key(itemId));
  } catch {
    // Nothing was kept there.
  }
}
