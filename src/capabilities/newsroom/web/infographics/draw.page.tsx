import { Alert, Button, Grid, Group, Radio, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked, Loading } from "#ui/loading.tsx";
import { forgetLocally, keepLocally, useLocalDraft } from "#ui/local-draft.ts";
import { MayButton } from "#ui/may-button.tsx";
import { useFilters, useGo } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { sayDone, sayDoneWithUndo } from "#ui/undo.tsx";
import {
  altOf,
  contentKinds,
  licences,
  type Row,
  type Shape,
  shapes,
  type Template,
  templateOf,
  templates,
  unfitFields,
} from "../../contract.ts";
import { api, type Graphic, type Item } from "../api.ts";
import classes from "./draw.module.css";
import { OwnFigures, takesFigures } from "./own-figures.tsx";
import { DrawingPreview } from "./preview.tsx";
import { TableFields } from "./table-fields.tsx";
import { isEmptyRow } from "./typed-table.ts";

/** What the form holds, kept on this machine until it is drawn. */
interface Typed {
  /** Of the drawing that it becomes, however often it is sent. */
  id: string;
  template: string;
  title: string;
  rows: Row[];
  source: string;
  day: string | null;
  /** Null: told by the table. */
  alt: string | null;
  /** Null: the agency. */
  credit: string | null;
  licence: (typeof licences)[number]["slug"];
  taken: Shape[];
  /** "new": a new text; "none": the library alone; else the text's id. */
  into: string;
  /** Of the text that is begun for it. */
  newItemId: string;
  unitId: string | null;
}

const rowsFor = ({ fewestRows }: Template, rows: Row[] = []): Row[] =>
  rows.length >= fewestRows
    ? rows
    : [...rows, ...Array.from({ length: Math.max(fewestRows, 3) - rows.length }, () => ({}))];

const emptyTyped = (from: Graphic | null, itemId: string | null): Typed => {
  const template = templateOf(from?.template ?? "") ?? templates[0]!;
  return {
    id: newId(),
    template: template.slug,
    title: from?.title ?? "",
    rows: rowsFor(template, from?.rows),
    source: from?.source ?? "",
    day: from?.day ?? null,
    alt: null,
    credit: null,
    licence: "own",
    taken: from ? from.pictures.map(({ shape }) => shape) : shapes.map(({ slug }) => slug),
    into: itemId ?? from?.articleId ?? (from ? "none" : "new"),
    newItemId: newId(),
    unitId: null,
  };
};

const drawnKinds = contentKinds.filter(({ drawing }) => drawing !== null).map(({ slug }) => slug);
/** What is wrong there is told by the preview, as it is typed. */
const isJudgedByPreview = (field: string) => /^(?:title|source|agency|rows)(?:\.|$)/u.test(field);

const openStates = ["draft", "returned", "approved", "published"];

/** Chooses a template, fills its table and draws it; `bai`: for this text, `tu`: from the figures of an older one. */
export default function DrawPage() {
  const [{ bai, tu }] = useFilters({ bai: "", tu: "" });
  const me = useQuery(api.organization.me.queryOptions());
  const from = useQuery({
    ...api.newsroom.getInfographic.queryOptions({ input: { id: tu } }),
    enabled: tu !== "",
  });
  const item = useQuery({ ...api.newsroom.get.queryOptions({ input: { id: bai } }), enabled: bai !== "" });
  return (
    <Page
      title={tu ? "Vẽ lại với số liệu mới" : "Vẽ đồ họa từ số liệu"}
      crumbs={
        bai
          ? [
              { label: "Tin, bài", to: "/noi-dung" },
              { label: item.data?.current.title || "Bài chưa có tiêu đề", to: `/noi-dung/${bai}` },
            ]
          : [{ label: "Đồ họa", to: "/do-hoa" }]
      }
      lead={
        tu
          ? "Hình mới thay hình cũ ở bản mới của bài; các bản đã lưu giữ hình của mình."
          : "Chọn mẫu, gõ hoặc dán bảng; hình tự vẽ ở ba khuôn, chữ không bao giờ bị cắt."
      }
    >
      <Asked query={me}>
        {({ personId }) =>
          tu && from.isPending ? (
            <Loading />
          ) : tu && from.error ? (
            <ErrorNotice error={from.error} />
          ) : bai && item.isPending ? (
            <Loading />
          ) : bai && item.error ? (
            <ErrorNotice error={item.error} />
          ) : (
            <Kept
              key={`${bai} ${tu}`}
              draftKey={`do-hoa.${personId}.${bai || tu || "moi"}`}
              from={from.data ?? null}
              item={item.data ?? null}
            />
          )
        }
      </Asked>
    </Page>
  );
}

function Kept({ draftKey, ...props }: { draftKey: string; from: Graphic | null; item: Item | null }) {
  const kept = useLocalDraft<Typed>(draftKey);
  if (kept === undefined) return <Loading />;
  return <DrawForm draftKey={draftKey} kept={kept?.text ?? null} {...props} />;
}

function DrawForm({
  draftKey,
  kept,
  from,
  item,
}: {
  draftKey: string;
  kept: Typed | null;
  from: Graphic | null;
  item: Item | null;
}) {
  const go = useGo();
  const queries = useQueryClient();
  const me = useQuery(api.organization.me.queryOptions());
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const mayDraw = useQuery(api.newsroom.listInfographics.queryOptions({ input: {} }));
  const [typed, setTyped] = useState<Typed>(() => kept ?? emptyTyped(from, item?.id ?? null));
  const latest = useRef(typed);
  const change = (part: Partial<Typed>) => {
    latest.current = { ...latest.current, ...part };
    setTyped(latest.current);
    // What was refused is judged anew as it is typed.
    if (draw.isError) draw.reset();
    keepLocally(draftKey, { text: latest.current, base: "", at: new Date().toISOString() });
  };
  const template = templateOf(typed.template) ?? templates[0]!;
  const isExample = typed.title.trim() === "" && typed.rows.every(isEmptyRow);
  const ownUnit = me.data?.appointments.find(({ unitId }) => unitId !== null)?.unitId ?? null;
  const unitId = typed.unitId ?? ownUnit;
  const articleId = typed.into === "none" ? null : typed.into === "new" ? typed.newItemId : typed.into;
  const shown = isExample
    ? { ...template.example, source: "báo cáo của cơ quan bạn", day: null }
    : { title: typed.title, rows: typed.rows, source: typed.source, day: typed.day };
  const input = { template: template.slug, ...shown, articleId };
  const [asked] = useDebouncedValue(input, 400);
  const preview = useQuery({
    ...api.newsroom.previewInfographic.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const alt = typed.alt ?? altOf(template, { template: template.slug, ...shown });
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const draw = useMutation({
    mutationFn: () =>
      api.newsroom.makeInfographic.call({
        id: typed.id,
        template: template.slug,
        title: typed.title,
        rows: typed.rows,
        source: typed.source,
        day: typed.day,
        articleId,
        replacesId: from?.id ?? null,
        shapes: typed.taken,
        alt,
        credit: typed.credit ?? me.data?.agencyName ?? null,
        licence: typed.licence,
        into: articleId === null ? null : { itemId: articleId, unitId: typed.into === "new" ? unitId : null },
      }),
    onSuccess: async (made) => {
      await forgetLocally(draftKey);
      void queries.invalidateQueries({ queryKey: api.newsroom.listInfographics.key() });
      void queries.invalidateQueries({ queryKey: api.newsroom.getInfographic.key() });
      void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      if (articleId === null) {
        sayDone("Đã vẽ và đưa vào kho tư liệu.");
        go(`/do-hoa/${made.id}`);
        return;
      }
      void queries.invalidateQueries({ queryKey: api.newsroom.get.key() });
      sayDone("Đã vẽ; hình, bảng số liệu, nguồn và ngày đã ở trong bài.");
      go(`/noi-dung/${articleId}`);
    },
    onError: (error) => setRefused(fieldErrors(error)),
  });
  const taken = (preview.data?.drawings ?? []).filter(({ shape }) => typed.taken.includes(shape));
  const unfit = unfitFields(template, { template: template.slug, ...shown }, taken);
  // Until one presses the button, an empty field is no fault.
  const live = tried ? [...(preview.data?.issues ?? []), ...unfit] : [];
  const faults = new Map([
    ...Object.entries(refused).filter(([field]) => !isJudgedByPreview(field)),
    ...live.map(({ field, message }) => [field, message] as const),
  ]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        setRefused({});
        draw.mutate();
      }}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack>
            <Radio.Group
              label="Mẫu"
              value={template.slug}
              onChange={(slug) => {
                const next = templateOf(slug);
                if (next) change({ template: slug, rows: rowsFor(next, typed.rows) });
              }}
            >
              <Stack gap="xs" mt="xs">
                {templates.map(({ slug, label, hint }) => (
                  <Radio key={slug} value={slug} label={label} description={hint} />
                ))}
              </Stack>
            </Radio.Group>
            <TextInput
              id="title"
              label="Tiêu đề của hình"
              withAsterisk
              placeholder={template.example.title}
              value={typed.title}
              error={faults.get("title")}
              autoComplete="off"
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            {takesFigures(template) && (
              <OwnFigures
                template={template}
                onFilled={(filled) => {
                  const { title, rows, source, day } = latest.current;
                  change({ ...filled, rows: rowsFor(template, filled.rows) });
                  sayDoneWithUndo("Đã điền số liệu của hệ thống vào bảng.", async () =>
                    change({ title, rows, source, day }),
                  );
                }}
              />
            )}
            <TableFields
              template={template}
              rows={typed.rows}
              faults={faults}
              onChange={(rows) => change({ rows })}
            />
            <TextInput
              id="source"
              label="Nguồn số liệu"
              description="Cơ quan, tên báo cáo hoặc số văn bản; in ở chân hình."
              withAsterisk
              value={typed.source}
              error={faults.get("source")}
              autoComplete="off"
              onChange={(event) => change({ source: event.currentTarget.value })}
            />
            <DateField
              label="Số liệu tính đến ngày"
              description={
                articleId === null
                  ? "Để trống nếu hình không có số liệu theo ngày."
                  : "Bài đồ họa cần ngày này để gửi duyệt; hình chỉ nói các bước, các mốc thì ghi ngày đã đối chiếu."
              }
              value={typed.day}
              onChange={(day) => change({ day })}
            />
            <Textarea
              label="Mô tả cho người không nhìn thấy hình"
              description="Tự viết theo bảng; sửa được."
              withAsterisk
              autosize
              minRows={2}
              maxLength={500}
              value={isExample ? "" : alt}
              error={faults.get("alt")}
              onChange={(event) => change({ alt: event.currentTarget.value })}
            />
            <Group grow align="flex-start">
              <TextInput
                label="Tác giả"
                description="Được in dưới hình."
                value={typed.credit ?? me.data?.agencyName ?? ""}
                onChange={(event) => change({ credit: event.currentTarget.value })}
              />
              <Select
                label="Quyền sử dụng"
                description="Hình do cơ quan vẽ."
                allowDeselect={false}
                data={licences.map(({ slug, label }) => ({ value: slug, label }))}
                value={typed.licence}
                onChange={(licence) => licence && change({ licence: licence as Typed["licence"] })}
              />
            </Group>
            {item ? (
              <Alert color="blue">
                Hình vào bài “{item.current.title || "chưa có tiêu đề"}”, mã QR trong hình dẫn tới bài ấy.
              </Alert>
            ) : (
              <WhereTo typed={typed} unitId={unitId} units={units.data?.units ?? []} onChange={change} />
            )}
            <ErrorNotice error={draw.error} />
            {unfit.length > 0 && !isExample && !draw.error && (
              <Alert color="orange" role="status">
                Có khuôn đã chọn mà chữ không vừa; hãy viết ngắn lại, hoặc bỏ chọn khuôn ấy ở phần xem thử.
              </Alert>
            )}
            <Group>
              <MayButton may={mayDraw.data?.may} verb="draw" type="submit" loading={draw.isPending}>
                {articleId === null ? "Vẽ và đưa vào kho" : "Vẽ và đưa vào bài"}
              </MayButton>
              <Button
                variant="default"
                onClick={() => {
                  void forgetLocally(draftKey);
                  latest.current = emptyTyped(from, item?.id ?? null);
                  setTyped(latest.current);
                  setTried(false);
                  setRefused({});
                }}
              >
                {from ? "Bỏ điều đã sửa" : "Xóa hết, làm lại"}
              </Button>
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }} className={classes.beside}>
          <DrawingPreview
            preview={preview.data}
            unfit={unfit}
            alt={alt}
            isExample={isExample}
            isBusy={preview.isFetching}
            taken={typed.taken}
            onTake={(taken) => change({ taken })}
          />
        </Grid.Col>
      </Grid>
    </form>
  );
}

/** Into which text the picture goes, and so where its code leads. */
function WhereTo({
  typed: { into },
  unitId,
  units,
  onChange,
}: {
  typed: Typed;
  unitId: string | null;
  units: { id: string; name: string }[];
  onChange: (part: Partial<Typed>) => void;
}) {
  const texts = useQuery(api.newsroom.list.queryOptions({ input: { kind: drawnKinds[0], page: 1 } }));
  const open = (texts.data?.items ?? []).filter(
    ({ id, state, may }) => id === into || (openStates.includes(state) && may.save?.allowed),
  );
  return (
    <>
      <Select
        label="Đưa hình vào"
        description="Mã QR trong hình dẫn tới bài này."
        allowDeselect={false}
        data={[
          { value: "new", label: "Một bài đồ họa mới" },
          ...open.map(({ id, title }) => ({ value: id, label: title || "Bài chưa có tiêu đề" })),
          { value: "none", label: "Chỉ kho tư liệu, không có mã QR" },
        ]}
        value={into}
        onChange={(next) => next && onChange({ into: next })}
      />
      {into === "new" && (
        <Select
          label="Đơn vị của bài"
          allowDeselect={false}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={unitId}
          onChange={(next) => onChange({ unitId: next })}
        />
      )}
      {into !== "new" && into !== "none" && texts.isSuccess && !open.some(({ id }) => id === into) && (
        <Text size="sm" c="gray.7">
          Bài mà hình cũ dẫn tới không còn sửa được ở đây; hãy chọn bài khác.
        </Text>
      )}
    </>
  );
}
