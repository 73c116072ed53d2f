import { Alert, Button, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { LARGEST_SHEET } from "#platform/sheets/list-contract.ts";
import { tableOnClipboard } from "./pasted-table.ts";

/** Why this is no table to read, and what to do; null when it may be one. */
function whyNoTable(text: string): string | null {
  if (text.trim() === "") return "Chưa có bảng nào ở đây; hãy chép bảng trong Word hoặc Excel rồi dán vào ô.";
  if (!text.includes("\t"))
    return "Chữ ở ô này không chia thành cột. Hãy bôi đen cả bảng trong Word hoặc Excel, kể cả dòng tiêu đề, chép rồi dán lại.";
  if (new Blob([text]).size > LARGEST_SHEET)
    return "Bảng dán vào lớn hơn 10 MB nên không được nhận; hãy chép từng phần.";
  return null;
}

/** Where a table copied from Word or Excel is pasted; its cells stay to be set right before it is read again. */
export function PasteTable({ busy, onTable }: { busy: boolean; onTable: (file: File) => void }) {
  const [text, setText] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const look = (pasted: string) => {
    const why = whyNoTable(pasted);
    setRefused(why);
    if (why === null) onTable(new File([pasted], "Bảng dán vào"));
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        label="Dán bảng vào đây"
        description="Bôi đen bảng trong Word hoặc Excel, kể cả dòng tiêu đề, chép (Ctrl+C) rồi dán (Ctrl+V). Chữ trong ô sửa được rồi xem thử lại."
        w="100%"
        minRows={4}
        maxRows={14}
        autosize
        wrap="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const plain = event.clipboardData.getData("text/plain");
          const table =
            tableOnClipboard(event.clipboardData.getData("text/html")) ??
            (plain.includes("\t") ? plain : null);
          // Into a table that is there already only words are pasted.
          if (table === null || text.includes("\t")) return;
          event.preventDefault();
          setText(table);
          look(table);
        }}
      />
      {refused && (
        <Alert color="red" variant="light" role="alert" w="100%">
          {refused}
        </Alert>
      )}
      <Button variant="default" loading={busy} onClick={() => look(text)}>
        Xem thử bảng đã dán
      </Button>
    </Stack>
  );
}
