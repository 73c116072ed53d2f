import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import {
  csvOf,
  everyFormat,
  type Grid,
  windows1258Of,
  xlsOf,
  xlsxOf,
} from "#platform/sheets/lists.fixture.ts";
import { canonicalRow } from "./canonical-row.ts";
import { diffProcedureLists } from "./diff-procedure-lists.ts";
import { readProcedureList } from "./read-procedure-list.ts";

const heads = ["STT", "Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Cách thức thực hiện", "Trạng thái"];
const row = (number: number, code: string | number, name: string, ...more: (string | null)[]) => [
  number,
  code,
  name,
  ...more,
];

/** As a one-stop system exports it: a title, heads over three rows, totals and signatures below. */
const dirty: Grid = [
  ["DANH MỤC THỦ TỤC HÀNH CHÍNH của Sở Mẫu Thử, năm 2026"],
  [],
  ["STT", "Thông tin thủ tục", null, null, "Cách thức", "Trạng thái"],
  [null, "Mã TTHC", "Tên thủ tục", "Lĩnh vực", "thực hiện", null],
  [null, "(bắt buộc)", null, null, null, null],
  ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
  row(
    1,
    "1.000111",
    "Cấp phép tổ chức biểu diễn",
    "Nghệ thuật biểu diễn",
    "Trực tiếp; Trực tuyến",
    "Còn hiệu lực",
  ),
  row(
    2,
    "2.000222.000.00.00.H05",
    "Xác nhận của thư viện tỉnh, được thực hiện tại tổ chức",
    "Thư viện",
    "Trực tuyến",
    "",
  ),
  heads,
  row(3, 1.0042, "Thông báo tổ chức lễ hội", "Lễ hội", "Trực tuyến", "Bãi bỏ"),
  row(4, "", "Không có mã", "Lễ hội", "", ""),
  row(
    5,
    "1.000111",
    "Cấp phép tổ chức biểu diễn",
    "Nghệ thuật biểu diễn",
    "Trực tuyến; Trực tiếp",
    "Còn hiệu lực",
  ),
  row(6, "2.000222", "Xác nhận của thư viện xã", "Thư viện", "Trực tuyến", ""),
  ["Tổng cộng", null, "4 thủ tục", null, null, null],
  ["Người lập biểu", null, null, null, null, null],
];

const listOf = (grid: Grid) => readProcedureList(Buffer.from(csvOf(grid)));
const diffOf = async (old: Grid, next: Grid) => diffProcedureLists(await listOf(old), await listOf(next));

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readProcedureList(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^[\p{Lu}“][^\n]+\.$/u);
    return `${error.code}: ${error.message}`;
  }
  return "read";
}

describe("a list of procedures is read", () => {
  test("the same from every kind of file, with what is wrong by its row in the sheet", async () => {
    for (const [format, bytes] of await everyFormat(dirty)) {
      const list = await readProcedureList(bytes);
      expect(
        list.rows.map(({ row: line, written }) => [line, written.ma_tthc, written.ten_tthc]),
        format,
      ).toEqual([
        [7, "1.000111", "Cấp phép tổ chức biểu diễn"],
        [10, "1.004200", "Thông báo tổ chức lễ hội"],
        [13, "2.000222", "Xác nhận của thư viện xã"],
      ]);
      expect(list.counts, format).toEqual({
        read: 6,
        accepted: 3,
        duplicates: 1,
        superseded: 1,
        rejected: 1,
        skipped: 5,
      });
      expect(list.errors, format).toEqual([
        { row: 11, column: "ma_tthc", code: "missing-required", message: "Dòng thiếu mã thủ tục." },
      ]);
      expect(
        list.warnings.map(({ row: line, code }) => [line, code]),
        format,
      ).toEqual([
        [8, "superseded"],
        [10, "numeric-code-restored"],
      ]);
      expect(canonicalRow(list.rows[0]!), format).toMatchObject({ kenh: ["1", "2"], trang_thai: "hieu_luc" });
    }
  });

  test("from JSON in the forms that systems give", async () => {
    const rows = [
      {
        maTTHC: "1.000111",
        tenTTHC: "Một",
        kenh: ["Trực tiếp", "Trực tuyến"],
        thanhPhanHoSo: [{ ten: "Đơn", so_ban_chinh: 1 }],
      },
      {
        maTTHC: "1.000222",
        tenTTHC: "Hai",
        LINHVUCTHUCHIEN: [{ MALINHVUC: "G1", TENLINHVUC: "Thư viện" }],
        ngayCongBo: "2026-11-30T18:30:00Z",
      },
    ];
    const documents = [
      JSON.stringify(rows),
      JSON.stringify({ error_code: "00", result: rows }),
      JSON.stringify({ tong: 2, trang: { danhSach: rows, thuTu: [1, 2] } }),
      rows.map((one) => JSON.stringify(one)).join("\n"),
    ];
    for (const document of documents) {
      const { rows: read } = await readProcedureList(Buffer.from(document));
      expect(read.map(canonicalRow)).toEqual([
        {
          row: 1,
          ma_tthc: "1.000111",
          ten_tthc: "Một",
          kenh: ["1", "2"],
          thanh_phan_ho_so: ['{"so_ban_chinh":1,"ten":"Đơn"}'],
          trang_thai: "hieu_luc",
        },
        {
          row: 2,
          ma_tthc: "1.000222",
          ten_tthc: "Hai",
          ten_linh_vuc: "Thư viện",
          ngay_cong_bo: "2026-12-01",
          trang_thai: "hieu_luc",
        },
      ]);
    }
    expect((await readProcedureList(Buffer.from("[]")).catch((error) => error)).message).toContain("Mã TTHC");
  });

  test("with no row, with the heads twice, with formulas, on a sheet behind a cover", async () => {
    expect((await listOf([heads])).counts.read).toBe(0);
    const behind = await xlsxOf(
      [
        [["Bìa"], ["Năm", 2026]],
        [heads, row(1, "1.000111", "Một")],
      ],
      { names: ["Bìa", "Danh mục"] },
    );
    expect(await readProcedureList(behind)).toMatchObject({
      sheet: "Danh mục",
      headerLine: 1,
      counts: { accepted: 1 },
    });
    const formulas = await xlsxOf([[heads, [1, { formula: "A1" }, "Một"], row(2, "=1.000111", "Hai")]]);
    expect((await readProcedureList(formulas)).errors).toMatchObject([
      { row: 2, column: "ma_tthc", code: "no-value" },
    ]);
    const days = await xlsxOf(
      [
        [
          ["Mã TTHC", "Tên TTHC", "Ngày công bố"],
          ["1.000111", "Một", { day: 44_741 }],
        ],
      ],
      { from1904: true },
    );
    expect((await readProcedureList(days)).rows[0]!.written.ngay_cong_bo).toBe("2026-06-30");
    const old = xlsOf([
      ["Mã TTHC", "Tên TTHC", "Ngày công bố"],
      ["1.000111", "Một", { day: 46_203 }],
    ]);
    expect((await readProcedureList(old)).rows[0]!.written.ngay_cong_bo).toBe("2026-06-30");
  });

  test("with a field merged over the rows that it holds for", async () => {
    const grid: Grid = [
      ["Lĩnh vực", "Mã TTHC", "Tên thủ tục"],
      ["Thư viện", "1.000111", "Một"],
      [null, "1.000222", "Hai"],
      [null, "1.000333", "Ba"],
      [],
      ["Lễ hội", "1.000444", "Bốn"],
    ];
    const merges = ["A2:A4", "A6:A1000"];
    for (const bytes of [
      await xlsxOf([grid], { merges }),
      await xlsxOf([grid], { merges, prefix: "x:" }),
      xlsOf(grid, { merges }),
    ]) {
      const { rows, counts } = await readProcedureList(bytes);
      expect(rows.map(({ written }) => written.ten_linh_vuc)).toEqual([
        "Thư viện",
        "Thư viện",
        "Thư viện",
        "Lễ hội",
      ]);
      expect(counts).toMatchObject({ read: 4, rejected: 0 });
    }
  });

  test("codes whatever a spreadsheet made of them", async () => {
    const cases: [string | number, string | null][] = [
      [1.4227, "1.422700"],
      ["1.4227", "1.422700"],
      ["1,004227", "1.004227"],
      [1_004_227, "1.004227"],
      [2.0002, "2.000200"],
      [" 1.004628.000.00.00.H05 ", "1.004628"],
      ["1.004628.000.00.01.h22", "1.004628"],
      ["B-BTP-123456-TT", "B-BTP-123456-TT"],
      ["\u200b1.004\u00a0628", "1.004628"],
      ["chưa có", null],
    ];
    for (const [written, code] of cases) {
      const list = await readProcedureList(await xlsxOf([[heads, row(1, written, "Một")]]));
      expect([written, list.rows[0]?.code ?? null]).toEqual([written, code]);
    }
  });

  test("and what is none is refused in one sentence", async () => {
    const cases: [string, Uint8Array, string][] = [
      ["nothing", new Uint8Array(), "empty"],
      ["a PDF", Buffer.from("%PDF-1.7 danh mục"), "unknown-type"],
      [
        "a list without codes",
        Buffer.from(
          csvOf([
            ["STT", "Tên thủ tục", "Lĩnh vực"],
            [1, "Một", "Hai"],
          ]),
        ),
        "unknown-type: Bảng “CSV” thiếu cột “Mã TTHC”",
      ],
      [
        "another table",
        Buffer.from(
          csvOf([
            ["STT", "Họ tên"],
            [1, "Một"],
          ]),
        ),
        "unknown-type: Không tìm thấy dòng tiêu đề",
      ],
      ["broken JSON", Buffer.from('{"rows": [{"maTTHC": '), "damaged"],
      ["JSON with two lists", Buffer.from('{"a":[{"b":1}],"c":[{"d":2}]}'), "unknown-type"],
      ["an old workbook cut short", xlsOf(dirty).subarray(0, 900), "damaged"],
      [
        "an encrypted workbook",
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
        "password",
      ],
      ["a page without a table", Buffer.from("<html><body>Hết phiên làm việc</body></html>"), "unknown-type"],
    ];
    for (const [what, bytes, begin] of cases)
      expect([what, await refusal(bytes)]).toEqual([what, expect.stringContaining(begin)]);
  });
});

describe("two lists are compared", () => {
  const table = (...rows: Grid) => [
    ["Mã TTHC", "Tên thủ tục", "Cách thức thực hiện", "Thành phần hồ sơ", "Lĩnh vực", "Trạng thái"],
    ...rows,
  ];

  test("by code: what came, what was amended in which column, what was repealed", async () => {
    const { added, amended, repealed } = await diffOf(
      table(
        ["1.000001", "Một", "Trực tiếp", "Đơn", "A", ""],
        ["1.000002", "Hai", "", "", "A", ""],
        ["1.000003", "Ba", "", "", "A", ""],
        ["1.000005", "Năm", "", "", "A", "Hết hiệu lực"],
      ),
      table(
        ["1.000004", "Bốn", "", "", "B", ""],
        ["1.000003", "Ba mới", "", "", "A", "Bãi bỏ"],
        ["1.000001.000.00.00.H05", "Một mới", "Trực tiếp", "Đơn\nẢnh", "A", ""],
        ["1.000005", "Năm", "", "", "A", "Bãi bỏ"],
      ),
    );
    expect(added).toMatchObject([{ code: "1.000004", name: "Bốn" }]);
    expect(amended).toEqual([
      {
        code: "1.000001",
        name: "Một mới",
        changes: [
          { field: "ten_tthc", from: "Một", to: "Một mới" },
          { field: "thanh_phan_ho_so", from: "Đơn", to: "Đơn\nẢnh" },
        ],
      },
    ]);
    expect(repealed.map(({ code, because }) => [code, because])).toEqual([
      ["1.000002", "missing"],
      ["1.000003", "status"],
    ]);
  });

  test("in form alone tells them apart from what was amended", async () => {
    const wide = (...rows: Grid): Grid => [
      ["Mã TTHC", "Tên thủ tục", "Phí, lệ phí", "Thời hạn giải quyết", "Đơn vị tính", "Yêu cầu, điều kiện"],
      ...rows,
    ];
    const { amended, formal } = await diffOf(
      wide(
        ["1.000001", "Cấp giấy phép – nghệ thuật", "Không", "5 ngày làm việc", "", "Mức 1.500.000 đồng"],
        ["1.000002", "Cấp thẻ", "0 đồng", "5", "ngày làm việc", "UBND xã xác nhận"],
        ["1.000003", "Cấp thẻ", "500.000", "5 ngày làm việc", "", "Diện tích 1,5 ha"],
        ["1.000004", "Cấp thẻ", "Không", "5 ngày làm việc", "", "Không"],
      ),
      [
        ["TÊN TTHC", "Yêu cầu, điều kiện", "Mã số TTHC", "Thời hạn giải quyết", "Phí, lệ phí", "Đơn vị tính"],
        [
          "CẤP GIẤY PHÉP - NGHỆ THUẬT.",
          "mức 1500000 đồng;",
          "1.000001.000.00.00.H05",
          "05 ngày làm việc",
          "0",
          "",
        ],
        ["Cấp thẻ", "Uỷ ban nhân dân xã xác nhận", "1.000002", "05", "Miễn phí", "Ngày làm việc"],
        ["Cấp thẻ", "Diện tích 15 ha", "1.000003", "05 ngày", "500.000 đồng", ""],
        ["Cấp thẻ", "Có", "1.000004", "5 ngày làm việc", "100.000", ""],
      ],
    );
    expect(amended.map(({ code, changes }) => [code, ...changes.map(({ field }) => field)])).toEqual([
      ["1.000003", "thoi_han", "yeu_cau"],
      ["1.000004", "phi_le_phi", "yeu_cau"],
    ]);
    expect(formal.map(({ code, changes }) => [code, ...changes.map(({ field }) => field)])).toEqual([
      ["1.000001", "ten_tthc", "thoi_han", "phi_le_phi", "yeu_cau"],
      ["1.000002", "thoi_han", "phi_le_phi", "yeu_cau"],
      ["1.000003", "phi_le_phi"],
    ]);
  });

  test("by what they say, not by how it is written", async () => {
    const same: [string, string, string][] = [
      ["NFD", "Cấp giấy phép", "Cấp giấy phép".normalize("NFD")],
      ["no-break space", "Cấp giấy phép", "Cấp\u00a0giấy\u2007 phép "],
      ["zero width", "Cấp giấy phép", "Cấp\u200b giấy ph\u200dép\ufeff"],
      ["line break in a name", "Cấp giấy phép", "Cấp giấy\r\nphép"],
    ];
    for (const [what, one, other] of same) {
      const { amended, spelling } = await diffOf(table(["1.000001", one]), table(["1.000001", other]));
      expect([what, amended, spelling]).toEqual([what, [], []]);
    }
    const { amended, spelling } = await diffOf(
      table(["1.000001", "Văn hoá, thuỷ sản"], ["1.000002", "Hoà giải"]),
      table(["1.000001", "Văn hóa, thủy sản"], ["1.000002", "Hòa giai"]),
    );
    expect(amended.map(({ code }) => code)).toEqual(["1.000002"]);
    expect(spelling).toEqual([
      {
        code: "1.000001",
        changes: [{ field: "ten_tthc", from: "Văn hoá, thuỷ sản", to: "Văn hóa, thủy sản" }],
      },
    ]);
    const dated = (at: string, name: string): Grid => [
      ["Mã TTHC", "Tên thủ tục", "Ngày cập nhật"],
      ["1.000001", "Một", at],
      ["1.000002", name, at],
    ];
    const later = await diffOf(dated("01/11/2026", "Hai"), dated("02/11/2026", "Ba"));
    expect(later.touched).toEqual([
      { code: "1.000001", changes: [{ field: "cap_nhat_luc", from: "2026-11-01", to: "2026-11-02" }] },
    ]);
    expect(later.amended.map(({ code }) => code)).toEqual(["1.000002"]);
    const order = await diffOf(
      table(["1.000001", "Một", "Trực tiếp; Trực tuyến", "Đơn; Ảnh", "A", "Còn hiệu lực"]),
      table(["1.000001", "Một", "Trực tuyến\nTrực tiếp;", "Ảnh; Đơn", "A", "hieu_luc"]),
    );
    expect(order.amended.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ["thanh_phan_ho_so"],
    ]);
  });

  test("a row at fault in one list is neither repealed nor new", async () => {
    const { added, repealed, warnings } = await diffOf(
      table(["1.000001", "Một"], ["1.000002", ""]),
      table(
        ["1.000001", ""],
        ["1.000002", "Hai"],
        ["1.000003", "Ba", "", "", "", "Bãi bỏ theo QĐ 1/QĐ-UBND"],
      ),
    );
    expect([added, repealed.map(({ code }) => code), warnings.map(({ code }) => code)]).toEqual([
      [],
      ["1.000003"],
      ["1.000001", "1.000002"],
    ]);
  });

  const text = fc.stringMatching(/^[A-Za-zàảãáạđêếôơư ]{1,12}$/).filter((one) => one.trim() !== "");
  const procedures = fc.uniqueArray(
    fc.record({
      code: fc.integer({ min: 0, max: 60 }).map((number) => `1.${String(number).padStart(6, "0")}`),
      name: text,
      channels: fc.subarray(["Trực tiếp", "Trực tuyến", "Bưu chính công ích"]),
      field: text,
      status: fc.constantFrom("", "Còn hiệu lực", "Bãi bỏ"),
    }),
    { selector: ({ code }) => code, maxLength: 12 },
  );
  type Made = typeof procedures extends fc.Arbitrary<infer Rows> ? Rows : never;
  const columns = ["Mã thủ tục", "TENTTHC", "kenh", "Lĩnh vực", "Tình trạng"];
  const asGrid = (rows: Made, order: number[], mark = "; ") => [
    order.map((at) => columns[at]!),
    ...rows.map(({ code, name, channels, field, status }) => {
      const cells = [code, name, channels.join(mark), field, status];
      return order.map((at) => cells[at]!);
    }),
  ];
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });

  test("a list with itself differs in nothing; the order of rows and columns never matters", async () => {
    await fc.assert(
      fc.asyncProperty(procedures, procedures, orders, orders, async (old, next, first, second) => {
        const itself = await diffOf(asGrid(old, first), asGrid(old.toReversed(), second, "\n"));
        expect([itself.added, itself.amended, itself.repealed, itself.spelling]).toEqual([[], [], [], []]);
        const one = await diffOf(asGrid(old, first), asGrid(next, first));
        const other = await diffOf(asGrid(old.toReversed(), second), asGrid(next.toReversed(), second));
        const told = (diff: typeof one) => ({
          ...diff,
          added: diff.added.map(({ code }) => code),
          warnings: [],
        });
        expect(told(one)).toEqual(told(other));
        const codes = [...one.added, ...one.amended, ...one.repealed].map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 60 },
    );
  });
});

test("Windows-1258 is told from UTF-8 by its bytes", async () => {
  const { rows } = await readProcedureList(windows1258Of(csvOf(dirty)));
  expect(rows[0]!.written.ten_linh_vuc).toBe("Nghệ thuật biểu diễn");
});
