import type { Answers } from "#ui/api.ts";
import { newId } from "#ui/new-id.ts";
import type { eventsContract } from "../../contract.ts";

export type Door = Answers<typeof eventsContract>["door"];

export interface Scan {
  id: string;
  /** Null: somebody without an invitation. */
  code: string | null;
  people: number;
  /** ISO moment on this device. */
  at: string;
}

/** What this device keeps of one event's door, so that it works without a network and loses nothing by a reload. */
export interface DoorStore {
  door: Door | null;
  /** Not confirmed by the server yet. */
  pending: Scan[];
  /** Prints that this device has seen. */
  seen: string[];
  /** People that this device has let in. */
  letIn: number;
}

const keyOf = (eventId: string) => `gandan.door.${eventId}`;
const nothing: DoorStore = { door: null, pending: [], seen: [], letIn: 0 };

export function readDoor(eventId: string): DoorStore {
  try {
    return { ...nothing, ...JSON.parse(localStorage.getItem(keyOf(eventId)) ?? "{}") };
  } catch {
    return nothing;
  }
}

/** Changes what is kept, from what stands there now: another tab may have written since. False: it was not kept. */
export function changeDoor(eventId: string, change: (before: DoorStore) => DoorStore): boolean {
  try {
    localStorage.setItem(keyOf(eventId), JSON.stringify(change(readDoor(eventId))));
    return true;
  } catch {
    return false;
  }
}

/** The same print that the server made of the code; the codes themselves are not kept here before they are scanned. */
export async function printOf(eventId: string, code: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${eventId} ${code}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .slice(0, 16);
}

export interface Verdict {
  tone: "in" | "again" | "unknown";
  words: string;
}

/** Judges an invitation by what this device knows, and keeps it to be sent. */
export async function takeCode(eventId: string, code: string): Promise<Verdict> {
  const print = await printOf(eventId, code);
  const { door, seen } = readDoor(eventId);
  const known = door?.prints.find((one) => one.print === print);
  if (seen.includes(print) || known?.isIn)
    return { tone: "again", words: `${code}: giấy mời này đã được ghi nhận trước đó.` };
  const people = known?.people ?? 1;
  const scan = { id: newId(), code, people, at: new Date().toISOString() };
  const kept = changeDoor(eventId, (before) => ({
    ...before,
    pending: [...before.pending, scan],
    seen: [...before.seen, print],
    letIn: before.letIn + (known ? people : 0),
  }));
  if (!kept) return { tone: "unknown", words: "Máy không còn chỗ lưu nên chưa ghi được; hãy ghi ra giấy." };
  return known
    ? { tone: "in", words: `${code}: hợp lệ, ${people} người.` }
    : { tone: "unknown", words: `${code}: chưa có trong danh sách đã tải; giữ lại, kiểm khi có mạng.` };
}

/** Somebody without an invitation. */
export function takeWalkIn(eventId: string, people: number): Verdict {
  const scan = { id: newId(), code: null, people, at: new Date().toISOString() };
  const kept = changeDoor(eventId, (before) => ({
    ...before,
    pending: [...before.pending, scan],
    letIn: before.letIn + people,
  }));
  return kept
    ? { tone: "in", words: `Đã ghi ${people} người không có giấy mời.` }
    : { tone: "unknown", words: "Máy không còn chỗ lưu nên chưa ghi được; hãy ghi ra giấy." };
}
