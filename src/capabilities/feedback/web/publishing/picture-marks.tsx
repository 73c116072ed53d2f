import { Box, Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { type PointerEvent, useRef, useState } from "react";

export interface Mark {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Chosen {
  alt: string;
  marks: Mark[];
}

const percentOf = (share: number) => Math.round(share * 100);
const parts: [keyof Mark, string][] = [
  ["x", "Từ trái (%)"],
  ["y", "Từ trên (%)"],
  ["width", "Rộng (%)"],
  ["height", "Cao (%)"],
];

/** A picture with what is to be covered, drawn with the pointer or given in numbers. */
export function PictureMarks({
  src,
  name,
  chosen,
  onChange,
}: {
  src: string;
  name: string;
  /** Null: the picture stays inside. */
  chosen: Chosen | null;
  onChange: (chosen: Chosen | null) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<{ x: number; y: number } | null>(null);
  const placeOf = (event: PointerEvent) => {
    const box = frame.current!.getBoundingClientRect();
    const within = (share: number) => Math.min(1, Math.max(0, share));
    return {
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    };
  };
  const finish = (event: PointerEvent) => {
    if (!begun || !chosen) return;
    const end = placeOf(event);
    setBegun(null);
    const mark = {
      ...{ x: Math.min(begun.x, end.x), y: Math.min(begun.y, end.y) },
      ...{ width: Math.abs(end.x - begun.x), height: Math.abs(end.y - begun.y) },
    };
    if (mark.width > 0.01 && mark.height > 0.01) onChange({ ...chosen, marks: [...chosen.marks, mark] });
  };
  const change = (index: number, part: keyof Mark, value: number) =>
    chosen &&
    onChange({
      ...chosen,
      marks: chosen.marks.map((mark, at) => (at === index ? { ...mark, [part]: value } : mark)),
    });
  return (
    <Stack gap="xs">
      <Checkbox
        label={`Công khai ${name}`}
        checked={chosen !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { alt: "", marks: [] } : null)}
      />
      {chosen && (
        <>
          <Text size="sm">
            Kéo chuột trên ảnh để đánh dấu khuôn mặt, biển số, giấy tờ; hoặc bấm “Thêm ô che” rồi ghi số. Phần
            đánh dấu bị che trong chính tệp ảnh.
          </Text>
          <Box
            ref={frame}
            pos="relative"
            maw="30rem"
            style={{ touchAction: "none", cursor: "crosshair" }}
            onPointerDown={(event) => setBegun(placeOf(event))}
            onPointerUp={finish}
          >
            <img src={src} alt={name} draggable={false} style={{ display: "block", width: "100%" }} />
            {chosen.marks.map((mark, index) => (
              <Box
                // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other name than their place.
                key={index}
                pos="absolute"
                style={{
                  left: `${mark.x * 100}%`,
                  top: `${mark.y * 100}%`,
                  width: `${mark.width * 100}%`,
                  height: `${mark.height * 100}%`,
                  background: "rgba(0, 0, 0, 0.75)",
                  border: "2px solid #fff",
                }}
              />
            ))}
          </Box>
          {chosen.marks.map((mark, index) => (
            <Group
              // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other name than their place.
              key={index}
              gap="xs"
              align="flex-end"
              role="group"
              aria-label={`Ô che ${index + 1} của ${name}`}
            >
              {parts.map(([part, label]) => (
                <NumberInput
                  key={part}
                  label={label}
                  w="6.5rem"
                  min={0}
                  max={100}
                  hideControls
                  value={percentOf(mark[part])}
                  onChange={(value) =>
                    change(index, part, Math.min(100, Math.max(0, Number(value) || 0)) / 100)
                  }
                />
              ))}
              <Button
                variant="default"
                onClick={() => onChange({ ...chosen, marks: chosen.marks.filter((_, at) => at !== index) })}
              >
                Bỏ ô {index + 1}
              </Button>
            </Group>
          ))}
          <Group>
            <Button
              variant="default"
              onClick={() =>
                onChange({ ...chosen, marks: [...chosen.marks, { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }] })
              }
            >
              Thêm ô che
            </Button>
          </Group>
          <TextInput
            label="Mô tả ảnh"
            description="Cho người không nhìn thấy; không nêu tên ai."
            required
            value={chosen.alt}
            onChange={(event) => onChange({ ...chosen, alt: event.currentTarget.value })}
          />
        </>
      )}
    </Stack>
  );
}
