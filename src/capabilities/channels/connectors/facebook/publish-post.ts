import { facebook as network } from "../../networks/facebook.ts";
import { layOut } from "../../networks/post-length.ts";
import type { ConnectorCall, Outcome, Post, PostPicture } from "../connector.ts";
import type { FacebookSecret } from "./facebook-secret.ts";
import type { Graph } from "./graph-call.ts";
import { isMissing, isPhotoGone, outcomeOf } from "./graph-outcome.ts";

/** What the network takes in life, whatever it says: larger ones are refused. */
const PHOTO = { bytes: 4_000_000, side: 2048 };
const PHOTO_SECONDS = 60;

/** The words as the preview showed them. */
export const messageOf = (post: Post): string => layOut(network, post)[0]!.text;

const handleOf = (picture: PostPicture) => `photo:${picture.id}`;

/** Photos that nobody sees yet; each is uploaded once and remembered. Null: all are there. */
async function uploadPhotos(
  { post, handles, keep }: ConnectorCall,
  { pageId }: FacebookSecret,
  graph: Graph,
): Promise<Outcome | null> {
  for (const picture of post.pictures.slice(0, network.pictures.most)) {
    if (handles[handleOf(picture)]) continue;
    const form = new FormData();
    form.set("published", "false");
    if (picture.alt) form.set("alt_text_custom", picture.alt);
    const bytes = new Uint8Array(await picture.jpeg(PHOTO));
    form.set("source", new Blob([bytes], { type: "image/jpeg" }), "anh.jpg");
    const answer = await graph(`${pageId}/photos`, { method: "POST", form, seconds: PHOTO_SECONDS });
    if (!answer.ok) return outcomeOf(answer.trouble, { visible: false });
    if (!answer.body.id) return { outcome: "retry", why: "Facebook nhận ảnh mà không cho biết mã ảnh." };
    await keep({ [handleOf(picture)]: String(answer.body.id) });
  }
  return null;
}

/** That a visible call is about to be made: how often there was one, and since when to look for what it left. */
export async function announce({ handles, keep, risky, now }: ConnectorCall): Promise<void> {
  await keep({
    attempts: String(Number(handles.attempts ?? 0) + 1),
    firstRisky: handles.firstRisky ?? now().toISOString(),
    looks: "0",
  });
  await risky();
}

/** Text, link, a picture or several: one call makes it visible, everything before it is unseen. */
export async function publishPost(
  call: ConnectorCall,
  secret: FacebookSecret,
  graph: Graph,
): Promise<Outcome> {
  const { post, handles, keep } = call;
  const trouble = await uploadPhotos(call, secret, graph);
  if (trouble) return trouble;
  const photos = post.pictures
    .slice(0, network.pictures.most)
    .map((picture) => ({ media_fbid: handles[handleOf(picture)] }));
  await announce(call);
  const answer = await graph(`${secret.pageId}/feed`, {
    method: "POST",
    query: { fields: "id,permalink_url" },
    json: {
      message: messageOf(post),
      ...(photos.length > 0 ? { attached_media: photos } : post.link ? { link: post.link } : {}),
    },
  });
  if (answer.ok) {
    const { id, permalink_url } = answer.body;
    if (!id) return { outcome: "unknown", why: "Facebook nhận bài mà không cho biết mã bài." };
    return { outcome: "done", remoteId: String(id), url: permalink_url ? String(permalink_url) : null };
  }
  if (photos.length > 0 && (isPhotoGone(answer.trouble) || isMissing(answer.trouble))) {
    // Used, or gone after a day without use: others are uploaded.
    await keep(Object.fromEntries(post.pictures.map((picture) => [handleOf(picture), ""])));
    return { outcome: "retry", why: "Ảnh đã tải lên không còn dùng được; hệ thống tải lại." };
  }
  return outcomeOf(answer.trouble, { visible: true });
}
