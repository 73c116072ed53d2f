import { toNfc } from "#platform/text/nfc.ts";
import type { ContentRevision } from "../content-queries.ts";

const plain = (text: string) => toNfc(text).toLocaleLowerCase("vi").replace(/\s+/g, " ");

/** Whether a text holds a name anywhere: title, summary, body, its kind's fields, words beside pictures. */
export function namesInText(
  name: string,
  {
    title,
    summary,
    plain: words,
    body,
    imageAlt,
    own,
    media,
  }: Pick<ContentRevision, "title" | "summary" | "plain" | "body" | "imageAlt" | "own" | "media">,
): boolean {
  const parts = [
    title,
    summary,
    words,
    JSON.stringify(body),
    imageAlt,
    ...Object.values(own),
    ...media.flatMap(({ alt, caption }) => [alt, caption]),
  ];
  return plain(parts.join("\n")).includes(plain(name));
}
