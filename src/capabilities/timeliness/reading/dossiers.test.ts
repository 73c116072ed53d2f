import { describe, expect, test } from "vitest";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { readDay, readYes } from "#platform/sheets/columns/read-values.ts";
import { csvOf, everyFormat, type Grid, type Written, xlsxOf } from "#platform/sheets/lists.fixture.ts";
import { serialYmd } from "#platform/sheets/rows/civil-day.ts";
import { isOnline, statusGroup } from "./dossier-status.ts";
import { readDossiers } from "./read-dossiers.ts";

const AS_OF = 20_261_130;

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const two = (number: number) => String(number).padStart(2, "0");
/** A day of November 2026 in a way that systems write days. */
const ways: ((day: number) => Written)[] = [
  (day) => `${two(day)}/11/2026`,
  (day) => `${day}/11/2026 16:05`,
  (day) => `${day}-11-2026`,
  (day) => `${two(day)}.11.2026`,
  (day) => `2026-11-${two(day)}`,
  (day) => `2026-11-${two(day)} 07:30:00`,
  (day) => `202611${two(day)}`,
  (day) => `202611${two(day)}235959`,
  (day) => String(46_326 + day),
  (day) => ({ day: 46_326 + day }),
];

const fates = [
  "early",
  "onTime",
  "late",
  "inProgressOnTime",
  "inProgressOverdue",
  "paused",
  "closedWithoutResult",
] as const;
const units = ["Phòng Văn hóa", "Trung tâm Thể thao", ""];
const spellings: Record<string, string[]> = {
  "Phòng Văn hóa": ["Phòng Văn hóa", "PHÒNG VĂN HOÁ", "Phòng  Văn hoá ", "Phòng Văn hóa".normalize("NFD")],
  "Trung tâm Thể thao": ["Trung tâm Thể thao", "trung tâm thể thao", "Trung tâm\u00a0Thể thao"],
  "": ["", " "],
};
const bad: ((row: Written[]) => void)[] = [
  (row) => (row[1] = " "),
  (row) => (row[4] = ""),
  (row) => (row[4] = "32/01/2026"),
  (row) => (row[5] = "chưa rõ"),
  (row) => (row[5] = "00/00/0000"),
  (row) => (row[5] = "11/15/2026"),
  (row) => (row[5] = "01/01/2020"),
  (row) => (row[6] = "15/13/2026"),
  (row) => (row[6] = "01/01/2020"),
];

/** A sheet of dossiers of which each was made for a fate, and what that adds up to. */
function made(rows: number, seed: number) {
  const any = chance(seed);
  const pick = <Of>(of: readonly Of[]): Of => of[any(of.length)]!;
  const grid: Grid = [
    ["BÁO CÁO TIẾN ĐỘ GIẢI QUYẾT HỒ SƠ"],
    [],
    [
      "STT",
      "Mã số hồ sơ",
      "Chủ hồ sơ",
      "Đơn vị giải quyết",
      "Thời gian",
      null,
      null,
      null,
      "Tình trạng",
      "Kênh nộp hồ sơ",
      "Thanh toán trực tuyến (nếu có)",
      "KQ điện tử",
    ],
    [
      null,
      null,
      null,
      null,
      "Ngày tiếp nhận",
      "Ngày hẹn",
      "Ngày có kết quả",
      "Ngày trả KQ",
      null,
      null,
      null,
      null,
    ],
  ];
  const sum: Record<string, number> = Object.fromEntries(fates.map((fate) => [fate, 0]));
  const byUnit: Record<string, number> = {};
  const share = { online: [0, 0], ePayment: [0, 0], eResult: [0, 0] };
  const counts = { read: 0, duplicates: 0, superseded: 0, rejected: 0 };
  for (let at = 0; at < rows; at += 1) {
    const fate = pick(fates);
    const resolved = fate === "early" || fate === "onTime" || fate === "late";
    const received = 1 + any(5);
    // Open ones are overdue when due before the thirtieth.
    const due = fate === "inProgressOnTime" ? 30 : 12 + any(10);
    const result = fate === "early" ? due - 1 - any(5) : fate === "late" ? due + 1 + any(5) : due;
    const unit = pick(units);
    const online = any(2) === 0;
    const pays = pick([null, true, false]);
    const electronic = any(2) === 0;
    const day = (number: number) => pick(ways)(number);
    const row: Written[] = [
      at + 1,
      `H05-${at}`,
      `Người nộp bí mật ${at}`,
      pick(spellings[unit]!),
      day(received),
      day(due),
      resolved && at % 2 ? day(result) : pick(["", "-"]),
      resolved ? (at % 2 ? pick(["", day(28)]) : day(result)) : "",
      resolved
        ? "Đã trả kết quả"
        : fate === "paused"
          ? pick([
              "Chờ bổ sung hồ sơ",
              "Yêu cầu bổ sung giấy tờ",
              "5",
              "Yêu cầu thực hiện nghĩa vụ tài chính",
            ])
          : fate === "closedWithoutResult"
            ? pick(["Đã rút hồ sơ", "Công dân yêu cầu rút hồ sơ", "Từ chối tiếp nhận", "Dừng xử lý", "3"])
            : pick(["Đang xử lý", "", "Đã trả kết quả", "4", "Được tiếp nhận"]),
      online
        ? pick(["Trực tuyến", "TRỰC TUYẾN", "Nộp trực tuyến", "online"])
        : pick(["", "Trực tiếp", "Bưu chính công ích"]),
      pays === null
        ? pick(["", "-", "Không phát sinh phí"])
        : pays
          ? pick(["Có", "x", "1", "TRUE"])
          : pick(["Không", "0", "false"]),
      electronic ? pick(["x", "Có"]) : pick(["", "Không"]),
    ];
    const kind = any(12);
    if (kind === 0) {
      pick(bad)(row);
      grid.push(row);
      counts.read += 1;
      counts.rejected += 1;
      continue;
    }
    if (kind === 1) {
      // Another says something else of the same dossier before.
      grid.push(row.with(9, online ? "Trực tiếp" : "Trực tuyến").with(1, ` h05-${at} `));
      counts.read += 1;
      counts.superseded += 1;
    }
    grid.push(row);
    counts.read += 1;
    if (kind === 2) {
      grid.push(row.with(0, "").with(2, "Ai khác").with(1, `h05-${at}`));
      counts.read += 1;
      counts.duplicates += 1;
    }
    sum[fate]! += 1;
    byUnit[unit] = (byUnit[unit] ?? 0) + 1;
    share.online[1]! += 1;
    if (online) share.online[0]! += 1;
    if (pays !== null) share.ePayment[1]! += 1;
    if (pays) share.ePayment[0]! += 1;
    if (resolved) share.eResult[1]! += 1;
    if (resolved && electronic) share.eResult[0]! += 1;
  }
  grid.push(["Tổng cộng", "", "", "", "", "", "", "", "", "", "", ""], ["", "", "", "Người lập biểu"]);
  const ratio = ([numerator, denominator]: number[]) => ({ numerator, denominator });
  const received = fates.reduce((all, fate) => all + sum[fate]!, 0);
  return {
    grid,
    totals: {
      received,
      ...sum,
      resolved: sum.early! + sum.onTime! + sum.late!,
      online: ratio(share.online),
      ePayment: ratio(share.ePayment),
      eResult: ratio(share.eResult),
    },
    byUnit,
    counts: { ...counts, accepted: received },
  };
}

describe("a sheet of dossiers is counted", () => {
  test("as its rows were made, from every kind of file, columns in any order, nobody's name in what comes out", async () => {
    const { grid, totals, byUnit, counts } = made(300, 7);
    const [moved] = [grid.map((row, at) => (at < 2 ? row : [...row.slice(1), row[0] ?? null]))];
    for (const [format, bytes] of [
      ...(await everyFormat(grid)),
      ["columns moved", Buffer.from(csvOf(moved))] as const,
    ]) {
      const reading = await readDossiers(bytes, AS_OF);
      expect(reading.totals, format).toEqual(totals);
      expect(reading.rows, format).toMatchObject(counts);
      expect(new Set(reading.errors.map(({ row }) => row)).size, format).toBe(counts.rejected);
      expect(
        Object.fromEntries(
          reading.units.map(({ unit, received }) => [
            unit === "(trống)"
              ? ""
              : units.find((one) => one.toLowerCase() === unit.toLowerCase().replaceAll("hoá", "hóa")),
            received,
          ]),
        ),
        format,
      ).toEqual(byUnit);
      expect(JSON.stringify(reading), format).not.toMatch(/bí mật|Ai khác/u);
    }
    const large = made(20_000, 11);
    const whole = await readDossiers(Buffer.from(csvOf(large.grid)), AS_OF);
    expect(whole.totals).toEqual(large.totals);
    expect(whole.rows).toMatchObject(large.counts);
    const objects = grid
      .slice(4, -2)
      .map(
        ([
          ,
          ma_ho_so,
          chuHoSo,
          DonViXuLy,
          ngayTiepNhan,
          ngay_hen_tra,
          ngayKetThucXuLy,
          NgayTra,
          TrangThaiHoSo,
          kenh,
          thanh_toan_truc_tuyen,
          ketQuaDienTu,
        ]) => {
          const plainDay = (day: Written) => (day && typeof day === "object" && "day" in day ? day.day : day);
          return {
            ma_ho_so,
            chuHoSo,
            DonViXuLy,
            ngayTiepNhan: plainDay(ngayTiepNhan!),
            ngay_hen_tra: plainDay(ngay_hen_tra!),
            ngayKetThucXuLy: plainDay(ngayKetThucXuLy!),
            NgayTra: plainDay(NgayTra!),
            TrangThaiHoSo,
            kenh,
            thanh_toan_truc_tuyen,
            ketQuaDienTu,
          };
        },
      );
    for (const text of [
      JSON.stringify({ data: objects }),
      objects.map((one) => JSON.stringify(one)).join("\n"),
    ])
      expect((await readDossiers(Buffer.from(text), AS_OF)).totals).toEqual(totals);
  });

  test("on any day, whatever the order of its rows, when no code stands twice", async () => {
    const { grid } = made(120, 11);
    const once = grid.filter(
      (row, at) =>
        at < 4 ||
        grid.findIndex(
          (other) => String(other[1]).trim().toLowerCase() === String(row[1]).trim().toLowerCase(),
        ) === at,
    );
    const turned = [...once.slice(0, 4), ...once.slice(4).toReversed()];
    for (const day of [20_261_101, 20_261_115, 20_270_101]) {
      const one = await readDossiers(Buffer.from(csvOf(once)), day);
      const other = await readDossiers(Buffer.from(csvOf(turned)), day);
      expect(one.totals).toEqual(other.totals);
      const { totals } = one;
      expect(totals.received).toBe(fates.reduce((all, fate) => all + totals[fate], 0));
      expect(totals.received).toBe(one.units.reduce((all, { received }) => all + received, 0));
    }
  });

  test("by the workbook's own first day, from a sheet behind others, empty ones with zeros", async () => {
    const heads = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả"];
    const since1904 = await xlsxOf([[["Bìa"]], [heads, ["H1", { day: 44_868 }, 44_870, { day: 44_871 }]]], {
      from1904: true,
    });
    expect(await readDossiers(since1904, AS_OF)).toMatchObject({
      sheet: "Sheet2",
      totals: { late: 1 },
      units: [{ unit: "(trống)", late: 1 }],
    });
    expect((await readDossiers(Buffer.from(csvOf([heads])), AS_OF)).totals).toMatchObject({
      received: 0,
      online: { numerator: 0, denominator: 0 },
    });
    const lacking = readDossiers(
      Buffer.from(
        csvOf([
          ["Mã hồ sơ", "Ngày nhận", "Trạng thái"],
          ["H1", "01/11/2026", ""],
        ]),
      ),
      AS_OF,
    );
    await expect(lacking).rejects.toThrow(/thiếu cột “Ngày hẹn trả”/u);
    await expect(lacking).rejects.toBeInstanceOf(UnreadableDocument);
  });
});

test("a day is read as people in Vietnam write it, never month-first", () => {
  const cases: [Written | boolean, number | null][] = [
    ["03/04/2026", 20_260_403],
    ["3/4/2026 8:05", 20_260_403],
    ["08:05 03/04/2026", 20_260_403],
    ["03-04-2026", 20_260_403],
    ["3.4.2026", 20_260_403],
    ["2026-04-03", 20_260_403],
    ["2026-04-03 23:59:59", 20_260_403],
    ["2026-04-03T18:00:00Z", 20_260_404],
    ["2026-04-03T23:00:00+07:00", 20_260_403],
    ["20260403", 20_260_403],
    ["20260403101112", 20_260_403],
    [20_260_403, 20_260_403],
    ["46115", 20_260_403],
    ["46115,75", 20_260_403],
    [46_115.99, 20_260_403],
    ["ngày 03 tháng 4 năm 2026", 20_260_403],
    ["29/02/2028", 20_280_229],
    ["29/02/2026", null],
    ["04/13/2026", null],
    ["32/01/2026", null],
    ["00/00/0000", null],
    ["03/04/26", null],
    ["03/04-2026", null],
    ["03/04/2026 24:00", 20_260_403],
    ["2026-04-03T01:00:00.000+07", 20_260_403],
    ["2026-04-02T23:30:00-05:00", 20_260_403],
    ["chưa rõ", null],
    ["12", null],
    [12, null],
    [true, null],
  ];
  for (const [written, day] of cases) expect([written, readDay(written as string)]).toEqual([written, day]);
  expect([1, 59, 60, 61, 46_115].map((serial) => serialYmd(serial, false))).toEqual(
    [19_000_101, 19_000_228, 19_000_228, 19_000_301, 20_260_403].with(2, serialYmd(60, false)!),
  );
  for (let serial = 61; serial < 80_000; serial += 97)
    expect(serialYmd(serial, false)).toBe(
      Number(Temporal.PlainDate.from("1899-12-30").add({ days: serial }).toString().replaceAll("-", "")),
    );
});

test("a status and a channel mean what the national lists say", () => {
  const statuses: [string, string][] = [
    ["Chờ bổ sung", "paused"],
    ["CHỜ BỔ SUNG GIẤY TỜ", "paused"],
    ["Đã bổ sung", "open"],
    ["6", "paused"],
    ["Đã thực hiện nghĩa vụ tài chính", "open"],
    ["Từ chối tiếp nhận", "closed"],
    ["Không được tiếp nhận", "closed"],
    ["7 - Công dân yêu cầu rút hồ sơ", "closed"],
    ["Đã rút", "closed"],
    ["Dừng xử lý", "closed"],
    ["Đã xử lý xong", "resolved"],
    ["10", "resolved"],
    ["Mới đăng ký", "open"],
    ["Đang xử lý", "open"],
    ["99", "open"],
  ];
  for (const [written, group] of statuses) expect([written, statusGroup(written)]).toEqual([written, group]);
  expect(["Trực tuyến", "Nộp trực tuyến toàn trình", "Online", "2", "Trực tiếp", "1"].map(isOnline)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(["Có", "X", "1", "true", "Không", "0", "", "-", "Không phát sinh phí"].map(readYes)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    null,
    null,
    null,
  ]);
});
