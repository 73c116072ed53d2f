import { Alert, Box, Input } from "@mantine/core";
import { RichTextEditor } from "@mantine/tiptap";
import { IconPhoto } from "@tabler/icons-react";
import { TableKit } from "@tiptap/extension-table";
import { type Editor, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useId, useRef, useState } from "react";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { safeLinkAddress } from "#platform/rich-text/rich-text.ts";
import { styleNonce } from "#ui/nonce.ts";
import "@mantine/tiptap/styles.css";
import { LinkBox } from "./link-box.tsx";
import { cleanWordHtml, countForeignPictures } from "./paste/clean-word-html.ts";
import { insertPicture, Picture } from "./picture-node.ts";
import { ChoosePicture } from "./pictures/choose-picture.tsx";
import { isOnlyPicture, takenFiles } from "./pictures/taken-files.ts";
import classes from "./rich-editor.module.css";
import { TableControls } from "./table-controls.tsx";

const labels = {
  boldControlLabel: "Đậm",
  italicControlLabel: "Nghiêng",
  underlineControlLabel: "Gạch chân",
  h2ControlLabel: "Tiêu đề mục",
  h3ControlLabel: "Tiêu đề mục nhỏ",
  bulletListControlLabel: "Danh sách",
  orderedListControlLabel: "Danh sách đánh số",
  blockquoteControlLabel: "Trích dẫn",
  unlinkControlLabel: "Bỏ liên kết",
  undoControlLabel: "Hoàn tác",
  redoControlLabel: "Làm lại",
};

/** The text's editor. The editor owns the text while it is open; `onChange` is told after each change. */
export function RichEditor({
  initial,
  onChange,
  onReady,
  label,
  withoutPictures = false,
}: {
  initial: RichText;
  onChange: (body: RichText) => void;
  /** Told the editor when it is there, and null when it is gone. */
  onReady?: (editor: Editor | null) => void;
  label: string;
  /** Where pictures cannot be taken in, since there is no network. */
  withoutPictures?: boolean;
}) {
  const [picking, setPicking] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  const [left, setLeft] = useState(0);
  const labelId = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const take = (given: FileList | undefined): boolean => {
    const taken = takenFiles(given);
    if ((withoutPictures || !navigator.onLine) && taken.pictures.length > 0) {
      setRefused(
        "Đang mất mạng nên ảnh chưa vào bài; có mạng lại thì dán hoặc kéo ảnh lần nữa. Chữ vẫn được giữ.",
      );
      return true;
    }
    setRefused(taken.refused);
    setFiles(taken.pictures);
    setPicking(taken.pictures.length > 0);
    return taken.pictures.length > 0 || taken.refused !== null;
  };
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3, 4] },
        codeBlock: false,
        code: false,
        link: {
          openOnClick: false,
          autolink: true,
          protocols: ["http", "https", "mailto", "tel"],
          isAllowedUri: (address) => safeLinkAddress(address) !== null,
        },
      }),
      TableKit.configure({ table: { resizable: false } }),
      Picture,
    ],
    content: initial,
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
      transformPastedHTML: (html) => {
        setLeft(countForeignPictures(html));
        return cleanWordHtml(html);
      },
      // Word puts a picture of the text beside the text itself; then the text is meant.
      handlePaste: (_, { clipboardData }) => {
        const html = clipboardData?.getData("text/html");
        return (!html || isOnlyPicture(html)) && take(clipboardData?.files);
      },
      handleDrop: (view, event, __, moved) => {
        if (moved || !take(event.dataTransfer?.files)) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (place) editor.commands.setTextSelection(place.pos);
        event.preventDefault();
        return true;
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as RichText),
  });
  // A file dropped beside the text would make the browser leave the page for it.
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    const ofFiles = (event: DragEvent) =>
      !event.defaultPrevented && (event.dataTransfer?.types.includes("Files") ?? false);
    const over = (event: DragEvent) => {
      if (ofFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!ofFiles(event)) return;
      event.preventDefault();
      taking.current(event.dataTransfer?.files);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    ready.current?.(editor);
    return () => ready.current?.(null);
  }, [editor]);
  const next = () => {
    setFiles((rest) => rest.slice(1));
    setPicking(files.length > 1);
  };
  return (
    <Box>
      <Input.Label component="div" labelElement="div" id={labelId} mb={4}>
        {label}
      </Input.Label>
      {left > 0 && (
        <Alert
          color="yellow"
          role="status"
          withCloseButton
          closeButtonLabel="Đóng"
          onClose={() => setLeft(0)}
          mb="xs"
        >
          Chữ đã được dán; {left} ảnh trong phần dán chưa vào bài. Hãy bấm “Chèn ảnh”, hoặc kéo tệp ảnh vào
          bài, để ảnh có mô tả và quyền sử dụng.
        </Alert>
      )}
      {refused && (
        <Alert
          color="red"
          role="alert"
          withCloseButton
          closeButtonLabel="Đóng"
          onClose={() => setRefused(null)}
          mb="xs"
        >
          {refused}
        </Alert>
      )}
      <RichTextEditor editor={editor} labels={labels} variant="subtle">
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
            <LinkBox editor={editor} />
            <RichTextEditor.Unlink />
            {!withoutPictures && (
              <RichTextEditor.Control aria-label="Chèn ảnh" title="Chèn ảnh" onClick={() => setPicking(true)}>
                <IconPhoto size={16} />
              </RichTextEditor.Control>
            )}
          </RichTextEditor.ControlsGroup>
          <TableControls editor={editor} />
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Undo />
            <RichTextEditor.Redo />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content className={classes.editor} />
      </RichTextEditor>
      <ChoosePicture
        opened={picking}
        files={files}
        title="Chèn ảnh"
        verb="Chèn ảnh"
        withCaption
        withTable
        onClose={next}
        onChosen={(picture) => {
          insertPicture(editor, picture);
          next();
        }}
      />
    </Box>
  );
}
