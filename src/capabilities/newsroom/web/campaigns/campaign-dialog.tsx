import { Group, Select, Textarea, TextInput } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { type CampaignKind, campaignKindLabels } from "../../contract.ts";
import { api } from "../api.ts";

type Answer = Awaited<ReturnType<typeof api.newsroom.campaigns.call>>;
export type Campaign = Answer["campaigns"][number];

/** A campaign or an event: one that is there, or a new one (null). */
export function CampaignDialog({
  campaign,
  opened,
  onClose,
  onDone,
}: {
  campaign: Campaign | null;
  opened: boolean;
  onClose: () => void;
  onDone: (answer: Answer) => void;
}) {
  return (
    <FormDialog
      key={campaign?.id ?? "new"}
      opened={opened}
      onClose={onClose}
      title={campaign ? "Sửa đợt, sự kiện" : "Thêm đợt, sự kiện"}
      initial={{
        kind: (campaign?.kind ?? "campaign") as CampaignKind,
        name: campaign?.name ?? "",
        note: campaign?.note ?? "",
        fromDay: campaign?.fromDay ?? today().toString(),
        toDay: campaign?.toDay ?? today().add({ days: 30 }).toString(),
      }}
      verb={campaign ? "Ghi" : "Thêm"}
      submit={(fields) =>
        campaign
          ? api.newsroom.changeCampaign.call({ id: campaign.id, ...fields })
          : api.newsroom.makeCampaign.call(fields)
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <TextInput label="Tên" required data-autofocus {...form.getInputProps("name")} />
          <Select
            label="Loại"
            required
            allowDeselect={false}
            data={optionsOf(campaignKindLabels)}
            {...form.getInputProps("kind")}
          />
          <Group grow align="flex-start">
            <DateField
              label="Từ ngày"
              required
              {...form.getInputProps("fromDay")}
              onChange={(day) => form.setFieldValue("fromDay", day ?? "")}
            />
            <DateField
              label="Đến hết ngày"
              required
              {...form.getInputProps("toDay")}
              onChange={(day) => form.setFieldValue("toDay", day ?? "")}
            />
          </Group>
          <Textarea
            label="Ghi chú"
            description="Mục tiêu, thông điệp, đơn vị chủ trì."
            autosize
            minRows={2}
            {...form.getInputProps("note")}
          />
        </>
      )}
    </FormDialog>
  );
}
