import { inIptc, xmpOf } from "./xmp.ts";

/** How a recording came about. */
export interface SoundMark {
  /** What it is called. */
  title: string;
  /** A word of schema.org. */
  source: string;
  /** What made it. */
  tool: string;
  /** What its listeners are told. */
  label: string;
}

const utf8 = (text: string): Buffer => Buffer.from(text.normalize("NFC").replaceAll("\0", " "));

/** A number in groups of seven bits, so that no byte of a tag looks like the beginning of sound. */
const sevenBits = (value: number): Buffer =>
  Buffer.from([21, 14, 7, 0].map((places) => (value >>> places) & 0x7f));

const frame = (id: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(id, "latin1"), sevenBits(body.length), Buffer.alloc(2), body]);

const UTF8 = Buffer.from([3]);
const END = Buffer.alloc(1);

const named = (name: string, value: string): Buffer =>
  frame("TXXX", Buffer.concat([UTF8, utf8(name), END, utf8(value)]));

/** The same XMP as that of pictures. */
const xmpOfSound = ({ source, tool, label }: SoundMark): Buffer =>
  utf8(xmpOf({ source, tool, notes: [label] }) ?? "");

/** An ID3v2.4 tag that stands before the sound of an MP3 (id3.org, 2.4.0; its XMP as that specification's part 3 has it). */
export function id3Of(mark: SoundMark): Buffer {
  const { title, source, tool, label } = mark;
  const frames = Buffer.concat([
    frame("TIT2", Buffer.concat([UTF8, utf8(title)])),
    named("DigitalSourceType", inIptc(source)),
    named("AISystemUsed", tool),
    frame("COMM", Buffer.concat([UTF8, Buffer.from("vie"), END, utf8(label)])),
    frame("PRIV", Buffer.concat([Buffer.from("XMP\0"), xmpOfSound(mark)])),
  ]);
  return Buffer.concat([Buffer.from("ID3\x04\0\0", "latin1"), sevenBits(frames.length), frames]);
}

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

/**
 * A WAV with the same behind its samples: the tag, which says that it is UTF-8, a list of words (LIST-INFO) for those who
 * read no tags, and the XMP; no sample changes.
 */
export function wavWithMark(wav: Uint8Array, mark: SoundMark): Buffer {
  const word = (name: string, text: string) => chunk(name, Buffer.concat([utf8(text), END]));
  const { title, source, tool, label } = mark;
  const words = [word("INAM", title), word("ISFT", tool), word("ICMT", label), word("ISRC", inIptc(source))];
  const marked = Buffer.concat([
    wav,
    Buffer.alloc(wav.length % 2),
    chunk("id3 ", id3Of(mark)),
    chunk("LIST", Buffer.concat([Buffer.from("INFO"), ...words])),
    chunk("_PMX", xmpOfSound(mark)),
  ]);
  marked.writeUInt32LE(marked.length - 8, 4);
  return marked;
}
