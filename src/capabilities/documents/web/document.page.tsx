import { Alert, Anchor, Group, Paper, Select, Stack, Table, Text, Textarea, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, Suspense } from "react";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked, Loading } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { signatureInWords } from "#ui/signing-choice.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DocumentView } from "./api.ts";
import { DocumentFields, described, valuesOf } from "./document-fields.tsx";
import { FilesPart } from "./files/files-part.tsx";
import { StandingPart } from "./publishing/standing-part.tsx";
import { SharingPart } from "./sharing/sharing-part.tsx";
import { slots } from "./slots.ts";
import { documentName, forceDays, forceTone, forceWords } from "./words.ts";

/** One document of the register: what is known of it, where it is used, and its correction. */
export default function DocumentPage() {
  const id = useParam("id");
  const document = useQuery(api.documents.get.queryOptions({ input: { id } }));
  return <Asked query={document}>{(found) => <Opened key={found.id} document={found} />}</Asked>;
}

function Opened({ document }: { document: DocumentView }) {
  const { id, may, toConfirm, force, amended } = document;
  const [correcting, correct] = useDisclosure(false);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: api.documents.key() });
  const confirm = useMutation(
    api.documents.confirm.mutationOptions({
      onSuccess: async () => {
        await refresh();
        sayDone("Đã xác nhận.");
      },
    }),
  );
  const Uses = slots.documentUses;
  return (
    <Page
      title={documentName(document)}
      crumbs={[{ label: "Sổ văn bản", to: "/van-ban" }]}
      lead={
        (force !== null || amended) && (
          <Group gap="xs">
            {force !== null && <StateBadge tone={forceTone[force]} word={forceWords[force]} />}
            {amended && <StateBadge tone="note" word="Đã sửa đổi, bổ sung" />}
            {force !== null && <Text size="sm">{forceDays(document)}</Text>}
          </Group>
        )
      }
      actions={
        <MayButton may={may} verb="correct" variant="default" onClick={correct.open}>
          Sửa
        </MayButton>
      }
    >
      {toConfirm && (
        <Alert color="yellow" title="Chờ xác nhận">
          <Stack align="flex-start" gap="xs">
            <Text size="sm">
              Mục này đi kèm phần mềm và chưa được đối chiếu với văn bản gốc. Hãy mở văn bản gốc, sửa cho đúng
              nếu cần, rồi xác nhận.
            </Text>
            <MayButton
              may={may}
              verb="confirm"
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ id })}
            >
              Tôi đã đối chiếu, xác nhận
            </MayButton>
            <ErrorNotice error={confirm.error} />
          </Stack>
        </Alert>
      )}
      <Facts document={document} />
      <FilesPart id={id} />
      <StandingPart id={id} />
      <SharingPart id={id} />
      {Uses && (
        <section aria-labelledby="duoc-dung">
          <Title order={2} size="h3" id="duoc-dung" mb="xs">
            Được dùng ở đâu
          </Title>
          <Suspense fallback={<Loading lines={2} />}>
            <Uses documentId={id} />
          </Suspense>
        </section>
      )}
      <CorrectDialog
        document={document}
        opened={correcting}
        onClose={correct.close}
        onDone={async () => {
          await refresh();
          sayDone("Đã sửa; bản trước được giữ trong nhật ký.");
        }}
      />
    </Page>
  );
}

function Facts({ document }: { document: DocumentView }) {
  const { number, issuedOn, issuer, outgoing, abstract, url, topic, replacedBy, confirmed, signedAs } =
    document;
  return (
    <Paper withBorder p="md">
      <Table variant="vertical" style={{ overflowWrap: "anywhere" }}>
        <Table.Tbody>
          <Fact name="Số, ký hiệu">{number ?? "Chưa cấp số"}</Fact>
          <Fact name="Ngày ban hành">{issuedOn === null ? "Chưa rõ" : <DayText day={issuedOn} />}</Fact>
          <Fact name="Cơ quan ban hành">
            {issuer ?? "Chưa rõ"}
            {outgoing && " (văn bản đi)"}
          </Fact>
          {signedAs !== null && <Fact name="Người ký">{signatureInWords(signedAs)}</Fact>}
          <Fact name="Trích yếu">{abstract ?? "Chưa ghi"}</Fact>
          <Fact name="Địa chỉ">{url === null ? "Chưa ghi" : <Anchor href={url}>{url}</Anchor>}</Fact>
          {topic !== null && <Fact name="Lĩnh vực">{topic}</Fact>}
          {replacedBy !== null && (
            <Fact name="Thay bằng">
              <LinkText to="/van-ban/$id" params={{ id: replacedBy.id }}>
                {replacedBy.number ?? "văn bản chưa cấp số"}
              </LinkText>
            </Fact>
          )}
          {confirmed !== null && (
            <Fact name="Đã đối chiếu">
              {confirmed.by}, <MomentText at={confirmed.at} />
            </Fact>
          )}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <Table.Tr>
    <Table.Th w={{ base: "8rem", sm: "14rem" }}>{name}</Table.Th>
    <Table.Td>{children}</Table.Td>
  </Table.Tr>
);

function CorrectDialog({
  document,
  opened,
  onClose,
  onDone,
}: {
  document: DocumentView;
  opened: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const others = useQuery({ ...api.documents.list.queryOptions({ input: {} }), enabled: opened });
  const choices = (others.data?.documents ?? [])
    .filter(({ id, topic }) => id !== document.id && topic !== null)
    .map((other) => ({ value: other.id, label: documentName(other) }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Sửa văn bản đã ghi"
      lead="Bản trước khi sửa được giữ trong nhật ký cùng lý do."
      initial={{ ...valuesOf(document), replacedBy: document.replacedBy?.id ?? null, reason: "" }}
      verb="Ghi bản sửa"
      submit={({ replacedBy, reason, ...values }) =>
        api.documents.correct.call({ id: document.id, ...described(values), replacedBy, reason })
      }
      onDone={() => void onDone()}
    >
      {(form) => (
        <>
          <DocumentFields form={form} />
          {form.getValues().topic.trim() !== "" && (
            <Select
              label="Đã được thay bằng"
              data={choices}
              searchable
              clearable
              nothingFoundMessage="Chưa có trong sổ"
              {...form.getInputProps("replacedBy")}
            />
          )}
          <Textarea label="Lý do sửa" required autosize {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
