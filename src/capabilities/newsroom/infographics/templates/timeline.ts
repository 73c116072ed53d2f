import { needed, type Part, rowsIn, type Template } from "../template.ts";

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
      saidWith: "",
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
      saidWith: "",
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
    const axis = frame.x + when + 20 + dot;
    const told = frame.x + frame.width - (axis + dot + 24);
    const needs = rows.map(
      (row) => Math.max(needed(row.when ?? "", when, frame), needed(row.name ?? "", told, frame)) + 10,
    );
    const places = rowsIn(frame, needs, frame.height / 4);
    const [first, last] = [places[0]!, places.at(-1)!];
    const line: Part[] = [
      {
        kind: "box",
        x: axis - 3,
        y: first.y + first.height / 2,
        width: 6,
        height: last.y + last.height / 2 - (first.y + first.height / 2),
        round: 0,
        colour: "line",
      },
    ];
    return line.concat(
      places.flatMap(({ x, y, height }, at): Part[] => {
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
            width: told,
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
