import { describe, expect, test } from "vitest";
import { sampleDocument } from "../write/sample-document.ts";
import { writePdf } from "../write/write-pdf.ts";
import { lookAtPdf } from "./look-at-pdf.ts";
import { samplePdf, signedPdf } from "./pdf.fixture.ts";

const changed = (file: Buffer, from: string, to: string) =>
  Buffer.from(file.toString("latin1").replace(from, to), "latin1");

describe("tệp PDF được xem kỹ trước khi giữ", () => {
  test("tệp nguyên vẹn được nhận, cả bản có mục lục nén và bản do hệ thống xuất; không có chữ ký thì nói là không thấy", async () => {
    const whole = { whole: true, signatureSeen: false };
    expect(lookAtPdf(samplePdf())).toEqual(whole);
    expect(lookAtPdf(samplePdf("nén", { compressed: true }))).toEqual(whole);
    expect(lookAtPdf(Buffer.from(await writePdf(sampleDocument())))).toEqual(whole);
    expect(lookAtPdf(Buffer.concat([Buffer.from("\n\n"), samplePdf()]))).toEqual(whole);
  });

  test("có từ điển chữ ký với vùng byte nằm trong tệp thì nói là có", () => {
    expect(lookAtPdf(signedPdf())).toEqual({ whole: true, signatureSeen: true });
    const outside = changed(signedPdf(), "/ByteRange [0 ", "/ByteRange [9999999 ");
    expect(lookAtPdf(outside)).not.toMatchObject({ signatureSeen: true });
    expect(lookAtPdf(samplePdf("/ByteRange"))).toMatchObject({ signatureSeen: false });
  });

  test("không phải PDF, bị cắt, bị sai lệch, bị khóa thì từ chối và nói vì sao", () => {
    const why = (file: Buffer) => {
      const found = lookAtPdf(file);
      return found.whole ? null : found.why;
    };
    expect(why(Buffer.from("<html>%%EOF"))).toMatch(/không phải là PDF/u);
    expect(why(Buffer.from("PK\u0003\u0004"))).toMatch(/không phải là PDF/u);
    for (const file of [samplePdf(), samplePdf("nén", { compressed: true }), signedPdf()]) {
      expect(why(file.subarray(0, file.length - 30))).toMatch(/thiếu phần cuối/u);
      expect(why(Buffer.concat([file.subarray(0, 60), file.subarray(70)]))).toMatch(/bị hỏng/u);
      expect(why(changed(file, "2 0 obj", "9 9 xxx"))).toMatch(/bị hỏng/u);
    }
    expect(why(changed(samplePdf(), "trailer", "trailor"))).toMatch(/bị hỏng/u);
    expect(why(Buffer.from("%PDF-1.7\nmẫu\n%%EOF\n"))).toMatch(/thiếu phần cuối/u);
    for (const compressed of [false, true])
      expect(why(samplePdf("khóa", { trailer: "/Encrypt 9 0 R ", compressed }))).toMatch(
        /khóa bằng mật khẩu/u,
      );
  });
});
