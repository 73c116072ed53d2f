import { RichTextEditor } from "@mantine/tiptap";
import {
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTable,
  IconTableOff,
  IconTableRow,
} from "@tabler/icons-react";
import { type ChainedCommands, type Editor, useEditorState } from "@tiptap/react";

const acts: { label: string; Icon: typeof IconTable; run: (chain: ChainedCommands) => ChainedCommands }[] = [
  { label: "Thêm hàng ở trên", Icon: IconRowInsertTop, run: (chain) => chain.addRowBefore() },
  { label: "Thêm hàng ở dưới", Icon: IconRowInsertBottom, run: (chain) => chain.addRowAfter() },
  { label: "Bỏ hàng này", Icon: IconRowRemove, run: (chain) => chain.deleteRow() },
  { label: "Thêm cột bên trái", Icon: IconColumnInsertLeft, run: (chain) => chain.addColumnBefore() },
  { label: "Thêm cột bên phải", Icon: IconColumnInsertRight, run: (chain) => chain.addColumnAfter() },
  { label: "Bỏ cột này", Icon: IconColumnRemove, run: (chain) => chain.deleteColumn() },
  { label: "Bỏ cả bảng", Icon: IconTableOff, run: (chain) => chain.deleteTable() },
];

/** Puts a table into the text; what can be done with its rows and columns shows once the caret stands in it. */
export function TableControls({ editor }: { editor: Editor }) {
  const { inTable, inHeader } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      inTable: now.isActive("table"),
      inHeader: now.isActive("tableHeader"),
    }),
  });
  return (
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Control
        aria-label="Chèn bảng"
        title="Chèn bảng"
        onClick={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
      >
        <IconTable size={16} />
      </RichTextEditor.Control>
      <RichTextEditor.Control
        aria-label="Hàng tiêu đề của bảng"
        title="Hàng tiêu đề của bảng: đặt con trỏ trong bảng rồi bấm"
        active={inHeader}
        onClick={() => editor.chain().focus().toggleHeaderRow().run()}
      >
        <IconTableRow size={16} />
      </RichTextEditor.Control>
      {inTable &&
        acts.map(({ label, Icon, run }) => (
          <RichTextEditor.Control
            key={label}
            aria-label={label}
            title={label}
            onClick={() => run(editor.chain().focus()).run()}
          >
            <Icon size={16} />
          </RichTextEditor.Control>
        ))}
    </RichTextEditor.ControlsGroup>
  );
}
