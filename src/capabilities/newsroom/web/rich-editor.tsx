import { Box, Text } from "@mantine/core";
import { RichTextEditor } from "@mantine/tiptap";
import { IconPhoto, IconTable } from "@tabler/icons-react";
import Image from "@tiptap/extension-image";
import { TableKit } from "@tiptap/extension-table";
import { type Editor, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useId, useState } from "react";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { styleNonce } from "#ui/nonce.ts";
import "@mantine/tiptap/styles.css";
import { ImageDialog } from "./image-dialog.tsx";
import { cleanWordHtml } from "./paste-from-word.ts";

const Picture = Image.extend({
  addAttributes() {
    return { ...this.parent?.(), caption: { default: null } };
  },
});

const labels = {
  boldControlLabel: "Đậm",
  italicControlLabel: "Nghiêng",
  underlineControlLabel: "Gạch chân",
  h2ControlLabel: "Tiêu đề mục",
  h3ControlLabel: "Tiêu đề mục nhỏ",
  bulletListControlLabel: "Danh sách",
  orderedListControlLabel: "Danh sách đánh số",
  blockquoteControlLabel: "Trích dẫn",
  linkControlLabel: "Liên kết",
  unlinkControlLabel: "Bỏ liên kết",
  undoControlLabel: "Hoàn tác",
  redoControlLabel: "Làm lại",
  linkEditorInputLabel: "Địa chỉ liên kết",
  linkEditorInputPlaceholder: "https://…",
  linkEditorExternalLink: "Mở trong thẻ mới",
  linkEditorInternalLink: "Mở trong thẻ này",
  linkEditorSave: "Lưu",
};

/** The text's editor. The editor owns the text while it is open; `onChange` is told after each change. */
export function RichEditor({
  initial,
  editable,
  onChange,
  label,
}: {
  initial: RichText;
  editable: boolean;
  onChange: (body: RichText) => void;
  label: string;
}) {
  const [picking, setPicking] = useState(false);
  const labelId = useId();
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3, 4] },
        codeBlock: false,
        code: false,
        link: { openOnClick: false, autolink: true, protocols: ["http", "https", "mailto", "tel"] },
      }),
      TableKit.configure({ table: { resizable: false } }),
      Picture,
    ],
    content: initial,
    editable,
    injectNonce: styleNonce(),
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        "aria-labelledby": labelId,
        "aria-multiline": "true",
        role: "textbox",
        lang: "vi",
        spellcheck: "false",
      },
      transformPastedHTML: cleanWordHtml,
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as RichText),
  });
  useEffect(() => {
    editor.setEditable(editable, false);
  }, [editor, editable]);
  return (
    <Box>
      <Text id={labelId} fw={500} size="sm" mb={4}>
        {label}
      </Text>
      <RichTextEditor editor={editor} labels={labels} variant="subtle">
        {editable && (
          <RichTextEditor.Toolbar sticky stickyOffset={56}>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Bold />
              <RichTextEditor.Italic />
              <RichTextEditor.Underline />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.H2 />
              <RichTextEditor.H3 />
              <RichTextEditor.BulletList />
              <RichTextEditor.OrderedList />
              <RichTextEditor.Blockquote />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Link />
              <RichTextEditor.Unlink />
              <RichTextEditor.Control
                aria-label="Chèn bảng"
                title="Chèn bảng"
                onClick={() =>
                  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
                }
              >
                <IconTable size={16} />
              </RichTextEditor.Control>
              <RichTextEditor.Control aria-label="Chèn ảnh" title="Chèn ảnh" onClick={() => setPicking(true)}>
                <IconPhoto size={16} />
              </RichTextEditor.Control>
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Undo />
              <RichTextEditor.Redo />
            </RichTextEditor.ControlsGroup>
          </RichTextEditor.Toolbar>
        )}
        <RichTextEditor.Content />
      </RichTextEditor>
      <ImageDialog
        opened={picking}
        onClose={() => setPicking(false)}
        onChosen={(picture) => insertPicture(editor, picture)}
      />
    </Box>
  );
}

function insertPicture(
  editor: Editor,
  { id, alt, caption }: { id: string; alt: string; caption: string | null },
): void {
  editor
    .chain()
    .focus()
    .insertContent({ type: "image", attrs: { src: `/media/${id}`, alt, caption } })
    .run();
}
