import { slugify } from "#platform/text/slugify.ts";

/** "1.004628.000.00.00.H05": a code and what an agency appends to it; behind an older code only what is surely that. */
const withSuffix = /^(?:(\d\.\d{6})\.([0-9A-Z.]+)|(.+)\.(\d{3}(?:\.\d{2}){2,3}\.[A-Z]\d{2}))$/;

/** A code as people write it, apart from the agency's suffix; older codes ("B-BTP-123456-TT") as well. */
export function splitCode(written: string): { code: string; suffix: string } {
  const text = written.normalize("NFC").replace(/\s+/gu, "").toUpperCase();
  const [, national, its, older, tail] = withSuffix.exec(text) ?? [];
  return { code: national ?? older ?? text, suffix: its ?? tail ?? "" };
}

/** What a code is made of, with or without its suffix. */
export const codePattern = /^[0-9A-Za-z][0-9A-Za-z.-]{2,59}$/;

/** Where a procedure stands on the portal: "/thu-tuc/1.004628-cap-giay-phep". */
export const procedurePath = ({ code, name }: { code: string; name: string }): string =>
  `/thu-tuc/${encodeURIComponent(code.toLowerCase())}-${slugify(name, 80)}`;
