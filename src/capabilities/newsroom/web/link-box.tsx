import { Button, Group, Popover, Stack, TextInput } from "@mantine/core";
import { RichTextEditor } from "@mantine/tiptap";
import { IconLink } from "@tabler/icons-react";
import { type Editor, useEditorState } from "@tiptap/react";
import { useState } from "react";
import { linkFromTyped } from "./link-address.ts";

/** Puts a link on the chosen words; an address that leads nowhere is told here, before it is in the text. */
export function LinkBox({ editor }: { editor: Editor }) {
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const linked = useEditorState({
    editor,
    selector: ({ editor: now }) => !now.isDestroyed && now.isActive("link"),
  });
  const open = () => {
    setTyped(editor.getAttributes("link").href ?? "");
    setWrong(null);
    setOpened(true);
  };
  const put = () => {
    const href = linkFromTyped(typed);
    if (href === null) {
      setWrong(
        typed.trim() === ""
          ? "Hãy gõ địa chỉ mà chữ này dẫn tới."
          : `“${typed.trim()}” không phải địa chỉ. Hãy gõ địa chỉ web (https://…), thư điện tử, tel: và số điện thoại, hoặc đường dẫn trên cổng (/tin-tuc/…).`,
      );
      return;
    }
    setOpened(false);
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && !linked) {
      const words = { type: "text", text: typed.trim(), marks: [{ type: "link", attrs: { href } }] };
      chain.insertContent(words).run();
    } else chain.extendMarkRange("link").setLink({ href }).run();
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal shadow="md" width={320}>
      <Popover.Target>
        <RichTextEditor.Control aria-label="Liên kết" title="Liên kết" active={linked} onClick={open}>
          <IconLink size={16} />
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <TextInput
            label="Địa chỉ liên kết"
            placeholder="https://…"
            value={typed}
            error={wrong}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setWrong(null);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              put();
            }}
          />
          <Group gap="xs">
            <Button size="xs" onClick={put}>
              Lưu liên kết
            </Button>
            {linked && (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setOpened(false);
                  editor.chain().focus().extendMarkRange("link").unsetLink().run();
                }}
              >
                Bỏ liên kết
              </Button>
            )}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
