import { needed, type Part, rowsIn, shareOf, type Template } from "../template.ts";

export const steps: Template = {
  slug: "steps",
  label: "Các bước của thủ tục",
  hint: "Người dân phải làm gì, theo thứ tự; mỗi bước một việc.",
  columns: [
    {
      name: "name",
      label: "Bước",
      hint: "Bắt đầu bằng động từ.",
      longest: 100,
      required: true,
      holds: "words",
      takes: "name",
      saidWith: "",
      wide: 4,
    },
    {
      name: "note",
      label: "Nói thêm",
      hint: "Giấy tờ, nơi làm, cách làm.",
      longest: 160,
      required: false,
      holds: "words",
      takes: null,
      saidWith: "",
      wide: 5,
    },
    {
      name: "time",
      label: "Mất bao lâu",
      hint: "Ví dụ: 15 phút, 2 ngày làm việc.",
      longest: 30,
      required: false,
      holds: "words",
      takes: null,
      saidWith: "",
      wide: 3,
    },
  ],
  fewestRows: 2,
  mostRows: 8,
  example: {
    title: "Nộp hồ sơ trực tuyến qua 4 bước",
    rows: [
      { name: "Đăng nhập Cổng dịch vụ công", note: "Dùng tài khoản định danh điện tử", time: "2 phút" },
      { name: "Chọn thủ tục, điền tờ khai", note: "Thông tin đã có thì hệ thống tự điền", time: "10 phút" },
      { name: "Nộp phí, gửi hồ sơ", note: "Thanh toán trực tuyến", time: "3 phút" },
      { name: "Nhận kết quả", note: "Bản điện tử, hoặc bản giấy qua bưu điện", time: "3 ngày làm việc" },
    ],
  },
  arrange: (rows, frame) => {
    const radius = Math.min(frame.width * 0.045, 44);
    const left = radius * 2 + 28;
    const anyTime = rows.some(({ time = "" }) => time !== "");
    const lasts = anyTime ? frame.width * 0.22 : 0;
    const told = frame.width - left - lasts - (anyTime ? 16 : 0);
    const needs = rows.map(({ name = "", note = "", time = "" }) => ({
      name: needed(name, told, frame),
      note: needed(note, told, frame),
      time: needed(time, lasts || 1, frame),
    }));
    const places = rowsIn(
      frame,
      needs.map(({ name, note, time }) => Math.max(name + note, time, radius * 2) + 12),
      frame.height / 4,
    );
    const [first, last] = [places[0]!, places.at(-1)!];
    const lineParts: Part[] = [
      {
        kind: "box",
        x: first.x + radius - 3,
        y: first.y + first.height / 2,
        width: 6,
        height: last.y + last.height / 2 - (first.y + first.height / 2),
        round: 0,
        colour: "line",
      },
    ];
    return lineParts.concat(
      places.flatMap(({ x, y, width, height }, at): Part[] => {
        const { name = "", note = "", time = "" } = rows[at]!;
        const words = {
          kind: "text" as const,
          x: x + left,
          width: told,
          across: "left" as const,
        };
        const room = height - 12;
        const need = needs[at]!;
        const split = note === "" ? room : room * shareOf(need.name, need.note, 0.5, frame);
        return [
          { kind: "dot", x: x + radius, y: y + height / 2, radius, colour: "red" },
          {
            kind: "text",
            field: "place",
            words: String(at + 1),
            x,
            y: y + height / 2 - radius,
            width: radius * 2,
            height: radius * 2,
            largest: 44,
            weight: 600,
            colour: "white",
            across: "center",
            down: "middle",
            group: "place",
          },
          {
            ...words,
            field: `rows.${at}.name`,
            words: name,
            y: y + 6,
            height: split,
            largest: 48,
            weight: 600,
            colour: "ink",
            down: note === "" ? "middle" : "bottom",
            group: "name",
          },
          {
            ...words,
            field: `rows.${at}.note`,
            words: note,
            y: y + 6 + split,
            height: room - split,
            largest: 38,
            weight: 400,
            colour: "quiet",
            down: "top",
            group: "note",
            noLargerThan: "name",
          },
          {
            kind: "text",
            field: `rows.${at}.time`,
            words: time,
            x: x + width - lasts,
            y: y + 6,
            width: lasts,
            height: room,
            largest: 40,
            weight: 600,
            colour: "teal",
            across: "right",
            down: "middle",
            group: "time",
          },
        ];
      }),
    );
  },
};
