import { Anchor, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { countOf, type SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { SheetTrialPart } from "#ui/sheets/sheet-trial-part.tsx";
import type { LineWords } from "#ui/sheets/trial-lines.tsx";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { sayDone } from "#ui/undo.tsx";
import { type DocumentField, documentListWords } from "../../imports/document-fields.ts";
import { api } from "../api.ts";

type Said = SheetSaid<DocumentField>;
type TrialLine = Awaited<ReturnType<typeof api.documents.tryDocuments.call>>["lines"][number];
type Made = Awaited<ReturnType<typeof api.documents.documentImports.call>>["imports"][number];

const relationsIn = (lines: TrialLine[]) => lines.reduce((sum, { relations }) => sum + relations.length, 0);

/** "3 văn bản, 2 quan hệ": short, it stands on a button. */
const counted = (documents: number, relations: number) =>
  [
    documents > 0 || relations === 0 ? `${documents} văn bản` : null,
    relations > 0 ? `${relations} quan hệ` : null,
  ]
    .filter((part) => part !== null)
    .join(", ");

const relationWords: Record<TrialLine["relations"][number]["as"], string> = {
  replaces: "Ghi thay thế",
  replacedBy: "Ghi được thay thế bởi",
  amends: "Ghi sửa đổi, bổ sung",
  amendedBy: "Ghi được sửa đổi, bổ sung bởi",
};

function wordsOf({ item, written, relations }: TrialLine): LineWords {
  if (!item)
    return {
      title: [written.type, written.number].filter(Boolean).join(" ") || "(chưa có số, ký hiệu)",
      facts: [written.issuedOn, written.issuer, written.abstract, written.topic],
    };
  const day = (label: string, value: string | null) => value && `${label} ${formatDate(value)}`;
  return {
    title: `${item.type} ${item.number}`,
    facts: [
      day("Ngày", item.issuedOn),
      item.issuer,
      item.abstract,
      item.topic,
      day("Có hiệu lực từ", item.effectiveFrom),
      day("Hết hiệu lực sau", item.effectiveTo),
      item.url,
      ...relations.map(
        ({ as, document, fromDay }) =>
          `${relationWords[as]} ${document}${fromDay ? `, từ ${formatDate(fromDay)}` : ""}`,
      ),
    ],
  };
}

/** The register from a list: chosen, tried with its columns matched, brought in one act, and taken back whole. */
export default function ImportDocumentsPage() {
  const queries = useQueryClient();
  const sheet = useSheetImport({
    tryIt: ({ file, said }: ChosenSheet<Said>) => api.documents.tryDocuments.call({ file, ...said }),
    bringIt: ({ file, said, seen }) => api.documents.importDocuments.call({ file, seen, ...said }),
    faultyOf: ({ file, said }) => api.documents.faultyDocumentLines.call({ file, ...said }),
    onBrought: ({ added, related }) => {
      void queries.invalidateQueries({ queryKey: api.documents.key() });
      sayDone(`Đã nhập ${counted(added, related)}.`);
    },
  });
  return (
    <Page
      title="Nhập danh sách văn bản"
      crumbs={[{ label: "Sổ văn bản", to: "/van-ban" }]}
      lead="Chọn bảng Excel, CSV hoặc JSON, xem thử từng dòng, rồi nhập cùng một lần. Quan hệ thay thế, sửa đổi giữa các văn bản cũng được đọc. Nhập lại danh sách cũ không làm trùng; văn bản nhập vào chưa lên cổng."
      actions={
        <LinkButton to="/van-ban" variant="default">
          Về sổ văn bản
        </LinkButton>
      }
    >
      <Stack>
        <Anchor href="/api/document-template" download py={4} w="fit-content">
          Tải tệp mẫu (.xlsx)
        </Anchor>
        <SheetDrop
          what="danh sách văn bản"
          mostLines={5_000}
          busy={sheet.busy}
          onFile={(file) => sheet.look({ file, said: {} })}
        />
        <SheetTrialPart
          sheet={sheet}
          words={documentListWords}
          required={["number", "type"]}
          fresh={(lines) => counted(countOf({ lines }, "new"), relationsIn(lines))}
          bringable={(lines) => countOf({ lines }, "new") + relationsIn(lines) > 0}
          kept="văn bản sổ đã có, giữ nguyên"
          lineWords={wordsOf}
          onSay={(chosen, said) => sheet.look({ ...chosen, said })}
        />
        <Imports />
      </Stack>
    </Page>
  );
}

function Imports() {
  const queries = useQueryClient();
  const made = useQuery(api.documents.documentImports.queryOptions());
  const [asked, setAsked] = useState<Made | null>(null);
  return (
    <>
      <ImportList
        query={made}
        verb="import"
        left={({ left, leftRelations }) => `còn ${counted(left, leftRelations)}`}
        onUndo={setAsked}
      />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={`${counted(asked?.left ?? 0, asked?.leftRelations ?? 0)} nhập từ “${asked?.fileName ?? ""}” sẽ ra khỏi sổ cùng một lúc. Nếu đã có văn bản được sửa, đính tệp, đưa lên cổng hoặc quan hệ đã được đổi, không có gì bị bỏ.`}
        initial={{}}
        verb="Lấy lại"
        submit={() => api.documents.undoDocumentImport.call({ id: asked!.id })}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: api.documents.key() });
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </>
  );
}
