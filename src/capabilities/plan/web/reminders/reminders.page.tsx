import { Group, NumberInput, Paper, Stack, Switch, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Settings = Awaited<ReturnType<typeof api.plan.getReminders.call>>;
type DaysField = "firstBefore" | "lastBefore" | "headAfter" | "editorAfter" | "leadershipAfter";

/** When people are reminded of their tasks, and when lateness is told upwards. */
export default function RemindersPage() {
  const settings = useQuery(api.plan.getReminders.queryOptions());
  return (
    <Page
      title="Nhắc việc"
      width="text"
      lead="Nhiệm vụ có ngày hoàn thành, và từng kỳ của việc thường xuyên, định kỳ, mà chưa có minh chứng được nhắc qua thông báo (và thư, nếu hệ thống gửi được thư), trong giờ làm việc của ngày làm việc. Mỗi lần nhắc chỉ gửi một lần; việc đã có minh chứng hoặc đã bỏ thì không nhắc."
    >
      <Asked query={settings}>{(found) => <SettingsForm settings={found} />}</Asked>
    </Page>
  );
}

function SettingsForm({ settings: { may, ...given } }: { settings: Settings }) {
  const queries = useQueryClient();
  const [fields, setFields] = useState(given);
  const save = useMutation(
    api.plan.setReminders.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.plan.getReminders.key() });
        sayDone("Đã lưu cách nhắc việc.");
      },
    }),
  );
  const errors = fieldErrors(save.error);
  const readOnly = !may.set?.allowed;
  const days = (key: DaysField, label: string, description: string) => (
    <NumberInput
      label={label}
      description={description}
      suffix=" ngày làm việc"
      min={0}
      max={250}
      allowDecimal={false}
      allowNegative={false}
      hideControls={readOnly}
      readOnly={readOnly}
      value={fields[key]}
      onChange={(value) => setFields({ ...fields, [key]: value as number })}
      error={errors[key]}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(fields);
      }}
    >
      <Stack>
        <Switch
          label="Gửi nhắc việc"
          checked={fields.active}
          disabled={readOnly}
          onChange={(event) => setFields({ ...fields, active: event.currentTarget.checked })}
        />
        <Paper withBorder p="md" component="section" aria-labelledby="truoc-han">
          <Stack>
            <Title order={2} size="h3" id="truoc-han">
              Trước hạn: nhắc người thực hiện
            </Title>
            {days(
              "firstBefore",
              "Nhắc lần đầu khi còn",
              "Người thực hiện; chưa giao người thì mọi người làm việc này ở đơn vị chủ trì",
            )}
            {days("lastBefore", "Nhắc lần cuối khi còn", "Ghi 0 để nhắc vào đúng ngày đến hạn")}
          </Stack>
        </Paper>
        <Paper withBorder p="md" component="section" aria-labelledby="qua-han">
          <Stack>
            <Title order={2} size="h3" id="qua-han">
              Quá hạn: báo lên từng cấp
            </Title>
            {days("headAfter", "Báo trưởng đơn vị khi quá", "Cùng người thực hiện")}
            {days("editorAfter", "Báo biên tập khi quá", "Cùng trưởng đơn vị và người thực hiện")}
            {days("leadershipAfter", "Báo lãnh đạo khi quá", "Cùng biên tập và trưởng đơn vị")}
          </Stack>
        </Paper>
        <ErrorNotice error={save.error} />
        <Group>
          <MayButton may={may} verb="set" type="submit" loading={save.isPending}>
            Lưu cách nhắc việc
          </MayButton>
        </Group>
      </Stack>
    </form>
  );
}
