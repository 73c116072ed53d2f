import { getDocument } from "unpdf/pdfjs";
import { cleanText } from "../clean-text.ts";

/** What a PDF says of itself. */
export interface PdfFacts {
  /** Null: none, or more than any document has. */
  pages: number | null;
  /** Null: it has none, or one that says nothing. */
  title: string | null;
}

const LONGEST_TITLE = 300;
const MOST_PAGES = 100_000;

/** "Microsoft Word - ke hoach.docx" is the name of a file. */
const madeByProgram =
  /^(?:Microsoft (?:Word|Excel|PowerPoint) - .*|untitled|.*\.(?:docx?|xlsx?|pptx?|pdf|odt))$/iu;

/** Reads how many pages a PDF has and its title, in this thread; no page is opened. `bytes` are taken over. */
export async function readFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: 0,
  });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    const said = (info as { Title?: unknown }).Title;
    const title = typeof said === "string" ? cleanText(said.slice(0, LONGEST_TITLE)).trim() : "";
    const { numPages } = document;
    const pages = numPages > 0 && numPages <= MOST_PAGES ? numPages : null;
    return { pages, title: title === "" || madeByProgram.test(title) ? null : title };
  } finally {
    await task.destroy();
  }
}
