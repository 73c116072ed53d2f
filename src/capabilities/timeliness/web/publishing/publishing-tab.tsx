import { Anchor, Checkbox, List, Stack, Text, Textarea, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Publication } from "../api.ts";
import { currentQuarter, PeriodSelect } from "../period-select.tsx";

/** What of the figures is public, and the act that makes more of them so. */
export function PublishingTab() {
  const found = useQuery(api.timeliness.publications.queryOptions());
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Stack>
      <Text size="sm">
        Cổng có trang{" "}
        <Anchor inherit href="/tien-do-ho-so">
          Tiến độ giải quyết hồ sơ
        </Anchor>
        : bảng và biểu đồ theo đơn vị, cách tính, ngày. Số đã công khai giữ nguyên như lúc bấm; công khai lại
        cùng kỳ là bản sửa, bản trước vẫn ghi lại.
      </Text>
      <Asked query={found}>
        {({ publications, may }) => (
          <>
            <MayButton may={may} verb="publish" style={{ alignSelf: "flex-start" }} onClick={open}>
              Công khai một kỳ
            </MayButton>
            <Title order={2} size="h4">
              Đã công khai
            </Title>
            {publications.length === 0 ? (
              <Text size="sm">Chưa công khai kỳ nào.</Text>
            ) : (
              <List size="sm">
                {publications.map((one) => (
                  <List.Item key={one.id}>
                    <Anchor inherit href={`/tien-do-ho-so/${one.period}`}>
                      {one.label}
                    </Anchor>
                    {one.version > 1 && `, bản sửa lần ${one.version - 1}: ${one.reason}`};{" "}
                    {one.publishedByName}, <MomentText at={one.publishedAt} />
                  </List.Item>
                ))}
              </List>
            )}
            <PublishDialog published={publications} opened={opened} onClose={close} />
          </>
        )}
      </Asked>
    </Stack>
  );
}

function PublishDialog({
  published,
  opened,
  onClose,
}: {
  published: Publication[];
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [period, setPeriod] = useState(currentQuarter());
  const isAgain = published.some((one) => one.period === period);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Công khai số liệu của một kỳ"
      lead="Người dân xem được số hồ sơ theo đơn vị, tỷ lệ, cách tính; không có hồ sơ nào của riêng ai."
      initial={{ reason: "", isProof: true }}
      check={({ reason }) =>
        isAgain && reason.trim() === ""
          ? { reason: "Kỳ này đã công khai; hãy ghi vì sao công khai lại." }
          : {}
      }
      verb="Công khai"
      submit={(values) => api.timeliness.publishFigures.call({ ...values, period })}
      onDone={(answer) => {
        queries.setQueryData(api.timeliness.publications.queryKey(), answer);
        sayDone("Đã công khai số liệu.");
      }}
    >
      {(form) => (
        <>
          <PeriodSelect value={period} onChange={setPeriod} />
          {isAgain && (
            <Textarea
              label="Vì sao công khai lại"
              description="Hiện trên trang cho người dân"
              required
              maxLength={500}
              {...form.getInputProps("reason")}
            />
          )}
          <Checkbox
            label="Ghi làm minh chứng của nghĩa vụ nêu số liệu này"
            description="Biểu dương đúng và trước hạn, luân chuyển điện tử, thanh toán trực tuyến"
            {...form.getInputProps("isProof", { type: "checkbox" })}
          />
        </>
      )}
    </FormDialog>
  );
}
