import { Alert, Code, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** The certificates of issuers that the agency trusts when it looks at digital signatures. */
export default function TrustedCertificatesPage() {
  const trusted = useQuery(api.documents.trustedCertificates.queryOptions());
  const [adding, add] = useDisclosure(false);
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null);
  const queries = useQueryClient();
  const done = (message: string) => async () => {
    await queries.invalidateQueries({ queryKey: api.documents.key() });
    sayDone(message);
  };
  const may = trusted.data?.may;
  return (
    <Page
      title="Chứng thư gốc tin cậy"
      lead="Chữ ký số trong văn bản chỉ được coi là tin cậy khi chứng thư của người ký dẫn tới một chứng thư trong danh sách này. Phần mềm không tin sẵn chứng thư nào."
      actions={
        <MayButton may={may} verb="choose-trust" onClick={add.open}>
          Thêm chứng thư
        </MayButton>
      }
    >
      <Alert color="blue" title="Lấy chứng thư gốc từ đâu">
        Tải chứng thư từ trang của tổ chức chứng thực, rồi đối chiếu dấu vân tay với nơi công bố chính thức
        trước khi thêm. Hệ thống không gọi ra ngoài nên không biết chứng thư nào đã bị thu hồi.
      </Alert>
      <Asked query={trusted}>
        {({ certificates }) => (
          <DataTable
            caption="Chứng thư gốc tin cậy"
            rows={certificates}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "ten",
                header: "Tên, dấu vân tay SHA-256",
                cell: ({ name, fingerprint }) => (
                  <Stack gap={2}>
                    <Text fw={600}>{name}</Text>
                    <Code style={{ overflowWrap: "anywhere" }}>{fingerprint}</Code>
                  </Stack>
                ),
              },
              {
                key: "han",
                header: "Hiệu lực",
                cell: ({ validFrom, validTo }) => (
                  <>
                    <MomentText at={validFrom} /> đến <MomentText at={validTo} />
                  </>
                ),
              },
              {
                key: "them",
                header: "Thêm lúc",
                cell: ({ addedAt, addedBy }) => (
                  <>
                    <MomentText at={addedAt} />
                    {addedBy !== null && `, ${addedBy}`}
                  </>
                ),
              },
              {
                key: "bo",
                header: "Việc",
                cell: ({ id, name }) => (
                  <MayButton
                    may={may}
                    verb="choose-trust"
                    variant="default"
                    size="compact-sm"
                    hideReason
                    aria-label={`Bỏ ${name} khỏi danh sách`}
                    onClick={() => setRemoving({ id, name })}
                  >
                    Bỏ
                  </MayButton>
                ),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa tin cậy chứng thư nào"
                why="Chữ ký còn nguyên vẹn vẫn được nói là còn nguyên vẹn, nhưng người ký chưa được xác minh."
              />
            }
          />
        )}
      </Asked>
      <FormDialog
        opened={adding}
        onClose={add.close}
        title="Thêm chứng thư gốc tin cậy"
        lead="Dán một hoặc nhiều chứng thư dạng PEM. Chữ ký của mọi văn bản được kiểm tra lại sau khi thêm."
        initial={{ pem: "" }}
        verb="Thêm chứng thư"
        submit={(values) => api.documents.trustCertificate.call(values)}
        onDone={done("Đã thêm; chữ ký của các văn bản đang được kiểm tra lại.")}
      >
        {(form) => (
          <Textarea
            label="Chứng thư (PEM)"
            required
            autosize
            minRows={6}
            maxRows={16}
            placeholder="-----BEGIN CERTIFICATE-----"
            styles={{ input: { fontFamily: "monospace" } }}
            {...form.getInputProps("pem")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={`Bỏ ${removing?.name ?? ""}`}
        lead="Chữ ký dựa vào chứng thư này không còn được coi là tin cậy."
        initial={{ reason: "" }}
        verb="Bỏ khỏi danh sách"
        submit={async ({ reason }) =>
          removing && api.documents.distrustCertificate.call({ id: removing.id, reason })
        }
        onDone={done("Đã bỏ; chữ ký của các văn bản đang được kiểm tra lại.")}
      >
        {(form) => <Textarea label="Lý do" required autosize {...form.getInputProps("reason")} />}
      </FormDialog>
    </Page>
  );
}
