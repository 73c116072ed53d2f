import { Button, Group, Image, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { LinkButton } from "#ui/navigation.tsx";
import type { PlacedMedia } from "../../content-fields.ts";
import type { MediaRule } from "../../contract.ts";
import { api, type Picture } from "../api.ts";
import { FieldRemarks } from "../language/field-remarks.tsx";
import { ChoosePicture } from "../pictures/choose-picture.tsx";
import { DescribePicture } from "../pictures/describe-picture.tsx";

/** The media that the kind of an item wants in one place, in their order, each with its words. */
export function OwnMedia({
  rule,
  media,
  known,
  drawnFor,
  onChange,
}: {
  rule: MediaRule;
  /** All media of the text, those of other places too. */
  media: PlacedMedia[];
  known: ReadonlyMap<string, Picture>;
  /** The item, where pictures drawn from a table go here. */
  drawnFor: string | null;
  onChange: (media: PlacedMedia[]) => void;
}) {
  const queries = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const [described, setDescribed] = useState<string | null>(null);
  const here = media.filter(({ role }) => role === rule.role);
  const put = (placed: PlacedMedia[]) =>
    onChange([...media.filter(({ role }) => role !== rule.role), ...placed]);
  const change = (mediaId: string, part: Partial<PlacedMedia>) =>
    put(here.map((placed) => (placed.mediaId === mediaId ? { ...placed, ...part } : placed)));
  const move = (from: number, to: number) => {
    const moved = here[from];
    if (moved && to >= 0 && to < here.length) put(here.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  const current = described === null ? undefined : known.get(described);
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      id={`media-${rule.role}`}
      tabIndex={-1}
      aria-labelledby={`media-${rule.role}-ten`}
    >
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5" id={`media-${rule.role}-ten`}>
            {rule.label} ({here.length})
          </Title>
          <Text size="sm" c="gray.7">
            {rule.hint}
          </Text>
        </div>
        {here.map(({ mediaId, alt, caption }, place) => {
          const picture = known.get(mediaId);
          const called = `ảnh ${place + 1}`;
          return (
            <Group key={mediaId} wrap="nowrap" align="flex-start" gap="sm" role="group" aria-label={called}>
              <Image src={`/media/${mediaId}/640`} alt="" w={96} h={72} fit="cover" radius="sm" />
              <Stack gap={6} flex={1} miw={0}>
                <TextInput
                  id={`media-${rule.role}-${mediaId}-alt`}
                  label={`Ảnh ${place + 1} cho thấy gì`}
                  value={alt}
                  onChange={(event) => change(mediaId, { alt: event.currentTarget.value })}
                />
                <FieldRemarks field={`media-${rule.role}-${mediaId}-alt`} text={alt} />
                {rule.caption !== "none" && (
                  <>
                    <TextInput
                      id={`media-${rule.role}-${mediaId}-caption`}
                      label={`Chú thích ảnh ${place + 1}`}
                      value={caption}
                      onChange={(event) => change(mediaId, { caption: event.currentTarget.value })}
                    />
                    <FieldRemarks field={`media-${rule.role}-${mediaId}-caption`} text={caption} />
                  </>
                )}
                {picture && picture.issues.length > 0 && (
                  <Text size="sm" c="red.8">
                    Chưa đăng được: {picture.issues.map(({ message }) => message).join(", ")}
                  </Text>
                )}
                <Group gap={6}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconArrowUp size={14} aria-hidden />}
                    aria-label={`Đưa ${called} lên trước`}
                    aria-disabled={place === 0}
                    data-disabled={place === 0 || undefined}
                    onClick={() => move(place, place - 1)}
                  >
                    Lên
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconArrowDown size={14} aria-hidden />}
                    aria-label={`Đưa ${called} xuống sau`}
                    aria-disabled={place === here.length - 1}
                    data-disabled={place === here.length - 1 || undefined}
                    onClick={() => move(place, place + 1)}
                  >
                    Xuống
                  </Button>
                  {picture && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Quyền và tác giả của ${called}`}
                      onClick={() => setDescribed(mediaId)}
                    >
                      Quyền, tác giả
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Bỏ ${called}`}
                    onClick={() => put(here.filter((placed) => placed.mediaId !== mediaId))}
                  >
                    Bỏ
                  </Button>
                </Group>
              </Stack>
            </Group>
          );
        })}
        {here.length < rule.most && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setChoosing(true)}
            >
              Thêm ảnh
            </Button>
            {drawnFor !== null && (
              <LinkButton to="/do-hoa/moi" search={{ bai: drawnFor }} variant="default">
                Vẽ từ số liệu
              </LinkButton>
            )}
          </Group>
        )}
      </Stack>
      <ChoosePicture
        opened={choosing}
        files={[]}
        title={`Thêm vào: ${rule.label}`}
        verb="Thêm ảnh"
        withCaption={rule.caption !== "none"}
        onClose={() => setChoosing(false)}
        onChosen={({ id, alt, caption }) => {
          setChoosing(false);
          if (!here.some(({ mediaId }) => mediaId === id))
            put([...here, { mediaId: id, role: rule.role, alt, caption: caption ?? "" }]);
        }}
      />
      {current && (
        <DescribePicture
          key={current.id}
          picture={current}
          caption={here.find(({ mediaId }) => mediaId === current.id)?.caption}
          onClose={() => setDescribed(null)}
          onDescribed={(words) => {
            setDescribed(null);
            change(current.id, { alt: words.alt, caption: words.caption ?? "" });
            void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
            void queries.invalidateQueries({ queryKey: api.newsroom.get.key() });
          }}
        />
      )}
    </Paper>
  );
}
