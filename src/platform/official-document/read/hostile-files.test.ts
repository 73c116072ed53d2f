import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { describe, expect, test } from "vitest";
import { documentXml, docxFile, p, zipFile } from "./docx.fixture.ts";
import { odtFile } from "./odt.fixture.ts";
import { readDocument } from "./read-document.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

async function refusal(file: Uint8Array, name = "a.docx"): Promise<string> {
  try {
    await readDocument(file, name);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^\p{Lu}[^\n]+\.$/u);
    return error.code;
  }
  return "read";
}

/** The places of a signature in a zip: "PK\x01\x02" heads an entry of the directory, "PK\x03\x04" an entry itself. */
function places(file: Uint8Array, kind: 1 | 3): number[] {
  const bytes = Buffer.from(file);
  const found: number[] = [];
  for (let at = bytes.indexOf(`PK${String.fromCharCode(kind, kind + 1)}`, 0, "latin1"); at >= 0; ) {
    found.push(at);
    at = bytes.indexOf(`PK${String.fromCharCode(kind, kind + 1)}`, at + 4, "latin1");
  }
  return found;
}

/** A copy in which 32-bit numbers are written at the given places. */
function patched(file: Uint8Array, numbers: [at: number, value: number][]): Uint8Array {
  const copy = Uint8Array.from(file);
  const view = new DataView(copy.buffer);
  for (const [at, value] of numbers) view.setUint32(at, value, true);
  return copy;
}

describe("a zip that lies", () => {
  test("about the size of its parts, in the directory or before them", async () => {
    const file = await docxFile(p("x".repeat(50_000)));
    const directory = places(file, 1);
    const held = await Promise.all([
      refusal(
        patched(
          file,
          directory.map((at) => [at + 24, 10]),
        ),
      ),
      refusal(
        patched(
          file,
          directory.map((at) => [at + 24, 0xfffffff0]),
        ),
      ),
      refusal(
        patched(
          file,
          directory.map((at) => [at + 20, 0x7ffffff0]),
        ),
      ),
      refusal(
        patched(
          file,
          places(file, 3).map((at) => [at + 22, 5]),
        ),
      ),
    ]);
    for (const outcome of held) expect(outcome).toMatch(/^(damaged|too-large|read)$/);
    expect(held.slice(1, 3)).not.toContain("read");
  });

  test("in which several names share the bytes of one part", async () => {
    const parts = { "word/document.xml": documentXml(p("x")), "word/a.xml": "<a/>", "word/b.xml": "<b/>" };
    const file = await zipFile(parts);
    const [first, ...others] = places(file, 1);
    const offset = new DataView(file.buffer, file.byteOffset).getUint32(first! + 42, true);
    expect(
      await refusal(
        patched(
          file,
          others.map((at) => [at + 42, offset]),
        ),
      ),
    ).toBe("damaged");
  });

  test("that holds zips in zips, macros, embedded objects and outside pictures reads as the text that it is", async () => {
    const inner = await zipFile({ "bomb.xml": " ".repeat(1_000_000) });
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    const body = `${p("chữ")}<w:p><w:r><w:pict><v:imagedata xmlns:v="v" r:href="http://127.0.0.1:1/a.png" xmlns:r="r"/></w:pict></w:r></w:p>`;
    const outside =
      '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://127.0.0.1:1/t.dotm" TargetMode="External"/><Relationship Id="r2" Type="http://x/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>';
    for (const [name, bytes] of [
      ["word/document.xml", Buffer.from(documentXml(body))],
      ["word/_rels/document.xml.rels", Buffer.from(outside)],
      ["word/vbaProject.bin", inner],
      ["word/embeddings/oleObject1.bin", inner],
    ] as const)
      await zip.add(name, new Uint8ArrayReader(new Uint8Array(bytes)));
    const { blocks } = await readDocument(await zip.close(), "a.docm");
    expect(blocks[0]).toMatchObject({ text: "chữ" });
  });
});

describe("XML that would take the machine", () => {
  test("an element of attributes without end, a part of styles beyond all use", async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `a${at}=""`).join(" ");
    expect(await refusal(await docxFile(`<w:p ${many}/>`))).toBe("hostile");
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><!--${" ".repeat(17_000_000)}--></w:styles>`;
    expect(await refusal(await docxFile(p("x"), { "word/styles.xml": styles }))).toBe("too-large");
  });

  test("tables of cells without end", async () => {
    const rows = `<w:tr>${"<w:tc/>".repeat(50)}</w:tr>`.repeat(7_000);
    expect(await refusal(await docxFile(`<w:tbl>${rows}</w:tbl>`))).toBe("too-large");
    const row =
      '<table:table-row><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>';
    expect(await refusal(await odtFile(`<table:table>${row.repeat(400)}</table:table>`), "a.odt")).toBe(
      "too-large",
    );
  });

  test("entities in a part beside the text, spaces without end in OpenDocument", async () => {
    const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:1/">]><x>&a;</x>';
    expect(await refusal(await docxFile(p("x"), { "word/styles.xml": entity }))).toBe("hostile");
    const spaces = `<text:p>${'<text:s text:c="99999999"/>'.repeat(20_000)}</text:p>`;
    expect(await refusal(await odtFile(spaces), "a.odt")).toBe("too-large");
  });
});
