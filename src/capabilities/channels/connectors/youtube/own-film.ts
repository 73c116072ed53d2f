import type { ConnectorCall } from "../connector.ts";
import { filmId } from "./film-id.ts";
import { partOf } from "./film-parts.ts";
import { tagOf } from "./upload-film.ts";
import { outcomeOf } from "./youtube-outcome.ts";

/** The video at an address that a person pasted, by the tag that it carries. */
export async function ownFilm(call: ConnectorCall, address: string): Promise<string | null> {
  const id = filmId(address);
  if (id === null || id === call.handles.video) return id;
  const there = await partOf(call, id, "snippet");
  if (there === null) return null;
  if (!there.ok)
    throw new Error(outcomeOf(there.answer.trouble, { visible: false, now: call.now() }).outcome);
  const { tags } = there.part;
  return Array.isArray(tags) && tags.includes(tagOf(call.post.marker)) ? id : null;
}
