import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";

/** One answer on the way to the page, as it came. */
export interface Hop {
  url: string;
  at: Date;
  status: number;
  headers: [string, string][];
  body: Uint8Array;
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const moment = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
/** A line of a head is one line, whatever a server or an address holds. */
const oneLine = (text: string) => text.replace(/[\r\n]+/gu, " ");

function record(type: string, fields: [string, string][], block: Buffer): Buffer {
  const head = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
    ...fields.map(([name, value]) => `${name}: ${oneLine(value)}`),
    `WARC-Block-Digest: ${sha256(block)}`,
    `Content-Length: ${block.length}`,
  ].join("\r\n");
  return gzipSync(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]));
}

/** Heads that tell how the bytes travelled, not what they are: they have been put together. */
const OF_THE_WAY = new Set(["transfer-encoding", "connection", "keep-alive", "set-cookie"]);

const response = ({ url, at, status, headers, body }: Hop): Buffer => {
  const kept = headers.filter(([name]) => !OF_THE_WAY.has(name.toLowerCase()) && name !== "content-length");
  const head = [
    `HTTP/1.1 ${status}`,
    ...kept.map(([name, value]) => `${name}: ${oneLine(value)}`),
    `content-length: ${body.length}`,
  ].join("\r\n");
  return record(
    "response",
    [
      ["WARC-Target-URI", url],
      ["WARC-Date", moment(at)],
      ["WARC-Payload-Digest", sha256(body)],
      ["Content-Type", "application/http; msgtype=response"],
    ],
    Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]),
  );
};

/** The answers as a web archive (WARC 1.1, ISO 28500), which archives and libraries read; every record compressed. */
export function webArchive(hops: Hop[], about: Record<string, string>): Buffer {
  const info = Object.entries({ software: "Gan Dan", format: "WARC File Format 1.1", ...about })
    .map(([name, value]) => `${name}: ${oneLine(value)}\r\n`)
    .join("");
  return Buffer.concat([
    record(
      "warcinfo",
      [
        ["WARC-Date", moment(hops[0]!.at)],
        ["Content-Type", "application/warc-fields"],
      ],
      Buffer.from(info),
    ),
    ...hops.map(response),
  ]);
}
