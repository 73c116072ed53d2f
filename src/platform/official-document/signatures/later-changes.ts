import type { PdfFile, PdfObject } from "./pdf-file.ts";
import {
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfRef,
  type PdfValue,
  UnreadablePdf,
  written,
} from "./pdf-values.ts";
import { formFields } from "./signature-fields.ts";

/** Trees of pages deeper than this are a trap. */
const DEEPEST = 60;

/** Whether the change of an object between two states of a file is one that signing makes. */
type Judge = (before: PdfObject, after: PdfObject) => boolean;

/** All entries but the named ones say the same. */
function sameBut(before: PdfDictionary, after: PdfDictionary, ...free: string[]): boolean {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].every(
    (key) => free.includes(key) || written(before.get(key) ?? null) === written(after.get(key) ?? null),
  );
}

const dictionaries =
  (free: string[]): Judge =>
  (before, after) =>
    isDictionary(before.value) &&
    isDictionary(after.value) &&
    before.stream === null &&
    after.stream === null &&
    sameBut(before.value, after.value, ...free);

const isStructure = ({ value }: PdfObject): boolean =>
  isDictionary(value) && ["XRef", "ObjStm"].includes(nameOf(value.get("Type")) ?? "");

const same = (before: PdfObject, after: PdfObject): boolean =>
  written(before.value) === written(after.value) &&
  (before.stream === null ? after.stream === null : after.stream?.equals(before.stream) === true);

const listOf = (file: PdfFile, value: PdfValue | undefined): PdfValue[] => {
  const found = file.resolve(value);
  return Array.isArray(found) ? found : [];
};

/** What a list gained; null when it lost, moved or replaced what it had. */
function gained(before: PdfValue[], after: PdfValue[]): PdfValue[] | null {
  const kept = before.every((one, index) => index < after.length && written(one) === written(after[index]!));
  return kept ? after.slice(before.length) : null;
}

/** The pages of a file, with their numbers. */
function pagesOf(file: PdfFile): { number: number; page: PdfDictionary }[] {
  const pages: { number: number; page: PdfDictionary }[] = [];
  const seen = new Set<number>();
  const walk = (value: PdfValue, depth: number): void => {
    if (depth > DEEPEST) throw new UnreadablePdf();
    if (!(value instanceof PdfRef) || seen.has(value.number)) return;
    seen.add(value.number);
    const page = file.dictionary(value);
    if (!page) return;
    const kids = file.resolve(page.get("Kids"));
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, depth + 1);
    else pages.push({ number: value.number, page });
  };
  walk(file.dictionary(file.trailer.get("Root"))?.get("Pages") ?? null, 0);
  return pages;
}

/** How often the objects of a file, and its trailer, speak of each number. @throws UnreadablePdf */
function referencesIn(file: PdfFile): Map<number, number> {
  const counts = new Map<number, number>();
  const gather = (value: PdfValue): void => {
    if (value instanceof PdfRef) counts.set(value.number, (counts.get(value.number) ?? 0) + 1);
    else if (Array.isArray(value)) value.forEach(gather);
    else if (isDictionary(value)) [...value.values()].forEach(gather);
  };
  gather(file.trailer);
  for (const number of file.numbers()) {
    const object = file.object(number);
    if (object && !(isStructure(object) && object.stream)) gather(object.value);
  }
  return counts;
}

const formOf = (file: PdfFile) => file.dictionary(file.dictionary(file.trailer.get("Root"))?.get("AcroForm"));

/** What the form itself may say anew: fonts for its fields only where none but signatures show any. */
const freeOfForm = (before: PdfFile): string[] =>
  formFields(before).every(({ isSignature }) => isSignature)
    ? ["Fields", "SigFlags", "DR", "DA"]
    : ["Fields", "SigFlags"];

/** What an update may touch when it does nothing but sign: object number → how it may differ. */
function touchable(before: PdfFile, references: Map<number, number>): Map<number, Judge> {
  const judges = new Map<number, Judge>();
  const allow = (value: PdfValue | undefined, judge: Judge) => {
    if (value instanceof PdfRef) judges.set(value.number, judge);
  };
  // What may change freely must serve nothing else: a page could name the same object as its content.
  const alone = (value: PdfValue | undefined) => {
    if (value instanceof PdfRef && references.get(value.number) === 1) judges.set(value.number, () => true);
  };
  const root = before.trailer.get("Root");
  const catalog = before.dictionary(root);
  alone(before.trailer.get("Info"));
  for (const key of ["Metadata", "Extensions", "Perms", "DSS"]) alone(catalog?.get(key));
  for (const entry of before.dictionary(catalog?.get("DSS"))?.values() ?? []) alone(entry);
  alone(formOf(before)?.get("Fields"));
  for (const { number, page } of pagesOf(before)) {
    judges.set(number, dictionaries(["Annots"]));
    // Which annotations came is looked at page by page.
    alone(page.get("Annots"));
  }
  for (const { number, field, isSignature } of formFields(before))
    if (isSignature && before.resolve(field.get("V")) === null)
      judges.set(number, dictionaries(["V", "AP", "M", "DR", "DA"]));
  allow(catalog?.get("AcroForm"), dictionaries(freeOfForm(before)));
  allow(root, dictionaries(["AcroForm", "DSS", "Perms", "Extensions", "Metadata", "Version"]));
  return judges;
}

/** Whether the form gained nothing but signatures that have been given. */
function formOnlySigned(before: PdfFile, after: PdfFile, given: Set<number>): boolean {
  const [was, is] = [formOf(before), formOf(after)];
  if (!is) return !was;
  if (!sameBut(was ?? new Map(), is, ...freeOfForm(before))) return false;
  const came = gained(listOf(before, was?.get("Fields")), listOf(after, is.get("Fields")));
  return came?.every((field) => field instanceof PdfRef && given.has(field.number)) === true;
}

/** Numbers of the fields of the form, and of their marks on the pages, whose signature has been given. */
function givenIn(file: PdfFile): Set<number> {
  const given = new Set<number>();
  for (const { number, field, isSignature } of formFields(file)) {
    const parent = field.get("Parent");
    const signed =
      file.resolve(field.get("V")) !== null || (parent instanceof PdfRef && given.has(parent.number));
    if (isSignature && signed && file.object(number)?.stream === null) given.add(number);
  }
  return given;
}

/** Whether each page gained nothing but what signatures look like. */
function pagesOnlySigned(before: PdfFile, after: PdfFile, given: Set<number>): boolean {
  const later = pagesOf(after);
  const earlier = pagesOf(before);
  return (
    earlier.length === later.length &&
    earlier.every(({ number, page }, index) => {
      const now = later[index]!;
      if (now.number !== number) return false;
      const came = gained(listOf(before, page.get("Annots")), listOf(after, now.page.get("Annots")));
      return came?.every((one) => one instanceof PdfRef && given.has(one.number));
    })
  );
}

/**
 * Whether all that was added to a file after it was signed is further signatures, their marks on the pages and their
 * proofs: nothing that was there is gone or says something else, and nothing that it spoke of came later.
 * @throws UnreadablePdf
 */
export function onlySignedSince(before: PdfFile, after: PdfFile): boolean {
  // Bytes behind the end that no update reaches.
  if (after.startsAt === before.startsAt) return false;
  if (written(before.trailer.get("Root") ?? null) !== written(after.trailer.get("Root") ?? null))
    return false;
  const references = referencesIn(before);
  const judges = touchable(before, references);
  const known = new Set(before.numbers());
  for (const number of known) {
    if (after.sharesWith(before, number)) continue;
    const [was, is] = [before.object(number), after.object(number)];
    if (!was || !is) return false;
    if (same(was, is) || (isStructure(was) && isStructure(is))) continue;
    if (judges.get(number)?.(was, is) !== true) return false;
  }
  if (after.numbers().some((number) => !known.has(number) && references.has(number))) return false;
  const given = givenIn(after);
  return formOnlySigned(before, after, given) && pagesOnlySigned(before, after, given);
}
