import { Alert, Button, Group, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { sortOf } from "../../contract.ts";
import { lengthOf } from "../../media-library/media-words.ts";
import { api, type Picture, type WholeMedia } from "../api.ts";
import { FactsFields } from "../pictures/facts-fields.tsx";
import { factsOf } from "../pictures/picture-facts.ts";
import { FocusPoint } from "./focus-point.tsx";
import { MediaHome } from "./folders/media-home.tsx";
import { MediaUse } from "./media-use.tsx";
import { Original } from "./original.tsx";
import { PictureAiForm } from "./picture-ai.tsx";
import { RecordingWords } from "./recording-words.tsx";
import { Video } from "./video.tsx";

/** One of the library: what it is, how it looks or sounds, and what is stated of it. */
export default function MediaPage() {
  const id = useParam("id");
  const media = useQuery(api.newsroom.getMedia.queryOptions({ input: { id } }));
  return (
    <Page
      title={media.data ? media.data.alt || media.data.fileName : "Tư liệu"}
      crumbs={[{ label: "Kho tư liệu", to: "/kho-tu-lieu" }]}
      lead={media.data && <Lead media={media.data} />}
    >
      <Asked query={media}>
        {(found) => (
          <SimpleGrid key={found.id} ref={toWords} cols={{ base: 1, md: 2 }} spacing="xl">
            <Stack>
              <Shown media={found} />
              <Facts media={found} />
              <MediaHome media={found} />
              {found.sort === "picture" && <Original key={`${found.id} original`} media={found} />}
              <MediaUse media={found} />
            </Stack>
            <Stack gap="xl">
              <Stated key={found.id} media={found} />
              {found.sort === "picture" && <PictureAiForm key={`${found.id} ai`} media={found} />}
              {found.durationMs !== null && <RecordingWords key={`${found.id} words`} media={found} />}
            </Stack>
          </SimpleGrid>
        )}
      </Asked>
    </Page>
  );
}

/** A remark on a text leads to the words here that it means. */
function toWords(page: HTMLElement | null): void {
  const { hash } = window.location;
  if (!/^#[a-z]+$/u.test(hash)) return;
  page?.querySelector<HTMLElement>(`[data-path="${hash.slice(1)}"]`)?.focus();
}

function Lead({ media: { issues, uploadedByName, uploadedAt } }: { media: Picture }) {
  return (
    <Group gap="sm">
      {issues.length === 0 ? (
        <StateBadge tone="done" word="Đủ quyền để đăng" />
      ) : (
        <StateBadge
          tone="waiting"
          word={`Chưa đăng được: ${issues.map(({ message }) => message).join(", ")}`}
        />
      )}
      <Text size="sm">
        {uploadedByName} tải lên <MomentText at={uploadedAt} />
      </Text>
    </Group>
  );
}

function Shown({ media }: { media: WholeMedia }) {
  const { id, sort, alt, fileName } = media;
  const name = alt || fileName;
  if (sort === "picture") return <FocusPoint key={id} media={media} />;
  if (sort === "video") return <Video key={media.id} media={media} />;
  if (sort === "audio")
    return (
      // biome-ignore lint/a11y/useMediaCaption: its text stands beside it.
      <audio src={`/media/${id}`} controls preload="metadata" style={{ width: "100%" }} aria-label={name} />
    );
  return (
    <Button component="a" href={`/media/${id}`} download variant="default" w="fit-content">
      Tải tài liệu về
    </Button>
  );
}

function Facts({ media }: { media: Picture }) {
  const { sort, fileName, width, height, durationMs, bytes, videoCodec, audioCodec, pages, documentTitle } =
    media;
  const rows: [string, string | null][] = [
    ["Loại", sortOf(sort).label],
    ["Tệp", fileName],
    ["Thời lượng", durationMs === null ? null : lengthOf(durationMs)],
    ["Cỡ hình", width > 0 ? `${width} × ${height} điểm ảnh` : null],
    ["Dung lượng", sizeInWords(bytes)],
    ["Số trang", pages === null ? null : String(pages)],
    ["Tiêu đề ghi trong tệp", documentTitle],
    ["Phụ đề", sort === "video" && media.hasSpeech ? (media.hasCaptions ? "Có" : "Chưa có") : null],
    ["Kiểu nén", [videoCodec, audioCodec].filter(Boolean).join(", ") || null],
  ];
  return (
    <section aria-labelledby="du-kien">
      <Title order={2} size="h4" id="du-kien" mb="xs">
        Dữ kiện
      </Title>
      <Table>
        <Table.Tbody>
          {rows.map(
            ([name, value]) =>
              value !== null && (
                <Table.Tr key={name}>
                  <Table.Th scope="row" w="9rem">
                    {name}
                  </Table.Th>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>{value}</Table.Td>
                </Table.Tr>
              ),
          )}
        </Table.Tbody>
      </Table>
      {videoCodec === "hevc" && (
        <Alert color="orange" mt="sm">
          Video nén kiểu HEVC: nhiều máy tính và điện thoại không phát được. Nên xuất lại thành MP4 (H.264).
        </Alert>
      )}
    </section>
  );
}

function Stated({ media }: { media: Picture }) {
  const queries = useQueryClient();
  const form = useForm({ initialValues: factsOf(media, null) });
  const why = whyNot(media.may, "describe");
  const save = useMutation({
    mutationFn: ({ caption: _, ...facts }: typeof form.values) =>
      api.newsroom.describeMedia.call({ id: media.id, ...facts }),
    onSuccess: (after) => {
      const fresh = factsOf(after, null);
      form.setInitialValues(fresh);
      form.setValues(fresh);
      queries.setQueryData(api.newsroom.getMedia.queryKey({ input: { id: media.id } }), after);
      void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      sayDone("Đã ghi thông tin.");
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} aria-labelledby="thong-tin">
      <Stack>
        <Title order={2} size="h4" id="thong-tin">
          Thông tin và quyền
        </Title>
        {why && <Alert color="blue">{why}</Alert>}
        <FactsFields form={form} sort={media.sort} withCaption={false} readOnly={why !== null} />
        <ErrorNotice error={save.error} />
        {why === null && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              Ghi thông tin
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
