import { Alert, Group, Text } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconCloudUpload } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { LinkButton } from "#ui/navigation.tsx";
import { onSignedIn } from "#ui/signed-out.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { sendKeptText } from "./send-kept-text.ts";
import { type TextOnThisMachine, textsOnThisMachine } from "./text-on-this-machine.ts";

/**
 * Sends what closed pages left on this machine, at each screen and whenever the network or the session is back; gives
 * what is still there and has to be looked at, undefined until known.
 */
export function useSending(personId: string | null, screen = "") {
  const { online } = useNetwork();
  const queries = useQueryClient();
  const [left, setLeft] = useState<TextOnThisMachine[]>();
  const send = useCallback(async () => {
    const texts = personId === null ? [] : await textsOnThisMachine(personId);
    const staying: TextOnThisMachine[] = [];
    for (const text of texts) {
      const sent = text.isNew ? "left" : await sendKeptText(text);
      if (sent === "left") staying.push(text);
      if (sent !== "sent") continue;
      sayDone(
        `Đã lưu phần viết của “${text.draft.text.title.trim() || "Bài chưa có tiêu đề"}” còn giữ trên máy này.`,
      );
      void queries.invalidateQueries({ queryKey: api.newsroom.get.queryKey({ input: { id: text.id } }) });
    }
    setLeft(staying);
  }, [personId, queries]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen that was left may have left a text
  useEffect(() => {
    if (!online) return;
    void send();
    return onSignedIn(() => void send());
  }, [online, send, screen]);
  return { left, send };
}

/** Says that texts still stand on this machine alone: begun without a network, or overtaken by what others saved. */
export function UnsentTexts({ personId, screen }: { personId: string; screen: string }) {
  const { online } = useNetwork();
  const { left } = useSending(personId, screen);
  // The screen of the item itself says what stands here of it.
  const elsewhere = left?.filter(({ id }) => !screen.startsWith(`/noi-dung/${id}`)) ?? [];
  if (!online || elsewhere.length === 0) return null;
  return (
    <Alert
      color="blue"
      icon={<IconCloudUpload />}
      role="status"
      mb="md"
      title="Có phần viết chưa lên Gần Dân"
    >
      <Group gap="sm">
        <Text size="sm">Phần viết của {elsewhere.length} bài còn nằm riêng trên máy này.</Text>
        <LinkButton to="/viet-tam" size="sm">
          Xem và đưa lên
        </LinkButton>
      </Group>
    </Alert>
  );
}
