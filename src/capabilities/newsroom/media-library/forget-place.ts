import { type FileHandle, open } from "node:fs/promises";

/** Boxes in which a camera or an editor notes where, with what and by whom (uuid: XMP). */
const notes = new Set(["udta", "meta", "uuid"]);
/** Handlers of the tracks that are played; others hold positions, sensors, subtitles of a drone's flight. */
const played = new Set(["vide", "soun"]);
const LARGEST_INDEX = 256 * 1024 * 1024;
const BLANK = Buffer.alloc(1024 * 1024);

interface Box {
  type: string;
  whole: Buffer;
  body: Buffer;
}

/** A stretch of the file, in bytes. */
interface Stretch {
  at: number;
  bytes: number;
}

function boxesIn(bytes: Buffer): Box[] {
  const found: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) break;
    const whole = bytes.subarray(at, at + size);
    found.push({ type: whole.toString("latin1", 4, 8), whole, body: whole.subarray(8) });
    at += size;
  }
  return found;
}

const boxAt = (bytes: Buffer, ...path: string[]): Buffer | undefined =>
  path.reduce<Buffer | undefined>(
    (within, type) => within && boxesIn(within).find((box) => box.type === type)?.body,
    bytes,
  );

/** Keeps every size, so that nothing else moves. */
function empty({ whole, body }: Box): void {
  whole.write("free", 4, "latin1");
  body.fill(0);
}

/** Rows of so many numbers of four bytes, after the version, the flags and the count. */
function rowsOf(table: Buffer | undefined, each: number): number[][] {
  if (!table || table.length < 8) return [];
  const count = Math.min(table.readUInt32BE(4), Math.floor((table.length - 8) / (each * 4)));
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: each }, (_, column) => table.readUInt32BE(8 + (row * each + column) * 4)),
  );
}

/** Where in the file the samples of a track lie (ISO/IEC 14496-12, 8.7). */
function samplesOf(track: Buffer): Stretch[] {
  const table = boxAt(track, "mdia", "minf", "stbl");
  const sizes = table && boxAt(table, "stsz");
  if (!table || !sizes || sizes.length < 12) return [];
  const [same, count] = [sizes.readUInt32BE(4), sizes.readUInt32BE(8)];
  const sizeOf = (sample: number) =>
    same > 0 ? same : 12 + sample * 4 + 4 <= sizes.length ? sizes.readUInt32BE(12 + sample * 4) : 0;
  const chunks = [
    ...rowsOf(boxAt(table, "stco"), 1).map(([at]) => at!),
    ...rowsOf(boxAt(table, "co64"), 2).map(([high, low]) => high! * 2 ** 32 + low!),
  ];
  const runs = rowsOf(boxAt(table, "stsc"), 3);
  let sample = 0;
  let run = 0;
  return chunks.map((at, index) => {
    while (run + 1 < runs.length && runs[run + 1]![0]! <= index + 1) run += 1;
    const last = Math.min(count, sample + (runs[run]?.[1] ?? 0));
    let bytes = 0;
    for (; sample < last; sample++) bytes += sizeOf(sample);
    return { at, bytes };
  });
}

/** Empties the notes of an index and the tracks that nobody plays; answers where the samples of those lie. */
function emptyNotes(index: Buffer): Stretch[] {
  return boxesIn(index).flatMap((box) => {
    if (notes.has(box.type)) empty(box);
    if (box.type !== "trak") return [];
    const handler = boxAt(box.body, "mdia", "hdlr")?.toString("latin1", 8, 12) ?? "";
    if (played.has(handler)) return emptyNotes(box.body);
    const samples = samplesOf(box.body);
    empty(box);
    return samples;
  });
}

async function blank(file: FileHandle, { at, bytes }: Stretch, end: number): Promise<void> {
  for (let from = at; from < Math.min(end, at + bytes); from += BLANK.length)
    await file.write(BLANK, 0, Math.min(BLANK.length, at + bytes - from, end - from), from);
}

async function emptyIn(file: FileHandle, end: number): Promise<void> {
  const head = Buffer.alloc(16);
  const data: Stretch[] = [];
  const samples: Stretch[] = [];
  for (let at = 0; at + 8 <= end; ) {
    await file.read(head, 0, 16, at);
    const short = head.readUInt32BE(0);
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    if (size < 8 || at + size > end) break;
    const type = head.toString("latin1", 4, 8);
    const before = short === 1 ? 16 : 8;
    if (type === "mdat") data.push({ at: at + before, bytes: size - before });
    if ((type === "moov" || notes.has(type)) && size <= LARGEST_INDEX && short > 1) {
      const box = Buffer.alloc(size);
      await file.read(box, 0, size, at);
      if (type === "moov") samples.push(...emptyNotes(box.subarray(8)));
      else boxesIn(box).forEach(empty);
      await file.write(box, 0, size, at);
    }
    at += size;
  }
  // An index may lie about where its samples are: only what is data is blanked.
  for (const stretch of samples)
    if (data.some(({ at, bytes }) => stretch.at >= at && stretch.at + stretch.bytes <= at + bytes))
      await blank(file, stretch, end);
}

/**
 * Takes out of an MP4 or MOV file where it was taken, by whom and with what: notes, and tracks beside picture and sound.
 * Those two stay as they are.
 */
export async function forgetPlace(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await emptyIn(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}
