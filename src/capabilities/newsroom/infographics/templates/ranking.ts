import { measureOf, needed, type Part, rowsIn, type Template } from "../template.ts";

export const ranking: Template = {
  slug: "ranking",
  label: "Xếp hạng",
  hint: "So nhiều đơn vị hoặc nhiều việc bằng một số; tự xếp từ cao xuống thấp.",
  columns: [
    {
      name: "name",
      label: "Tên",
      hint: "Đơn vị, lĩnh vực hoặc việc được so.",
      longest: 100,
      required: true,
      holds: "words",
      takes: "name",
      saidWith: "",
      wide: 8,
    },
    {
      name: "value",
      label: "Số",
      hint: "Cùng một đơn vị tính ở mọi dòng, ví dụ 98,7%.",
      longest: 24,
      required: true,
      holds: "measure",
      takes: "value",
      saidWith: "",
      wide: 4,
    },
  ],
  fewestRows: 2,
  mostRows: 10,
  example: {
    title: "Tỷ lệ hồ sơ đúng hạn theo lĩnh vực",
    rows: [
      { name: "Thư viện", value: "99,4%" },
      { name: "Di sản văn hóa", value: "98,1%" },
      { name: "Thể dục thể thao", value: "97,6%" },
      { name: "Du lịch, lữ hành", value: "95,2%" },
      { name: "Quảng cáo", value: "91,8%" },
    ],
  },
  arrange: (rows, frame) => {
    const worthOf = ({ value = "" }: (typeof rows)[number]) => measureOf(value)?.value ?? 0;
    const highest = Math.max(...rows.map(worthOf), Number.MIN_VALUE);
    // A share is drawn against the whole.
    const isShare = rows.every(({ value = "" }) => measureOf(value)?.unit === "%") && highest <= 100;
    const most = isShare ? 100 : highest;
    const order = rows.map((row, at) => ({ row, at })).sort((a, b) => worthOf(b.row) - worthOf(a.row));
    const rank = frame.width * 0.09;
    const valueWidth = frame.width * 0.3;
    const needs = order.map(({ row: { name = "", value = "" } }) => {
      const words = Math.max(
        needed(name, frame.width - rank - valueWidth - 16, frame),
        needed(value, valueWidth, frame),
      );
      // A bar is a sixth of its row, and no thinner than ten.
      return Math.max(words + 24, (words + 14) / 0.84);
    });
    return rowsIn(frame, needs, Math.max(190, frame.height / 7)).flatMap(
      ({ x, y, width, height }, place): Part[] => {
        const { row, at } = order[place]!;
        // Equal ones share their place.
        const shared = order.findIndex((other) => worthOf(other.row) === worthOf(row));
        const bar = Math.max(10, height * 0.16);
        const room = height - bar - 14;
        const text = { kind: "text" as const, y, height: room, down: "bottom" as const };
        const long = width - rank;
        return [
          {
            ...text,
            field: "rank",
            words: String(shared + 1),
            x,
            width: rank - 12,
            largest: 48,
            weight: 600,
            colour: shared === 0 ? "red" : "quiet",
            across: "left",
            group: "name",
          },
          {
            ...text,
            field: `rows.${at}.name`,
            words: row.name ?? "",
            x: x + rank,
            width: width - rank - valueWidth - 16,
            largest: 48,
            weight: 600,
            colour: "ink",
            across: "left",
            group: "name",
          },
          {
            ...text,
            field: `rows.${at}.value`,
            words: row.value ?? "",
            x: x + width - valueWidth,
            width: valueWidth,
            largest: 48,
            weight: 600,
            colour: shared === 0 ? "red" : "teal",
            across: "right",
            group: "value",
          },
          {
            kind: "box",
            x: x + rank,
            y: y + room + 6,
            width: long,
            height: bar,
            round: bar / 2,
            colour: "sand",
          },
          {
            kind: "box",
            x: x + rank,
            y: y + room + 6,
            width: Math.max(bar, (long * worthOf(row)) / most),
            height: bar,
            round: bar / 2,
            colour: shared === 0 ? "red" : "teal",
          },
        ];
      },
    );
  },
};
