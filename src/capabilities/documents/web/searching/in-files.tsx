import { Anchor, Button, Mark, Paper, Stack, Text, Title } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Answers } from "#ui/api.ts";
import { DayText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { LinkText } from "#ui/navigation.tsx";
import type { documentsContract } from "../../contract.ts";
import { api } from "../api.ts";
import { documentName } from "../words.ts";

type Hit = Answers<typeof documentsContract>["searchFiles"]["hits"][number];

/** Documents whose files hold what is looked for in the register, with the passage; nothing while nothing is. */
export function InFiles({ words }: { words: string }) {
  const found = useInfiniteQuery({
    ...api.documents.searchFiles.infiniteOptions({
      input: (page: number) => ({ q: words, page }),
      initialPageParam: 1,
      getNextPageParam: ({ total }, pages) =>
        pages.reduce((sum, { hits }) => sum + hits.length, 0) < total ? pages.length + 1 : undefined,
    }),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });
  if (words.length < 2) return null;
  const first = found.data?.pages[0];
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="trong-tep">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h5" id="trong-tep">
          Trong nội dung tệp
        </Title>
        <ErrorNotice error={found.error} />
        <Text size="sm" role="status">
          {first === undefined
            ? "Đang tìm trong tệp…"
            : first.total === 0
              ? "Không có tệp nào chứa đủ các từ này."
              : `${first.isMore ? "Ít nhất " : ""}${first.total} văn bản có tệp chứa đủ các từ này.`}
        </Text>
        {first !== undefined && first.total > 0 && (
          <Stack component="ul" gap="sm" m={0} p={0} w="100%" style={{ listStyle: "none" }}>
            {found.data?.pages.flatMap(({ hits }) =>
              hits.map((hit) => <HitRow key={hit.fileId} hit={hit} />),
            )}
          </Stack>
        )}
        {found.hasNextPage && (
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            Xem thêm văn bản
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function HitRow({ hit }: { hit: Hit }) {
  const { documentId, fileId, fileName, abstract, issuedOn, passage } = hit;
  return (
    <li>
      <LinkText to="/van-ban/$id" params={{ id: documentId }} fw={600} underline="always">
        {documentName(hit)}
      </LinkText>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {passage.map(({ text, marked }, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
          marked ? <Mark key={place}>{text}</Mark> : <span key={place}>{text}</span>,
        )}
      </Text>
      <Text size="xs" c="gray.7" style={{ overflowWrap: "anywhere" }}>
        {issuedOn !== null && (
          <>
            <DayText day={issuedOn} />
            {" · "}
          </>
        )}
        {abstract !== null && `${abstract} · `}
        <Anchor href={`/document-files/${fileId}`} size="xs" underline="always">
          {fileName}
        </Anchor>
      </Text>
    </li>
  );
}
