import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { html, raw } from "hono/html";

const style = `:root{color-scheme:light}*{box-sizing:border-box}body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:#1b1b1b;background:#fff}main{max-width:40rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}h1{font-size:1.375rem;line-height:1.3}h2{font-size:1.125rem;line-height:1.3}label{display:block;font-weight:600}input[type=text]{width:100%;font:inherit;padding:.5rem;border:1px solid #595959;border-radius:.25rem}.words{border:1px solid #767676;border-radius:.5rem;padding:1rem;white-space:pre-line}button{font:inherit;font-weight:600;color:#fff;background:#98121f;border:0;border-radius:.25rem;padding:.75rem 1.25rem;min-height:2.75rem}:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}`;

/** A page for whoever holds a link: kept by nobody on the way, told to no other site, found by no search. */
export function publicPage(c: Context, title: string, body: unknown, status: 200 | 404 | 422 = 200) {
  const nonce = randomBytes(16).toString("base64");
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
  c.header("X-Robots-Tag", "noindex, nofollow");
  c.header("X-Frame-Options", "DENY");
  c.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  return c.html(
    html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style nonce="${nonce}">${raw(style)}</style></head><body><main>${body}</main></body></html>`,
    status,
  );
}
