import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { api, type DeliveryView } from "../api.ts";
import { countOf } from "./count-words.ts";
import { PreviewView } from "./preview-view.tsx";

const REST_MS = 400;

/** Words for this channel while they are written, counted and shown as the network would cut them. */
export function WriteWords({
  delivery,
  pending,
  error,
  onSave,
  onClose,
}: {
  delivery: DeliveryView;
  pending: boolean;
  error: unknown;
  onSave: (words: string) => void;
  onClose: () => void;
}) {
  const { id, account, sharedText } = delivery;
  const first = delivery.ownText ?? sharedText;
  const [words, setWords] = useState(first);
  const [resting] = useDebouncedValue(words, REST_MS);
  const preview = useQuery(
    api.channels.previewDelivery.queryOptions({
      input: { id, ownText: resting },
      placeholderData: (before) => before,
    }),
  );
  const unsent = words !== first;
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsent]);
  const shown = preview.data ?? delivery.preview;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSave(words);
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={`Lời đăng trên ${account.name}`}
          description="Đường dẫn về bài và thẻ chủ đề được thêm tự động."
          autosize
          minRows={5}
          maxRows={16}
          required
          data-autofocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Text size="sm" role="status" c={shown.issues.length > 0 ? "red.8" : "gray.7"}>
          {shown.fields.map((field) => `${field.label}: ${countOf(field)}`).join(" · ")}
        </Text>
        <PreviewView preview={shown} network={account.networkLabel} />
        <ErrorNotice error={error} />
        <Group>
          <Button type="submit" loading={pending}>
            Ghi lời riêng
          </Button>
          <Button variant="default" onClick={() => setWords(sharedText)} disabled={words === sharedText}>
            Bắt đầu lại từ lời chung
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Thôi, không sửa
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
