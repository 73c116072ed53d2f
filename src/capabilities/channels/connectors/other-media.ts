import type { ChangeCall } from "./connector.ts";

/** Whether other pictures or recordings belong to the text by now than to the one that stands there. */
export function hasOtherMedia({ post, stands }: Pick<ChangeCall, "post" | "stands">): boolean {
  const now = [...post.pictures, ...post.recordings].map(({ id }) => id);
  return now.length !== stands.media.length || now.some((id) => !stands.media.includes(id));
}
