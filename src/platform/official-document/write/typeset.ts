import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles, lettersOfFont } from "./times-face.ts";

/** This machine cannot write PDF; every other format still works. The message says what to do. */
export class PdfUnavailable extends Error {
  override name = "PdfUnavailable";
}

interface Press {
  compiler: NodeCompiler;
  letters: Set<number>;
}

let press: Promise<Press> | undefined;

async function openPress(): Promise<Press> {
  try {
    const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
    const fonts = fontFiles();
    const compiler = NodeCompiler.create({
      fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
    });
    const [first, ...others] = fonts.map((font) => new Set(lettersOfFont(font).keys()));
    return { compiler, letters: others.reduce((all, some) => all.intersection(some), first!) };
  } catch (cause) {
    throw new PdfUnavailable(
      "Máy chủ này chưa xuất được PDF vì thiếu thành phần dàn trang cho hệ điều hành của máy. Hãy xuất tệp .docx rồi lưu thành PDF bằng trình soạn thảo văn bản.",
      { cause },
    );
  }
}

/** The text with what the font lacks as □ instead of vanishing; runs of spaces keep their width. */
const printableWith =
  (letters: Set<number>) =>
  (text: string): string =>
    Array.from(text, (letter) => (letter === "\n" || letters.has(letter.codePointAt(0)!) ? letter : "□"))
      .join("")
      // Typst folds runs of spaces; blanks for number and date must keep their width.
      .replace(/ {2,}/gu, (blank) => "\u00a0".repeat(blank.length));

type InputsOf = (printable: (text: string) => string) => Record<string, string>;

/**
 * Sets a template as a tagged PDF (PDF/UA-1). What it shows comes in as inputs, each a text, so that no text of a user
 * is ever read as Typst code. Throws PdfUnavailable where the typesetter does not run.
 */
export const typeset = async (template: string, inputsOf: InputsOf): Promise<Uint8Array> =>
  (await typesetPages(template, inputsOf)).bytes;

/** The same, with how many pages it has. */
export async function typesetPages(
  template: string,
  inputsOf: InputsOf,
): Promise<{ bytes: Uint8Array; pages: number }> {
  press ??= openPress();
  const { compiler, letters } = await press.catch((fault) => {
    press = undefined;
    throw fault;
  });
  const compiled = compiler.compile({ mainFileContent: template, inputs: inputsOf(printableWith(letters)) });
  if (compiled.result === null)
    throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  const pages = compiled.result.numOfPages;
  const file = compiler.pdf(compiled.result, { pdfStandard: "ua-1" });
  compiler.evictCache(5);
  return { bytes: new Uint8Array(file), pages };
}
