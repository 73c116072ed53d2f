import { Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { DataTable, type TableFilter } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useFilters, useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DocumentView } from "./api.ts";
import { DocumentFields, described, noDocument } from "./document-fields.tsx";
import { PromptnessPart } from "./promptness/promptness-part.tsx";
import { InFiles } from "./searching/in-files.tsx";
import { ReceivedDocuments } from "./sharing/received-documents.tsx";
import { forceDays, forceTone, forceWords } from "./words.ts";

const groups: { value: string; label: string; holds: (document: DocumentView) => boolean }[] = [
  { value: "di", label: "Văn bản đi của cơ quan", holds: ({ outgoing }) => outgoing },
  { value: "den", label: "Văn bản khác", holds: ({ outgoing, topic }) => !outgoing && topic === null },
  { value: "phap-luat", label: "Văn bản pháp luật", holds: ({ topic }) => topic !== null },
  { value: "con-hieu-luc", label: "Pháp luật: còn hiệu lực", holds: ({ force }) => force === "in-force" },
  { value: "het-hieu-luc", label: "Pháp luật: hết hiệu lực", holds: ({ force }) => force === "ended" },
  { value: "da-sua-doi", label: "Đã được sửa đổi, bổ sung", holds: ({ amended }) => amended },
  { value: "cho-xac-nhan", label: "Chờ xác nhận", holds: ({ toConfirm }) => toConfirm },
];

const filtersOf = (documents: DocumentView[]): TableFilter<DocumentView>[] => {
  const types = [...new Set(documents.map(({ type }) => type))].sort((a, b) => a.localeCompare(b, "vi"));
  const years = [...new Set(documents.flatMap(({ issuedOn }) => issuedOn?.slice(0, 4) ?? []))]
    .sort()
    .reverse();
  return [
    {
      key: "loai",
      label: "Loại văn bản",
      options: types.map((type) => ({ value: type, label: type })),
      matches: ({ type }, value) => type === value,
    },
    {
      key: "nam",
      label: "Năm ban hành",
      options: years.map((year) => ({ value: year, label: year })),
      matches: ({ issuedOn }, value) => issuedOn?.slice(0, 4) === value,
    },
    {
      key: "nhom",
      label: "Nhóm",
      options: groups,
      matches: (document, value) => groups.find((group) => group.value === value)?.holds(document) ?? true,
    },
  ];
};

/** The register: what the agency cites, receives or issues, each once, and the legal instruments in force. */
export default function DocumentListPage() {
  const documents = useQuery(api.documents.list.queryOptions({ input: {} }));
  const [adding, add] = useDisclosure(false);
  const queries = useQueryClient();
  const go = useGo();
  // What the table is searched by stands in the address.
  const [{ tim }] = useFilters({ tim: "" });
  const refresh = () => queries.invalidateQueries({ queryKey: api.documents.key() });
  const load = useMutation(
    api.documents.loadInstruments.mutationOptions({
      onSuccess: async ({ added, completed }) => {
        await refresh();
        sayDone(
          added + completed === 0
            ? "Danh mục đã có đủ trong sổ."
            : `Đã thêm ${added} văn bản, bổ sung ${completed} văn bản có sẵn. Hãy đối chiếu các văn bản chờ xác nhận.`,
        );
      },
    }),
  );
  const may = documents.data?.may;
  return (
    <Page
      title="Sổ văn bản"
      lead="Văn bản được dẫn trong kế hoạch và báo cáo đã ban hành tự vào sổ; văn bản khác ghi tay."
      actions={
        <>
          <MayButton may={may} verb="register" hideReason onClick={add.open}>
            Ghi văn bản
          </MayButton>
          {may?.import?.allowed && (
            <LinkButton to="/van-ban/nhap" variant="default">
              Nhập danh sách
            </LinkButton>
          )}
          <MayButton
            may={may}
            verb="load-instruments"
            variant="default"
            hideReason
            loading={load.isPending}
            onClick={() => load.mutate(undefined)}
          >
            Nạp danh mục văn bản pháp luật
          </MayButton>
        </>
      }
    >
      <ErrorNotice error={load.error} />
      <Asked query={documents}>
        {({ documents: rows }) => (
          <DataTable
            caption="Sổ văn bản"
            rows={rows}
            rowKey={({ id }) => id}
            searchText={({ number, issuer, abstract, type, topic }) =>
              [number, issuer, abstract, type, topic].filter(Boolean).join(" ")
            }
            filters={filtersOf(rows)}
            beside={<InFiles words={tim} />}
            columns={[
              {
                key: "so",
                header: "Số, ký hiệu",
                sortBy: ({ number }) => number ?? "",
                cell: ({ id, number }) => (
                  <LinkText to="/van-ban/$id" params={{ id }} fw={600}>
                    {number ?? "Chưa cấp số"}
                  </LinkText>
                ),
              },
              { key: "loai", header: "Loại", cell: ({ type }) => type, sortBy: ({ type }) => type },
              {
                key: "ngay",
                header: "Ngày",
                cell: ({ issuedOn }) => (issuedOn === null ? "Chưa rõ" : <DayText day={issuedOn} />),
                sortBy: ({ issuedOn }) => issuedOn ?? "",
              },
              {
                key: "co-quan",
                header: "Cơ quan ban hành",
                cell: ({ issuer, outgoing }) => issuer ?? (outgoing ? "Cơ quan mình" : "Chưa rõ"),
                sortBy: ({ issuer }) => issuer ?? "",
              },
              {
                key: "trich-yeu",
                header: "Trích yếu, lĩnh vực",
                cell: ({ abstract, topic }) => (
                  <>
                    {abstract}
                    {topic !== null && (
                      <Text size="xs" c="gray.7">
                        {topic}
                      </Text>
                    )}
                  </>
                ),
              },
              {
                key: "hieu-luc",
                header: "Hiệu lực",
                sortBy: ({ force }) => force ?? "",
                cell: (document) => <ForceCell document={document} />,
              },
            ]}
            empty={
              <EmptyState
                title="Sổ chưa có văn bản"
                why="Ghi văn bản chỉ đạo, văn bản đi của kế hoạch để báo cáo dẫn đúng số, ngày; nạp danh mục văn bản pháp luật để biết văn bản nào đã bị thay thế."
                action={
                  <MayButton may={may} verb="register" onClick={add.open}>
                    Ghi văn bản đầu tiên
                  </MayButton>
                }
              />
            }
          />
        )}
      </Asked>
      <PromptnessPart />
      <ReceivedDocuments />
      <FormDialog
        opened={adding}
        onClose={add.close}
        title="Ghi văn bản vào sổ"
        initial={noDocument}
        verb="Ghi vào sổ"
        submit={(values) => api.documents.register.call(described(values))}
        onDone={async ({ id }) => {
          await refresh();
          go(`/van-ban/${id}`);
        }}
      >
        {(form) => <DocumentFields form={form} />}
      </FormDialog>
    </Page>
  );
}

function ForceCell({ document }: { document: DocumentView }) {
  const { force, replacedBy, toConfirm, amended } = document;
  return (
    <Group gap={4}>
      {force !== null && <StateBadge tone={forceTone[force]} word={forceWords[force]} />}
      {amended && <StateBadge tone="note" word="Đã sửa đổi, bổ sung" />}
      {toConfirm && <StateBadge tone="waiting" word="Chờ xác nhận" />}
      <Text size="xs" c="gray.7" w="100%">
        {[
          force !== null && forceDays(document),
          replacedBy !== null && `Thay bằng ${replacedBy.number ?? "văn bản khác"}`,
        ]
          .filter(Boolean)
          .join(". ")}
      </Text>
    </Group>
  );
}
