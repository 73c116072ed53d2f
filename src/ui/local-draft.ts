/** What a writer typed and the server has not confirmed, kept on this machine. */
export interface LocalDraft<Text> {
  text: Text;
  /** The saved version that the writer had before them. */
  base: string;
  /** ISO moment of the last keystroke kept. */
  at: string;
}

const stored = (key: string) => `gandan.draft.${key}`;

/** Kept until the server has confirmed it: survives a crash, a closed tab, a lost network. */
export function keepLocally<Text>(key: string, draft: LocalDraft<Text>): void {
  try {
    localStorage.setItem(stored(key), JSON.stringify(draft));
  } catch {
    // A full or forbidden store leaves the server's copy, which is saved every two seconds.
  }
}

export function localDraft<Text>(key: string): LocalDraft<Text> | null {
  try {
    const kept = localStorage.getItem(stored(key));
    return kept === null ? null : (JSON.parse(kept) as LocalDraft<Text>);
  } catch {
    return null;
  }
}

/** Forgets what was kept at this moment (or anything, when none is named); a later draft of another tab stays. */
export function forgetLocally(key: string, at?: string): void {
  try {
    if (at !== undefined && localDraft(key)?.at !== at) return;
    localStorage.removeItem(stored(key));
  } catch {
    // Nothing was kept there.
  }
}
