import { type Part, rowsIn, type Template } from "../template.ts";

export const timeline: Template = {
  slug: "timeline",
  label: "Dòng thời gian",
  hint: "Các mốc của một việc, theo thứ tự trước sau.",
  columns: [
    {
      name: "when",
      label: "Mốc thời gian",
      hint: "Ví dụ: 15/01, Quý II, Tháng 9/2026.",
      longest: 30,
      required: true,
      holds: "words",
      takes: null,
      wide: 3,
    },
    {
      name: "name",
      label: "Việc",
      hint: "Việc được làm hoặc xong ở mốc ấy.",
      longest: 160,
      required: true,
      holds: "words",
      takes: "name",
      wide: 9,
    },
  ],
  fewestRows: 2,
  mostRows: 10,
  example: {
    title: "Lộ trình số hóa hồ sơ năm 2026",
    rows: [
      { when: "Tháng 1", name: "Rà soát hồ sơ còn trên giấy" },
      { when: "Tháng 4", name: "Số hóa xong hồ sơ lĩnh vực thư viện" },
      { when: "Tháng 8", name: "Số hóa xong hồ sơ di sản, thể thao" },
      { when: "Tháng 12", name: "Mọi hồ sơ mới đều ở dạng điện tử" },
    ],
  },
  arrange: (rows, frame) => {
    const when = frame.width * 0.27;
    const dot = 14;
    const places = rowsIn(frame, rows.length, frame.height / 4);
    const first = places[0]!;
    const axis = first.x + when + 20 + dot;
    const line: Part[] = [
      {
        kind: "box",
        x: axis - 3,
        y: first.y + first.height / 2,
        width: 6,
        height: first.height * (rows.length - 1),
        round: 0,
        colour: "line",
      },
    ];
    return line.concat(
      places.flatMap(({ x, y, width, height }, at): Part[] => {
        const text = { kind: "text" as const, y: y + 5, height: height - 10, down: "middle" as const };
        return [
          { kind: "dot", x: axis, y: y + height / 2, radius: dot, colour: "red" },
          {
            ...text,
            field: `rows.${at}.when`,
            words: rows[at]!.when ?? "",
            x,
            width: when,
            largest: 44,
            weight: 600,
            colour: "red",
            across: "right",
            group: "when",
          },
          {
            ...text,
            field: `rows.${at}.name`,
            words: rows[at]!.name ?? "",
            x: axis + dot + 24,
            width: x + width - (axis + dot + 24),
            largest: 46,
            weight: 400,
            colour: "ink",
            across: "left",
            group: "name",
          },
        ];
      }),
    );
  },
};
