import { layOut } from "../../networks/post-length.ts";
import { zalo as network } from "../../networks/zalo.ts";
import type { ConnectorCall, PostRecording } from "../connector.ts";

const AUTHOR = 50;
/** Larger films are linked to, as the article on the portal shows them. */
const LARGEST_VIDEO = 50 * 1_048_576;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const filmOf = ({ post }: Pick<ConnectorCall, "post">): PostRecording | undefined =>
  post.recordings.find(({ sort, bytes }) => sort === "video" && bytes <= LARGEST_VIDEO);

/** The title as it goes out: by it an article is found again. */
export const titleOf = ({ post }: Pick<ConnectorCall, "post">): string => layOut(network, post)[0]!.text;

/** An article, whole as every change wants it; null: it has no cover. */
export function articleOf(
  call: Pick<ConnectorCall, "post" | "account" | "handles">,
  status: "show" | "hide",
  usualCover: string,
): Record<string, unknown> | null {
  const { post, account, handles } = call;
  const [title, description, body] = layOut(network, post).map(({ text }) => text);
  const [first, ...others] = post.pictures.slice(0, network.pictures.most);
  const cover = first?.address ?? usualCover;
  if (!cover) return null;
  const paragraphs = body!.split(/\n{2,}/).filter((one) => one.trim() !== "");
  return {
    type: "normal",
    title,
    author: [...account.name].slice(0, AUTHOR).join(""),
    description: description || title,
    cover: { cover_type: "photo", photo_url: cover, status: "show" },
    body: [
      ...paragraphs.map((one) => ({ type: "text", content: escaped(one) })),
      ...others.map(({ address, alt }) => ({ type: "image", url: address, caption: alt })),
      ...(handles.film ? [{ type: "video", video_id: handles.film, thumb: cover }] : []),
    ],
    ...(post.link && { tracking_link: post.link }),
    related_medias: [],
    status,
    comment: "show",
  };
}
