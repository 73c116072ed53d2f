import { Alert, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMailOff } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Topic = Awaited<ReturnType<typeof api.site.following.call>>["topics"][number];

const columns: Column<Topic>[] = [
  { key: "chu-de", header: "Chủ đề", cell: ({ label }) => label, sortBy: ({ label }) => label },
  {
    key: "nguoi",
    header: "Người theo dõi",
    numeric: true,
    cell: ({ readers }) => readers.toLocaleString("vi-VN"),
    sortBy: ({ readers }) => readers,
  },
];

/** How many follow what by mail; addresses are sealed and shown to nobody. */
export function FollowingTab() {
  const following = useQuery(api.site.following.queryOptions());
  const queries = useQueryClient();
  const [stopping, stop] = useDisclosure(false);
  return (
    <Asked query={following}>
      {({ sendsMail, readers, topics, mails, left, returned, days, may }) => (
        <Stack>
          {!sendsMail && (
            <Alert color="yellow" icon={<IconMailOff />} title="Cổng chưa gửi được thư">
              Người quản trị máy chủ đặt SMTP_URL và GANDAN_BASE_URL thì trang “Theo dõi qua thư” mới nhận địa
              chỉ.
            </Alert>
          )}
          <Text size="sm" role="status">
            {readers.toLocaleString("vi-VN")} người đang theo dõi. Trong {days} ngày qua: đã gửi{" "}
            {mails.toLocaleString("vi-VN")} thư, {left.toLocaleString("vi-VN")} người thôi nhận,{" "}
            {returned.toLocaleString("vi-VN")} địa chỉ bị trả lại nên ngừng gửi. Địa chỉ được mã hóa, không ai
            xem được.
          </Text>
          <MayButton may={may} verb="stop" hideReason variant="default" w="fit-content" onClick={stop.open}>
            Ngừng gửi đến địa chỉ bị trả lại…
          </MayButton>
          <DataTable
            caption="Người theo dõi theo chủ đề"
            rows={topics}
            rowKey={({ topic }) => topic}
            columns={columns}
            empty={
              <EmptyState
                title="Chưa ai theo dõi"
                why="Ở chân mỗi trang của cổng có “Theo dõi qua thư”; ai ghi địa chỉ và xác nhận thì được tính ở đây."
              />
            }
          />
          <FormDialog
            opened={stopping}
            onClose={stop.close}
            title="Ngừng gửi đến địa chỉ bị trả lại"
            lead="Dùng khi hộp thư của cơ quan nhận thư báo không gửi đến được. Địa chỉ ấy thôi nhận mọi chủ đề; sổ không giữ địa chỉ."
            initial={{ address: "" }}
            verb="Ngừng gửi"
            submit={(values) => api.site.stopAddress.call(values)}
            onDone={({ ended }) => {
              void queries.invalidateQueries({ queryKey: api.site.following.key() });
              sayDone(ended > 0 ? `Đã ngừng gửi ${ended} chủ đề.` : "Địa chỉ này không theo dõi gì.");
            }}
          >
            {(form) => (
              <TextInput label="Địa chỉ thư" type="email" required {...form.getInputProps("address")} />
            )}
          </FormDialog>
        </Stack>
      )}
    </Asked>
  );
}
