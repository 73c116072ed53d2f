import { ActionIcon, Button, Checkbox, Group, Paper, Select, Stack, Text, Textarea } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { type ChosenPicture, pictureShapes, samePictures } from "../../contract.ts";
import type { DeliveryPictures } from "../api.ts";
import { CutPoint } from "./cut-point.tsx";
import { CutView } from "./cut-view.tsx";

type Shared = DeliveryPictures["shared"][number];
type Row = ChosenPicture & { picture: Shared; used: boolean };

/** Those chosen in their order, then the others. */
function rowsOf({ shared, own, most }: DeliveryPictures): Row[] {
  const chosen = own ?? shared.slice(0, most).map(({ id, alt }) => ({ id, alt, cut: null }));
  const used = chosen.flatMap((one) => {
    const picture = shared.find(({ id }) => id === one.id);
    return picture ? [{ ...one, picture, used: true }] : [];
  });
  const rest = shared
    .filter(({ id }) => !used.some((one) => one.id === id))
    .map((picture) => ({ id: picture.id, alt: picture.alt, cut: null, picture, used: false }));
  return [...used, ...rest];
}

/** Which pictures go to the channel, in which order, in which frame and described how, as they will look there. */
export function ChoosePictures({
  pictures,
  networkLabel,
  pending,
  error,
  onSave,
  onClose,
}: {
  pictures: DeliveryPictures;
  networkLabel: string;
  pending: boolean;
  error: unknown;
  onSave: (pictures: ChosenPicture[]) => void;
  onClose: () => void;
}) {
  const [rows, setRows] = useState(() => rowsOf(pictures));
  const used = rows.filter((row) => row.used);
  const chosen: ChosenPicture[] = used.map(({ id, alt, cut }) => ({ id, alt: alt.trim(), cut }));
  const tooMany = used.length > pictures.most;
  const change = (id: string, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const swap = (index: number, by: -1 | 1) => {
    const next = [...rows];
    [next[index], next[index + by]] = [next[index + by]!, next[index]!];
    setRows(next);
  };
  const shapes = pictureShapes.filter(({ slug }) => pictures.shapes.includes(slug));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && !tooMany) onSave(chosen);
      }}
    >
      <Stack gap="sm">
        <Text size="sm" role="status" c={tooMany ? "red.8" : "gray.7"}>
          Chọn {used.length}/{rows.length} ảnh; {networkLabel} nhận nhiều nhất {pictures.most}
          {tooMany ? ", hãy bỏ bớt." : "."}
        </Text>
        <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
          {rows.map(({ id, alt, cut, picture, used: isUsed }, index) => {
            const name = `ảnh ${index + 1}`;
            return (
              <Paper key={id} component="li" withBorder p="sm">
                <Stack gap="xs">
                  <Group justify="space-between" gap="xs">
                    <Checkbox
                      label={`Đưa ${name} lên kênh`}
                      checked={isUsed}
                      onChange={(event) => change(id, { used: event.currentTarget.checked })}
                    />
                    <Group gap={4}>
                      <ActionIcon
                        variant="default"
                        size="lg"
                        disabled={index === 0}
                        aria-label={`Chuyển ${name} lên trước`}
                        onClick={() => swap(index, -1)}
                      >
                        <IconArrowUp size={16} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        variant="default"
                        size="lg"
                        disabled={index === rows.length - 1}
                        aria-label={`Chuyển ${name} ra sau`}
                        onClick={() => swap(index, 1)}
                      >
                        <IconArrowDown size={16} aria-hidden />
                      </ActionIcon>
                    </Group>
                  </Group>
                  <Group align="flex-start" gap="md">
                    <Stack gap={4} flex="1 1 12rem" miw={0}>
                      {cut && isUsed ? (
                        <CutPoint
                          name={name}
                          picture={picture}
                          cut={cut}
                          onChange={(next) => change(id, { cut: next })}
                        />
                      ) : (
                        <CutView picture={picture} cut={null} alt="" />
                      )}
                    </Stack>
                    {cut && isUsed && (
                      <Stack gap={4} flex="1 1 10rem" miw={0}>
                        <Text size="xs" c="gray.7">
                          Trên kênh
                        </Text>
                        <CutView picture={picture} cut={cut} alt={alt} />
                      </Stack>
                    )}
                  </Group>
                  {isUsed && shapes.length > 0 && (
                    <Select
                      label={`Khung của ${name}`}
                      description={
                        cut
                          ? "Bấm vào chỗ quan trọng của ảnh, kéo dấu tròn, hoặc dùng phím mũi tên: chỗ ấy được giữ lại."
                          : undefined
                      }
                      allowDeselect={false}
                      data={[
                        { value: "", label: "Cả ảnh" },
                        ...shapes.map(({ slug, label }) => ({ value: slug, label })),
                      ]}
                      value={cut?.shape ?? ""}
                      onChange={(slug) => {
                        const shape = shapes.find((one) => one.slug === slug)?.slug;
                        change(id, { cut: shape ? { x: 50, y: 50, ...cut, shape } : null });
                      }}
                      maw="20rem"
                    />
                  )}
                  {isUsed && (
                    <Textarea
                      label={`Mô tả ${name} trên kênh`}
                      description="Cho người không xem được ảnh; để trống nếu ảnh chỉ trang trí."
                      autosize
                      minRows={1}
                      maxLength={500}
                      value={alt}
                      onChange={(event) => change(id, { alt: event.currentTarget.value })}
                    />
                  )}
                </Stack>
              </Paper>
            );
          })}
        </Stack>
        <ErrorNotice error={error} />
        <Group>
          <Button type="submit" loading={pending} disabled={tooMany || samePictures(chosen, pictures.own)}>
            Ghi ảnh riêng
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Thôi, không đổi
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
