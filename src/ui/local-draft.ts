import { useEffect, useState } from "react";

/** What a writer typed and the server has not confirmed, kept on this machine. */
export interface LocalDraft<Text> {
  text: Text;
  /** The saved version that the writer had before them. */
  base: string;
  /** ISO moment of the last keystroke kept. */
  at: string;
  /** Whose it is; on a shared machine others are not shown it. */
  by?: string | undefined;
}

// Two stores, since each loses something: what stands in localStorage outlives a closed tab at once, yet browsers
// write it to the disk only seconds later; IndexedDB is on the disk within milliseconds, yet ends with its tab.
const stored = (key: string) => `gandan.draft.${key}`;
const DATABASE = "gandan.drafts";
const STORE = "draft";
/** A browser whose IndexedDB does not answer keeps nobody from writing. */
const PATIENCE_MS = 2000;

const WHO = "gandan.who-writes";
/** Who writes in this tab: another one may sign somebody else in, or out. */
let writer: string | undefined;

/** Says on this machine who is signed in, so that their texts open without a network; null: nobody any more. */
export function saysWhoWrites(person: { id: string; name: string } | null): void {
  writer = person?.id ?? writer;
  try {
    if (person) localStorage.setItem(WHO, JSON.stringify({ id: person.id, name: person.name }));
    else localStorage.removeItem(WHO);
  } catch {
    // A full or forbidden store: nothing is shown without a network.
  }
}

/** Who was signed in last on this machine and has not signed out. */
export function whoWrites(): { id: string; name: string } | null {
  try {
    return JSON.parse(localStorage.getItem(WHO) ?? "null");
  } catch {
    return null;
  }
}

const me = (): string | undefined => writer ?? whoWrites()?.id;
const own = (personId: string, key: string) => `${personId}.${key}`;
/**
 * The names under which a text of this person may stand: theirs alone, so that who opens the same text next on a
 * shared machine neither reads nor overwrites it; and that of a page that did not know who wrote.
 */
const namesOf = (key: string): string[] => {
  const by = me();
  return by === undefined ? [key] : [own(by, key), key];
};
const isMine = (draft: LocalDraft<unknown>): boolean => (draft.by ?? me()) === me();

let opened: Promise<IDBDatabase> | undefined;
const waiting = new Map<string, string>();
let writing = false;

const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

function drafts(): Promise<IDBDatabase> {
  if (opened) return opened;
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  opened = answered(request).then((database) => {
    database.onclose = () => {
      opened = undefined;
    };
    return database;
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Writes what waits, the newest of each text; what is typed during a write goes with the next. */
async function write(): Promise<void> {
  if (writing) return;
  writing = true;
  try {
    const database = await drafts();
    while (waiting.size > 0) {
      const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
      for (const [key, draft] of waiting) transaction.objectStore(STORE).put(draft, key);
      waiting.clear();
      const done = ended(transaction);
      transaction.commit();
      await done;
    }
  } catch {
    // A full or forbidden store leaves the other one, and the server's copy.
    waiting.clear();
  } finally {
    writing = false;
  }
}

/** Kept until the server has confirmed it: survives a killed browser, a closed tab, a lost network. */
export function keepLocally<Text>(key: string, draft: LocalDraft<Text>): void {
  const json = JSON.stringify({ ...draft, by: me() } satisfies LocalDraft<Text>);
  const [name] = namesOf(key);
  try {
    localStorage.setItem(stored(name!), json);
  } catch {
    // A full or forbidden store leaves the other one, and the server's copy.
  }
  waiting.set(name!, json);
  void write();
}

const draftIn = <Text>(json: string | null | undefined): LocalDraft<Text> | null =>
  json ? (JSON.parse(json) as LocalDraft<Text>) : null;

function inLocalStorage<Text>(key: string): LocalDraft<Text> | null {
  try {
    return draftIn(localStorage.getItem(stored(key)));
  } catch {
    return null;
  }
}

async function inDatabase<Text>(key: string): Promise<LocalDraft<Text> | null> {
  try {
    const transaction = (await drafts()).transaction(STORE, "readonly");
    return draftIn(await answered(transaction.objectStore(STORE).get(key)));
  } catch {
    return null;
  }
}

async function keptUnder<Text>(name: string): Promise<LocalDraft<Text> | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const onDisk = await Promise.race([inDatabase<Text>(name), late]);
  const inMemory = inLocalStorage<Text>(name);
  if (onDisk === null || inMemory === null) return onDisk ?? inMemory;
  return onDisk.at > inMemory.at ? onDisk : inMemory;
}

/** What this machine keeps of a text for who writes here; null: nothing. */
export async function localDraft<Text>(key: string): Promise<LocalDraft<Text> | null> {
  const found = await Promise.all(namesOf(key).map((name) => keptUnder<Text>(name)));
  return found.find((draft) => draft !== null && isMine(draft)) ?? null;
}

/** Every text of this person that is kept on this machine, under its key; the last written first. */
export async function ownLocalDrafts<Text>(
  personId: string,
): Promise<{ key: string; draft: LocalDraft<Text> }[]> {
  const names = new Set<string>();
  try {
    const store = (await drafts()).transaction(STORE, "readonly").objectStore(STORE);
    for (const key of await answered(store.getAllKeys())) names.add(String(key));
  } catch {
    // The other store may still have them.
  }
  for (const name of Object.keys(localStorage))
    if (name.startsWith(stored(""))) names.add(name.slice(stored("").length));
  const found = await Promise.all(
    [...names].map(async (name) => ({ name, draft: await keptUnder<Text>(name) })),
  );
  const newest = found
    .flatMap(({ name, draft }) => (draft?.by === personId ? [{ name, draft }] : []))
    .sort((one, other) => other.draft.at.localeCompare(one.draft.at));
  const byKey = new Map<string, LocalDraft<Text>>();
  for (const { name, draft } of newest) {
    const key = name.startsWith(own(personId, "")) ? name.slice(own(personId, "").length) : name;
    if (!byKey.has(key)) byKey.set(key, draft);
  }
  return [...byKey].map(([key, draft]) => ({ key, draft }));
}

/** What was kept of a text when its screen opened; undefined while it is looked up, null when nothing was kept. */
export function useLocalDraft<Text>(key: string): LocalDraft<Text> | null | undefined {
  const [found, setFound] = useState<{ key: string; draft: LocalDraft<Text> | null }>();
  useEffect(() => {
    let here = true;
    void localDraft<Text>(key).then((draft) => {
      if (here) setFound({ key, draft });
    });
    return () => {
      here = false;
    };
  }, [key]);
  return found?.key === key ? found.draft : undefined;
}

/** Forgets what was kept at this moment (or anything, when none is named); a later draft of another tab stays. */
export async function forgetLocally(key: string, at?: string): Promise<void> {
  const meant = (json: string | null | undefined) => {
    const draft = draftIn(json);
    return draft !== null && isMine(draft) && (at === undefined || draft.at === at);
  };
  for (const name of namesOf(key)) {
    try {
      if (meant(localStorage.getItem(stored(name)))) localStorage.removeItem(stored(name));
    } catch {
      // Nothing was kept there.
    }
    if (meant(waiting.get(name))) waiting.delete(name);
    try {
      const store = (await drafts()).transaction(STORE, "readwrite").objectStore(STORE);
      if (meant(await answered(store.get(name)))) await answered(store.delete(name));
    } catch {
      // Nothing was kept there.
    }
  }
}
