/** Sent with every answer: nothing is guessed, framed or told to other sites beyond the origin. */
const baseHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cross-origin-opener-policy": "same-origin",
};

/** For what is no page: a feed, a file, an error in words. It may load nothing and be framed by nobody. */
export const fileHeaders: Readonly<Record<string, string>> = {
  ...baseHeaders,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** For a small page that named sites may show in a frame; it loads nothing but its own style. */
export function framedHeaders({ by, style }: { by: string[]; style: string }): Record<string, string> {
  if (by.length === 0)
    return {
      ...fileHeaders,
      "content-security-policy": `default-src 'none'; style-src ${style}; frame-ancestors 'none'`,
    };
  // Older than frame-ancestors, and without a way to name a site: it would shut out those that are named.
  const { "x-frame-options": _, "cross-origin-opener-policy": __, ...others } = baseHeaders;
  return {
    ...others,
    "content-security-policy": `default-src 'none'; style-src ${style}; base-uri 'none'; frame-ancestors ${by.join(" ")}`,
  };
}

const isFramed = (headers: Headers) =>
  headers.get("content-security-policy")?.includes("frame-ancestors http") ?? false;

/** Adds what an answer lacks; what it says for itself stands. */
export function secure(headers: Headers): void {
  const isDocument = headers.get("content-type")?.startsWith("application/pdf");
  for (const [name, value] of Object.entries(fileHeaders)) {
    if (headers.has(name) || (name === "x-frame-options" && isFramed(headers))) continue;
    // The browser's own reader of PDF files is a page that must load itself.
    headers.set(name, isDocument && name === "content-security-policy" ? "frame-ancestors 'none'" : value);
  }
}

/** For public pages: the portal's own script file alone, nothing from elsewhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...baseHeaders,
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};
