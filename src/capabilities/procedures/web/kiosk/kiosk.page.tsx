import { Anchor, Button, Group, List, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type KioskView } from "../api.ts";

/** The screen that people touch at the one-stop shop: where it stands, how it is put up, what it greets with. */
export default function KioskPage() {
  const kiosk = useQuery(api.procedures.kiosk.queryOptions());
  return (
    <Page
      title="Màn hình tra cứu ở quầy"
      lead="Trang chữ lớn, nút to cho màn hình cảm ứng ở bộ phận một cửa: tìm thủ tục, xem cần mang gì, quét mã mang về điện thoại."
      crumbs={[{ label: "Công khai thủ tục", to: "/cong-khai-thu-tuc" }]}
      width="text"
    >
      <Asked query={kiosk}>{(view) => <Opened view={view} />}</Asked>
    </Page>
  );
}

function Opened({ view }: { view: KioskView }) {
  return (
    <Stack gap="lg">
      <Section id="cach-dat" title="Đặt màn hình">
        <List type="ordered" spacing="xs">
          <List.Item>
            Trên máy ở quầy, mở bằng trình duyệt, chế độ toàn màn hình:{" "}
            <Anchor href={view.path} target="_blank" rel="noopener" underline="always">
              {view.path}
            </Anchor>
          </List.Item>
          <List.Item>
            Giữ máy có mạng lần mở đầu tiên. Từ đó trang tự giữ đủ nội dung: mất mạng vẫn dùng được và ghi rõ
            lần cập nhật sau cùng (địa chỉ cổng phải là https).
          </List.Item>
          <List.Item>
            Thủ tục, biểu mẫu thay đổi thì màn hình tự lấy trong khoảng năm phút, khi không có người đang xem.
          </List.Item>
        </List>
        <Text size="sm" mt="sm">
          Không ai chạm trong thời gian chờ, màn hình hỏi “Bạn còn xem không?”; sau 20 giây không trả lời thì
          về đầu và quên chữ đã gõ, trang đã xem. Màn hình không hỏi và không giữ thông tin của người dân.
        </Text>
      </Section>
      <Section id="dat" title="Lời chào và thời gian chờ">
        <Setting view={view} />
      </Section>
    </Stack>
  );
}

function Setting({ view: { message, idleSeconds, may } }: { view: KioskView }) {
  const queries = useQueryClient();
  const form = useForm({ initialValues: { message, idleSeconds: idleSeconds as number | string } });
  const send = useMutation({
    mutationFn: () =>
      api.procedures.setKiosk.call({
        message: form.getValues().message,
        idleSeconds: Number(form.getValues().idleSeconds || Number.NaN),
      }),
    onSuccess: async () => {
      form.resetDirty();
      await queries.invalidateQueries({ queryKey: api.procedures.kiosk.key() });
      sayDone("Đã ghi; màn hình ở quầy tự lấy trong khoảng năm phút.");
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const mayChange = may.save?.allowed ?? false;
  return (
    <form
      onSubmit={form.onSubmit(() => {
        if (!send.isPending) send.mutate();
      })}
    >
      <Stack>
        <Textarea
          label="Lời chào"
          description="Dòng đầu người dân đọc; bỏ trống thì không có"
          autosize
          maxLength={300}
          readOnly={!mayChange}
          {...form.getInputProps("message")}
        />
        <NumberInput
          label="Thời gian chờ trước khi hỏi (giây)"
          description="Từ 30 đến 900 giây"
          allowDecimal={false}
          hideControls
          readOnly={!mayChange}
          {...form.getInputProps("idleSeconds")}
        />
        <ErrorNotice error={send.error} />
        {mayChange ? (
          <Group>
            <Button type="submit" loading={send.isPending}>
              Ghi
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="gray.7">
            Văn phòng và biên tập đặt được mục này.
          </Text>
        )}
      </Stack>
    </form>
  );
}
