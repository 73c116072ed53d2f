import { Alert, Radio, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type MadeImport } from "../api.ts";
import { currentPeriod } from "../period-select.tsx";
import { CountsPart } from "./counts-part.tsx";
import { DossiersPart } from "./dossiers-part.tsx";

const say = (value: number) => value.toLocaleString("vi-VN");

/** Sheets of dossiers or of counts: tried first, taken in at once, taken back as a whole. */
export function ImportTab() {
  const queries = useQueryClient();
  const made = useQuery(api.timeliness.imports.queryOptions());
  const [period, setPeriod] = useState(currentPeriod());
  const [kind, setKind] = useState<"dossiers" | "counts">("dossiers");
  const [asked, setAsked] = useState<MadeImport | null>(null);
  const renew = () => void queries.invalidateQueries({ queryKey: api.timeliness.key() });
  const may = made.data?.may;
  return (
    <Stack>
      {may && !may.import?.allowed && (
        <Alert color="gray" variant="light">
          Bảng hồ sơ do Văn phòng và biên tập nhập.
        </Alert>
      )}
      {may?.import?.allowed && (
        <>
          <Radio.Group
            label="Bảng này ghi gì"
            value={kind}
            onChange={(chosen) => setKind(chosen as "dossiers" | "counts")}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="dossiers" label="Từng hồ sơ, mỗi dòng một hồ sơ" />
              <Radio
                value="counts"
                label="Số tổng hợp, mỗi dòng một đơn vị trong một tháng (khi hệ thống không xuất từng hồ sơ)"
              />
            </Stack>
          </Radio.Group>
          {kind === "dossiers" ? (
            <DossiersPart {...{ period, setPeriod, renew }} />
          ) : (
            <CountsPart {...{ period, setPeriod, renew }} />
          )}
        </>
      )}
      <ImportList
        query={made}
        verb="import"
        left={({ period: code, read, rejected, added, changed, kind: of, mode, absent }) =>
          [
            `kỳ ${code}: ${say(read)} dòng, không nhận ${say(rejected)}; ${say(added)} ${of === "counts" ? "dòng số tổng hợp" : "hồ sơ"} mới, ${say(changed)} thay đổi`,
            mode === "snapshot" && `bảng toàn bộ: ${say(absent)} hồ sơ không còn nên đóng`,
          ]
            .filter(Boolean)
            .join("; ")
        }
        onUndo={setAsked}
      />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={`Những gì mới từ “${asked?.fileName ?? ""}” rời khỏi số liệu, những gì bảng này đã thay hoặc đóng trở lại như trước. Số đã công khai và báo cáo đã chốt giữ nguyên.`}
        initial={{}}
        verb="Lấy lại"
        submit={() => api.timeliness.undoImport.call({ id: asked!.id })}
        onDone={() => {
          renew();
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </Stack>
  );
}
