import { api, type Entry } from "../api.ts";

/** Sends one move; the answer is where it stands now. */
export const sendMove = async (entry: Entry, at: string): Promise<string> => {
  const seenAt = entry.at!;
  const answer =
    entry.move.what === "publication"
      ? await api.newsroom.moveContentTime.call({ id: entry.id, at, seenAt })
      : await api.newsroom.moveDeliverable.call({ id: entry.deliverable!.id, at, seenAt });
  return answer.at;
};
