import { createHash } from "node:crypto";

export interface MailPart {
  type: string;
  charset: string | null;
  disposition: string | null;
  /** For programs that know no more, and in full. */
  asciiName: string | null;
  name: string | null;
  bytes: number;
  sha256: string;
  /** Of text parts. */
  text: string | null;
}

export interface ParsedMail {
  /** Unfolded, in order, as they came. */
  headers: [name: string, value: string][];
  parts: MailPart[];
}

/** One header, unfolded; undefined when it is not there. */
export const header = ({ headers }: Pick<ParsedMail, "headers">, name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

/** Encoded words (RFC 2047) as text. */
export function decodeWords(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, "$1")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
      way.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString()
        : Buffer.from(
            text
              .replaceAll("_", " ")
              .replace(/=([0-9a-f]{2})/gi, (_all, hex) => String.fromCharCode(parseInt(hex, 16))),
            "latin1",
          ).toString(),
    );
}

function splitHeaders(raw: string): { headers: [string, string][]; body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const head = end === -1 ? raw : raw.slice(0, end);
  const headers = head
    .replace(/\r\n([ \t])/g, "$1")
    .split("\r\n")
    .filter(Boolean)
    .map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  return { headers, body: end === -1 ? "" : raw.slice(end + 4) };
}

/** A parameter of a structured header: plain, quoted, in pieces, or after RFC 2231. */
function parameter(value: string, name: string): { plain: string | null; extended: string | null } {
  const pieces = new Map<string, string>();
  for (const [, key, quoted, bare] of value.matchAll(/;\s*([\w*-]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/g))
    pieces.set(key!.toLowerCase(), quoted ?? bare ?? "");
  const inPieces = [...pieces]
    .filter(([key]) => new RegExp(`^${name}\\*\\d+\\*?$`).test(key))
    .map(([, piece]) => piece)
    .join("");
  const extended = pieces.get(`${name}*`) ?? (inPieces || null);
  return {
    plain: pieces.get(name) ?? null,
    extended: extended === null ? null : decodeURIComponent(extended.replace(/^utf-8'[^']*'/i, "")),
  };
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const text = body
    .replace(/[ \t]+\r\n/g, "\r\n")
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(text, "latin1");
}

function partsOf(headers: [string, string][], body: string): MailPart[] {
  const type = header({ headers }, "content-type") ?? "text/plain";
  const boundary = parameter(type, "boundary").plain;
  if (type.toLowerCase().startsWith("multipart/") && boundary)
    return body
      .split(`--${boundary}`)
      .slice(1)
      .filter((piece) => !piece.startsWith("--"))
      .flatMap((piece) => {
        const inner = splitHeaders(piece.replace(/^\r\n/, "").replace(/\r\n$/, ""));
        return partsOf(inner.headers, inner.body);
      });
  const disposition = header({ headers }, "content-disposition") ?? null;
  const bytes = decoded(body, (header({ headers }, "content-transfer-encoding") ?? "7bit").toLowerCase());
  const { plain, extended } = parameter(disposition ?? "", "filename");
  const kind = type.split(";")[0]!.trim().toLowerCase();
  return [
    {
      type: kind,
      charset: parameter(type, "charset").plain,
      disposition: disposition?.split(";")[0]?.trim() ?? null,
      asciiName: plain,
      name: extended ?? plain,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      text: kind.startsWith("text/") ? bytes.toString() : null,
    },
  ];
}

/** A message as it came over the wire, each byte a character. */
export function parseMail(raw: string): ParsedMail {
  const { headers, body } = splitHeaders(raw);
  return { headers, parts: partsOf(headers, body) };
}
