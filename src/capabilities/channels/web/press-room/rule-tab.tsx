import { NumberInput, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { useKeepPress } from "./use-press.ts";

/** The rules of the press room, as the agency has set them. */
export function RuleTab() {
  const found = useQuery(api.channels.pressRegister.queryOptions());
  const keep = useKeepPress();
  const [opened, open] = useDisclosure(false);
  return (
    <Asked query={found}>
      {({ rule, may }) => (
        <Stack>
          <Text>
            Trả lời yêu cầu của báo chí trong <strong>{rule.answerHours} giờ</strong> kể từ lúc nhận.
          </Text>
          <Text>
            Địa chỉ không có thật thì ngừng gửi ngay; thư trả về tạm thời thì ngừng gửi sau{" "}
            <strong>{rule.softBounces} lần</strong> trong <strong>{rule.softDays} ngày</strong>.
          </Text>
          <MayButton may={may} verb="rule" variant="default" w="fit-content" onClick={open.open}>
            Đổi quy tắc
          </MayButton>
          <FormDialog
            opened={opened}
            onClose={open.close}
            title="Đổi quy tắc"
            lead="Yêu cầu đã ghi giữ hạn trả lời cũ."
            initial={{ ...rule }}
            verb="Ghi quy tắc"
            submit={({ answerHours, softBounces, softDays }) =>
              api.channels.setPressRule.call({
                ...{ answerHours: Number(answerHours), softBounces: Number(softBounces) },
                softDays: Number(softDays),
              })
            }
            onDone={(register) => {
              keep(register);
              sayDone("Đã ghi quy tắc.");
            }}
          >
            {(form) => (
              <>
                <NumberInput
                  label="Hạn trả lời báo chí (giờ)"
                  required
                  min={1}
                  max={720}
                  {...form.getInputProps("answerHours")}
                />
                <NumberInput
                  label="Ngừng gửi sau số lần thư trả về tạm thời"
                  required
                  min={1}
                  max={100}
                  {...form.getInputProps("softBounces")}
                />
                <NumberInput
                  label="Trong số ngày"
                  required
                  min={1}
                  max={365}
                  {...form.getInputProps("softDays")}
                />
              </>
            )}
          </FormDialog>
        </Stack>
      )}
    </Asked>
  );
}
