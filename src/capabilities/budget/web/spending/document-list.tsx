import { Anchor, Button, FileButton, Group, List, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { type MayAnswer, whyNot } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { DocumentOwner } from "../../spending/document-owner.ts";
import { api, type Proposal } from "../api.ts";
import { useKeep } from "../use-keep.ts";

type Document = Proposal["documents"][number];

const ACCEPT = ".pdf,.docx,.xlsx,image/jpeg,image/png,image/webp";

/** The papers of a proposal, a commitment or an expense, and a way to add one. */
export function DocumentList({
  owner,
  ownerId,
  documents,
  may,
  of,
}: {
  owner: DocumentOwner;
  ownerId: string;
  documents: Document[];
  may: MayAnswer;
  /** What they belong to, for who hears the button without seeing where it stands. */
  of?: string;
}) {
  const keep = useKeep();
  const add = useMutation({
    mutationFn: async (file: File) => {
      if (owner === "proposal")
        keep.proposal(await api.budget.addProposalDocument.call({ id: ownerId, file }));
      else if (owner === "saving")
        keep.savings(await api.budget.addSavingDocument.call({ id: ownerId, file }));
      else if (owner === "commitment")
        keep.account(await api.budget.addCommitmentDocument.call({ id: ownerId, file }));
      else keep.account(await api.budget.addExpenseDocument.call({ id: ownerId, file }));
    },
    onSuccess: () => sayDone("Đã đính tệp."),
  });
  return (
    <>
      {documents.length === 0 && <Text size="sm">Chưa có tệp.</Text>}
      {documents.length > 0 && (
        <List size="sm">
          {documents.map(({ id, fileName }) => (
            <List.Item key={id} style={{ overflowWrap: "anywhere" }}>
              <Anchor href={`/budget-files/${id}`} underline="always" size="sm">
                {fileName}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {whyNot(may, owner === "saving" ? "write" : "record") === null && (
        <Group>
          <FileButton accept={ACCEPT} onChange={(file) => file && add.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                miw="max-content"
                loading={add.isPending}
                aria-label={of ? `Đính tệp: ${of}` : undefined}
              >
                Đính tệp
              </Button>
            )}
          </FileButton>
        </Group>
      )}
      <ErrorNotice error={add.error} />
    </>
  );
}
