import { Anchor, Group, Image, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { api, type FeedbackView } from "../api.ts";
import { PrepareDialog } from "./prepare-dialog.tsx";

const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

/** What the public reads, or would read once a second person has read it. */
export function PublicationSection({
  view,
  onDone,
}: {
  view: FeedbackView;
  onDone: (words: string) => void;
}) {
  const { id, publication, may, consentedName } = view;
  const [preparing, prepare] = useDisclosure(false);
  const [withdrawing, withdraw] = useDisclosure(false);
  const publish = useMutation({
    mutationFn: () => api.feedback.publish.call({ id, preparedAt: publication!.preparedAt }),
    onSuccess: () => onDone("Đã công khai trên cổng."),
  });
  const takeOff = useMutation({
    mutationFn: (reason: string) => api.feedback.unpublish.call({ id, reason }),
    onSuccess: () => {
      withdraw.close();
      onDone("Đã rút bản công khai.");
    },
  });
  const isAnswered = view.state === "answered" || view.state === "published";
  if (!publication && !isAnswered) return null;
  const waits = publication !== null && publication.publishedAt === null && isAnswered;
  return (
    <Section id="cong-khai" title="Công khai kết quả">
      <Text size="sm">
        {consentedName
          ? `Người gửi đồng ý nêu tên: ${consentedName}.`
          : "Người gửi chưa đồng ý nêu tên: bản công khai không kèm tên."}
      </Text>
      {publication && (
        <Stack gap={6}>
          <Text fw={600}>{publication.title}</Text>
          <Text style={said}>{publication.question}</Text>
          <Text style={said}>{publication.answer}</Text>
          {publication.kept.length > 0 && (
            <Text size="sm">
              Người soạn giữ lại: {publication.kept.map((words) => `“${words}”`).join(", ")}.
            </Text>
          )}
          <Group gap="sm">
            {publication.pictures.map(({ id: pictureId, alt }) => (
              <Image
                key={pictureId}
                src={`/phan-anh-anh/${pictureId}`}
                alt={alt}
                h={140}
                w="auto"
                maw="100%"
                fit="contain"
              />
            ))}
          </Group>
          <Text size="sm" c="gray.7">
            {publication.preparedByName} soạn <MomentText at={publication.preparedAt} />
            {publication.publishedAt && (
              <>
                , {publication.checkedByName} đọc lại, công khai <MomentText at={publication.publishedAt} />
              </>
            )}
            {publication.withdrawalReason && `; đã rút: ${publication.withdrawalReason}`}
          </Text>
          {publication.isLive && (
            <Anchor href={publication.path} target="_blank" rel="noopener">
              Xem trên cổng
            </Anchor>
          )}
        </Stack>
      )}
      <Group gap="xs" align="flex-start">
        {waits && (
          <MayButton may={may} verb="check" loading={publish.isPending} onClick={() => publish.mutate()}>
            Đã đọc lại, công khai
          </MayButton>
        )}
        {view.state === "answered" && (
          <MayButton may={may} verb="publish" variant="default" onClick={prepare.open}>
            {publication ? "Soạn lại bản công khai" : "Soạn bản công khai"}
          </MayButton>
        )}
        {publication?.isLive && (
          <MayButton may={may} verb="unpublish" variant="default" onClick={withdraw.open}>
            Rút bản công khai
          </MayButton>
        )}
      </Group>
      {publish.isError && <ErrorNotice error={publish.error} />}
      <PrepareDialog
        view={view}
        opened={preparing}
        onClose={prepare.close}
        onDone={() => onDone("Đã gửi người thứ hai đọc lại.")}
      />
      <Confirm
        opened={withdrawing}
        onClose={withdraw.close}
        title="Rút bản công khai"
        verb="Rút"
        reasonLabel="Lý do (hiện ở địa chỉ cũ)"
        onConfirm={(reason) => takeOff.mutate(reason)}
        pending={takeOff.isPending}
        error={takeOff.error}
      >
        Trang kết quả không còn nội dung; trả lời đã gửi người phản ánh vẫn giữ.
      </Confirm>
    </Section>
  );
}
