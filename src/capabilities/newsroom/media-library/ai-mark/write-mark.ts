import { crc32 } from "node:zlib";

const packet = (xmp: string): Buffer =>
  Buffer.from(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>${xmp}<?xpacket end="r"?>`);

const startsWith = (bytes: Buffer, words: string, at = 0): boolean =>
  bytes.toString("latin1", at, at + words.length) === words;

/** An APP1 segment behind the head of the file (XMP specification, part 3, 1.1.3). */
function inJpeg(bytes: Buffer, xmp: string): Buffer {
  const body = Buffer.concat([Buffer.from("http://ns.adobe.com/xap/1.0/\0"), packet(xmp)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const isJfif = bytes.readUInt16BE(2) === 0xffe0;
  const at = isJfif ? 4 + bytes.readUInt16BE(4) : 2;
  return Buffer.concat([bytes.subarray(0, at), head, body, bytes.subarray(at)]);
}

/** An iTXt chunk behind IHDR, which is always as long. */
function inPng(bytes: Buffer, xmp: string): Buffer {
  const body = Buffer.concat([Buffer.from("iTXtXML:com.adobe.xmp\0\0\0\0\0"), packet(xmp)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([bytes.subarray(0, 33), length, body, check, bytes.subarray(33)]);
}

const chunk = (name: string, data: Buffer): Buffer => {
  const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

/** Width and height of a picture that is one chunk, "VP8 " or "VP8L", and whether it may be seen through. */
function frameOf(bytes: Buffer): { width: number; height: number; alpha: boolean } {
  if (startsWith(bytes, "VP8L", 12)) {
    const facts = bytes.readUInt32LE(21);
    return {
      width: (facts & 0x3fff) + 1,
      height: ((facts >>> 14) & 0x3fff) + 1,
      alpha: (facts & 0x10000000) !== 0,
    };
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, alpha: false };
}

/** Flags and size of the canvas before the picture, the XMP behind it (WebP container specification). */
function inWebp(bytes: Buffer, xmp: string): Buffer {
  const XMP = 0x04;
  const ALPHA = 0x10;
  const isExtended = startsWith(bytes, "VP8X", 12);
  const canvas = Buffer.alloc(10);
  if (isExtended) bytes.copy(canvas, 0, 20, 30);
  else {
    const { width, height, alpha } = frameOf(bytes);
    canvas.writeUIntLE(width - 1, 4, 3);
    canvas.writeUIntLE(height - 1, 7, 3);
    if (alpha) canvas[0] = ALPHA;
  }
  canvas[0]! |= XMP;
  const rest = bytes.subarray(isExtended ? 30 : 12);
  const body = Buffer.concat([chunk("VP8X", canvas), rest, chunk("XMP ", packet(xmp))]);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

/**
 * A JPEG, PNG or WebP without metadata, as this product writes them, with an XMP beside its pixels, none of which
 * changes; null or another format: as it is.
 */
export function withMark(given: Uint8Array, xmp: string | null): Uint8Array {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (xmp === null) return bytes;
  if (startsWith(bytes, "\xff\xd8\xff")) return inJpeg(bytes, xmp);
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return inPng(bytes, xmp);
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return inWebp(bytes, xmp);
  return bytes;
}

/** Outlines (SVG) with the same in their metadata. */
export const outlinesWithMark = (svg: string, xmp: string | null): string =>
  xmp === null ? svg : svg.replace(/<svg\b[^>]*>/u, (head) => `${head}<metadata>${xmp}</metadata>`);
