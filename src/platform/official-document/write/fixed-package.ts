import {
  TextReader,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from "@zip.js/zip.js";

/** The one moment that a package may carry whatever the machine's time zone: where the ZIP format's clock begins. */
const zipEpoch = new Date(1980, 0, 1);

/**
 * The same .docx with everything that changes from one writing to the next made the same: `at` as the moment of its
 * making (ISO instant), links numbered in the order of the text, entries without times of their own. Two documents of
 * the same words and moment are the same bytes.
 */
export async function fixedPackage(file: Uint8Array, at: string): Promise<Uint8Array> {
  const parts = new Map<string, string>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(file)).getEntries())
    if (!entry.directory) parts.set(entry.filename, await entry.getData(new TextWriter()));
  const change = (name: string, changed: (xml: string) => string) => {
    const xml = parts.get(name);
    if (xml !== undefined) parts.set(name, changed(xml));
  };
  change("docProps/core.xml", (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${new Date(at).toISOString()}`),
  );
  const text = parts.get("word/document.xml") ?? "";
  const links = new Map<string, string>();
  for (const [, id] of text.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/gu))
    if (!links.has(id!)) links.set(id!, `link${links.size + 1}`);
  const renamed = (xml: string, attribute: string) =>
    xml.replace(new RegExp(`(${attribute}=")([^"]+)"`, "gu"), (whole, head: string, id: string) =>
      links.has(id) ? `${head}${links.get(id)}"` : whole,
    );
  change("word/document.xml", (xml) => renamed(xml, "r:id"));
  change("word/_rels/document.xml.rels", (xml) => sortedRelations(renamed(xml, " Id")));
  const made = new ZipWriter(new Uint8ArrayWriter(), {
    lastModDate: zipEpoch,
    extendedTimestamp: false,
    useWebWorkers: false,
  });
  // The list of contents comes first, where programs that judge a file by its beginning look for it.
  const first = "[Content_Types].xml";
  for (const name of [first, ...[...parts.keys()].filter((part) => part !== first)])
    await made.add(name, new TextReader(parts.get(name) ?? ""));
  return made.close();
}

/** The relations of a part in the order of their ids. */
function sortedRelations(xml: string): string {
  const relations = [...xml.matchAll(/<Relationship [^>]*\/>/gu)].map(([one]) => one).sort();
  const first = xml.indexOf("<Relationship ");
  return first < 0 ? xml : `${xml.slice(0, first)}${relations.join("")}</Relationships>`;
}
