import { Alert, Anchor, Button, Group, Image, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { slugify } from "#platform/text/slugify.ts";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { sayFailed } from "#ui/undo.tsx";
import { shapes, templateOf } from "../../contract.ts";
import { api, type Graphic } from "../api.ts";
import { PlaceDialog } from "./place-dialog.tsx";

/** What was drawn of one table: its pictures to take along, and the table itself. */
export default function InfographicPage() {
  const id = useParam("id");
  const graphic = useQuery(api.newsroom.getInfographic.queryOptions({ input: { id } }));
  const found = graphic.data;
  const [placing, setPlacing] = useState(false);
  return (
    <Page
      title={found?.title ?? "Đồ họa"}
      crumbs={[{ label: "Đồ họa", to: "/do-hoa" }]}
      lead={
        found && (
          <Text size="sm">
            {found.templateLabel}, {found.madeByName} vẽ <MomentText at={found.madeAt} />
          </Text>
        )
      }
      actions={
        found &&
        whyNot(found.may, "draw") === null && (
          <>
            {found.replacedById === null && (
              <Button variant="default" onClick={() => setPlacing(true)}>
                Đưa vào bài…
              </Button>
            )}
            <LinkButton to="/do-hoa/moi" search={{ tu: id }}>
              Vẽ lại với số liệu mới
            </LinkButton>
          </>
        )
      }
    >
      <Asked query={graphic}>{(shown) => <Shown graphic={shown} />}</Asked>
      {found && <PlaceDialog graphic={found} opened={placing} onClose={() => setPlacing(false)} />}
    </Page>
  );
}

function Shown({ graphic }: { graphic: Graphic }) {
  const { id, title, pictures, source, day, articleId, replacedById, replacesId, alt } = graphic;
  const name = slugify(title, 60) || "do-hoa";
  const outlines = useMutation({
    mutationFn: (shape: (typeof shapes)[number]["slug"]) =>
      api.newsroom.infographicOutlines.call({ id, shape }).then(({ svg }) => ({ svg, shape })),
    onSuccess: ({ svg, shape }) =>
      saveFile(new File([svg], `${name}-${shape}.svg`, { type: "image/svg+xml" })),
    onError: sayFailed,
  });
  return (
    <Stack gap="lg">
      {replacedById && (
        <Alert color="blue">
          Đã có bản vẽ với số liệu mới hơn.{" "}
          <LinkText to="/do-hoa/$id" params={{ id: replacedById }}>
            Xem bản mới
          </LinkText>
        </Alert>
      )}
      <Group gap="lg">
        {articleId && (
          <LinkText to="/noi-dung/$id" params={{ id: articleId }}>
            Mở bài mà mã QR dẫn tới
          </LinkText>
        )}
        {replacesId && (
          <LinkText to="/do-hoa/$id" params={{ id: replacesId }}>
            Xem bản trước
          </LinkText>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {pictures.map(({ shape, mediaId, alt: words }) => {
          const { label, width, height } = shapes.find(({ slug }) => slug === shape)!;
          return (
            <Stack key={shape} gap="xs" component="figure" m={0}>
              <Image
                src={`/media/${mediaId}`}
                alt={words}
                radius="sm"
                bd="1px solid gray.4"
                style={{ aspectRatio: `${width} / ${height}` }}
              />
              <figcaption>
                <Text size="sm" fw={600}>
                  {label}
                </Text>
                <Group gap="xs" mt={4}>
                  <Button
                    component="a"
                    size="compact-sm"
                    variant="default"
                    href={`/media/${mediaId}`}
                    download={`${name}-${shape}.png`}
                    aria-label={`Tải PNG: ${label}`}
                  >
                    Tải PNG
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Tải SVG: ${label}`}
                    onClick={() => outlines.mutate(shape)}
                  >
                    Tải SVG
                  </Button>
                  <Anchor
                    size="sm"
                    href={`/workspace/kho-tu-lieu/${mediaId}`}
                    aria-label={`Trong kho: ${label}`}
                  >
                    Trong kho
                  </Anchor>
                </Group>
              </figcaption>
            </Stack>
          );
        })}
      </SimpleGrid>
      <section aria-labelledby="bang">
        <Title order={2} size="h4" id="bang" mb="xs">
          Bảng số liệu
        </Title>
        <DataOf graphic={graphic} />
        <Text size="sm" mt="xs">
          Nguồn: {source}
          {day && `; số liệu tính đến ${formatDate(day)}`}.
        </Text>
        <Text size="sm" c="gray.7" mt={4}>
          Mô tả: {alt}
        </Text>
      </section>
    </Stack>
  );
}

function DataOf({ graphic: { template, rows, title } }: { graphic: Graphic }) {
  const columns = (templateOf(template)?.columns ?? []).filter(({ name }) => rows.some((row) => row[name]));
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table captionSide="top" withTableBorder>
        <Table.Caption>{title}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, label }) => (
              <Table.Th key={name} scope="col">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a kept table never move.
            <Table.Tr key={at}>
              {columns.map(({ name }) => (
                <Table.Td key={name}>{row[name]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
