import { Alert, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { CopyText } from "../pack/copy-text.tsx";
import { countOf } from "../words/count-words.ts";
import { useKeepDelivery } from "./use-keep-delivery.ts";

/** What a person does at the channel, step by step. */
export function StepsByHand({ steps }: { steps: string[] }) {
  return (
    <List type="ordered" size="sm" spacing={4}>
      {steps.map((step) => (
        <List.Item key={step}>{step}</List.Item>
      ))}
    </List>
  );
}

/** The corrected text for where the former one stands: to copy over there, and to say so here. */
export function RenewPart({ delivery }: { delivery: DeliveryView }) {
  const { id, account, preview, contentRevisionId, may } = delivery;
  const keep = useKeepDelivery();
  const renew = useMutation({
    mutationFn: () => api.channels.renewPlacement.call({ id, revisionId: contentRevisionId }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone(`Đã ghi: ${account.name} mang bản mới.`);
    },
  });
  const openAt = delivery.url ?? delivery.openAt;
  return (
    <section aria-labelledby="ban-moi">
      <Title order={2} size="h3" id="ban-moi" mb="xs">
        Lời của bản mới
      </Title>
      <Stack gap="sm">
        {delivery.waitsForNewWords && (
          <Alert color="yellow" title="Lời mới chờ người thứ hai duyệt">
            Lời dưới đây chưa dùng được; duyệt ở trang Sửa, gỡ trên các kênh rồi mới chép lên kênh.{" "}
            <LinkText to="/dang-kenh/bai/$id" params={{ id: delivery.itemId }} inherit underline="always">
              Mở trang ấy
            </LinkText>
          </Alert>
        )}
        <StepsByHand steps={delivery.changeSteps.correct} />
        {preview.fields
          .filter(({ text }) => text.trim() !== "")
          .map((field) => (
            <CopyText
              key={field.name}
              label={field.label}
              text={field.text}
              count={countOf(field)}
              tooLong={field.tooLong}
            />
          ))}
        <Group align="flex-start">
          {openAt !== null && (
            <Button
              component="a"
              href={openAt}
              target="_blank"
              rel="noopener noreferrer"
              variant="default"
              leftSection={<IconExternalLink size={18} />}
            >
              Mở bài trên kênh
              <span className="only-read-aloud"> (mở ở thẻ mới)</span>
            </Button>
          )}
          <MayButton may={may} verb="renew" loading={renew.isPending} onClick={() => renew.mutate()}>
            Đã sửa trên kênh theo bản mới
          </MayButton>
        </Group>
        <Text size="sm" c="gray.7">
          Kênh không cho sửa thì gỡ bài, bấm “Ghi đã gỡ khỏi kênh”, rồi chọn lại kênh này ở bài.
        </Text>
        <ErrorNotice error={renew.error} />
      </Stack>
    </section>
  );
}
