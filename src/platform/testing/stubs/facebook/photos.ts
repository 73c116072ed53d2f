import { fetchAsOutside } from "../media-host.ts";
import type { Fields, StubAnswer, StubCall } from "../stub-call.ts";
import type { FacebookState, Photo } from "./facebook-state.ts";
import { badParameter, GraphError } from "./graph-error.ts";
import { askedFields, permalink, readMessage, refuseRepetition, shown, slowness } from "./posts.ts";
import { asPage, tokenOf } from "./tokens.ts";

/** Documented are 10 MB; what is refused in life is above 4 MB. */
const LARGEST_PHOTO = 4_000_000;

const KINDS: [name: string, begins: number[]][] = [
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["gif", [0x47, 0x49, 0x46]],
  ["bmp", [0x42, 0x4d]],
  ["tiff", [0x49, 0x49, 0x2a]],
  ["tiff", [0x4d, 0x4d, 0x00]],
];

async function bytesOf(state: FacebookState, fields: Fields): Promise<Buffer> {
  const url = fields.text("url");
  const bytes = url ? (await fetchAsOutside(url, state.settings))?.bytes : fields.file("source")?.bytes;
  if (!bytes && !url) throw badParameter("Requires upload file");
  if (bytes && bytes.length > LARGEST_PHOTO)
    throw new GraphError(100, "Photo is too large", {
      subcode: 1366046,
      userMessage: "Ảnh phải nhỏ hơn 4 MB.",
    });
  if (!bytes || !KINDS.some(([, begins]) => begins.every((byte, at) => bytes[at] === byte)))
    throw new GraphError(100, "Missing or invalid image file", {
      subcode: 2069019,
      userMessage: "Không đọc được ảnh.",
    });
  return bytes;
}

/** `POST /{page}/photos`: a post with one photo, or a photo for a post that comes later. */
export async function publishPhoto(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  pageId: string,
): Promise<StubAnswer> {
  const token = tokenOf(state, call, fields);
  asPage(token, pageId);
  const message = readMessage(fields, fields.has("message") ? "message" : "caption");
  const published = fields.flag("published", true);
  const bytes = await bytesOf(state, fields);
  if (published) refuseRepetition(state, pageId, message);
  const photo: Photo = {
    id: state.nextId(),
    pageId,
    appId: token.appId,
    published,
    temporary: fields.flag("temporary", false),
    createdAt: state.clock.now(),
    bytes: bytes.length,
    altText: fields.text("alt_text_custom"),
    usedBy: null,
  };
  state.photos.set(photo.id, photo);
  if (!published) return { body: { id: photo.id } };
  const { appId } = token;
  const post = state.addPost({ pageId, appId, message, photoIds: [photo.id] }, slowness(state, call));
  photo.usedBy = post.id;
  return {
    body: {
      id: photo.id,
      post_id: post.id,
      ...shown({ permalink_url: permalink(post) }, askedFields(fields), []),
    },
  };
}
