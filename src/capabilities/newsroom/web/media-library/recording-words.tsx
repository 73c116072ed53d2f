import { Button, Checkbox, FileButton, Group, Stack, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { wordsOfCaptions } from "../../media-library/caption-words.ts";
import { api, type WholeMedia } from "../api.ts";

const valuesOf = ({ captions, transcript, hasSpeech }: WholeMedia) => ({
  captions: captions ?? "",
  transcript: transcript ?? "",
  silent: !hasSpeech,
});

/** What those who cannot hear a recording read instead. */
export function RecordingWords({ media }: { media: WholeMedia }) {
  const { id, sort } = media;
  const isVideo = sort === "video";
  const queries = useQueryClient();
  const form = useForm({ initialValues: valuesOf(media) });
  const mayNot = whyNot(media.may, "describe") !== null;
  const save = useMutation({
    mutationFn: ({ captions, transcript, silent }: typeof form.values) =>
      api.newsroom.captionMedia.call({
        id,
        captions: captions.trim() || null,
        transcript: transcript.trim() || null,
        hasSpeech: !silent,
      }),
    onSuccess: (after) => {
      const fresh = valuesOf(after);
      form.setInitialValues(fresh);
      form.setValues(fresh);
      queries.setQueryData(api.newsroom.getMedia.queryKey({ input: { id } }), after);
      void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      sayDone(isVideo ? "Đã ghi phụ đề và lời thoại." : "Đã ghi lời thoại.");
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} aria-labelledby="loi-thoai">
      <Stack>
        <Title order={2} size="h4" id="loi-thoai">
          {isVideo ? "Phụ đề và lời thoại" : "Lời thoại"}
        </Title>
        <Checkbox
          label={isVideo ? "Trong video không có lời nói" : "Trong bản thu không có lời nói"}
          disabled={mayNot}
          {...form.getInputProps("silent", { type: "checkbox" })}
        />
        {isVideo && (
          <>
            <Textarea
              label="Phụ đề"
              description="Dạng .vtt hoặc .srt: giờ bắt đầu --> giờ kết thúc, dưới là lời. Kiểu chữ, màu chữ được bỏ."
              autosize
              minRows={4}
              maxRows={12}
              readOnly={mayNot}
              {...form.getInputProps("captions")}
            />
            {!mayNot && (
              <Group>
                <FileButton
                  accept=".vtt,.srt"
                  onChange={(file) => {
                    void file?.text().then((text) => form.setFieldValue("captions", text));
                  }}
                >
                  {(props) => (
                    <Button size="xs" variant="default" {...props}>
                      Lấy phụ đề từ tệp .vtt, .srt
                    </Button>
                  )}
                </FileButton>
                {form.values.captions.trim() !== "" && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() =>
                      form.setFieldValue("transcript", wordsOfCaptions(form.values.captions).join("\n"))
                    }
                  >
                    Chép lời từ phụ đề sang lời thoại
                  </Button>
                )}
              </Group>
            )}
          </>
        )}
        <Textarea
          label="Lời thoại bằng chữ"
          description={`Ai nói gì, và tiếng gì cần biết; được in dưới ${isVideo ? "video" : "bản thu"} ở trang công khai.`}
          autosize
          minRows={4}
          maxRows={16}
          readOnly={mayNot}
          {...form.getInputProps("transcript")}
        />
        <ErrorNotice error={save.error} />
        {!mayNot && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              {isVideo ? "Ghi phụ đề, lời thoại" : "Ghi lời thoại"}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
