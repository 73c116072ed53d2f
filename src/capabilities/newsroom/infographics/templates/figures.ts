import { type Frame, needed, type Part, type Row, rowsIn, shareOf, type Template } from "../template.ts";

export const figures: Template = {
  slug: "figures",
  label: "Con số nổi bật",
  hint: "Hai đến sáu con số, mỗi số một ý; người xem lướt qua vẫn nhớ.",
  columns: [
    {
      name: "value",
      label: "Con số",
      hint: "Kèm đơn vị tính, ví dụ 98,7% hoặc 1.240 hồ sơ.",
      longest: 24,
      required: true,
      holds: "words",
      takes: "value",
      saidWith: "",
      wide: 3,
    },
    {
      name: "name",
      label: "Số ấy nói về gì",
      hint: "Một cụm từ ngắn.",
      longest: 120,
      required: true,
      holds: "words",
      takes: "name",
      saidWith: "",
      wide: 5,
    },
    {
      name: "note",
      label: "So với gì",
      hint: "Ví dụ: tăng 3,2 điểm so với quý trước.",
      longest: 120,
      required: false,
      holds: "words",
      takes: null,
      saidWith: "",
      wide: 4,
    },
  ],
  fewestRows: 1,
  mostRows: 6,
  example: {
    title: "Một cửa quý III: nhanh hơn, ít giấy tờ hơn",
    rows: [
      { value: "98,7%", name: "hồ sơ giải quyết đúng hạn", note: "tăng 1,2 điểm so với quý II" },
      { value: "1.240", name: "hồ sơ nộp trực tuyến", note: "chiếm 71% số hồ sơ" },
      { value: "3 ngày", name: "thời gian trung bình", note: "quy định là 5 ngày" },
      { value: "12", name: "giấy tờ không còn phải nộp", note: "" },
    ],
  },
  arrange: (rows, frame) => {
    if (frame.tight) return under(rows, frame);
    const across = rows.length === 1 || (rows.length < 5 && frame.height > frame.width * 1.25) ? 1 : 2;
    const down = Math.ceil(rows.length / across);
    const gap = 20;
    const width = (frame.width - gap * (across - 1)) / across;
    const height = Math.min((frame.height - gap * (down - 1)) / down, frame.width * 0.75);
    return rows.flatMap(({ value = "", name = "", note = "" }, at): Part[] => {
      // The last one stands across when it is alone in its row.
      const alone = across === 2 && at === rows.length - 1 && at % 2 === 0;
      const x = frame.x + (at % across) * (width + gap);
      const y = frame.y + Math.floor(at / across) * (height + gap);
      const wide = alone ? frame.width : width;
      const inner = { x: x + 28, width: wide - 56, across: "left" as const };
      const parts = note === "" ? { value: 0.5, name: 0.5, note: 0 } : { value: 0.4, name: 0.34, note: 0.26 };
      const top = y + 16;
      const room = height - 32;
      return [
        { kind: "box", x, y, width: wide, height, round: 16, colour: "sand" },
        { kind: "box", x, y, width: 10, height, round: 5, colour: "red" },
        {
          ...inner,
          kind: "text",
          field: `rows.${at}.value`,
          words: value,
          y: top,
          height: room * parts.value,
          largest: 120,
          weight: 600,
          colour: "red",
          down: "bottom",
          group: "value",
        },
        {
          ...inner,
          kind: "text",
          field: `rows.${at}.name`,
          words: name,
          y: top + room * parts.value,
          height: room * parts.name,
          largest: 46,
          weight: 600,
          colour: "ink",
          down: note === "" ? "top" : "middle",
          group: "name",
        },
        {
          ...inner,
          kind: "text",
          field: `rows.${at}.note`,
          words: note,
          y: top + room * (1 - parts.note),
          height: room * parts.note,
          largest: 36,
          weight: 400,
          colour: "quiet",
          down: "top",
          group: "note",
          noLargerThan: "name",
        },
      ];
    });
  },
};

/** One row to a figure: the number beside its words, each row as high as they need. */
function under(rows: Row[], frame: Frame): Part[] {
  const gap = 14;
  const left = frame.width * 0.3;
  const told = frame.width - left - 28 - 24;
  const needs = rows.map(({ value = "", name = "", note = "" }) => ({
    value: needed(value, left - 28, frame),
    name: needed(name, told, frame),
    note: needed(note, told, frame),
  }));
  const places = rowsIn(
    frame,
    needs.map(({ value, name, note }) => Math.max(value, name + note) + 16 + gap),
    frame.height,
  );
  return places.flatMap(({ x, y, width, height }, at): Part[] => {
    const { value = "", name = "", note = "" } = rows[at]!;
    const room = height - gap - 16;
    const need = needs[at]!;
    const split = note === "" ? room : room * shareOf(need.name, need.note, 0.5, frame);
    const text = { kind: "text" as const, across: "left" as const };
    const beside = { ...text, x: x + 28 + left, width: told };
    return [
      { kind: "box", x, y, width, height: height - gap, round: 16, colour: "sand" },
      { kind: "box", x, y, width: 10, height: height - gap, round: 5, colour: "red" },
      {
        ...text,
        field: `rows.${at}.value`,
        words: value,
        x: x + 28,
        y: y + 8,
        width: left - 28,
        height: room,
        largest: 84,
        weight: 600,
        colour: "red",
        down: "middle",
        group: "value",
      },
      {
        ...beside,
        field: `rows.${at}.name`,
        words: name,
        y: y + 8,
        height: split,
        largest: 40,
        weight: 600,
        colour: "ink",
        down: note === "" ? "middle" : "bottom",
        group: "name",
      },
      {
        ...beside,
        field: `rows.${at}.note`,
        words: note,
        y: y + 8 + split,
        height: room - split,
        largest: 34,
        weight: 400,
        colour: "quiet",
        down: "top",
        group: "note",
        noLargerThan: "name",
      },
    ];
  });
}
