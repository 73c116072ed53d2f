import { Alert, Stack, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { saveFile } from "#ui/save-file.ts";
import { api, type WholeMedia } from "../api.ts";

/** A picture as it came in: what it is, what it still tells, and the way out for those who may take it. */
export function Original({ media: { id, may } }: { media: WholeMedia }) {
  const facts = useQuery(api.newsroom.originalFacts.queryOptions({ input: { id } }));
  const take = useMutation({
    mutationFn: () => api.newsroom.takeOriginal.call({ id }),
    onSuccess: ({ body }) => saveFile(body),
  });
  if (facts.error) return <ErrorNotice error={facts.error} />;
  const original = facts.data?.original;
  if (!original) return null;
  const { format, width, height, bytes, hasNotes } = original;
  return (
    <Stack component="section" gap="sm" aria-labelledby="tep-goc">
      <Title order={2} size="h4" id="tep-goc">
        Tệp gốc
      </Title>
      <Text size="sm">
        {format}, {width} × {height} điểm ảnh, {sizeInWords(bytes)}. Không bao giờ đăng lên cổng; mỗi lần tải
        được ghi vào nhật ký.
      </Text>
      {hasNotes ? (
        <Alert color="orange" title="Còn ghi chú của máy ảnh">
          Tệp gốc còn nguyên những gì máy ảnh hoặc phần mềm ghi vào: có thể cả nơi chụp, giờ chụp và máy chụp.
          Chỉ dùng trong cơ quan; cần gửi ra ngoài thì dùng ảnh ở trên.
        </Alert>
      ) : (
        <Text size="sm">Tệp gốc không kèm ghi chú của máy ảnh về nơi chụp, máy chụp.</Text>
      )}
      <MayButton
        may={may}
        verb="takeOriginal"
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconDownload size={16} />}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        Tải tệp gốc
      </MayButton>
      <ErrorNotice error={take.error} />
    </Stack>
  );
}
