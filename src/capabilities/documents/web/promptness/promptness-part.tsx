import { Group, List, NumberInput, Paper, Stack, TagsInput, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { DayText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { documentTypes } from "../../document-types.ts";
import { api } from "../api.ts";

const usualTypes = ["Quyết định", "Kế hoạch", "Quy hoạch", "Chiến lược", "Chương trình", "Đề án"];
const SHOWN = 20;

/** How many of the agency's own documents became public in time, and which are late. */
export function PromptnessPart() {
  const promptness = useQuery(api.documents.promptness.queryOptions({ input: {} }));
  const [setting, set] = useDisclosure(false);
  const queries = useQueryClient();
  return (
    <Asked query={promptness}>
      {({ setting: known, share, late, may }) => (
        <Paper withBorder p="md" component="section" aria-labelledby="cong-khai-dung-han">
          <Stack gap="xs" align="flex-start">
            <Title order={2} size="h4" id="cong-khai-dung-han">
              Công khai đúng hạn
            </Title>
            {known === null ? (
              <Text size="sm">
                Cơ quan chưa đặt số ngày làm việc mà văn bản đi phải lên cổng, nên chưa tính đúng hạn hay
                chậm.
              </Text>
            ) : (
              <>
                <Text size="sm">
                  {share.denominator === 0
                    ? "Trong năm chưa có văn bản đi nào đến hạn công khai."
                    : `${share.numerator}/${share.denominator} văn bản đi ban hành trong năm đã công khai trong ${known.workingDays} ngày làm việc.`}{" "}
                  Tính các loại: {known.types.join(", ")}; ban hành từ ngày <DayText day={known.fromDay} />.
                </Text>
                {late.length > 0 && (
                  <>
                    <Text size="sm" fw={600}>
                      {late.length} văn bản chậm công khai:
                    </Text>
                    <List size="sm">
                      {late.slice(0, SHOWN).map(({ id, type, number, issuedOn, workingDays }) => (
                        <List.Item key={id}>
                          <LinkText to="/van-ban/$id" params={{ id }} underline="always">
                            {type} {number}
                          </LinkText>
                          , ngày <DayText day={issuedOn} />: đã {workingDays} ngày làm việc
                        </List.Item>
                      ))}
                    </List>
                    {late.length > SHOWN && <Text size="sm">và {late.length - SHOWN} văn bản khác.</Text>}
                  </>
                )}
              </>
            )}
            <Group>
              <MayButton may={may} verb="set-promptness" variant="default" hideReason onClick={set.open}>
                {known === null ? "Đặt hạn công khai" : "Đổi hạn công khai"}
              </MayButton>
            </Group>
            <FormDialog
              opened={setting}
              onClose={set.close}
              title="Hạn công khai văn bản đi"
              lead="Văn bản đi thuộc các loại này, ban hành từ ngày đã chọn, quá hạn mà chưa lên cổng thì được liệt kê và báo cho Văn phòng, biên tập một lần."
              initial={{
                workingDays: known?.workingDays ?? 5,
                types: known?.types ?? usualTypes,
                fromDay: (known?.fromDay ?? today().toString()) as string | null,
              }}
              verb="Ghi hạn công khai"
              submit={({ workingDays, types, fromDay }) =>
                api.documents.setPromptness.call({
                  workingDays: Number(workingDays),
                  types,
                  fromDay: fromDay ?? "",
                })
              }
              onDone={() => {
                void queries.invalidateQueries({ queryKey: api.documents.key() });
                sayDone("Đã ghi hạn công khai.");
              }}
            >
              {(form) => (
                <>
                  <NumberInput
                    label="Số ngày làm việc kể từ ngày ban hành"
                    min={1}
                    max={90}
                    allowDecimal={false}
                    required
                    {...form.getInputProps("workingDays")}
                  />
                  <TagsInput
                    label="Loại văn bản phải công khai"
                    description="Chọn hoặc gõ rồi nhấn Enter"
                    data={[...documentTypes]}
                    {...form.getInputProps("types")}
                  />
                  <DateField
                    label="Tính văn bản ban hành từ ngày"
                    required
                    {...form.getInputProps("fromDay")}
                  />
                </>
              )}
            </FormDialog>
          </Stack>
        </Paper>
      )}
    </Asked>
  );
}
