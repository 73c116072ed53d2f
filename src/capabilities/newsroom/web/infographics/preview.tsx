import { Alert, Box, Checkbox, Image, List, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { type Shape, shapes } from "../../contract.ts";
import type { api } from "../api.ts";

type Preview = Awaited<ReturnType<typeof api.newsroom.previewInfographic.call>>;

const addressOf = (svg: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** The pictures as they would be drawn, which of them are taken, and what does not fit. */
export function DrawingPreview({
  preview,
  unfit,
  alt,
  isExample,
  isBusy,
  taken,
  onTake,
}: {
  preview: Preview | undefined;
  /** Each field that does not fit, once. */
  unfit: { field: string; message: string }[];
  alt: string;
  /** Nothing has been typed yet. */
  isExample: boolean;
  isBusy: boolean;
  taken: Shape[];
  onTake: (taken: Shape[]) => void;
}) {
  const faults = [...(preview?.issues ?? []), ...unfit];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="xem-thu" aria-busy={isBusy}>
      <Stack gap="sm">
        <Title order={2} size="h4" id="xem-thu">
          {isExample ? "Hình ví dụ của mẫu này" : "Xem thử"}
        </Title>
        {isExample && (
          <Text size="sm" c="gray.7">
            Gõ tiêu đề và bảng ở bên; hình vẽ lại theo từng chữ.
          </Text>
        )}
        {preview && faults.length > 0 && (
          <Alert
            color="orange"
            role="status"
            title={preview.issues.length > 0 ? "Chưa vẽ được" : "Có chữ không vừa hình"}
          >
            <List size="sm">
              {faults.map(({ field, message }) => (
                <List.Item key={`${field} ${message}`}>{message}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 3, md: 1, lg: 3 }} spacing="sm">
          {shapes.map(({ slug, label, width, height }) => {
            const drawing = preview?.drawings.find(({ shape }) => shape === slug);
            return (
              <Stack key={slug} gap={6} component="figure" m={0}>
                {drawing?.svg ? (
                  <Image
                    src={addressOf(drawing.svg)}
                    alt={`${label}: ${alt}`}
                    radius="sm"
                    bd="1px solid gray.4"
                    style={{ aspectRatio: `${width} / ${height}` }}
                  />
                ) : (
                  <Box
                    bg="gray.1"
                    bd="1px dashed gray.5"
                    p="sm"
                    style={{ borderRadius: 4, aspectRatio: `${width} / ${height}` }}
                  >
                    {drawing && (
                      <Text size="sm" c="red.8">
                        Chữ không vừa hình này.
                      </Text>
                    )}
                  </Box>
                )}
                <figcaption>
                  <Checkbox
                    label={`${label}, ${width} × ${height}`}
                    checked={taken.includes(slug)}
                    onChange={({ currentTarget: { checked } }) =>
                      onTake(
                        shapes
                          .map((shape) => shape.slug)
                          .filter((one) => (one === slug ? checked : taken.includes(one))),
                      )
                    }
                  />
                </figcaption>
              </Stack>
            );
          })}
        </SimpleGrid>
        {preview?.address && (
          <Text size="xs" c="gray.7" style={{ overflowWrap: "anywhere" }}>
            Mã QR dẫn tới {preview.address}; mở được khi bài đã đăng.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
