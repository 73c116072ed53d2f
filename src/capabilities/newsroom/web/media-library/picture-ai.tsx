import { Alert, Button, Group, Radio, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type PictureAi, pictureParts } from "../../media-library/ai-mark/picture-ai.ts";
import { api, type WholeMedia } from "../api.ts";

type Typed = Omit<PictureAi, "part"> & { part: PictureAi["part"] | "" };

const typedOf = ({ ai }: WholeMedia): Typed => ai ?? { part: "", tool: "", label: "" };

/** Says whether an AI made or changed the picture itself; the page and the files served say so, too. */
export function PictureAiForm({ media }: { media: WholeMedia }) {
  const queries = useQueryClient();
  const form = useForm<Typed>({ initialValues: typedOf(media) });
  const why = whyNot(media.may, "describe");
  const save = useMutation({
    mutationFn: ({ part, ...said }: PictureAi) =>
      api.newsroom.statePictureAi.call({ id: media.id, part, ...said }),
    onSuccess: (after) => {
      form.setInitialValues(typedOf(after));
      form.setValues(typedOf(after));
      queries.setQueryData(api.newsroom.getMedia.queryKey({ input: { id: media.id } }), after);
      void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      sayDone("Đã ghi việc dùng AI ở ảnh này.");
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const { part } = form.values;
  const choose = (chosen: string) => {
    const now = pictureParts.find(({ slug }) => slug === chosen)!;
    const before = pictureParts.find(({ slug }) => slug === part);
    const own = form.values.label !== "" && form.values.label !== before?.suggested;
    form.setValues({ part: now.slug, ...(!own && { label: now.suggested }) });
  };
  return (
    <form
      aria-labelledby="anh-ai"
      onSubmit={form.onSubmit(({ part: said, ...words }) => {
        if (said === "") form.setFieldError("part", "Hãy chọn một câu trả lời.");
        else save.mutate({ part: said, ...words });
      })}
    >
      <Stack gap="sm">
        <Title order={2} size="h4" id="anh-ai">
          Trí tuệ nhân tạo (AI)
        </Title>
        <Text size="sm">
          Điều ghi ở đây được in dưới ảnh ở trang công khai và ghi vào tệp ảnh khi xem, khi tải về.
        </Text>
        <Radio.Group
          label="AI có tạo hoặc sửa ảnh này không?"
          value={part}
          onChange={choose}
          error={form.errors.part}
        >
          <Stack gap={6} mt={6}>
            {pictureParts.map(({ slug, label }) => (
              <Radio key={slug} value={slug} label={label} disabled={why !== null} />
            ))}
          </Stack>
        </Radio.Group>
        {(part === "assisted" || part === "generated") && (
          <>
            <TextInput
              label="Công cụ AI"
              required
              maxLength={200}
              disabled={why !== null}
              {...form.getInputProps("tool")}
            />
            <TextInput
              label="Nhãn cho người đọc"
              description={
                part === "assisted"
                  ? "Chỉ chỉnh kỹ thuật (sáng, nét, khử nhiễu) thì không cần nhãn."
                  : undefined
              }
              required={part === "generated"}
              maxLength={200}
              disabled={why !== null}
              {...form.getInputProps("label")}
            />
          </>
        )}
        {why && <Alert color="blue">{why}</Alert>}
        <ErrorNotice error={save.error} />
        {why === null && (
          <Group>
            <Button type="submit" variant="default" loading={save.isPending}>
              Ghi việc dùng AI
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
