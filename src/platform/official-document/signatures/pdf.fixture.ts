import { deflateSync } from "node:zlib";

const objects = [
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
];

/** A small whole PDF; `words` stand in a comment, so that two files may differ. */
export function samplePdf(words = "mẫu", { trailer = "", compressed = false } = {}): Buffer {
  let text = `%PDF-1.7\n%${Buffer.from(words).toString("latin1")}\n`;
  const places = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = text.length;
  if (compressed) {
    const rows = Buffer.alloc(5 * 5);
    for (const [index, at] of [0, ...places, start].entries()) {
      rows[index * 5] = index === 0 ? 0 : 1;
      rows.writeUInt16BE(at, index * 5 + 1);
    }
    const packed = deflateSync(rows);
    text += `4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 2] /Root 1 0 R /Filter /FlateDecode /Length ${packed.length} ${trailer}>>\nstream\n${packed.toString("latin1")}\nendstream\nendobj\n`;
  } else {
    const lines = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
    text += `xref\n0 4\n0000000000 65535 f \n${lines}trailer\n<< /Size 4 /Root 1 0 R ${trailer}>>\n`;
  }
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, "latin1");
}

/** The same with an update appended that holds a dictionary of a signature, as signing programs write it. */
export function signedPdf(words = "mẫu"): Buffer {
  const before = samplePdf(words).toString("latin1");
  const last = before.lastIndexOf("xref\n0 4");
  const at = before.length;
  const body = `4 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${at} ${at + 20} 10] /Contents <${"00".repeat(16)}> >>\nendobj\n`;
  const start = at + body.length;
  return Buffer.from(
    `${before}${body}xref\n4 1\n${String(at).padStart(10, "0")} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev ${last} >>\nstartxref\n${start}\n%%EOF\n`,
    "latin1",
  );
}
