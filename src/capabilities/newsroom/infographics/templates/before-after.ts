import { needed, type Part, rowsIn, type Template } from "../template.ts";

export const beforeAfter: Template = {
  slug: "before-after",
  label: "Trước và sau",
  hint: "Điều gì đã thay đổi, đặt cạnh nhau từng dòng.",
  columns: [
    {
      name: "name",
      label: "Nội dung",
      hint: "Điều được so.",
      longest: 80,
      required: true,
      holds: "words",
      takes: "name",
      saidWith: "",
      wide: 4,
    },
    {
      name: "before",
      label: "Trước",
      hint: "",
      longest: 80,
      required: true,
      holds: "words",
      takes: null,
      saidWith: "trước",
      wide: 4,
    },
    {
      name: "after",
      label: "Sau",
      hint: "",
      longest: 80,
      required: true,
      holds: "words",
      takes: null,
      saidWith: "sau",
      wide: 4,
    },
  ],
  fewestRows: 1,
  mostRows: 6,
  example: {
    title: "Cấp thẻ hướng dẫn viên: trước và sau khi cắt giảm",
    rows: [
      { name: "Thời gian giải quyết", before: "15 ngày", after: "9 ngày" },
      { name: "Giấy tờ phải nộp", before: "6 loại", after: "3 loại" },
      { name: "Số lần đến cơ quan", before: "2 lần", after: "Không phải đến" },
    ],
  },
  arrange: (rows, frame) => {
    const gap = 14;
    const head = frame.width * 0.075;
    const named = frame.width * 0.34;
    const half = (frame.width - named - gap * 2) / 2;
    const column = {
      before: { x: frame.x + named + gap, width: half },
      after: { x: frame.x + named + gap * 2 + half, width: half },
    };
    const heads = (["before", "after"] as const).flatMap((side): Part[] => [
      {
        kind: "box",
        ...column[side],
        y: frame.y,
        height: head,
        round: 12,
        colour: side === "after" ? "teal" : "quiet",
      },
      {
        kind: "text",
        field: "heads",
        words: side === "after" ? "Sau" : "Trước",
        ...column[side],
        y: frame.y,
        height: head,
        largest: 42,
        weight: 600,
        colour: "white",
        across: "center",
        down: "middle",
        group: "heads",
      },
    ]);
    const below = { ...frame, y: frame.y + head + gap, height: frame.height - head - gap };
    const needs = rows.map(
      ({ name = "", before = "", after = "" }) =>
        Math.max(
          needed(name, named, frame),
          needed(before, half - 28, frame),
          needed(after, half - 28, frame),
        ) +
        gap +
        12,
    );
    return heads.concat(
      rowsIn(below, needs, below.height * 0.4).flatMap(({ x, y, height }, at): Part[] => {
        const { name = "", before = "", after = "" } = rows[at]!;
        const tall = height - gap;
        const text = { kind: "text" as const, y: y + 6, height: tall - 12, down: "middle" as const };
        const cell = (side: "before" | "after", words: string): Part[] => [
          { kind: "box", ...column[side], y, height: tall, round: 12, colour: "sand" },
          {
            ...text,
            field: `rows.${at}.${side}`,
            words,
            x: column[side].x + 14,
            width: column[side].width - 28,
            largest: 56,
            weight: side === "after" ? 600 : 400,
            colour: side === "after" ? "teal" : "quiet",
            across: "center",
            group: "cells",
          },
        ];
        return [
          {
            ...text,
            field: `rows.${at}.name`,
            words: name,
            x,
            width: named,
            largest: 46,
            weight: 600,
            colour: "ink",
            across: "left",
            group: "name",
          },
          ...cell("before", before),
          ...cell("after", after),
        ];
      }),
    );
  },
};
