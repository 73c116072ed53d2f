import { Alert, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { WORKSPACE } from "#ui/navigation.tsx";
import { type AgencyView, api } from "./api.ts";

/** Says that all this is a sample, and ends it. */
export function SampleNotice({ agency }: { agency: AgencyView }) {
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.organization.removeSample.mutationOptions({
      // A full load: nothing of the sample stays in the page's memory.
      onSuccess: () => location.assign(`${WORKSPACE}/thiet-lap?tu=go-mau`),
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
        Cơ quan mẫu cùng mọi tài khoản, kế hoạch, tin bài, báo cáo mẫu sẽ mất hẳn; bạn cũng được đăng xuất.
        Sau đó phần thiết lập lần đầu mở ngay, với mã in trên màn hình máy chủ.
      </Confirm>
    </Alert>
  );
}
