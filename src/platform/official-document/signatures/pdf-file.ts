import { type PdfPlace, readSection, unpacked } from "./pdf-sections.ts";
import {
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfReader,
  PdfRef,
  type PdfValue,
  UnreadablePdf,
} from "./pdf-values.ts";

/** Longer chains of sections than this are a circle or a trap. */
const MOST_SECTIONS = 1000;

/** Bytes that all streams of objects of a file may unpack to. */
const MOST_UNPACKED = 1 << 28;

/** An object of a file. */
export interface PdfObject {
  value: PdfValue;
  /** Bytes as they stand in the file, where it is a stream. */
  stream: Buffer | null;
  /** Where it begins; null for one in a stream of objects. */
  at: number | null;
}

const cut = "Tệp PDF bị thiếu phần cuối.";
const damaged = "Tệp PDF bị hỏng: mục lục của tệp không khớp nội dung.";

/** The file cannot be taken for a whole, open PDF; the message says why, as a sentence. */
export class DamagedPdf extends Error {
  override name = "DamagedPdf";
}

/** A whole, open PDF: its cross-references can be read, and the objects they name stand where they say. */
export class PdfFile {
  /** Each byte as one letter, so that places in the text are places in the file. */
  readonly text: string;
  readonly trailer: PdfDictionary;
  /** Where its last section of cross-references begins. */
  readonly startsAt: number;
  private readonly places = new Map<number, PdfPlace>();
  private readonly objects = new Map<number, PdfObject | null>();
  private readonly unpackedStreams = new Map<number, { number: number; value: PdfValue }[]>();
  private readonly opening = new Set<number>();
  private unpackedBytes = 0;

  readonly bytes: Buffer;

  /** @throws DamagedPdf */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.text = bytes.toString("latin1");
    const tail = this.text.slice(-4096);
    const last = [...tail.matchAll(/startxref\s+(\d{1,15})\s+%%EOF/gu)].at(-1);
    // What follows the last end mark is the beginning of an update whose end is missing.
    if (!last || /\b(?:obj|xref)\b/u.test(tail.slice(last.index + last[0].length))) throw new DamagedPdf(cut);
    this.startsAt = Number(last[1]);
    try {
      this.trailer = this.readSections();
      this.checkPlaces();
    } catch (error) {
      if (error instanceof UnreadablePdf) throw new DamagedPdf(damaged);
      throw error;
    }
  }

  private readSections(): PdfDictionary {
    const queue = [this.startsAt];
    const read = new Set<number>();
    let newest: PdfDictionary | null = null;
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (read.has(at)) continue;
      read.add(at);
      if (read.size > MOST_SECTIONS || at >= this.text.length) throw new UnreadablePdf();
      const { trailer, places } = readSection(this.bytes, this.text, at);
      if (trailer.has("Encrypt")) throw new DamagedPdf("Tệp PDF đang khóa bằng mật khẩu hoặc bị mã hóa.");
      newest ??= trailer;
      const beside = trailer.get("XRefStm");
      const hidden =
        typeof beside === "number"
          ? readSection(this.bytes, this.text, beside).places
          : new Map<number, PdfPlace>();
      for (const [number, place] of places) {
        const meant = "free" in place ? (hidden.get(number) ?? place) : place;
        if (!this.places.has(number)) this.places.set(number, meant);
      }
      for (const [number, place] of hidden) if (!this.places.has(number)) this.places.set(number, place);
      const earlier = trailer.get("Prev");
      if (typeof earlier === "number") queue.push(earlier);
    }
    if (!newest || !(newest.get("Root") instanceof PdfRef)) throw new UnreadablePdf();
    return newest;
  }

  private checkPlaces(): void {
    for (const [number, place] of this.places)
      if (
        "at" in place &&
        number !== 0 &&
        !new RegExp(`^\\s*${number}\\s+\\d+\\s+obj\\b`, "u").test(this.text.slice(place.at, place.at + 40))
      )
        throw new UnreadablePdf();
  }

  /** Numbers of the objects that are in use. */
  numbers(): number[] {
    return [...this.places].flatMap(([number, place]) => ("free" in place || number === 0 ? [] : [number]));
  }

  /** Whether an object stands in both files at the same place of the same bytes. */
  sharesWith(earlier: PdfFile, number: number): boolean {
    const [here, there] = [this.places.get(number), earlier.places.get(number)];
    return (
      here !== undefined &&
      there !== undefined &&
      "at" in here &&
      "at" in there &&
      here.at === there.at &&
      here.generation === there.generation
    );
  }

  /** The object of a number; null when there is none. @throws UnreadablePdf */
  object(number: number): PdfObject | null {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const place = this.places.get(number);
    if (this.opening.has(number)) throw new UnreadablePdf();
    this.opening.add(number);
    const found = !place || "free" in place ? null : this.open(number, place);
    this.opening.delete(number);
    this.objects.set(number, found);
    return found;
  }

  private open(number: number, place: Exclude<PdfPlace, { free: true }>): PdfObject {
    if ("within" in place) {
      const held = this.heldIn(place.within)[place.index];
      if (held?.number !== number) throw new UnreadablePdf();
      return { value: held.value, stream: null, at: null };
    }
    const reader = new PdfReader(this.text, place.at);
    reader.skipBlank();
    const head = reader.take(/(\d+)\s+(\d+)\s+obj\b/y);
    if (!head || Number(head[1]) !== number || Number(head[2]) !== place.generation)
      throw new UnreadablePdf();
    const value = reader.value();
    reader.skipBlank();
    if (!isDictionary(value) || !reader.take(/stream\r?\n/y)) return { value, stream: null, at: place.at };
    const from = reader.at;
    const length = this.resolve(value.get("Length") ?? null);
    if (!Number.isSafeInteger(length) || (length as number) < 0) throw new UnreadablePdf();
    reader.at = from + (length as number);
    if (!reader.accept("endstream")) throw new UnreadablePdf();
    return { value, stream: this.bytes.subarray(from, from + (length as number)), at: place.at };
  }

  /** The objects in a stream of objects (ISO 32000-1, 7.5.7). */
  private heldIn(number: number): { number: number; value: PdfValue }[] {
    const known = this.unpackedStreams.get(number);
    if (known) return known;
    const holder = this.object(number);
    if (!holder?.stream || !isDictionary(holder.value) || nameOf(holder.value.get("Type")) !== "ObjStm")
      throw new UnreadablePdf();
    const [count, first] = [holder.value.get("N"), holder.value.get("First")];
    if (!Number.isSafeInteger(count) || !Number.isSafeInteger(first)) throw new UnreadablePdf();
    const text = unpacked(holder.value, holder.stream).toString("latin1");
    this.unpackedBytes += text.length;
    if (this.unpackedBytes > MOST_UNPACKED) throw new UnreadablePdf();
    const heads =
      text
        .slice(0, first as number)
        .match(/\d+/gu)
        ?.map(Number) ?? [];
    if (heads.length < 2 * (count as number)) throw new UnreadablePdf();
    const held = Array.from({ length: count as number }, (_, index) => ({
      number: heads[2 * index]!,
      value: new PdfReader(text, (first as number) + heads[2 * index + 1]!).value(),
    }));
    this.unpackedStreams.set(number, held);
    return held;
  }

  /** The value that a reference leads to; any other value itself. @throws UnreadablePdf */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let steps = 0; found instanceof PdfRef; steps += 1) {
      if (steps > 10) throw new UnreadablePdf();
      found = this.object(found.number)?.value ?? null;
    }
    return found;
  }

  /** The dictionary that a value is or leads to; null when it is none. @throws UnreadablePdf */
  dictionary(value: PdfValue | undefined): PdfDictionary | null {
    const found = this.resolve(value);
    return isDictionary(found) ? found : null;
  }
}
