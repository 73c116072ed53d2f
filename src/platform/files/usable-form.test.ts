import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { describe, expect, test } from "vitest";
import { UnusableFile } from "./usable-file.ts";
import { usableForm } from "./usable-form.ts";

const zipOf = async (parts: Record<string, string>): Promise<Uint8Array> => {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
  return zip.close();
};

const openText = (manifest = "<manifest/>") =>
  zipOf({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": "<x/>",
    "META-INF/manifest.xml": manifest,
  });

/** A compound file with one table of sectors, one sector of directory and then the first stream's bytes. */
function oldFile(names: string[], stream = Buffer.alloc(512)): Buffer {
  const header = Buffer.alloc(512);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  table.writeUInt32LE(0xfffffffe, 8);
  const directory = Buffer.alloc(512);
  for (const [index, name] of ["Root Entry", ...names].entries()) {
    directory.write(name, index * 128, "utf16le");
    directory.writeUInt16LE((name.length + 1) * 2, index * 128 + 64);
    directory.writeUInt32LE(2, index * 128 + 116);
  }
  return Buffer.concat([header, table, directory, stream]);
}

const lockedWord = Buffer.alloc(512);
lockedWord.writeUInt16LE(0x0100, 10);
const lockedBook = Buffer.alloc(512);
lockedBook.set([0x09, 0x08, 0x02, 0x00, 0x00, 0x06, 0x2f, 0x00]);

describe("a form", () => {
  test.each([
    ["an open text", "don.odt", openText(), "don.odt", "application/vnd.oasis.opendocument.text"],
    ["an old Word file", "Đơn.tmp", oldFile(["WordDocument"]), "Đơn.doc", "application/msword"],
    ["an old workbook", "bang.doc", oldFile(["Workbook"]), "bang.xls", "application/vnd.ms-excel"],
    ["a PDF", "a.docx", Buffer.from("%PDF-1.7\n%%EOF\n"), "a.pdf", "application/pdf"],
  ])("is what its content says: %s", async (_, name, bytes, fileName, contentType) => {
    expect(await usableForm(await bytes, name)).toMatchObject({ fileName, contentType });
  });

  test.each([
    ["a page in disguise", "don.doc", Buffer.from("<html><script></script>"), "không được nhận"],
    ["a picture", "anh.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "không được nhận"],
    ["an old file with macros", "don.doc", oldFile(["WordDocument", "Macros"]), "macro"],
    ["a locked old text", "don.doc", oldFile(["WordDocument"], lockedWord), "mật khẩu"],
    ["a locked old workbook", "b.xls", oldFile(["Workbook"], lockedBook), "mật khẩu"],
    ["a locked new file", "don.docx", oldFile(["EncryptedPackage"]), "mật khẩu"],
    ["a truncated old file", "don.doc", oldFile(["WordDocument"]).subarray(0, 900), "hỏng"],
    ["another compound file", "don.msg", oldFile(["__properties_version1.0"]), "không phải văn bản Word"],
    ["an open text with macros", "a.odt", openText('<f full-path="Basic/x.xml"/>'), "macro"],
    ["a locked open text", "a.odt", openText("<encryption-data/>"), "mật khẩu"],
    ["an archive of anything", "a.zip", zipOf({ "a.txt": "x" }), "Tệp nén"],
    ["nothing", "a.doc", Buffer.alloc(0), "rỗng"],
  ])("is refused in one sentence: %s", async (_, name, bytes, words) => {
    const refused = usableForm(await bytes, name);
    await expect(refused).rejects.toThrow(UnusableFile);
    await expect(refused).rejects.toThrow(words);
  });
});
