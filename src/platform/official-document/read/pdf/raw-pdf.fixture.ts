type RawObject = string | { dictionary: string; bytes: Uint8Array | string };

/** A PDF of the given objects, numbered from 1, the first of which is the catalogue; written by hand, byte by byte. */
export function rawPdf({ objects, trailer = "" }: { objects: RawObject[]; trailer?: string }): Uint8Array {
  const parts: Buffer[] = [];
  let length = 0;
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  add("%PDF-1.7\n");
  const places = objects.map((object, at) => {
    const place = length;
    add(`${at + 1} 0 obj\n`);
    if (typeof object === "string") add(object);
    else {
      const bytes = typeof object.bytes === "string" ? Buffer.from(object.bytes, "latin1") : object.bytes;
      add(`<< /Length ${bytes.length} ${object.dictionary} >>\nstream\n`);
      add(bytes);
      add("\nendstream");
    }
    add("\nendobj\n");
    return place;
  });
  const table = length;
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** A PDF whose pages draw the given contents, in fonts that are named and not embedded (Latin letters only). */
export function contentPdf(
  contents: string | string[],
  fonts: Record<string, string> = { F1: "Times-Roman" },
  { catalog = "", page = "" }: { catalog?: string; page?: string } = {},
): Uint8Array {
  const pages = typeof contents === "string" ? [contents] : contents;
  const named = Object.entries(fonts)
    .map(
      ([key, name]) =>
        `/${key} << /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
    )
    .join(" ");
  const kids = pages.map((_, at) => `${3 + 2 * at} 0 R`).join(" ");
  return rawPdf({
    objects: [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      ...pages.flatMap((content, at): RawObject[] => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << ${named} >> >> /Contents ${4 + 2 * at} 0 R ${page} >>`,
        { dictionary: "", bytes: content },
      ]),
    ],
  });
}
