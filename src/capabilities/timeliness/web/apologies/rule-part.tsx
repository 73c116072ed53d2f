import { List, NumberInput, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type ApologyRule, api } from "../api.ts";

/** How the agency apologises, as it has set it. */
export function RulePart() {
  const found = useQuery(api.timeliness.apologyRule.queryOptions());
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Stack gap="xs" align="flex-start" component="section" aria-labelledby="quy-tac">
      <Title order={2} size="h4" id="quy-tac">
        Quy tắc xin lỗi
      </Title>
      <Asked query={found}>
        {({ rule, may }) => (
          <>
            <Text size="sm">
              Gửi trước ngày hẹn trả ít nhất {rule.daysBefore} ngày; hẹn lại nhiều nhất {rule.mostNewDates}{" "}
              lần; người ký: {rule.signer.replaceAll("\n", ", ")}.{" "}
              {rule.publicDays === null
                ? "công khai đến khi có người gỡ"
                : `công khai ${rule.publicDays} ngày rồi tự gỡ`}
              . Căn cứ: {rule.ground}.
            </Text>
            <Text size="sm">Nhóm lý do:</Text>
            <List size="sm">
              {rule.reasons.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
            {rule.saidAt && (
              <Text size="sm" c="gray.7">
                {rule.saidByName} đặt lúc <MomentText at={rule.saidAt} />.
              </Text>
            )}
            <MayButton may={may} verb="setRule" hideReason variant="default" onClick={open}>
              Đặt quy tắc
            </MayButton>
            <RuleDialog rule={rule} opened={opened} onClose={close} />
          </>
        )}
      </Asked>
    </Stack>
  );
}

function RuleDialog({ rule, opened, onClose }: { rule: ApologyRule; opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Quy tắc xin lỗi"
      lead="Áp dụng cho thư soạn từ nay; thư đã soạn giữ quy tắc lúc soạn."
      initial={{
        ...{ daysBefore: rule.daysBefore, mostNewDates: rule.mostNewDates, signer: rule.signer },
        ...{ contact: rule.contact, ground: rule.saidAt ? rule.ground : "" },
        publicDays: rule.publicDays ?? ("" as number | ""),
        reasons: rule.reasons.join("\n"),
      }}
      verb="Đặt quy tắc"
      submit={({ reasons, publicDays, ...said }) =>
        api.timeliness.setApologyRule.call({
          ...said,
          publicDays: publicDays === "" ? null : publicDays,
          reasons: reasons
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.timeliness.key() });
        sayDone("Đã đặt quy tắc xin lỗi.");
      }}
    >
      {(form) => (
        <>
          <NumberInput
            label="Gửi trước ngày hẹn trả mấy ngày"
            required
            min={0}
            max={60}
            {...form.getInputProps("daysBefore")}
          />
          <NumberInput
            label="Hẹn lại nhiều nhất mấy lần"
            required
            min={0}
            max={10}
            {...form.getInputProps("mostNewDates")}
          />
          <Textarea
            label="Chức danh người ký"
            description="Mỗi dòng một hàng, như KT. GIÁM ĐỐC rồi PHÓ GIÁM ĐỐC"
            required
            autosize
            maxLength={200}
            {...form.getInputProps("signer")}
          />
          <TextInput
            label="Liên hệ để hỏi"
            description="Để trống thì lấy điện thoại, thư điện tử của cơ quan"
            maxLength={300}
            {...form.getInputProps("contact")}
          />
          <NumberInput
            label="Công khai trên cổng mấy ngày"
            description="Để trống: đến khi có người gỡ"
            min={1}
            max={3650}
            {...form.getInputProps("publicDays")}
          />
          <TextInput label="Căn cứ" required maxLength={500} {...form.getInputProps("ground")} />
          <Textarea
            label="Nhóm lý do, mỗi dòng một nhóm"
            required
            autosize
            minRows={4}
            {...form.getInputProps("reasons")}
          />
        </>
      )}
    </FormDialog>
  );
}
