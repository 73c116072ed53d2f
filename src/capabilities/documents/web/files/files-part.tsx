import {
  Alert,
  Anchor,
  Code,
  FileInput,
  Group,
  List,
  Paper,
  Stack,
  Text,
  Textarea,
  Title,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DocumentFile } from "../api.ts";
import { SignatureList } from "./signature-list.tsx";

type Asking = { act: "attach" } | { act: "replace" | "withdraw"; file: DocumentFile };

/** The files of a document with what their signatures are worth, and what was replaced or withdrawn. */
export function FilesPart({ id }: { id: string }) {
  const files = useQuery(api.documents.files.queryOptions({ input: { id } }));
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const done = (message: string) => async () => {
    await queries.invalidateQueries({ queryKey: api.documents.key() });
    sayDone(message);
  };
  return (
    <Stack component="section" aria-labelledby="tep" gap="sm" align="stretch">
      <Title order={2} size="h3" id="tep">
        Tệp văn bản
      </Title>
      <Asked query={files}>
        {({ files: all, may }) => {
          const inUse = all.filter(({ endedAt }) => endedAt === null);
          const ended = all.filter(({ endedAt }) => endedAt !== null);
          return (
            <>
              {inUse.length === 0 && <Text size="sm">Chưa đính tệp nào.</Text>}
              {inUse.map((file) => (
                <Paper key={file.id} withBorder p="md">
                  <Stack gap="xs">
                    <FileFacts file={file} />
                    {file.signatures !== null && <SignatureList found={file.signatures} />}
                    <Group gap="xs">
                      <MayButton
                        may={may}
                        verb="change-files"
                        variant="default"
                        hideReason
                        onClick={() => setAsking({ act: "replace", file })}
                      >
                        Thay tệp
                      </MayButton>
                      <MayButton
                        may={may}
                        verb="change-files"
                        variant="default"
                        hideReason
                        onClick={() => setAsking({ act: "withdraw", file })}
                      >
                        Gỡ tệp
                      </MayButton>
                    </Group>
                  </Stack>
                </Paper>
              ))}
              {inUse.some(({ signatures }) => signatures !== null) && (
                <Text size="xs" c="gray.7">
                  Hệ thống kiểm tra chữ ký tại chỗ, không gọi ra ngoài nên không biết chứng thư có bị thu hồi
                  hay chưa. Chứng thư chỉ được coi là tin cậy khi dẫn tới chứng thư gốc do quản trị của cơ
                  quan chọn.
                </Text>
              )}
              <Group>
                <MayButton may={may} verb="change-files" onClick={() => setAsking({ act: "attach" })}>
                  Đính tệp
                </MayButton>
              </Group>
              {ended.length > 0 && (
                <List size="sm" c="gray.8">
                  {ended.map((file) => (
                    <List.Item key={file.id} style={{ overflowWrap: "anywhere" }}>
                      <Anchor href={`/document-files/${file.id}`} download underline="always" size="sm">
                        {file.fileName}
                      </Anchor>
                      : {file.replacedBy === null ? "đã gỡ" : "đã thay"} <MomentText at={file.endedAt!} />
                      {file.endedBy !== null && `, ${file.endedBy}`}. Lý do: {file.endedReason}
                    </List.Item>
                  ))}
                </List>
              )}
            </>
          );
        }}
      </Asked>
      <NewFileDialog
        id={id}
        replaced={asking?.act === "replace" ? asking.file : null}
        opened={asking !== null && asking.act !== "withdraw"}
        onClose={() => setAsking(null)}
        onDone={done(asking?.act === "replace" ? "Đã thay tệp; tệp cũ vẫn được giữ." : "Đã đính tệp.")}
      />
      <FormDialog
        opened={asking?.act === "withdraw"}
        onClose={() => setAsking(null)}
        title="Gỡ tệp khỏi văn bản"
        lead="Tệp không còn được đưa ra cùng văn bản nhưng vẫn được giữ trong lịch sử, kèm lý do."
        initial={{ reason: "" }}
        verb="Gỡ tệp"
        submit={async ({ reason }) => {
          if (asking?.act !== "withdraw") return null;
          return api.documents.withdrawFile.call({ id, fileId: asking.file.id, reason });
        }}
        onDone={done("Đã gỡ tệp.")}
      >
        {(form) => <Textarea label="Lý do gỡ" required autosize {...form.getInputProps("reason")} />}
      </FormDialog>
    </Stack>
  );
}

function FileFacts({ file }: { file: DocumentFile }) {
  return (
    <Stack gap={2} style={{ overflowWrap: "anywhere" }}>
      <Text>
        <Anchor href={`/document-files/${file.id}`} download fw={600} underline="always">
          {file.fileName}
        </Anchor>{" "}
        ({sizeInWords(file.bytes)})
      </Text>
      <Text size="sm" c="gray.8">
        Đính lúc <MomentText at={file.addedAt} />
        {file.addedBy !== null && ` bởi ${file.addedBy}`}. Mã kiểm tra SHA-256: <Code>{file.sha256}</Code>
      </Text>
      {file.unreadReason !== null && (
        <Alert color="yellow" p="xs">
          {file.unreadReason} Người đọc và ô tìm kiếm không có toàn văn; nếu có bản .docx hoặc PDF xuất từ
          phần mềm soạn thảo, hãy đính thêm.
        </Alert>
      )}
    </Stack>
  );
}

function NewFileDialog({
  id,
  replaced,
  opened,
  onClose,
  onDone,
}: {
  id: string;
  replaced: DocumentFile | null;
  opened: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={replaced ? `Thay tệp ${replaced.fileName}` : "Đính tệp vào văn bản"}
      lead="Tệp được giữ nguyên từng byte. Chữ ký số trong tệp PDF được kiểm tra ngay."
      initial={{ file: null as File | null, reason: "" }}
      verb={replaced ? "Thay tệp" : "Đính tệp"}
      check={({ file }) => (file ? {} : { file: "Hãy chọn tệp." })}
      submit={({ file, reason }) =>
        replaced
          ? api.documents.replaceFile.call({ id, fileId: replaced.id, file: file!, reason })
          : api.documents.attachFile.call({ id, file: file! })
      }
      onDone={() => void onDone()}
    >
      {(form) => (
        <>
          <FileInput
            label="Tệp"
            description="PDF, .docx, .odt hoặc .xlsx, tới 30 MB"
            placeholder="Chọn tệp"
            accept=".pdf,.docx,.odt,.xlsx"
            required
            clearable
            clearButtonProps={{ "aria-label": "Bỏ tệp đã chọn" }}
            {...form.getInputProps("file")}
          />
          {replaced && <Textarea label="Lý do thay" required autosize {...form.getInputProps("reason")} />}
        </>
      )}
    </FormDialog>
  );
}
