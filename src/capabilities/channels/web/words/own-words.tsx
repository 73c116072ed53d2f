import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton, whyNot } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { useKeepDelivery } from "../delivery/use-keep-delivery.ts";
import { WriteWords } from "./write-words.tsx";

/** The words of this channel: shared with the text, or its own, which a second person agrees to. */
export function OwnWords({
  delivery,
  writing,
  setWriting,
}: {
  delivery: DeliveryView;
  writing: boolean;
  setWriting: (writing: boolean) => void;
}) {
  const { id, account, ownText, ownTextByName, ownTextApprovedByName, sharedText, isAtLength, may } =
    delivery;
  const keep = useKeepDelivery();
  const change = useMutation({
    mutationFn: (words: string | null) =>
      api.channels.changeDelivery.call({ id, wantedAt: delivery.wantedAt, ownText: words }),
    onSuccess: (answer, words) => {
      keep(answer);
      setWriting(false);
      sayDone(words === null ? "Dùng lại lời chung của bài." : "Đã ghi lời riêng; chờ người thứ hai duyệt.");
    },
  });
  const approve = useMutation({
    mutationFn: (words: string) => api.channels.approveDeliveryWords.call({ id, ownText: words }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã duyệt lời riêng.");
    },
  });
  const mayWrite = whyNot(may, "write") === null;
  return (
    <Section
      id="loi-dang"
      title={ownText === null && !writing ? "Lời đăng: dùng chung" : "Lời đăng: riêng cho kênh này"}
    >
      {ownText === null && !writing && (
        <Text size="sm">
          {account.name} dùng tiêu đề, tóm tắt{isAtLength && ", toàn bộ nội dung"} đã duyệt của bài. Viết lời
          riêng khi kênh cần giọng khác, ngắn hơn; lời riêng phải có người thứ hai duyệt.
        </Text>
      )}
      {ownText !== null && !writing && (
        <>
          <Text size="sm" c="gray.7">
            {ownTextByName} viết
            {ownTextApprovedByName === null ? "; chưa ai duyệt." : `; ${ownTextApprovedByName} đã duyệt.`}
          </Text>
          <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{ownText}</Text>
          <Text size="sm" fw={600} mt="xs">
            Khác lời chung của bài
          </Text>
          <CompareTexts before={sharedText} now={ownText} />
        </>
      )}
      {ownText !== null && !writing && delivery.waitsForWords && (
        <Stack gap="xs" align="flex-start">
          <MayButton
            may={may}
            verb="approveWords"
            loading={approve.isPending}
            onClick={() => approve.mutate(ownText)}
          >
            Duyệt lời riêng
          </MayButton>
          <ErrorNotice error={approve.error} />
        </Stack>
      )}
      {writing ? (
        <WriteWords
          delivery={delivery}
          pending={change.isPending}
          error={change.error}
          onSave={(words) => change.mutate(words)}
          onClose={() => setWriting(false)}
        />
      ) : (
        mayWrite && (
          <Group>
            <Button variant="default" onClick={() => setWriting(true)}>
              {ownText === null ? "Viết lời riêng" : "Sửa lời riêng"}
            </Button>
            {ownText !== null && (
              <Button variant="default" loading={change.isPending} onClick={() => change.mutate(null)}>
                Dùng lại lời chung
              </Button>
            )}
          </Group>
        )
      )}
      {!writing && <ErrorNotice error={change.error} />}
      {delivery.byHand && !writing && mayWrite && (
        <Text size="sm" c="gray.7">
          Ghi lời riêng thì bộ tài liệu đăng tay rút lại, chờ người thứ hai duyệt rồi hiện ra với lời mới.
        </Text>
      )}
      {ownText !== null && delivery.state === "refused" && (
        <Alert color="yellow">Ghi lời khác thì lượt đăng trở lại chờ duyệt, rồi được gửi lại.</Alert>
      )}
    </Section>
  );
}
