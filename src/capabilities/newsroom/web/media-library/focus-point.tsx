import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { crops, type Focus, objectPosition } from "../../media-library/crops.ts";
import { pictureAddress } from "../../media-library/picture-address.ts";
import { api, type WholeMedia } from "../api.ts";
import classes from "./focus-point.module.css";

/** Pixels, at most. */
const CUT_HEIGHT = 180;

const within = (value: number) => Math.min(100, Math.max(0, Math.round(value)));
const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const same = (one: Focus | null, other: Focus | null) => one?.x === other?.x && one?.y === other?.y;

/** A picture with the point that stays in every cut, set by a click, a finger or the arrow keys, and how each cut looks. */
export function FocusPoint({ media }: { media: WholeMedia }) {
  const { id, alt, fileName, width, height, focus: saved } = media;
  const queries = useQueryClient();
  const [point, setPoint] = useState(saved);
  const picture = useRef<HTMLImageElement>(null);
  const mark = useRef<HTMLButtonElement>(null);
  const may = whyNot(media.may, "describe") === null;
  const save = useMutation({
    mutationFn: (focus: Focus | null) => api.newsroom.setFocus.call({ id, focus }),
    onSuccess: (after) => {
      setPoint(after.focus);
      queries.setQueryData(api.newsroom.getMedia.queryKey({ input: { id } }), after);
      void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      sayDone(after.focus ? "Đã ghi điểm chính của ảnh." : "Máy sẽ tự chọn phần ảnh giữ lại.");
    },
  });
  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Focus => {
    const box = picture.current!.getBoundingClientRect();
    return {
      x: within(((clientX - box.left) / box.width) * 100),
      y: within(((clientY - box.top) / box.height) * 100),
    };
  };
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || !point) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    setPoint({ x: within(point.x + step[0] * far), y: within(point.y + step[1] * far) });
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setPoint(at(event));
  };
  const where = point && `${point.x} % từ trái, ${point.y} % từ trên xuống`;
  return (
    <Stack gap="sm">
      <div className={classes.frame}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the mark on it is moved by the arrow keys. */}
        <img
          ref={picture}
          className={classes.picture}
          src={pictureAddress(id, null)}
          alt={alt || fileName}
          onClick={may ? (event) => setPoint(at(event)) : undefined}
          style={may ? { cursor: "crosshair" } : undefined}
        />
        {may && point && (
          <button
            ref={mark}
            type="button"
            role="slider"
            className={classes.mark}
            style={{ left: `${point.x}%`, top: `${point.y}%` }}
            aria-label="Điểm chính của ảnh"
            aria-describedby="diem-chinh-cach-dat"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={point.x}
            aria-valuetext={where ?? undefined}
            onKeyDown={move}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
          />
        )}
      </div>
      <Stack component="section" gap="xs" aria-labelledby="diem-chinh">
        <Title order={2} size="h4" id="diem-chinh">
          Điểm chính và khung cắt
        </Title>
        {may && (
          <Text size="sm" c="gray.7" id="diem-chinh-cach-dat">
            Bấm vào chỗ quan trọng nhất của ảnh, kéo dấu tròn, hoặc dùng phím mũi tên (giữ Shift để dời
            nhanh): chỗ ấy được giữ lại ở mọi khung cắt.
          </Text>
        )}
        <Text size="sm">
          {where ? `Điểm chính: ${where}.` : "Chưa đặt điểm chính: máy tự chọn phần ảnh nổi bật."}
          {!same(point, saved) && " Chưa ghi."}
        </Text>
        {may && (
          <Group gap="sm">
            {point === null ? (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setPoint({ x: 50, y: 50 });
                  requestAnimationFrame(() => mark.current?.focus());
                }}
              >
                Đặt điểm chính
              </Button>
            ) : (
              <>
                <Button
                  size="xs"
                  loading={save.isPending && save.variables !== null}
                  disabled={same(point, saved)}
                  onClick={() => save.mutate(point)}
                >
                  Ghi điểm chính
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  loading={save.isPending && save.variables === null}
                  onClick={() => (saved === null ? setPoint(null) : save.mutate(null))}
                >
                  Để máy tự chọn
                </Button>
              </>
            )}
          </Group>
        )}
        <ErrorNotice error={save.error} />
        <SimpleGrid component="ul" cols={{ base: 2, xs: 3 }} m={0} p={0} style={{ listStyle: "none" }}>
          {crops.map((crop) => {
            const { slug, label } = crop;
            if (label === null) return null;
            const address = pictureAddress(id, slug, saved);
            return (
              <Stack key={slug} component="li" gap={4}>
                <div
                  className={classes.cut}
                  style={{
                    width: `min(100%, ${Math.round((CUT_HEIGHT * crop.width) / crop.height)}px)`,
                    aspectRatio: `${crop.width} / ${crop.height}`,
                  }}
                >
                  <img
                    className={classes.fill}
                    src={point ? pictureAddress(id, null) : pictureAddress(id, slug)}
                    alt=""
                    style={point ? { objectPosition: objectPosition({ width, height }, crop, point) } : {}}
                  />
                </div>
                <Text size="sm">{label}</Text>
                {same(point, saved) && (
                  <Anchor
                    size="xs"
                    href={address}
                    download={`${fileName.replace(/\.[^.]*$/, "")}-${crop.file}.${crop.ending}`}
                    aria-label={`Tải về: ${label}`}
                  >
                    Tải về
                  </Anchor>
                )}
              </Stack>
            );
          })}
        </SimpleGrid>
      </Stack>
    </Stack>
  );
}
