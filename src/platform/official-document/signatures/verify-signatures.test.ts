import { beforeAll, describe, expect, test } from "vitest";
import { type Identity, identity } from "./identity.fixture.ts";
import { samplePdf } from "./pdf.fixture.ts";
import { appended, appendedPacked, fill, type Signing, signPdf, updateFor } from "./sign-pdf.fixture.ts";
import { type FoundSignature, worstState } from "./signature-state.ts";
import { verifySignatures } from "./verify-signatures.ts";

const now = new Date("2026-11-30T00:00:00Z");
let root: Identity;
let between: Identity;
let signer: Identity;
let clerk: Identity;
let service: Identity;
let signed: Buffer;

const check = async (file: Buffer, roots = [root.pem]) => {
  const found = await verifySignatures(file, { roots, now });
  return { ...found, states: found.signatures.map(({ state }) => state) };
};
const only = async (file: Buffer, roots?: string[]): Promise<FoundSignature> => {
  const { signatures, unreadable } = await check(file, roots);
  expect([unreadable, signatures.length]).toEqual([null, 1]);
  return signatures[0]!;
};
const by = (who: Identity, more: Partial<Signing> = {}): Signing => ({
  signer: who,
  chain: [between],
  ...more,
});
const changed = (file: Buffer, from: string, to: string) =>
  Buffer.from(file.toString("latin1").replace(from, to), "latin1");

beforeAll(async () => {
  root = await identity("Gốc Mẫu", { ca: true });
  between = await identity("Nơi cấp Mẫu", { issuer: root, ca: true });
  signer = await identity("Nguyễn Thị Mẫu", { issuer: between });
  clerk = await identity("Văn thư Sở Mẫu", { issuer: between });
  service = await identity("Dấu thời gian Mẫu", { issuer: root, stamps: true });
  signed = await signPdf(samplePdf(), by(signer));
});

describe("chữ ký nguyên vẹn", () => {
  test("nói ai ký, lúc nào, của cơ quan nào, và chứng thư có dẫn tới gốc tin cậy không", async () => {
    expect(await only(signed)).toEqual({
      kind: "signature",
      state: "trusted",
      why: null,
      name: "Nguyễn Thị Mẫu",
      organization: "Sở Mẫu",
      issuer: "Nơi cấp Mẫu",
      signedAt: "2026-11-02T08:00:00.000Z",
      timeProven: false,
      signedAfter: 0,
    });
    const nobody = await only(signed, []);
    expect(nobody).toMatchObject({ state: "unverified", why: expect.stringMatching(/gốc tin cậy/u) });
  });

  test("RSA, RSA-PSS, ECDSA, SHA-384, CAdES, tệp có mục lục nén đều kiểm tra được", async () => {
    for (const [scheme, hash] of [
      ["rsa", "SHA-256"],
      ["pss", "SHA-256"],
      ["ecdsa", "SHA-384"],
    ] as const) {
      const person = await identity("Trần Văn Mẫu", { issuer: between, scheme, hash });
      const file = await signPdf(samplePdf(), by(person, { hash, subFilter: "ETSI.CAdES.detached" }));
      expect((await only(file)).state).toBe("trusted");
      expect((await only(changed(file, "MediaBox [0 0 595", "MediaBox [0 0 594"))).state).toBe("changed");
    }
    const packed = await signPdf(samplePdf("nén", { compressed: true }), by(signer));
    expect((await only(packed)).state).toBe("trusted");
  });

  test("dấu thời gian tin cậy thì là giờ ký; của nơi không tin cậy thì không", async () => {
    const stamped = await signPdf(
      samplePdf(),
      by(signer, { stampedBy: service, stampedAt: "2026-11-03T01:02:03Z" }),
    );
    expect(await only(stamped)).toMatchObject({
      state: "trusted",
      timeProven: true,
      signedAt: "2026-11-03T01:02:03.000Z",
    });
    const stranger = await identity("Dấu lạ", { stamps: true });
    const strange = await signPdf(
      samplePdf(),
      by(signer, { stampedBy: stranger, stampedAt: "2026-11-03T01:02:03Z" }),
    );
    expect(await only(strange)).toMatchObject({ timeProven: false, signedAt: "2026-11-02T08:00:00.000Z" });
    const whole = await signPdf(signed, { signer: service, subFilter: "ETSI.RFC3161" });
    expect((await check(whole)).signatures).toMatchObject([
      { kind: "signature", state: "trusted", signedAfter: 1 },
      { kind: "stamp", state: "trusted", name: "Dấu thời gian Mẫu" },
    ]);
  });

  test("ký thêm lần nữa không làm hỏng chữ ký trước; lần sau bị sửa thì cả hai không còn tốt", async () => {
    const twice = await signPdf(signed, by(clerk));
    expect((await check(twice)).signatures).toMatchObject([
      { name: "Nguyễn Thị Mẫu", state: "trusted", signedAfter: 1 },
      { name: "Văn thư Sở Mẫu", state: "trusted", signedAfter: 0 },
    ]);
    expect((await check(changed(twice, "Chu ky 6", "Chu ky 7"))).states).toEqual(["changed", "changed"]);
    expect((await check(changed(twice, "MediaBox [0 0 595", "MediaBox [0 0 594"))).states).toEqual([
      "changed",
      "changed",
    ]);
    const final = await signPdf(
      samplePdf(),
      by(signer),
      "/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] ",
    );
    expect((await check(final)).states).toEqual(["trusted"]);
    expect((await check(await signPdf(final, by(clerk)))).states).toEqual(["changed", "trusted"]);
  });
});

describe("chứng thư không đáng tin thì chữ ký không tin cậy", () => {
  test.each([
    ["hết hạn lúc ký", () => identity("Mẫu", { issuer: between, to: "2026-06-01" }), /hết hạn/u],
    ["chưa có hiệu lực", () => identity("Mẫu", { issuer: between, from: "2026-12-01" }), /chưa có hiệu lực/u],
    ["tự ký", () => identity("Mẫu"), /tự ký/u],
    [
      "mạo tên nơi cấp",
      async () => identity("Mẫu", { issuer: await identity("Nơi cấp Mẫu", { ca: true }) }),
      /gốc/u,
    ],
    ["do người không được cấp", () => identity("Mẫu", { issuer: signer }), /gốc/u],
    [
      "cấp để đóng dấu thời gian",
      () => identity("Mẫu", { issuer: between, stamps: true }),
      /không được cấp để ký/u,
    ],
    ["ký bằng SHA-1", () => identity("Mẫu", { issuer: between, hash: "SHA-1" }), /đã yếu/u],
  ])("%s", async (_, person, why) => {
    const who = await person();
    const file = await signPdf(samplePdf(), by(who, { chain: [between, signer] }));
    expect(await only(file)).toMatchObject({ state: "unverified", why: expect.stringMatching(why) });
  });

  test("gốc chỉ cho cấp một tầng; giờ ký ở tương lai", async () => {
    const narrow = await identity("Gốc hẹp", { ca: true, room: 0 });
    const below = await identity("Tầng dưới", { issuer: narrow, ca: true });
    const who = await identity("Mẫu", { issuer: below });
    const deep = await signPdf(samplePdf(), { signer: who, chain: [below] });
    expect(await only(deep, [narrow.pem])).toMatchObject({ state: "unverified" });
    const early = await signPdf(samplePdf(), by(signer, { at: "2027-05-01T00:00:00Z" }));
    expect(await only(early)).toMatchObject({
      state: "unverified",
      why: expect.stringMatching(/sau thời điểm/u),
    });
  });
});

describe("chữ ký bị làm giả không bao giờ được coi là tốt", () => {
  test("SHA-1 được gọi tên và không tính là nguyên vẹn", async () => {
    const old = await identity("Mẫu", { issuer: between, scheme: "rsa", hash: "SHA-1" });
    const file = await signPdf(samplePdf(), by(old, { hash: "SHA-1" }));
    expect(await only(file)).toMatchObject({ state: "weak", why: expect.stringMatching(/SHA-1/u) });
  });

  test("thêm nội dung sau khi ký: trang đổi, nội dung đổi, ghi chú che trang, chỗ trống được lấp, byte thừa", async () => {
    const page = (more: string) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more}>>`;
    const cases: Map<number, string>[] = [
      new Map([
        [3, page("/Annots [5 0 R] /Contents 9 0 R ")],
        [9, "<< /Length 1 >>\nstream\nq\nendstream"],
      ]),
      new Map([
        [2, "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>"],
        [9, page("")],
      ]),
      new Map([
        [3, page("/Annots [5 0 R 9 0 R] ")],
        [9, "<< /Subtype /FreeText /Rect [0 0 595 842] >>"],
      ]),
      // Looks like the mark of a signature, but none was given.
      new Map([
        [3, page("/Annots [5 0 R 9 0 R] ")],
        [9, "<< /Subtype /Widget /FT /Sig /V 4 0 R >>"],
      ]),
      new Map([
        [
          1,
          "<< /Type /Catalog /Pages 2 0 R /OpenAction 9 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> >>",
        ],
      ]),
    ];
    for (const objects of cases) expect((await only(appended(signed, objects))).state).toBe("changed");
    expect((await only(Buffer.concat([signed, Buffer.from("% thêm\n")]))).state).toBe("changed");
    expect((await only(Buffer.concat([signed, Buffer.from("\r\n")]))).state).toBe("trusted");
    // The file named content that was not there yet, and that the update brings.
    const waiting = await signPdf(
      Buffer.from(
        samplePdf()
          .toString("latin1")
          .replace("/Count 1 >>", "/Count 1 /Later 9 0 R >>")
          .replace(/xref\n0 4[\s\S]*$/u, (rest) =>
            rest
              .replace(/(\d{10})(?= 00000 n \ntrailer)/u, (at) => String(Number(at) + 13).padStart(10, "0"))
              .replace(/startxref\n(\d+)/u, (_, at) => `startxref\n${Number(at) + 13}`),
          ),
        "latin1",
      ),
      by(signer),
    );
    expect((await only(waiting)).state).toBe("trusted");
    expect((await only(appended(waiting, new Map([[9, "<< /Type /Page >>"]])))).state).toBe("changed");
  });

  test("như vậy cả khi các phần của tệp nằm trong dòng nén", async () => {
    const packed = await fill(appendedPacked(samplePdf(), updateFor(samplePdf()).objects), by(signer));
    expect((await only(packed)).state).toBe("trusted");
    const twice = await fill(appendedPacked(packed, updateFor(packed).objects), by(clerk));
    expect((await check(twice)).states).toEqual(["trusted", "trusted"]);
    const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [5 0 R] /Contents 9 0 R >>";
    const later = new Map([
      [3, page],
      [9, "<< /Length 1 >>\nstream\nq\nendstream"],
    ]);
    expect((await only(appendedPacked(packed, later))).state).toBe("changed");
    // One and the same object is the list of annotations and, to the page, something else.
    const listed = appended(
      samplePdf(),
      new Map([
        [3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots 4 0 R /Contents 4 0 R >>"],
        [4, "[]"],
      ]),
    );
    const objects = updateFor(listed).objects;
    objects.delete(3);
    const first = await fill(appended(listed, objects), by(signer));
    expect((await only(first)).state).toBe("trusted");
    const again = updateFor(first).objects;
    again.set(3, again.get(3)!.replace(/\/Annots .*/u, "/Annots 4 0 R /Contents 4 0 R >>"));
    again.set(4, "[8 0 R]");
    expect((await check(await fill(appended(first, again), by(clerk)))).states[0]).toBe("changed");
  });

  test("gốc của tệp, trường chữ ký hoặc chữ ký bị gỡ, thay", async () => {
    const removed = appended(signed, new Map([[1, "<< /Type /Catalog /Pages 2 0 R >>"]]));
    expect((await only(removed)).state).toBe("broken");
    const emptied = appended(signed, new Map([[5, "<< /Subtype /Widget /FT /Sig >>"]]));
    expect((await only(emptied)).state).toBe("broken");
    const other = await signPdf(samplePdf("tệp khác"), by(signer));
    const taken = /\/Contents <([0-9a-f]+)>/u.exec(other.toString("latin1"))![1]!;
    const swapped = changed(signed, /\/Contents <([0-9a-f]+)>/u.exec(signed.toString("latin1"))![1]!, taken);
    expect(await only(swapped)).toMatchObject({ state: "changed" });
    const elsewhere = await fill(
      appended(samplePdf(), updateFor(samplePdf()).objects),
      by(signer, { attached: Buffer.from("khác") }),
    );
    expect((await only(elsewhere)).state).toBe("broken");
  });

  test("vùng được ký có khe hở, lệch, quá lớn, đảo, thiếu số", async () => {
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/u;
    const [, length, after, rest] = range.exec(signed.toString("latin1"))!.map(Number) as number[];
    for (const tricked of [
      [0, length! - 20, after, rest],
      [0, length, after! + 10, rest! - 10],
      [5, length! - 5, after, rest],
      [0, length, after, rest! - 100],
      [0, length, after, 9_999_999_999],
      [0, length, after, Number.MAX_SAFE_INTEGER],
      [0, after, length, rest],
      [0, length, after],
      [0, 0, after, rest],
      [-1, length, after, rest],
    ]) {
      const file = changed(
        signed,
        range.exec(signed.toString("latin1"))![0],
        `/ByteRange [${tricked.join(" ")}]`.padEnd(47, " ").slice(0, 47),
      );
      const { states, unreadable } = await check(file);
      expect([unreadable !== null || states[0] === "broken", states.length <= 1]).toEqual([true, true]);
    }
  });

  test("chữ ký bị cắt, lấp bằng thứ khác, không đọc được, chứng thư bị tráo", async () => {
    const hex = /\/Contents <([0-9a-f]+?)0{40,}>/u.exec(signed.toString("latin1"))![1]!;
    const cut = changed(signed, hex, `${hex.slice(0, hex.length / 2).padEnd(hex.length, "0")}`);
    const stuffed = changed(signed, `${hex}${"0".repeat(40)}`, `${hex}${"0".repeat(8)}${"ab".repeat(16)}`);
    const letters = changed(signed, hex.slice(0, 4), "zzzz");
    const nothing = changed(signed, hex, "0".repeat(hex.length));
    const flipped = changed(signed, hex, `${hex.slice(0, -40)}${hex.slice(-40).replace(/[0-9a-f]/gu, "5")}`);
    for (const file of [cut, stuffed, letters, nothing, flipped]) {
      const { states, unreadable } = await check(file);
      expect(unreadable !== null || states.every((state) => state === "broken")).toBe(true);
    }
    const namesake = await identity("Lãnh đạo Mẫu", { issuer: between });
    const swapped = new (namesake.certificate.constructor as typeof import("pkijs").Certificate)();
    Object.assign(swapped, signer.certificate, { subject: namesake.certificate.subject });
    await swapped.sign(between.key as CryptoKey, "SHA-256");
    const posing = await signPdf(samplePdf(), by(signer, { swapped }));
    expect(await only(posing)).toMatchObject({ state: "broken" });
  });

  test("tệp bị cắt, bị khóa, sai khuôn dạng thì nói là không kiểm tra được; không có chữ ký thì không có", async () => {
    for (const file of [
      signed.subarray(0, signed.length - 30),
      Buffer.concat([Buffer.from("thừa"), signed]),
      samplePdf("khóa", { trailer: "/Encrypt 9 0 R " }),
      Buffer.from("không phải PDF"),
      changed(signed, "/SigFlags 3", "/Fields [ 3]"),
    ])
      expect(await check(file)).toMatchObject({ unreadable: expect.any(String), signatures: [] });
    expect(await check(samplePdf())).toMatchObject({ unreadable: null, signatures: [] });
    expect(worstState(await check(await signPdf(signed, { signer: clerk })))).toBe("unverified");
  });
});
