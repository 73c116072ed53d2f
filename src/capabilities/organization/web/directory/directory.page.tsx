import { Anchor, Button, Checkbox, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone, sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Directory = Awaited<ReturnType<typeof api.organization.directory.call>>;
type Contact = Directory["agencies"][number]["contacts"][number];

const columns: Column<Contact>[] = [
  {
    key: "ten",
    header: "Họ và tên",
    cell: ({ name, jobTitle, unitName }) => (
      <>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="gray.8">
          {[jobTitle, unitName].filter(Boolean).join(", ")}
        </Text>
      </>
    ),
    sortBy: ({ name }) => name,
  },
  { key: "viec", header: "Liên hệ về", cell: ({ matter }) => matter ?? "chưa ghi" },
  {
    key: "dien-thoai",
    header: "Điện thoại",
    cell: ({ phone }) =>
      phone ? <Anchor href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</Anchor> : "không chia sẻ",
  },
  {
    key: "thu",
    header: "Thư điện tử",
    cell: ({ email }) => (email ? <Anchor href={`mailto:${email}`}>{email}</Anchor> : "không chia sẻ"),
  },
];

/** Whom to call at the other agencies, as each has said; administrators say it for their own. */
export default function DirectoryPage() {
  const found = useQuery(api.organization.directory.queryOptions());
  const [adding, add] = useDisclosure(false);
  return (
    <Page
      title="Danh bạ"
      lead="Đầu mối mà từng cơ quan trên hệ thống tự chọn để chia sẻ. Không cơ quan nào thấy người của cơ quan khác nếu chưa được chia sẻ."
      actions={
        found.data?.may.manage?.allowed && (
          <MayButton may={found.data.may} verb="manage" onClick={add.open}>
            Chia sẻ một đầu mối
          </MayButton>
        )
      }
    >
      <Asked query={found}>
        {(directory) => (
          <>
            {directory.agencies.length === 0 && (
              <EmptyState
                title="Chưa cơ quan nào khác chia sẻ đầu mối"
                why="Người quản trị của mỗi cơ quan chọn ai được chia sẻ, về việc gì, qua điện thoại hay thư điện tử."
              />
            )}
            {directory.agencies.map(({ name, contacts }) => (
              <Stack key={name} component="section" aria-label={name} gap="xs">
                <Title order={2} size="h3">
                  {name}
                </Title>
                <DataTable
                  caption={`Đầu mối của ${name}`}
                  rows={contacts}
                  rowKey={(row) => `${row.name} ${row.unitName} ${row.matter} ${row.phone} ${row.email}`}
                  columns={columns}
                />
              </Stack>
            ))}
            <Own directory={directory} />
            {directory.may.manage?.allowed && (
              <ShareDialog directory={directory} opened={adding} onClose={add.close} />
            )}
          </>
        )}
      </Asked>
    </Page>
  );
}

/** What the own agency shares, and the way to end it. */
function Own({ directory: { own, may } }: { directory: Directory }) {
  const queries = useQueryClient();
  const keep = (next: Directory) => queries.setQueryData(api.organization.directory.queryKey(), next);
  const end = async ({ appointmentId: id, name, matter, phone, email }: Directory["own"][number]) => {
    try {
      keep(await api.organization.endSharingContact.call({ id }));
      sayDoneWithUndo(`Đã thôi chia sẻ ${name}.`, async () => {
        const again = { id, matter, showsPhone: phone !== null, showsEmail: email !== null };
        keep(await api.organization.shareContact.call(again));
      });
    } catch (error) {
      sayFailed(error);
    }
  };
  return (
    <Stack component="section" aria-labelledby="co-quan-minh" gap="xs">
      <Title order={2} size="h3" id="co-quan-minh">
        Cơ quan bạn chia sẻ
      </Title>
      <DataTable
        caption="Đầu mối cơ quan bạn chia sẻ cho các cơ quan khác"
        rows={own}
        rowKey={({ appointmentId }) => appointmentId}
        columns={[
          ...(columns as Column<Directory["own"][number]>[]),
          ...(may.manage?.allowed
            ? [
                {
                  key: "thoi",
                  header: "Thôi chia sẻ",
                  cell: (row: Directory["own"][number]) => (
                    <Button size="xs" variant="default" onClick={() => end(row)}>
                      Thôi chia sẻ<span className="only-read-aloud"> {row.name}</span>
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        empty={
          <EmptyState
            title="Cơ quan bạn chưa chia sẻ đầu mối nào"
            why="Mặc định không chia sẻ gì. Người quản trị chọn từng phân công để cơ quan khác biết cần gọi ai."
          />
        }
      />
    </Stack>
  );
}

function ShareDialog({
  directory: { candidates, own },
  opened,
  onClose,
}: {
  directory: Directory;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const there = new Set(own.map(({ appointmentId }) => appointmentId));
  const free = candidates.filter(({ appointmentId }) => !there.has(appointmentId));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Chia sẻ một đầu mối"
      lead="Người của mọi cơ quan trên hệ thống thấy họ tên, chức danh, đơn vị và những gì bạn chọn dưới đây, cho đến khi bạn thôi chia sẻ hoặc phân công kết thúc."
      initial={{ id: "", matter: "", showsPhone: false, showsEmail: true }}
      verb="Chia sẻ đầu mối"
      submit={(values) => api.organization.shareContact.call(values)}
      onDone={(next) => {
        queries.setQueryData(api.organization.directory.queryKey(), next);
        sayDone("Đã chia sẻ đầu mối.");
      }}
    >
      {(form) => {
        const chosen = candidates.find(({ appointmentId }) => appointmentId === form.values.id);
        return (
          <>
            <Select
              label="Người và phân công"
              required
              searchable
              nothingFoundMessage="Không có người này"
              data={free.map(({ appointmentId, name, role, unitName }) => ({
                value: appointmentId,
                label: [name, role, unitName ?? "toàn cơ quan"].join(", "),
              }))}
              {...form.getInputProps("id")}
            />
            <TextInput
              label="Liên hệ về"
              placeholder="Truyền thông cải cách hành chính"
              {...form.getInputProps("matter")}
            />
            <Group>
              <Checkbox
                label={`Điện thoại công vụ${chosen ? `: ${chosen.phone ?? "chưa có"}` : ""}`}
                {...form.getInputProps("showsPhone", { type: "checkbox" })}
              />
              <Checkbox
                label={`Thư điện tử${chosen ? `: ${chosen.email}` : ""}`}
                {...form.getInputProps("showsEmail", { type: "checkbox" })}
              />
            </Group>
          </>
        );
      }}
    </FormDialog>
  );
}
