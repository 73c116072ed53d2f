import { Box, Group, List, Stack, Text } from "@mantine/core";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { MediaThumb } from "../media-library/media-thumb.tsx";
import { usePictures } from "../pictures/use-pictures.ts";
import { type KindText, plainText } from "../stored-text.ts";
import { changedMedia } from "./changed-media.ts";

const changeWords = { gone: "Bỏ", new: "Thêm", alt: "Đổi lời mô tả" };

/** What changed between two texts: pictures and recordings first, which no word tells of, then the words. */
export function CompareRevisions({ before, now }: { before: KindText; now: KindText }) {
  const changed = changedMedia(before, now);
  const pictures = [usePictures(now), usePictures(before)];
  return (
    <Stack gap="md">
      {changed.length > 0 && (
        <section aria-label="Ảnh, bản thu thay đổi">
          <Text fw={600} size="sm" mb={6}>
            Ảnh, bản thu thay đổi
          </Text>
          <List listStyleType="none" spacing="xs">
            {changed.map(({ mediaId, where, alt, change }) => {
              const known = pictures.map((found) => found.get(mediaId)).find(Boolean);
              const called = alt || known?.alt || known?.fileName;
              return (
                <List.Item key={`${change} ${where} ${mediaId}`}>
                  <Group gap="sm" wrap="nowrap" align="flex-start">
                    {known && (
                      <Box w={96} flex="none">
                        <MediaThumb media={known} />
                      </Box>
                    )}
                    <Text
                      size="sm"
                      miw={0}
                      lineClamp={change === "alt" ? undefined : 4}
                      style={{ overflowWrap: "anywhere" }}
                    >
                      <Text span fw={600} td={change === "gone" ? "line-through" : undefined}>
                        {changeWords[change]}, {where.toLocaleLowerCase("vi")}
                      </Text>
                      {called && <>: {called}</>}
                    </Text>
                  </Group>
                </List.Item>
              );
            })}
          </List>
        </section>
      )}
      <CompareTexts before={plainText(before)} now={plainText(now)} />
    </Stack>
  );
}
