import { Checkbox, NumberInput, Select, SimpleGrid } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { windowsInWords } from "../../contract.ts";
import { api, type PostingHours, type PostingScope } from "../api.ts";
import { isWhole, limitsOf, type RuleValues, ruleLacks, valuesOf } from "./rule-values.ts";
import { WindowFields } from "./window-fields.tsx";

/** Lays down when may be posted: for the agency, for a network, for one account. */
export function RuleDialog({
  scope,
  onClose,
  onDone,
}: {
  scope: PostingScope;
  onClose: () => void;
  onDone: (hours: PostingHours) => void;
}) {
  const { network, accountId, label, wider, networkPerDay } = scope;
  const whole = isWhole(scope);
  const follows = (words: string) =>
    whole ? "Để trống: không giới hạn." : `Để trống: theo quy định chung (${words}).`;
  const most = (number: number) => (number === 0 ? "không giới hạn" : `${number} bài`);
  return (
    <FormDialog<RuleValues, PostingHours>
      opened
      onClose={onClose}
      title={`Giờ đăng: ${label}`}
      size="xl"
      lead={
        whole
          ? "Áp dụng cho mọi tài khoản, trừ chỗ kênh hoặc tài khoản đặt riêng. Bài đã hẹn giờ trước đó giữ nguyên giờ."
          : "Chỗ nào không đặt riêng thì theo quy định chung. Bài đã hẹn giờ trước đó giữ nguyên giờ."
      }
      initial={valuesOf(scope)}
      check={ruleLacks}
      verb="Ghi giờ đăng"
      submit={(values) =>
        api.channels.savePostingRule.call({ network, accountId, ...limitsOf(values, whole) })
      }
      onDone={onDone}
    >
      {(form) => {
        const { good, goodOwn, closed, closedOwn } = form.values;
        const change = (part: Partial<RuleValues>) => {
          form.clearErrors();
          form.setValues(part);
        };
        return (
          <>
            {!whole && (
              <Checkbox
                label="Đặt khung giờ tốt riêng"
                description={`Quy định chung: ${windowsInWords(wider.good) || "chưa đặt"}`}
                checked={goodOwn}
                onChange={(event) => change({ goodOwn: event.currentTarget.checked })}
              />
            )}
            {goodOwn && (
              <WindowFields
                legend="Khung giờ tốt"
                hint="Lúc người xem hay có mặt; đăng ngoài khung này thì được nhắc, không bị chặn."
                first={["07:00", "08:30"]}
                value={good}
                onChange={(next) => change({ good: next })}
                error={form.errors.good as string | undefined}
              />
            )}
            {!whole && (
              <Checkbox
                label="Đặt giờ không đăng riêng"
                description={`Quy định chung: ${windowsInWords(wider.closed) || "không có"}`}
                checked={closedOwn}
                onChange={(event) => change({ closedOwn: event.currentTarget.checked })}
              />
            )}
            {closedOwn && (
              <WindowFields
                legend="Giờ không đăng"
                hint="Ví dụ ban đêm. Hẹn vào giờ này bị từ chối, trừ khi biên tập, Văn phòng hoặc lãnh đạo ghi lý do. Bài đăng khẩn vẫn lên ngay."
                first={["22:00", "05:00"]}
                value={closed}
                onChange={(next) => change({ closed: next })}
                error={form.errors.closed as string | undefined}
              />
            )}
            <Select
              label="Ngày nghỉ trong lịch của cơ quan"
              allowDeselect={false}
              data={[
                { value: "follow", label: whole ? "Vẫn đăng" : "Theo quy định chung" },
                { value: "yes", label: "Không đăng" },
                ...(whole ? [] : [{ value: "no", label: "Vẫn đăng" }]),
              ]}
              {...form.getInputProps("daysOff")}
            />
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <NumberInput
                label="Mỗi ngày nhiều nhất"
                description={`${follows(most(wider.mostPerDay))}${
                  networkPerDay === null ? "" : ` Kênh thường chỉ nhận chừng ${networkPerDay} bài.`
                } 0: không giới hạn.`}
                min={0}
                max={1000}
                suffix=" bài"
                allowDecimal={false}
                {...form.getInputProps("mostPerDay")}
              />
              <NumberInput
                label="Trong đợt cao điểm"
                description="Số bài mỗi ngày khi đang có đợt cao điểm. Để trống: như ngày thường."
                min={0}
                max={1000}
                suffix=" bài"
                allowDecimal={false}
                {...form.getInputProps("mostPerDayInCampaign")}
              />
              <NumberInput
                label="Hai bài cách nhau ít nhất"
                description={follows(wider.minutesApart === 0 ? "không đặt" : `${wider.minutesApart} phút`)}
                min={0}
                max={1440}
                suffix=" phút"
                allowDecimal={false}
                {...form.getInputProps("minutesApart")}
              />
            </SimpleGrid>
          </>
        );
      }}
    </FormDialog>
  );
}
