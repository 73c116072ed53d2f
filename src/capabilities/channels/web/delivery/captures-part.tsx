import { Anchor, Button, Code, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayFailed } from "#ui/undo.tsx";
import { api, type Captures } from "../api.ts";

type Capture = Captures["captures"][number];

const notYet: Record<Captures["byItself"], string> = {
  yes: "Trang được tự lưu trong vài phút.",
  sample:
    "Ở đơn vị mẫu, địa chỉ trên các kênh là ví dụ nên hệ thống không tự mở; muốn thử với một địa chỉ thật thì bấm nút dưới đây.",
  no: "Bài lên đã quá một tuần nên trang không tự lưu nữa; cần thì bấm nút dưới đây.",
};

/** The pages that the system has kept of where the text stands: beside the pictures that people take. */
export function CapturesPart({ id, canAsk }: { id: string; canAsk: boolean }) {
  const queries = useQueryClient();
  const options = api.channels.captures.queryOptions({ input: { id } });
  const query = useQuery({
    ...options,
    refetchInterval: ({ state }) =>
      state.data?.captures.some((capture) => capture.state === "waiting") ? 5_000 : false,
  });
  const again = useMutation({
    mutationFn: () => api.channels.captureAgain.call({ id }),
    onSuccess: (answer) => queries.setQueryData(options.queryKey, answer),
    onError: sayFailed,
  });
  return (
    <Stack gap="xs" component="section" aria-labelledby="trang-da-luu">
      <Title order={3} size="h5" id="trang-da-luu">
        Trang do hệ thống lưu
      </Title>
      <Asked query={query}>
        {({ captures, byItself, may }) => (
          <>
            {captures.length === 0 && (
              <Text size="sm" c="gray.7">
                Chưa lưu trang. {notYet[byItself]}
              </Text>
            )}
            {captures.map((capture) => (
              <OneCapture key={capture.id} capture={capture} />
            ))}
            {canAsk && may.prove?.allowed && (
              <Group>
                <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
                  {captures.length === 0 ? "Lưu trang" : "Lưu lại trang lúc này"}
                </Button>
              </Group>
            )}
          </>
        )}
      </Asked>
    </Stack>
  );
}

const Hash = ({ hash }: { hash: string }) => (
  <Code title={hash} aria-label={hash}>
    {hash.slice(0, 12)}
  </Code>
);

function OneCapture({ capture }: { capture: Capture }) {
  const { state, why, nextTryAt, askedByName, takenAt, url, status, pageSha256, words, bytes, sha256, path } =
    capture;
  if (state === "waiting")
    return (
      <Text size="sm" role="status">
        {why === null ? "Đang chờ lưu trang." : `Chưa lưu được: ${why}`}
        {why !== null && (
          <>
            {" "}
            Thử lại lúc <MomentText at={nextTryAt} />.
          </>
        )}
      </Text>
    );
  if (state === "failed")
    return (
      <Text size="sm">
        Không lưu được bản <Hash hash={capture.revisionHash} />: {why} Hãy chụp màn hình bằng tay, hoặc lưu
        lại khi trang đã mở được.
      </Text>
    );
  return (
    <Stack gap={4} style={{ overflowWrap: "anywhere" }}>
      <Text size="sm">
        <MomentText at={takenAt} />: trang có bài, trả lời {status}
        {askedByName !== null && `, theo yêu cầu của ${askedByName}`}. Bản{" "}
        <Hash hash={capture.revisionHash} />, trang <Hash hash={pageSha256!} />.
      </Text>
      <Text size="xs" c="gray.7">
        {url}
      </Text>
      <details>
        <summary>Chữ trên trang lúc lưu</summary>
        <Code block mt={4} mah="20rem" style={{ overflow: "auto", whiteSpace: "pre-wrap" }} tabIndex={0}>
          {words}
        </Code>
      </details>
      <Anchor href={path!} download size="sm">
        Tải tệp lưu trữ web (WARC, {sizeInWords(bytes!)})
        <span className="only-read-aloud">, mã {sha256}</span>
      </Anchor>
    </Stack>
  );
}
