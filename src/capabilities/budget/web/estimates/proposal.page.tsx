import { Group, List, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { proposalKindWords, proposalStateWords } from "../../estimates/proposal.ts";
import { moneyInWords, moneyNumber, moneyText } from "../../money.ts";
import { api, type Proposal } from "../api.ts";
import { DocumentList } from "../spending/document-list.tsx";
import { useKeep } from "../use-keep.ts";
import { ProposalForm } from "./proposal-form.tsx";

/** One proposal: its lines, who wrote, handed in and decided it, and what comes next. */
export default function ProposalPage() {
  const id = useParam("to-trinh");
  const found = useQuery(api.budget.proposal.queryOptions({ input: { id } }));
  const one = found.data;
  return (
    <Page
      title={one?.title ?? "Tờ trình kinh phí"}
      crumbs={[{ label: "Kinh phí", to: "/kinh-phi" }]}
      lead={one && `${proposalKindWords[one.kind]} năm ${one.year} · ${proposalStateWords[one.state]}`}
    >
      <Asked query={found}>
        {(proposal) => (
          <>
            <Section id="quyet-dinh" title="Vết trình và duyệt">
              <Trace proposal={proposal} />
              <Steps proposal={proposal} />
            </Section>
            <Changes proposal={proposal} />
            <Section id="tep" title="Tệp kèm theo">
              <DocumentList
                owner="proposal"
                ownerId={proposal.id}
                documents={proposal.documents}
                may={proposal.may}
              />
            </Section>
          </>
        )}
      </Asked>
    </Page>
  );
}

function Trace({ proposal }: { proposal: Proposal }) {
  const { writerNames, madeAt, submittedAt, submittedByName, decidedAt, decidedByName, state } = proposal;
  return (
    <List>
      <List.Item>
        Lập lúc {formatDateTime(madeAt)}; người lập: {writerNames.join(", ")}.
      </List.Item>
      {proposal.reason && <List.Item>Lý do, căn cứ: {proposal.reason}</List.Item>}
      {submittedAt && (
        <List.Item>
          {submittedByName} trình lúc {formatDateTime(submittedAt)}.
        </List.Item>
      )}
      {decidedAt && (
        <List.Item>
          {decidedByName} {state === "approved" ? "duyệt" : "trả lại"} lúc {formatDateTime(decidedAt)}
          {proposal.documentDay &&
            `, theo ${proposal.documentNumber} ngày ${formatDate(proposal.documentDay)}`}
          {proposal.decisionWords && `: ${proposal.decisionWords}`}.
        </List.Item>
      )}
    </List>
  );
}

function Steps({ proposal }: { proposal: Proposal }) {
  const { id, state, may, year, kind } = proposal;
  const keep = useKeep();
  const [open, setOpen] = useState<"edit" | "approve" | "return" | null>(null);
  const budget = useQuery({
    ...api.budget.budget.queryOptions({ input: { year } }),
    enabled: open === "edit",
  });
  const done = (words: string) => (answer: Proposal) => {
    keep.proposal(answer);
    sayDone(words);
    setOpen(null);
  };
  const submit = useMutation(
    api.budget.submitProposal.mutationOptions({ onSuccess: done("Đã trình duyệt.") }),
  );
  const giveBack = useMutation(
    api.budget.returnProposal.mutationOptions({ onSuccess: done("Đã trả lại tờ trình.") }),
  );
  if (state === "approved") return <Text size="sm">Đã duyệt: muốn đổi số hãy lập tờ điều chỉnh.</Text>;
  return (
    <>
      <Group align="flex-start">
        {state !== "submitted" && (
          <>
            <MayButton
              may={may}
              verb="write"
              onClick={() => submit.mutate({ id })}
              loading={submit.isPending}
            >
              Trình duyệt
            </MayButton>
            <MayButton may={may} verb="write" hideReason variant="default" onClick={() => setOpen("edit")}>
              Sửa tờ trình
            </MayButton>
          </>
        )}
        {state === "submitted" && (
          <>
            <MayButton may={may} verb="approve" onClick={() => setOpen("approve")}>
              Duyệt
            </MayButton>
            <MayButton may={may} verb="return" hideReason variant="default" onClick={() => setOpen("return")}>
              Trả lại để sửa
            </MayButton>
          </>
        )}
      </Group>
      <ErrorNotice error={submit.error} />
      {open === "edit" && budget.data && (
        <ProposalForm
          id={id}
          budget={budget.data}
          kind={kind}
          before={proposal}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "approve" && (
        <ApproveForm
          proposal={proposal}
          onClose={() => setOpen(null)}
          onDone={done("Đã duyệt; các dòng đã có số mới.")}
        />
      )}
      {open === "return" && (
        <Confirm
          opened
          onClose={() => setOpen(null)}
          title="Trả tờ trình lại để sửa?"
          verb="Trả lại"
          reasonLabel="Điều cần sửa"
          onConfirm={(reason) => giveBack.mutate({ id, reason })}
          pending={giveBack.isPending}
          error={giveBack.error}
        >
          Người lập sửa rồi trình lại; lời này đứng trong vết duyệt.
        </Confirm>
      )}
    </>
  );
}

interface Approval extends Record<string, unknown> {
  documentNumber: string;
  documentDay: string | null;
  words: string;
}

function ApproveForm({
  proposal,
  onClose,
  onDone,
}: {
  proposal: Proposal;
  onClose: () => void;
  onDone: (answer: Proposal) => void;
}) {
  return (
    <FormDialog<Approval, Proposal>
      opened
      onClose={onClose}
      title="Duyệt tờ trình"
      lead={`Tăng, giảm ròng ${moneyText(proposal.amount)}. Duyệt rồi thì không sửa, không rút được; chỉ điều chỉnh bằng tờ khác.`}
      initial={{ documentNumber: "", documentDay: null, words: "" }}
      verb="Duyệt"
      submit={(values) => api.budget.approveProposal.call({ id: proposal.id, ...values })}
      onDone={onDone}
    >
      {(form) => (
        <>
          <TextInput
            label="Số quyết định"
            description="Để trống nếu duyệt ngay trên hệ thống."
            data-autofocus
            {...form.getInputProps("documentNumber")}
          />
          <DateField label="Ngày quyết định" {...form.getInputProps("documentDay")} />
          <Textarea label="Ý kiến" autosize minRows={1} {...form.getInputProps("words")} />
        </>
      )}
    </FormDialog>
  );
}

function Changes({ proposal: { changes, amount, kind } }: { proposal: Proposal }) {
  return (
    <Section id="cac-dong" title="Các dòng">
      <DataTable
        caption="Các dòng của tờ trình, đơn vị đồng"
        rows={changes}
        rowKey={({ lineId }) => lineId}
        empty={<Text size="sm">Tờ trình chưa có dòng nào.</Text>}
        columns={[
          {
            key: "ten",
            header: "Nội dung chi",
            cell: ({ lineId, name, linkName }) => (
              <>
                <LinkText to={`/kinh-phi/dong/${lineId}` as never} underline="always">
                  {name}
                </LinkText>
                <Text size="xs" c="gray.7">
                  {linkName}
                </Text>
              </>
            ),
          },
          { key: "nguon", header: "Nguồn", cell: ({ sourceName }) => sourceName },
          { key: "cach-tinh", header: "Cách tính", cell: ({ basis }) => basis || "–" },
          {
            key: "so",
            header: kind === "estimate" ? "Dự toán" : "Tăng, giảm",
            numeric: true,
            cell: (one) => moneyNumber(one.amount),
          },
        ]}
      />
      {changes.length > 0 && (
        <Text>
          Cộng: <strong>{moneyText(amount)}</strong> ({moneyInWords(amount)}).
        </Text>
      )}
    </Section>
  );
}
