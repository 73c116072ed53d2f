import { Button, Group, Image, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { collectImages } from "#platform/rich-text/render-rich-text.ts";
import { StateBadge } from "#ui/state-badge.tsx";
import type { ContentFields } from "../../content-fields.ts";
import { pictureAddress } from "../../media-library/picture-address.ts";
import { api, type Picture } from "../api.ts";
import { FieldRemarks } from "../language/field-remarks.tsx";
import type { Passage } from "../language/go-to-passage.ts";
import { ChoosePicture } from "./choose-picture.tsx";
import { DescribePicture, type WordsOfPicture } from "./describe-picture.tsx";
import { usePictures } from "./use-pictures.ts";

/** The picture whose words and rights stand open; `part` is where the focus goes: alt, or caption. */
export interface DescribedPicture {
  mediaId: string;
  part: string;
  /** Words in it that are to be selected. */
  passage?: Passage;
}

/** The leading picture and those in the text, each with what is missing before it may be public. */
export function TextPictures({
  fields,
  onFields,
  onWords,
  described,
  onDescribe,
  editable,
}: {
  fields: ContentFields;
  onFields: (change: Partial<ContentFields>) => void;
  /** The words of a picture in the text have changed. */
  onWords: (mediaId: string, words: WordsOfPicture) => void;
  described: DescribedPicture | null;
  onDescribe: (picture: DescribedPicture | null) => void;
  editable: boolean;
}) {
  const queries = useQueryClient();
  const known = usePictures(fields);
  const inText = useMemo(() => collectImages(fields.body), [fields.body]);
  const [choosing, setChoosing] = useState(false);
  const describe = (mediaId: string) => onDescribe({ mediaId, part: "alt" });
  const { imageId, imageAlt } = fields;
  const leading = imageId === null ? null : known.get(imageId);
  const once = [...new Map(inText.map((picture) => [picture.mediaId, picture])).values()];
  const current = described === null ? undefined : known.get(described.mediaId);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="anh-cua-bai">
      <Stack gap="sm">
        <Title order={2} size="h4" id="anh-cua-bai">
          Ảnh
        </Title>
        <Stack gap="xs" id="image" tabIndex={-1}>
          <Text fw={600} size="sm">
            Ảnh đại diện
          </Text>
          {imageId === null ? (
            <Text size="sm" c="gray.7">
              Chưa có. Ảnh này đứng đầu bài, trên thẻ tin và khi bài được chia sẻ.
            </Text>
          ) : (
            <>
              <Image
                src={pictureAddress(imageId, "card", leading?.focus)}
                alt={imageAlt}
                radius="sm"
                style={{ aspectRatio: "1200 / 630" }}
              />
              {leading && <Missing picture={leading} />}
              <TextInput
                id="image-alt"
                label="Ảnh đại diện cho thấy gì"
                value={imageAlt}
                onChange={(event) => onFields({ imageAlt: event.currentTarget.value })}
                disabled={!editable}
              />
              <FieldRemarks field="image-alt" text={imageAlt} />
            </>
          )}
          <Group gap="xs">
            {editable && (
              <Button size="xs" variant="default" onClick={() => setChoosing(true)}>
                {imageId === null ? "Chọn ảnh đại diện" : "Đổi ảnh đại diện"}
              </Button>
            )}
            {leading && (
              <Button size="xs" variant="default" onClick={() => describe(leading.id)}>
                Thông tin ảnh đại diện
              </Button>
            )}
            {editable && imageId !== null && (
              <Button size="xs" variant="subtle" onClick={() => onFields({ imageId: null, imageAlt: "" })}>
                Bỏ ảnh đại diện
              </Button>
            )}
          </Group>
        </Stack>
        {once.length > 0 && (
          <Stack gap="xs" id="pictures" tabIndex={-1}>
            <Text fw={600} size="sm">
              Ảnh trong bài
            </Text>
            {once.map(({ mediaId, alt, caption }) => {
              const picture = known.get(mediaId);
              return (
                <Group key={mediaId} wrap="nowrap" align="flex-start" gap="sm">
                  <Image src={`/media/${mediaId}/640`} alt="" w={72} h={54} fit="cover" radius="sm" />
                  <Stack gap={4} miw={0}>
                    <Text size="sm" lineClamp={2}>
                      {alt || "Ảnh trang trí"}
                    </Text>
                    {picture && <Missing picture={picture} />}
                    <FieldRemarks field={`picture-${mediaId}-alt`} text={alt} replaces={false} />
                    <FieldRemarks
                      field={`picture-${mediaId}-caption`}
                      text={caption ?? ""}
                      replaces={false}
                    />
                    {picture && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        w="fit-content"
                        aria-label={`Thông tin của ảnh: ${alt || picture.fileName}`}
                        onClick={() => describe(mediaId)}
                      >
                        Thông tin của ảnh
                      </Button>
                    )}
                  </Stack>
                </Group>
              );
            })}
          </Stack>
        )}
      </Stack>
      <ChoosePicture
        opened={choosing}
        files={[]}
        title="Chọn ảnh đại diện"
        verb="Đặt làm ảnh đại diện"
        first={once.flatMap(({ mediaId }) => known.get(mediaId) ?? [])}
        onClose={() => setChoosing(false)}
        onChosen={({ id, alt }) => {
          setChoosing(false);
          onFields({ imageId: id, imageAlt: alt });
        }}
      />
      {current && (
        <DescribePicture
          key={current.id}
          picture={current}
          focus={described?.part === "caption" ? "caption" : "alt"}
          passage={described?.passage}
          caption={inText.find(({ mediaId }) => mediaId === current.id)?.caption}
          onClose={() => onDescribe(null)}
          onDescribed={(words) => {
            onDescribe(null);
            if (editable) {
              onWords(current.id, words);
              if (current.id === imageId) onFields({ imageAlt: words.alt });
            }
            void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
            void queries.invalidateQueries({ queryKey: api.newsroom.get.key() });
          }}
        />
      )}
    </Paper>
  );
}

function Missing({ picture: { issues } }: { picture: Picture }) {
  if (issues.length === 0) return <StateBadge tone="done" word="Đủ quyền để đăng" />;
  return (
    <Text size="sm" c="red.9">
      Chưa đăng được: {issues.map(({ message }) => message).join(", ")}
    </Text>
  );
}
