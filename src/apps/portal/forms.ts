import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { fileHeaders } from "#platform/http/security-headers.ts";

/** Longest value of a field; more is cut by nobody but a program. */
const LONGEST = 10_000;
const MOST_BYTES = 64 * 1024;

export const FROM_ELSEWHERE =
  "Biểu mẫu được gửi từ một trang khác nên không được nhận. Hãy mở lại trang của cơ quan rồi gửi.";

/** A public form is a few sentences. */
export const smallForm = bodyLimit({
  maxSize: MOST_BYTES,
  onError: (c) => c.text("Nội dung gửi dài quá nên không được nhận. Hãy viết ngắn lại.", 413, fileHeaders),
});

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : null);

/** Whether a browser says that a page of another site sent the form; programs without a page say nothing. */
export function isFromElsewhere(c: Context, host: string): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "cross-site";
  const origin = c.req.header("origin");
  if (origin === undefined) return false;
  const from = hostOf(origin);
  return from === null || (from !== hostOf(host) && from !== c.req.header("host"));
}

const clean = (text: string) =>
  text
    .slice(0, LONGEST)
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no text that a person types holds them.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");

/** The fields of a form as they were sent; files are none. */
export async function formOf(c: Context): Promise<URLSearchParams> {
  const sent = await c.req.parseBody({ all: true }).catch(() => ({}));
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(sent))
    for (const one of [value].flat()) if (typeof one === "string") form.append(name, clean(one));
  return form;
}
