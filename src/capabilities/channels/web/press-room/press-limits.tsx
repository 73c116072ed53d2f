import { Button, Group, NumberInput, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { daysIn, daysInWords, wrongDays } from "../words/typed-days.ts";

/** When the press room warns, or when it stops an address, in a sentence; who may sets both anew. */
export function PressLimits({ about }: { about: "terms" | "addresses" }) {
  const queries = useQueryClient();
  const limits = useQuery(api.channels.pressLimits.queryOptions()).data;
  const [opened, dialog] = useDisclosure(false);
  if (!limits) return null;
  const { warnedDays, softMost, softDays, may } = limits;
  return (
    <Group gap="xs">
      <Text size="sm" c="gray.7">
        {about === "terms"
          ? `Sắp hết thời hạn phát ngôn thì báo trước ${daysInWords(warnedDays)} ngày.`
          : `Địa chỉ mà máy chủ báo chưa nhận ${softMost} lần trong ${softDays} ngày thì dừng gửi.`}
      </Text>
      {may.limit?.allowed && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label="Đổi mốc báo trước, mức dừng gửi"
          onClick={dialog.open}
        >
          Đổi
        </Button>
      )}
      <FormDialog
        opened={opened}
        onClose={dialog.close}
        title="Mốc báo trước, mức dừng gửi"
        lead="Dùng từ nay cho cả cơ quan; địa chỉ đã dừng gửi trước đó vẫn dừng."
        initial={
          { warned: warnedDays.join(", "), softMost, softDays } as {
            warned: string;
            softMost: number | string;
            softDays: number | string;
          }
        }
        check={({ warned }): Partial<Record<string, string>> => {
          const wrong = wrongDays(warned);
          return wrong === undefined ? {} : { warned: wrong };
        }}
        verb="Lưu"
        submit={({ warned, ...rest }) =>
          api.channels.setPressLimits.call({
            warnedDays: daysIn(warned),
            softMost: Number(rest.softMost),
            softDays: Number(rest.softDays),
          })
        }
        onDone={(next) => {
          queries.setQueryData(api.channels.pressLimits.queryKey(), next);
          sayDone("Đã lưu mốc báo trước, mức dừng gửi.");
        }}
      >
        {(form) => (
          <>
            <TextInput
              label="Báo trước khi hết thời hạn phát ngôn (ngày)"
              description="Các số cách nhau bằng dấu phẩy, ví dụ 14, 7, 1"
              required
              data-autofocus
              {...form.getInputProps("warned")}
            />
            <NumberInput
              label="Dừng gửi khi máy chủ báo chưa nhận (lần)"
              required
              min={1}
              max={20}
              allowDecimal={false}
              {...form.getInputProps("softMost")}
            />
            <NumberInput
              label="Tính trong (ngày)"
              required
              min={1}
              max={365}
              allowDecimal={false}
              {...form.getInputProps("softDays")}
            />
          </>
        )}
      </FormDialog>
    </Group>
  );
}
