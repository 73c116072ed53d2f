import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiFor } from "#ui/api.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { documentsContract } from "../contract.ts";

const api = apiFor({ documents: documentsContract });

/** The register: what the agency cites, receives or issues, each once. */
export default function DocumentListPage() {
  const documents = useQuery(api.documents.list.queryOptions({ input: {} }));
  const [adding, add] = useDisclosure(false);
  return (
    <Page
      title="Sổ văn bản"
      lead="Văn bản được dẫn trong kế hoạch tự vào sổ; văn bản khác ghi tay."
      actions={
        <MayButton may={documents.data?.may} verb="register" hideReason onClick={add.open}>
          Ghi văn bản
        </MayButton>
      }
    >
      <Asked query={documents}>
        {({ documents: rows, may }) => (
          <DataTable
            caption="Sổ văn bản"
            rows={rows}
            rowKey={({ id }) => id}
            searchText={({ number, issuer, abstract, type }) =>
              `${number ?? ""} ${issuer ?? ""} ${abstract ?? ""} ${type}`
            }
            columns={[
              {
                key: "so",
                header: "Số, ký hiệu",
                cell: ({ number }) => number ?? "Chưa cấp số",
                sortBy: ({ number }) => number ?? "",
              },
              { key: "loai", header: "Loại", cell: ({ type }) => type, sortBy: ({ type }) => type },
              {
                key: "ngay",
                header: "Ngày",
                cell: ({ issuedOn }) => <DayText day={issuedOn} />,
                sortBy: ({ issuedOn }) => issuedOn ?? "",
              },
              {
                key: "co-quan",
                header: "Cơ quan ban hành",
                cell: ({ issuer }) => issuer ?? "Chưa rõ",
                sortBy: ({ issuer }) => issuer ?? "",
              },
              {
                key: "trich-yeu",
                header: "Trích yếu",
                cell: ({ abstract, url }) =>
                  url ? <a href={url}>{abstract ?? "Mở văn bản"}</a> : (abstract ?? ""),
              },
            ]}
            empty={
              <EmptyState
                title="Sổ chưa có văn bản"
                why="Ghi văn bản chỉ đạo, văn bản đi của kế hoạch để báo cáo dẫn đúng số, ngày."
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
      <Modal
        opened={adding}
        onClose={add.close}
        title="Ghi văn bản vào sổ"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        <RegisterForm onDone={add.close} />
      </Modal>
    </Page>
  );
}

function RegisterForm({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const [fields, setFields] = useState({
    number: "",
    type: "",
    issuedOn: null as string | null,
    issuer: "",
    abstract: "",
    url: "",
  });
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  const register = useMutation(
    api.documents.register.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.documents.key() });
        onDone();
      },
    }),
  );
  const errors = fieldErrors(register.error);
  const orNull = (text: string) => text.trim() || null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { number, type, issuedOn, issuer, abstract, url } = fields;
        register.mutate({
          type,
          number: orNull(number),
          issuedOn,
          issuer: orNull(issuer),
          abstract: orNull(abstract),
          url: orNull(url),
        });
      }}
    >
      <Stack>
        <TextInput
          label="Loại văn bản"
          required
          placeholder="Kế hoạch, Công văn, Quyết định…"
          value={fields.type}
          onChange={(event) => set({ type: event.currentTarget.value })}
          error={errors.type}
        />
        <TextInput
          label="Số, ký hiệu"
          placeholder="36/KH-UBND"
          value={fields.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
          error={errors.number}
        />
        <DateField
          label="Ngày ban hành"
          value={fields.issuedOn}
          onChange={(issuedOn) => set({ issuedOn })}
          error={errors.issuedOn}
        />
        <TextInput
          label="Cơ quan ban hành"
          value={fields.issuer}
          onChange={(event) => set({ issuer: event.currentTarget.value })}
          error={errors.issuer}
        />
        <Textarea
          label="Trích yếu"
          autosize
          value={fields.abstract}
          onChange={(event) => set({ abstract: event.currentTarget.value })}
          error={errors.abstract}
        />
        <TextInput
          label="Địa chỉ văn bản"
          type="url"
          placeholder="https://…"
          value={fields.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
          error={errors.url}
        />
        <ErrorNotice error={register.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={register.isPending}>
            Ghi vào sổ
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
