import type { ConnectorCall } from "../connector.ts";
import type { FacebookSecret } from "./facebook-secret.ts";
import { lookForPost, marks } from "./find-post.ts";
import type { Graph } from "./graph-call.ts";
import { isMissing, outcomeOf } from "./graph-outcome.ts";
import { postId } from "./post-id.ts";

/** The post at an address that a person pasted, by the marker that it carries; an address that tells no id is looked for. */
export async function ownPost(
  call: ConnectorCall,
  secret: FacebookSecret,
  graph: Graph,
  address: string,
): Promise<string | null> {
  const id = postId(address, secret.pageId);
  if (id === null) {
    const found = await lookForPost(call, secret, graph);
    return found && marks(found, call.post) && !call.handles.video ? String(found.id) : null;
  }
  // A film is known by its id since before it was public.
  if (!id.includes("_")) return id === call.handles.video ? id : null;
  const answer = await graph(id, { query: { fields: "id,message,attachments{unshimmed_url,media_type}" } });
  if (!answer.ok && !isMissing(answer.trouble))
    throw new Error(outcomeOf(answer.trouble, { visible: false }).outcome);
  return answer.ok && marks(answer.body, call.post) ? id : null;
}
