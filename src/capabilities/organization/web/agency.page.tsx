import {
  Alert,
  Button,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { unitKindLabels } from "../contract.ts";
import { api, type UnitView } from "./api.ts";

type AgencyView = Awaited<ReturnType<typeof api.organization.getAgency.call>>;

/** What is printed on documents and shown on the portal, the units, and the sample data's end. */
export default function AgencyPage() {
  const agency = useQuery(api.organization.getAgency.queryOptions());
  return (
    <Page title="Cơ quan, đơn vị">
      <Asked query={agency}>
        {(found) => (
          <>
            {found.isSample && <SampleNotice agency={found} />}
            <AgencyForm key={found.id} agency={found} />
            <Units />
          </>
        )}
      </Asked>
    </Page>
  );
}

function SampleNotice({ agency }: { agency: AgencyView }) {
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.organization.removeSample.mutationOptions({
      onSuccess: () => {
        location.href = "/workspace/thiet-lap?tu=go-mau";
      },
    }),
  );
  return (
    <Alert color="yellow" title="Đây là dữ liệu mẫu">
      <Stack align="flex-start" gap="xs">
        <Text size="sm">Cơ quan, người, kế hoạch và tin bài ở đây đều là mẫu để dùng thử.</Text>
        <MayButton may={agency.may} verb="removeSample" variant="default" onClick={() => setAsking(true)}>
          Gỡ toàn bộ dữ liệu mẫu
        </MayButton>
      </Stack>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="Gỡ toàn bộ dữ liệu mẫu"
        verb="Gỡ dữ liệu mẫu"
        typedWord="GỠ MẪU"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({})}
      >
        Cơ quan mẫu cùng mọi tài khoản, kế hoạch, tin bài, báo cáo mẫu sẽ mất hẳn. Sau đó hệ thống mở phần
        thiết lập lần đầu; mã thiết lập được in trên màn hình máy chủ.
      </Confirm>
    </Alert>
  );
}

function AgencyForm({ agency }: { agency: AgencyView }) {
  const queries = useQueryClient();
  const { name, superiorName, symbol, place, address, phone, email } = agency;
  const [fields, setFields] = useState({ name, superiorName, symbol, place, address, phone, email });
  const update = useMutation(
    api.organization.updateAgency.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.organization.key() });
        sayDone("Đã lưu thông tin cơ quan.");
      },
    }),
  );
  const errors = fieldErrors(update.error);
  const field = (key: keyof typeof fields, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      value={fields[key] ?? ""}
      onChange={(event) =>
        setFields({
          ...fields,
          [key]: event.currentTarget.value || (["name", "symbol", "place"].includes(key) ? "" : null),
        })
      }
      error={errors[key]}
      readOnly={!agency.may.manage?.allowed}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate(fields);
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {field("superiorName", "Cơ quan chủ quản", "In trên đầu văn bản, ví dụ UBND TỈNH BẮC NINH")}
          {field("name", "Tên cơ quan")}
          {field("symbol", "Ký hiệu", "Đứng sau số văn bản, ví dụ SVHTTDL")}
          {field("place", "Địa danh", "Đứng trước ngày tháng trong văn bản")}
          {field("address", "Địa chỉ")}
          {field("phone", "Điện thoại")}
          {field("email", "Thư điện tử")}
        </SimpleGrid>
        <ErrorNotice error={update.error} />
        <Group>
          <MayButton may={agency.may} verb="manage" type="submit" loading={update.isPending}>
            Lưu thông tin
          </MayButton>
        </Group>
      </Stack>
    </form>
  );
}

function Units() {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const [editing, setEditing] = useState<UnitView | "new" | null>(null);
  return (
    <Stack component="section" aria-labelledby="don-vi">
      <Group justify="space-between">
        <Title order={2} size="h3" id="don-vi">
          Các đơn vị
        </Title>
        <MayButton
          may={units.data?.may}
          verb="manage"
          hideReason
          variant="default"
          onClick={() => setEditing("new")}
        >
          Thêm đơn vị
        </MayButton>
      </Group>
      <Asked query={units}>
        {({ units: rows }) => (
          <DataTable
            caption="Các đơn vị của cơ quan"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "ten",
                header: "Tên",
                cell: (unit) =>
                  unit.may.manage?.allowed ? (
                    <Button variant="transparent" p={0} h="auto" onClick={() => setEditing(unit)}>
                      {unit.name}
                    </Button>
                  ) : (
                    unit.name
                  ),
                sortBy: ({ name }) => name,
              },
              { key: "viet-tat", header: "Viết tắt", cell: ({ shortName }) => shortName },
              { key: "loai", header: "Loại", cell: ({ kind }) => unitKindLabels[kind] },
            ]}
            empty={<EmptyState title="Chưa có đơn vị" why="Đơn vị là nơi nhận nhiệm vụ và viết tin, bài." />}
          />
        )}
      </Asked>
      {editing && <UnitDialog unit={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Stack>
  );
}

function UnitDialog({ unit, onClose }: { unit: UnitView | null; onClose: () => void }) {
  const queries = useQueryClient();
  const [fields, setFields] = useState({
    name: unit?.name ?? "",
    shortName: unit?.shortName ?? "",
    kind: unit?.kind ?? ("division" as const),
  });
  const done = {
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.organization.listUnits.key() });
      onClose();
    },
  };
  const create = useMutation(api.organization.createUnit.mutationOptions(done));
  const update = useMutation(api.organization.updateUnit.mutationOptions(done));
  const closeUnit = useMutation(api.organization.closeUnit.mutationOptions(done));
  const error = create.error ?? update.error ?? closeUnit.error;
  const errors = fieldErrors(error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={unit ? "Sửa đơn vị" : "Thêm đơn vị"}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (unit) update.mutate({ id: unit.id, ...fields });
          else create.mutate(fields);
        }}
      >
        <Stack>
          <TextInput
            label="Tên đơn vị"
            required
            value={fields.name}
            onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
            error={errors.name}
          />
          <TextInput
            label="Viết tắt"
            required
            value={fields.shortName}
            onChange={(event) => setFields({ ...fields, shortName: event.currentTarget.value })}
            error={errors.shortName}
          />
          <Select
            label="Loại"
            allowDeselect={false}
            data={optionsOf(unitKindLabels)}
            value={fields.kind}
            onChange={(kind) => setFields({ ...fields, kind: kind as UnitView["kind"] })}
          />
          <ErrorNotice error={error} />
          <Group justify="space-between">
            {unit ? (
              <Button
                variant="subtle"
                color="red"
                onClick={() => closeUnit.mutate({ id: unit.id, on: today().toString() })}
              >
                Ngừng hoạt động từ hôm nay
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" loading={create.isPending || update.isPending}>
              Lưu đơn vị
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
