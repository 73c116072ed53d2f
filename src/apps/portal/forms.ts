import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { fileHeaders } from "#platform/http/security-headers.ts";

/** Longest value of a field; more is cut by nobody but a program. */
const LONGEST = 10_000;
const MOST_BYTES = 64 * 1024;

export const FROM_ELSEWHERE =
  "Biểu mẫu được gửi từ một trang khác nên không được nhận. Hãy mở lại trang của cơ quan rồi gửi.";

/** A public form is a few sentences; more only where it says so. */
export const limitedForm = (mostBytes = MOST_BYTES) =>
  bodyLimit({
    maxSize: mostBytes,
    onError: (c) =>
      c.text(
        mostBytes === MOST_BYTES
          ? "Nội dung gửi dài quá nên không được nhận. Hãy viết ngắn lại."
          : `Nội dung và ảnh lớn hơn ${Math.floor(mostBytes / 1_048_576)} MB nên không được nhận. Hãy quay lại, bớt ảnh rồi gửi.`,
        413,
        fileHeaders,
      ),
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

/** The fields of a form as they were sent, and what was chosen in its fields for files. */
export async function formOf(c: Context): Promise<{ form: URLSearchParams; files: File[] }> {
  const sent = await c.req.parseBody({ all: true }).catch(() => ({}));
  const form = new URLSearchParams();
  const files: File[] = [];
  for (const [name, value] of Object.entries(sent))
    for (const one of [value].flat()) {
      if (typeof one === "string") form.append(name, clean(one));
      // A field for files that was left empty comes as a file without a name.
      else if (one instanceof File && one.size > 0) files.push(one);
    }
  return { form, files };
}
