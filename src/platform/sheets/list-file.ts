import { fileBytes } from "#platform/official-document/read/file-bytes.ts";
import { tooLargeList } from "./rows/refusals.ts";
import { rowLimits } from "./rows/row-visitor.ts";

/** The bytes of a list that a command names. @throws UnreadableDocument where there is none to open */
export const listFile = (path: string): Promise<Uint8Array> =>
  fileBytes(path, { most: rowLimits.fileBytes, tooLarge: tooLargeList });
