import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { lookAfter } from "#ui/cared-for.ts";
import { MomentText } from "#ui/date-text.tsx";
import type { ContentFields } from "../../content-fields.ts";
import { RichEditor } from "../rich-editor.tsx";
import { keepText, type TextOnThisMachine } from "./text-on-this-machine.ts";

/** Writes a text that stays on this machine until there is a network; `children` says what can be done with it then. */
export function WriteHere({
  text,
  onClose,
  children,
}: {
  text: TextOnThisMachine;
  onClose: () => void;
  children?: ReactNode;
}) {
  useEffect(() => lookAfter(text.key), [text.key]);
  const [fields, setFields] = useState(text.draft.text);
  const [keptAt, setKeptAt] = useState<string | null>(null);
  // The editor keeps its first callback, so the newest fields are read from a ref.
  const latest = useRef(fields);
  const edit = (part: Partial<ContentFields>) => {
    latest.current = { ...latest.current, ...part };
    setFields(latest.current);
    setKeptAt(keepText(text, latest.current));
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Button variant="default" onClick={onClose}>
          Về danh sách
        </Button>
        <Text size="sm" role="status">
          {keptAt ? (
            <>
              Đã giữ trên máy này lúc <MomentText at={keptAt} />
            </>
          ) : (
            "Gõ đến đâu, máy này giữ đến đó."
          )}
        </Text>
      </Group>
      {children}
      <TextInput
        label="Tiêu đề"
        size="md"
        value={fields.title}
        onChange={(event) => edit({ title: event.currentTarget.value })}
        autoComplete="off"
        autoFocus
      />
      <Textarea
        label="Sapo (tóm tắt)"
        autosize
        minRows={2}
        value={fields.summary}
        onChange={(event) => edit({ summary: event.currentTarget.value })}
      />
      <RichEditor
        label="Nội dung"
        initial={fields.body}
        onChange={(body) => edit({ body })}
        withoutPictures
      />
    </Stack>
  );
}
