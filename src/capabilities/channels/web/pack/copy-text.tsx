import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

const SAID_MS = 4000;

/** A text to be taken along: seen whole, selected by a touch, copied by one press, with its length as its network counts it. */
export function CopyText({
  label,
  text,
  count,
  tooLong = false,
}: {
  label: string;
  text: string;
  /** "512/63.206 ký tự". */
  count?: string | undefined;
  tooLong?: boolean;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const said = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(said.current), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A page that is not served over https has no such way; what is selected can still be copied.
      field.current?.select();
      document.execCommand("copy");
    }
    setCopied(true);
    clearTimeout(said.current);
    said.current = setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <Stack gap={6}>
      <Textarea
        ref={field}
        label={label}
        readOnly
        autosize
        maxRows={8}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c={tooLong ? "red.8" : "gray.7"} fw={tooLong ? 700 : undefined}>
          {count}
          {tooLong && ", dài quá: kênh sẽ không nhận"}
        </Text>
        <Button
          size="xs"
          variant={copied ? "light" : "filled"}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => void copy()}
          aria-label={copied ? `Đã chép: ${label}` : `Chép: ${label}`}
        >
          {copied ? "Đã chép" : "Chép"}
        </Button>
      </Group>
    </Stack>
  );
}
