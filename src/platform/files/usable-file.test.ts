import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { UnusableFile, usableFile } from "./usable-file.ts";

const zipOf = async (names: string[]): Promise<Uint8Array> => {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const name of names) await zip.add(name, new TextReader("<x/>"));
  return zip.close();
};
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const photo = (withPlace = false) => {
  const made = sharp({ create: { width: 3000, height: 1000, channels: 3, background: "#a33" } }).jpeg();
  return (
    withPlace
      ? made.withExif({ IFD0: { Make: "Máy ảnh mẫu" }, IFD3: { GPSLatitude: "21/1 11/1 0/1" } })
      : made
  ).toBuffer();
};

describe("a file that is kept", () => {
  test("is a picture written anew: smaller, upright, without place and camera", async () => {
    const original = await photo(true);
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const kept = await usableFile(original, "Ảnh hội nghị.JPEG");
    expect(kept).toMatchObject({ fileName: "Ảnh hội nghị.jpg", contentType: "image/jpeg" });
    const { exif, width } = await sharp(kept.bytes).metadata();
    expect([exif, width]).toEqual([undefined, 2400]);
    expect(Buffer.from(kept.bytes).includes("Máy ảnh mẫu")).toBe(false);
  });

  test.each([
    ["bien-ban.pdf", pdf, "application/pdf", "bien-ban.pdf"],
    [
      "bang.xlsx",
      zipOf(["[Content_Types].xml", "xl/workbook.xml"]),
      expect.stringMatching(/sheet$/),
      "bang.xlsx",
    ],
    [
      "van-ban.docx",
      zipOf(["[Content_Types].xml", "word/document.xml"]),
      expect.stringMatching(/document$/),
      "van-ban.docx",
    ],
  ])("is what its content says: %s", async (name, bytes, contentType, fileName) => {
    expect(await usableFile(await bytes, name)).toMatchObject({ contentType, fileName });
  });

  test("loses a false ending, a path, and marks that turn the direction of writing", async () => {
    expect((await usableFile(pdf, "C:\\hồ sơ\\giả.exe")).fileName).toBe("giả.pdf");
    expect((await usableFile(pdf, "../../hoá\u202Efdp.exe")).fileName).toBe("hoáfdp.pdf");
    expect((await usableFile(pdf, "")).fileName).toBe("tep.pdf");
  });
});

describe("a file that is refused in one sentence", () => {
  test.each([
    ["empty", "rong.pdf", Buffer.alloc(0), "rỗng"],
    ["a truncated PDF", "cut.pdf", pdf.subarray(0, 20), "bị hỏng"],
    [
      "a page in disguise",
      "anh.jpg",
      Buffer.from("<!doctype html><script>alert(1)</script>"),
      "không được nhận",
    ],
    [
      "a drawing with script",
      "hinh.svg",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      "không được nhận",
    ],
    ["a program", "cai-dat.exe", Buffer.from("MZ\u0090\u0000"), "không được nhận"],
    ["an old or locked Office file", "cu.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "Office cũ"],
    ["an archive of anything", "goi.zip", zipOf(["ghi-chu.txt"]), "Tệp nén"],
    [
      "a workbook with macros",
      "bang.xlsx",
      zipOf(["[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"]),
      "macro",
    ],
    [
      "a truncated archive",
      "hong.docx",
      zipOf(["[Content_Types].xml", "word/document.xml"]).then((b) => b.subarray(0, 60)),
      "hỏng",
    ],
    ["a truncated picture", "anh.jpg", photo().then((b) => b.subarray(0, 2000)), "bị hỏng"],
  ])("%s", async (_, name, bytes, words) => {
    const refused = usableFile(await bytes, name);
    await expect(refused).rejects.toThrow(UnusableFile);
    await expect(refused).rejects.toThrow(words);
  });
});
