import type { RelativeDistinguishedNames } from "pkijs";
import { toNfc } from "#platform/text/nfc.ts";

const attributes = { name: "2.5.4.3", organization: "2.5.4.10" };

/** The kinds of text of ASN.1 that are not read byte by byte. */
const BMP = 30;
const UNIVERSAL = 28;

const hidden = /[\p{Cc}\p{Cf}]/gu;
const LONGEST = 200;

/** Text of a certificate by its bytes: what says to be old Latin is often UTF-8 all the same. */
function textOf(bytes: Uint8Array, kind: number): string {
  const buffer = Buffer.from(bytes);
  if (kind === BMP) return buffer.length % 2 === 0 ? buffer.swap16().toString("utf16le") : "";
  if (kind === UNIVERSAL)
    return buffer.length % 4 === 0
      ? Array.from({ length: buffer.length / 4 }, (_, index) => buffer.readUInt32BE(index * 4))
          .map((point) => (point <= 0x10ffff ? String.fromCodePoint(point) : ""))
          .join("")
      : "";
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    return buffer.toString("latin1");
  }
}

/**
 * Name and organisation as a certificate says them. Numbers of persons that Vietnamese certificates hold as well are
 * left where they are.
 */
export function namesIn(subject: RelativeDistinguishedNames): {
  name: string | null;
  organization: string | null;
} {
  const read = (type: string): string | null => {
    const found = subject.typesAndValues.find((one) => one.type === type)?.value;
    if (!found) return null;
    const text = textOf(found.valueBlock.valueHexView, found.idBlock.tagNumber);
    return toNfc(text.toWellFormed().replace(hidden, "").trim()).slice(0, LONGEST) || null;
  };
  return { name: read(attributes.name), organization: read(attributes.organization) };
}
