import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { bytesInWords, limits } from "./limits.ts";
import { UnreadableFeed } from "./unreadable-feed.ts";

type Unpack = (packed: Uint8Array) => Promise<Buffer>;

const bound = { maxOutputLength: limits.bytes };
const zlibBytes = promisify(inflate);
const rawBytes = promisify(inflateRaw);

/** Servers mean two things by "deflate". */
const deflated: Unpack = async (packed) => {
  try {
    return await zlibBytes(packed, bound);
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw error;
    return rawBytes(packed, bound);
  }
};
const gunzipped: Unpack = (packed) => promisify(gunzip)(packed, bound);
const ways: Record<string, Unpack> = {
  gzip: gunzipped,
  "x-gzip": gunzipped,
  deflate: deflated,
  br: (packed) => promisify(brotliDecompress)(packed, bound),
  zstd: (packed) => promisify(zstdDecompress)(packed, bound),
};
/** Packed more often than this, it is meant to harm. */
const MOST_TIMES = 3;

const tooLarge = () =>
  new UnreadableFeed("too-large", `Nguồn tin lớn hơn ${bytesInWords} sau khi giải nén nên không được đọc.`);

async function unpackedBy(way: string, packed: Uint8Array): Promise<Uint8Array> {
  try {
    return await ways[way]!(packed);
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw new UnreadableFeed("damaged", "Nguồn tin nén bị hỏng nên không giải nén được; hãy thử lại sau.");
  }
}

/**
 * The bytes as they were meant: as the server packed them for the way, and as a packed file (sitemap.xml.gz). The
 * bound counts what comes out, at each step. @throws UnreadableFeed
 */
export async function unpack(bytes: Uint8Array, contentEncoding: string | null): Promise<Uint8Array> {
  let plain = bytes;
  const encodings = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const unknown = encodings.find((name) => !Object.hasOwn(ways, name));
  if (unknown || encodings.length > MOST_TIMES)
    throw new UnreadableFeed("damaged", "Nguồn tin được nén theo cách không đọc được.");
  for (const name of encodings.reverse()) {
    const isGzip = plain[0] === 0x1f && plain[1] === 0x8b;
    // Some servers name the packing of a file that they do not pack, or have unpacked already.
    if (
      name.endsWith("gzip") &&
      !isGzip &&
      /^[\s\ufeff]*[<{[]/.test(new TextDecoder().decode(plain.subarray(0, 64)))
    )
      continue;
    plain = await unpackedBy(name, plain);
  }
  for (let times = 0; plain[0] === 0x1f && plain[1] === 0x8b; times += 1) {
    if (times === MOST_TIMES) throw new UnreadableFeed("damaged", "Nguồn tin được nén quá nhiều lần.");
    plain = await unpackedBy("gzip", plain);
  }
  if (plain.length > limits.bytes) throw tooLarge();
  return plain;
}
