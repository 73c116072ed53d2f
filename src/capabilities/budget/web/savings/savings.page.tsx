import { Anchor, Button, Group, List, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { savedText, savingMeasureWords, savingStateWords } from "../../savings/saving.ts";
import { api, type Saving, type Savings } from "../api.ts";
import { DocumentList } from "../spending/document-list.tsx";
import { useYear, YearSelect } from "../year-select.tsx";
import { DecideForm, WithdrawSaving } from "./decide-form.tsx";
import { SavingForm } from "./saving-form.tsx";

/** What citizens are saved, each figure with its source, its way of counting and who approved it. */
export default function SavingsPage() {
  const [year, setYear] = useYear();
  const found = useQuery(api.budget.citizenSavings.queryOptions({ input: { year } }));
  return (
    <Page
      title="Tiết kiệm cho người dân"
      crumbs={[{ label: "Kinh phí", to: "/kinh-phi" }]}
      lead="Số hồ sơ nhân với mức tiết kiệm của mỗi hồ sơ theo văn bản nguồn. Không có nguồn thì không ghi được; người thứ hai duyệt rồi mới vào báo cáo, lên cổng và là minh chứng của kế hoạch."
    >
      <YearSelect year={year} years={[]} onChange={setYear} />
      <Asked query={found}>{(savings) => <All savings={savings} />}</Asked>
    </Page>
  );
}

function All({ savings: { year, publicAddress, savings, total, may } }: { savings: Savings }) {
  const [open, setOpen] = useState<{ id: string; before: Saving | null } | null>(null);
  const begin = (
    <MayButton
      may={may}
      verb="write"
      leftSection={<IconPlus size={18} />}
      onClick={() => setOpen({ id: newId(), before: null })}
    >
      Ghi số liệu tiết kiệm
    </MayButton>
  );
  return (
    <>
      {savings.length === 0 ? (
        <EmptyState
          title={`Năm báo cáo ${year} chưa ghi số liệu tiết kiệm nào`}
          why="Mỗi số liệu nêu văn bản nguồn, mức tiết kiệm của một hồ sơ, cách tính và số hồ sơ của kỳ. Chưa có nguồn thì báo cáo nói là chưa có số liệu."
          action={begin}
        />
      ) : (
        <>
          <Section id="cong" title={`Cộng số đã duyệt năm báo cáo ${year}`}>
            <Text>
              <strong>{savedText(total) || "Chưa có số nào được duyệt"}</strong>.
            </Text>
            {savedText(total) !== "" && (
              <Anchor href={publicAddress} target="_blank" underline="always" size="sm">
                Trang công khai<span className="only-read-aloud"> (mở ở thẻ mới)</span>
              </Anchor>
            )}
          </Section>
          <Group>{begin}</Group>
        </>
      )}
      {savings.map((saving) => (
        <One key={saving.id} saving={saving} onEdit={() => setOpen({ id: saving.id, before: saving })} />
      ))}
      {open && (
        <SavingForm
          key={open.id}
          id={open.id}
          year={year}
          before={open.before}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function One({ saving, onEdit }: { saving: Saving; onEdit: () => void }) {
  const [open, setOpen] = useState<"decide" | "withdraw" | null>(null);
  const { id, state, may, scopeName, periodLabel, dossiers, measure } = saving;
  return (
    <Section id={`so-lieu-${id}`} title={`${scopeName}, ${periodLabel}`}>
      <Text>
        <strong>{savedText(saving.whole)}</strong>: {dossiers.toLocaleString("vi-VN")} hồ sơ ×{" "}
        {savedText(saving)}.
      </Text>
      <List size="sm">
        <List.Item>
          Trạng thái: {savingStateWords[state]}
          {saving.decidedAt && `, ${saving.decidedByName} quyết định lúc ${formatDateTime(saving.decidedAt)}`}
          {saving.decisionWords && `: ${saving.decisionWords}`}
          {saving.withdrawnAt &&
            `; ${saving.withdrawnByName} rút lúc ${formatDateTime(saving.withdrawnAt)}: ${saving.withdrawnReason}`}
          . Người ghi: {saving.writerNames.join(", ")}.
        </List.Item>
        <List.Item>
          Số hồ sơ:{" "}
          {measure === "entered"
            ? `theo ${saving.countedBy}`
            : `${savingMeasureWords[measure].toLocaleLowerCase("vi")}, đếm từ bảng hồ sơ lúc ${formatDateTime(saving.countedAt)}`}
          , từ {formatDate(saving.fromOn)} đến {formatDate(saving.toOn)}.
        </List.Item>
        <List.Item style={{ overflowWrap: "anywhere" }}>
          Nguồn: {saving.documentTitle}, số {saving.documentNumber} ngày {formatDate(saving.documentDay)}
          {saving.link && (
            <>
              {" "}
              (
              <Anchor href={saving.link} target="_blank" rel="noreferrer" underline="always" size="sm">
                mở liên kết
              </Anchor>
              )
            </>
          )}
          .
        </List.Item>
        <List.Item>Cách tính: {saving.method}</List.Item>
      </List>
      <DocumentList
        owner="saving"
        ownerId={id}
        documents={saving.documents}
        may={may}
        of={`nguồn ${saving.documentNumber}`}
      />
      {state === "proposed" && saving.documents.length === 0 && (
        <Text size="sm" fw={600}>
          Chưa có tệp văn bản nguồn nên chưa gửi người duyệt, chưa duyệt được.
        </Text>
      )}
      {state === "proposed" && (
        <Group align="flex-start">
          <MayButton may={may} verb="decide" onClick={() => setOpen("decide")}>
            Quyết định
          </MayButton>
          {may.write?.allowed && (
            <Button
              variant="default"
              aria-label={`Sửa số liệu ${scopeName}, ${periodLabel}`}
              onClick={onEdit}
            >
              Sửa
            </Button>
          )}
        </Group>
      )}
      {state === "approved" && may.withdraw?.allowed && (
        <Group>
          <Button
            variant="default"
            aria-label={`Rút số liệu ${scopeName}, ${periodLabel}`}
            onClick={() => setOpen("withdraw")}
          >
            Rút
          </Button>
        </Group>
      )}
      {open === "decide" && <DecideForm saving={saving} onClose={() => setOpen(null)} />}
      {open === "withdraw" && <WithdrawSaving saving={saving} onClose={() => setOpen(null)} />}
    </Section>
  );
}
