import { Alert, Anchor, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import type { SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { SheetTrialPart } from "#ui/sheets/sheet-trial-part.tsx";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { sayDone } from "#ui/undo.tsx";
import { type FigureField, figureWords, MOST_LINES } from "../../figures/imports/figure-list.ts";
import { api } from "../api.ts";

interface Said extends SheetSaid<FigureField> {
  day: string;
}
type Made = Awaited<ReturnType<typeof api.channels.figureImports.call>>["imports"][number];

/** Numbers as a network's console exports them or a unit types them: tried line by line, taken once, taken back as one. */
export default function ImportFiguresPage() {
  const queries = useQueryClient();
  const made = useQuery(api.channels.figureImports.queryOptions());
  const [day, setDay] = useState(today().toString());
  const [sourceName, setSourceName] = useState("");
  const [asked, setAsked] = useState<Made | null>(null);
  const renew = () => void queries.invalidateQueries({ queryKey: api.channels.key() });
  const sheet = useSheetImport({
    tryIt: ({ file, said }: ChosenSheet<Said>) => api.channels.tryFigures.call({ file, ...said }),
    bringIt: ({ file, said, seen }) => api.channels.importFigures.call({ file, seen, sourceName, ...said }),
    faultyOf: ({ file, said }) => api.channels.faultyFigureLines.call({ file, ...said }),
    onBrought: ({ figures, posts }) => {
      renew();
      sayDone(`Đã ghi ${figures.toLocaleString("vi-VN")} số của ${posts.toLocaleString("vi-VN")} lượt đăng.`);
    },
  });
  const may = made.data?.may;
  return (
    <Page
      title="Nhập số liệu từ tệp"
      crumbs={[{ label: "Số liệu trên các kênh", to: "/so-lieu-kenh" }]}
      lead="Chọn tệp mà trang quản trị của kênh xuất ra hoặc bảng đơn vị lập, xem thử từng dòng, rồi nhập cùng một lần. Nhập lại tệp cũ không tính hai lần."
      actions={
        <LinkButton to="/so-lieu-kenh" variant="default">
          Về số liệu trên các kênh
        </LinkButton>
      }
    >
      <Anchor href="/api/figure-template" download py={4} w="fit-content">
        Tải tệp mẫu (.xlsx)
      </Anchor>
      {may && !may.import?.allowed && (
        <Alert color="gray" variant="light">
          Số liệu từ tệp do biên tập và Văn phòng nhập.
        </Alert>
      )}
      {may?.import?.allowed && (
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label="Số do đâu xuất ra"
              description="Như Meta Business Suite, YouTube Studio, TikTok Studio hoặc tên đơn vị; đi cùng từng số."
              required
              maxLength={120}
              value={sourceName}
              onChange={(event) => setSourceName(event.currentTarget.value)}
            />
            <DateField
              label="Ngày xem số"
              description="Cho những dòng không ghi ngày riêng."
              required
              value={day}
              onChange={(next) => {
                if (!next) return;
                setDay(next);
                if (sheet.chosen)
                  sheet.look({ file: sheet.chosen.file, said: { ...sheet.chosen.said, day: next } });
              }}
            />
          </SimpleGrid>
          <SheetDrop
            what="bảng số liệu"
            mostLines={MOST_LINES}
            busy={sheet.busy}
            onFile={(file) => sheet.look({ file, said: { day } })}
          />
          <SheetTrialPart
            sheet={sheet}
            may={{ manage: may.import }}
            words={figureWords}
            required={[]}
            fresh={(lines) =>
              `${lines.reduce((sum, { figures }) => sum + figures, 0).toLocaleString("vi-VN")} số`
            }
            kept="dòng đã có đủ số, không ghi lần nữa"
            lineWords={({ written, post }) => ({
              title: post?.title || written.address || written.post || "(trống)",
              facts: [post && `${post.accountName} (${post.networkLabel})`],
            })}
            onSay={(chosen, said) => sheet.look({ ...chosen, said: { ...said, day } })}
          />
        </Stack>
      )}
      <ImportList
        query={made}
        verb="import"
        left={({ sourceName: of, left }) => `số của ${of} · còn ${left.toLocaleString("vi-VN")} số`}
        onUndo={setAsked}
      />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={`${(asked?.left ?? 0).toLocaleString("vi-VN")} số nhập từ “${asked?.fileName ?? ""}” thôi được tính cùng một lúc; lịch sử vẫn giữ. Số đã được sửa tay sau đó không bị đụng đến.`}
        initial={{}}
        verb="Lấy lại"
        submit={() => api.channels.undoFigureImport.call({ id: asked!.id })}
        onDone={() => {
          renew();
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </Page>
  );
}
