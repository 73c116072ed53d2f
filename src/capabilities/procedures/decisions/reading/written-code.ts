import { splitCode } from "../../procedure-code.ts";

/** A national code with its suffix; narrow columns break it anywhere: "1.0141 01.000.00. 00.H05". */
const broken = /(?<![\d.])(\d)\s?\.\s?(\d(?:\s?\d){5})(?!\s?\d)((?:\s?\.\s?[0-9A-Z](?:\s?[0-9A-Z])*)*)/u;
/** Within a sentence only what surely is one. */
const plain = /(?<![\d.])(\d)\.\s?(\d{6})(?!\d)((?:\s?\.\s?\d[\d ]*)*(?:\s?\.\s?[A-Z]\s?\d\s?\d)?)/u;
const olderCode = /(?<![\p{L}\d])[A-Z](?:-[A-Z]{2,10})?-\d{6}(?:-[A-Z]{2})?(?![\p{L}\d])/u;

/** The code in a cell that holds codes; "" for none. */
export function codeInCell(text: string): string {
  const found = broken.exec(text);
  if (found) return `${found[1]}.${found[2]!.replace(/\s/gu, "")}`;
  const older = olderCode.exec(text);
  return older ? splitCode(older[0]).code : "";
}

/** A name and the code that stands within it: "Cấp phép … (Mã TTHC: 1.014101.000.00.00.H05)". */
export function codeInName(text: string): { code: string; name: string } {
  const found = plain.exec(text) ?? inBrackets(text);
  if (!found) return { code: "", name: text };
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  const name = `${before.replace(/[\s([:–-]*(?:m[ãa](?:\s+s[ốo])?(?:\s+(?:tthc|th[ủu] t[ụu]c(?:\s+h[àa]nh\s+ch[íi]nh)?|h[ồo] s[ơo]))?)?[\s:([–-]*$/iu, "")} ${after.replace(/^[\s)\].:;–-]+/u, "")}`;
  return { code: `${found[1]}.${found[2]!.replace(/\s/gu, "")}`, name: name.replace(/\s+/gu, " ").trim() };
}

/** In brackets a code may be broken over lines. */
function inBrackets(text: string): RegExpExecArray | null {
  const brackets = /[([]([^()[\]]*)[)\]]\s*$/u.exec(text);
  const found = brackets && broken.exec(brackets[1]!);
  if (!brackets || !found) return null;
  found.index += brackets.index + 1;
  return found;
}
