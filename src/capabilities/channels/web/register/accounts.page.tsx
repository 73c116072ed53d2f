import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconClock, IconPlayerPause, IconPlayerPlay, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useDialogOfAddress, useFilters } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { accountStateLabels, networks } from "../../contract.ts";
import { type Account, api } from "../api.ts";
import { AccountActs, useKeepRegister } from "./account-acts.tsx";
import { Kept, Named, Standing, Verified } from "./account-cells.tsx";
import { Counts } from "./account-counts.tsx";
import { AccountFields, newAccount, sentOf } from "./account-fields.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import { ConnectionWarning } from "./connection-warning.tsx";
import { HowPosted } from "./how-posted.tsx";
import { PauseAllDialog } from "./pause-all-dialog.tsx";
import { PauseBanner } from "./pause-banner.tsx";

const filters = [
  {
    key: "kenh",
    label: "Kênh",
    options: networks.map(({ slug, label }) => ({ value: slug, label })),
    matches: ({ network }: Account, value: string) => network === value,
  },
  {
    key: "trang-thai",
    label: "Trạng thái",
    options: optionsOf(accountStateLabels),
    matches: ({ state }: Account, value: string) => state === value,
  },
];

/** The register of official accounts: under which names the agency speaks, where, by whose decision, and what waits there. */
export default function AccountsPage() {
  const register = useQuery(api.channels.accounts.queryOptions());
  const keep = useKeepRegister();
  const { units: found } = useQuery(api.organization.listUnits.queryOptions({ input: {} })).data ?? {};
  const units = (found ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const [adding, add] = useDialogOfAddress();
  const [id, renewId] = useState(newId);
  const [pausing, pause] = useDisclosure(false);
  const [{ dung, noi }, setView] = useFilters({ dung: "", noi: "" });
  const [connectingId, connect] = useState<string | null>(null);
  const may = register.data?.may;
  const paused = register.data?.paused ?? null;
  const mayPause = may?.pauseAll?.allowed ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what follows the address is what stands in it
  useEffect(() => {
    if (dung !== "moi-kenh" || !register.data) return;
    if (mayPause && paused === null) pause.open();
    setView({ dung: "" });
  }, [dung, register.data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what follows the address is what stands in it
  useEffect(() => {
    if (noi === "" || !register.data) return;
    const asked = register.data.accounts.find((account) => account.id === noi);
    if (asked?.connectable && asked.may.connect?.allowed) connect(asked.id);
    setView({ noi: "" });
  }, [noi, register.data]);
  const connecting = register.data?.accounts.find((account) => account.id === connectingId);
  const resume = useMutation({
    mutationFn: () => api.channels.resumeChannels.call(),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã mở lại mọi kênh; bài đang chờ đăng theo thứ tự.");
    },
    onError: sayFailed,
  });
  const columns: Column<Account>[] = [
    { key: "ten", header: "Tài khoản", cell: (row) => <Named account={row} />, sortBy: ({ name }) => name },
    {
      key: "xac-thuc",
      header: "Xác thực",
      cell: (row) => <Verified account={row} />,
    },
    { key: "quan-ly", header: "Quản lý", cell: (row) => <Kept account={row} /> },
    { key: "cach-dang", header: "Cách đăng", cell: (row) => <HowPosted account={row} /> },
    { key: "trang-thai", header: "Trạng thái", cell: (row) => <Standing account={row} /> },
    { key: "bai", header: "Bài", cell: (row) => <Counts account={row} /> },
    { key: "thao-tac", header: "Thao tác", cell: (row) => <AccountActs account={row} units={units} /> },
  ];
  return (
    <Page
      title="Tài khoản chính thức"
      lead="Cơ quan nói với người dân dưới những tên nào, ở đâu, ai quản lý, theo quyết định nào. Bài chỉ đăng dưới tài khoản trong sổ này."
      actions={
        <>
          <LinkButton to="/kenh/gio-dang" variant="default" leftSection={<IconClock size={18} />}>
            Giờ đăng
          </LinkButton>
          {paused === null && mayPause && (
            <Button variant="default" leftSection={<IconPlayerPause size={18} />} onClick={pause.open}>
              Tạm dừng mọi kênh
            </Button>
          )}
          <MayButton
            may={may}
            verb="register"
            hideReason
            leftSection={<IconPlus size={18} />}
            onClick={add.open}
          >
            Ghi tài khoản
          </MayButton>
        </>
      }
    >
      <PauseBanner paused={paused}>
        {mayPause && (
          <Button
            size="xs"
            variant="white"
            leftSection={<IconPlayerPlay size={16} />}
            loading={resume.isPending}
            onClick={() => resume.mutate()}
          >
            Mở lại mọi kênh
          </Button>
        )}
      </PauseBanner>
      <Asked query={register}>
        {(found) => (
          <>
            <ConnectionWarning register={found} onDone={keep} />
            <DataTable
              caption="Tài khoản chính thức"
              rows={found.accounts}
              rowKey={(row) => row.id}
              columns={columns}
              filters={filters}
              searchText={({ name, handle, networkLabel, unitName, administrators }) =>
                [name, handle, networkLabel, unitName, ...administrators.map((one) => one.name)].join(" ")
              }
              empty={
                <EmptyState
                  title="Sổ chưa có tài khoản nào"
                  why="Ghi từng trang, kênh của cơ quan vào sổ; chưa nối với kênh thì bài được diễn tập hoặc đăng tay có hướng dẫn."
                  action={
                    <MayButton may={may} verb="register" onClick={add.open}>
                      Ghi tài khoản đầu tiên
                    </MayButton>
                  }
                />
              }
            />
          </>
        )}
      </Asked>
      <FormDialog
        opened={adding}
        onClose={add.close}
        title="Ghi tài khoản chính thức"
        lead="Chọn Diễn tập khi chưa sẵn sàng: mọi bước như thật nhưng không gửi gì đi."
        initial={newAccount}
        check={({ network, unitId }) => ({
          ...(network === null && { network: "Hãy chọn kênh." }),
          ...(unitId === null && { unitId: "Hãy chọn đơn vị quản lý." }),
        })}
        verb="Ghi vào sổ"
        submit={(values) =>
          api.channels.registerAccount.call({ id, network: values.network ?? "", ...sentOf(values) })
        }
        onDone={(answer) => {
          keep(answer);
          renewId(newId());
          sayDone("Đã ghi vào sổ; từ giờ chọn được khi đăng bài.");
        }}
      >
        {(form) => <AccountFields form={form} isNew connectable={false} units={units} />}
      </FormDialog>
      {connecting && <ConnectDialog account={connecting} onClose={() => connect(null)} onDone={keep} />}
      <PauseAllDialog opened={pausing} onClose={pause.close} onDone={keep} />
    </Page>
  );
}
