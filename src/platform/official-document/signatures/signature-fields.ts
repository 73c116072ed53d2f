import { DamagedPdf, PdfFile } from "./pdf-file.ts";
import {
  nameOf,
  type PdfDictionary,
  PdfRef,
  PdfString,
  type PdfValue,
  UnreadablePdf,
  wholeNumbers,
} from "./pdf-values.ts";

/** A signature as the file holds it, before what it is worth is looked at. */
export interface SignatureField {
  /** Number of the object that holds it. */
  number: number;
  dictionary: PdfDictionary;
  subFilter: string | null;
  /** What was signed: all of the file up to `end` but for the signature itself. */
  signed: Buffer;
  /** The signature, with the zeros that fill its room. */
  contents: Buffer;
  end: number;
  /** The file as it was when it was signed. */
  revision: PdfFile;
}

/** A signature whose place in the file cannot be trusted: why, as a sentence. */
export interface BrokenField {
  number: number;
  broken: string;
}

/** Fields within fields, and fields of a file, beyond these are a trap. */
const DEEPEST = 20;
const MOST_FIELDS = 20_000;

/** The fields of a form, each with what it inherits from those above it. @throws UnreadablePdf */
export function formFields(file: PdfFile): { number: number; field: PdfDictionary; isSignature: boolean }[] {
  const found: { number: number; field: PdfDictionary; isSignature: boolean }[] = [];
  const seen = new Set<number>();
  const walk = (value: PdfValue, inherited: string | null, depth: number) => {
    if (!(value instanceof PdfRef) || depth > DEEPEST || seen.size > MOST_FIELDS) throw new UnreadablePdf();
    if (seen.has(value.number)) return;
    seen.add(value.number);
    const field = file.dictionary(value);
    if (!field) return;
    const type = nameOf(file.resolve(field.get("FT"))) ?? inherited;
    found.push({ number: value.number, field, isSignature: type === "Sig" });
    const kids = file.resolve(field.get("Kids"));
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, type, depth + 1);
  };
  const form = file.dictionary(file.dictionary(file.trailer.get("Root"))?.get("AcroForm"));
  const roots = file.resolve(form?.get("Fields"));
  if (Array.isArray(roots)) for (const root of roots) walk(root, null, 0);
  return found;
}

/** Numbers of the objects that are signatures of the file's form. @throws UnreadablePdf */
const signatureNumbers = (file: PdfFile): (number | null)[] => [
  ...new Set(
    formFields(file).flatMap(({ field, isSignature }) => {
      const value = field.get("V");
      if (!isSignature || file.resolve(value) === null) return [];
      return [value instanceof PdfRef ? value.number : null];
    }),
  ),
];

/** The range that a signature says it signs, if it is all of the file up to an end but for the signature. */
function rangeOf(file: PdfFile, dictionary: PdfDictionary): { gap: [number, number]; end: number } | null {
  const range = wholeNumbers(dictionary.get("ByteRange"));
  const contents = dictionary.get("Contents");
  if (range?.length !== 4 || !(contents instanceof PdfString) || !contents.hex) return null;
  const [from, length, after, rest] = range as [number, number, number, number];
  const end = after + rest;
  if (from !== 0 || length === 0 || rest === 0 || end > file.bytes.length) return null;
  // What lies between the two halves must be the signature and nothing besides.
  if (contents.from !== length || contents.to !== after) return null;
  return { gap: [length, after], end };
}

function readField(file: PdfFile, number: number): SignatureField | BrokenField {
  const broken = (why: string): BrokenField => ({ number, broken: why });
  const object = file.object(number);
  const dictionary = file.dictionary(new PdfRef(number, 0));
  if (!object || !dictionary || object.at === null || object.stream !== null)
    return broken("Chữ ký không nằm đúng chỗ của nó trong tệp.");
  const range = rangeOf(file, dictionary);
  if (!range) return broken("Chữ ký không phủ kín phần tệp mà nó ký.");
  const { gap, end } = range;
  const digits = file.text.slice(gap[0] + 1, gap[1] - 1);
  if (digits.length % 2 === 1 || !/^[0-9A-Fa-f]*$/u.test(digits))
    return broken("Chữ ký ghi trong tệp không đọc được.");
  let revision: PdfFile;
  try {
    revision = new PdfFile(file.bytes.subarray(0, end));
    // It must have been the same signature of the same file at the moment it was put there.
    if (revision.object(number)?.at !== object.at || !signatureNumbers(revision).includes(number))
      return broken("Chữ ký được đưa vào tệp sau phần mà nó nói là đã ký.");
  } catch (error) {
    if (error instanceof DamagedPdf || error instanceof UnreadablePdf)
      return broken("Phần tệp mà chữ ký nói là đã ký không phải một tệp PDF hoàn chỉnh.");
    throw error;
  }
  return {
    number,
    dictionary,
    subFilter: nameOf(dictionary.get("SubFilter")),
    signed: Buffer.concat([file.bytes.subarray(0, gap[0]), file.bytes.subarray(gap[1], end)]),
    contents: Buffer.from(digits, "hex"),
    end,
    revision,
  };
}

/**
 * The signatures of a file in the order in which they were put there, the broken ones last. One that the file holds
 * but that no field of its form names any more is broken too. @throws UnreadablePdf
 */
export function signatureFields(file: PdfFile): (SignatureField | BrokenField)[] {
  const numbers = signatureNumbers(file);
  const fields = numbers.map((number) =>
    number === null
      ? { number: 0, broken: "Chữ ký không nằm đúng chỗ của nó trong tệp." }
      : readField(file, number),
  );
  const whole = fields
    .filter((field): field is SignatureField => "end" in field)
    .sort((a, b) => a.end - b.end);
  const said = file.text.match(/\/ByteRange\s*\[\s*\d/gu)?.length ?? 0;
  const lost: BrokenField[] =
    said > numbers.length ? [{ number: 0, broken: "Tệp có chữ ký không còn gắn với văn bản." }] : [];
  return [...whole, ...fields.filter((field) => "broken" in field), ...lost];
}
