import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { Section } from "#ui/section.tsx";
import { moneyInWords, moneyNumber, moneyText } from "../../money.ts";
import { coefficientText, fellAway, standingOf } from "../../royalties/royalty.ts";
import { api, type Product, type Royalties, type Royalty } from "../api.ts";
import { useYear, YearSelect } from "../year-select.tsx";
import { CancelForm, DecideForm, PayForm } from "./decide-forms.tsx";
import { ProposeForm } from "./propose-form.tsx";
import { RateTables } from "./rate-tables.tsx";

type Open =
  | { what: "propose"; id: string; product: Product }
  | { what: "decide" | "pay" | "cancel"; id: string; product: Product; royalty: Royalty };

/** What authors get for the products of a year: proposed, approved, paid once. */
export default function RoyaltiesPage() {
  const [year, setYear] = useYear();
  const input = { from: `${year}-01-01`, to: `${year}-12-31` };
  const found = useQuery(api.budget.royalties.queryOptions({ input }));
  return (
    <Page
      title="Nhuận bút"
      crumbs={[{ label: "Kinh phí", to: "/kinh-phi" }]}
      lead="Tính theo khung của cơ quan có hiệu lực vào ngày đăng; người khác duyệt; mỗi sản phẩm chỉ trả một lần, khi hồ sơ thanh toán đủ."
    >
      <YearSelect year={year} years={[]} onChange={setYear} />
      <Asked query={found}>
        {(royalties) => (
          <>
            <Products royalties={royalties} year={year} />
            <RateTables tables={royalties.tables} may={royalties.may} />
          </>
        )}
      </Asked>
    </Page>
  );
}

const filters = [
  { value: "none", label: "Chưa đề xuất" },
  { value: "proposed", label: "Chờ duyệt" },
  { value: "approved", label: "Đã duyệt, chưa trả" },
  { value: "paid", label: "Đã trả" },
];

const standing = ({ royalties }: Product): string => {
  const live = royalties.find(({ state }) => !fellAway(state));
  if (!live) return "none";
  return live.paidOn === null ? live.state : "paid";
};

function Products({
  royalties: { products, lines, isClosed, may },
  year,
}: {
  royalties: Royalties;
  year: number;
}) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Section id="san-pham" title={`Sản phẩm đăng trong năm ${year}`}>
      {isClosed && (
        <Text size="sm">
          Năm ngân sách {year} đã đóng: không đề xuất, quyết định, trả hay hủy nhuận bút từ dự toán năm này;
          muốn đổi phải mở lại năm ở{" "}
          <LinkText inherit underline="always" to={`/kinh-phi/quyet-toan?nam=${year}` as never}>
            Quyết toán
          </LinkText>
          .
        </Text>
      )}
      <DataTable
        caption="Sản phẩm và nhuận bút"
        rows={products}
        rowKey={({ itemId }) => itemId}
        searchText={({ title, unitName }) => `${title} ${unitName}`}
        filters={[
          {
            key: "nhuan-but",
            label: "Nhuận bút",
            options: filters,
            matches: (product, value) => standing(product) === value,
          },
        ]}
        empty={
          <EmptyState
            title={`Năm ${year} chưa có sản phẩm nào được đăng`}
            why="Nhuận bút tính cho sản phẩm đã đăng trên cổng."
          />
        }
        columns={[
          {
            key: "ten",
            header: "Sản phẩm",
            sortBy: ({ title }) => title,
            cell: ({ title, kindLabel, unitName, publishedAt }) => (
              <>
                <Text fw={600}>{title}</Text>
                <Text size="xs" c="gray.7">
                  {kindLabel} · {unitName} · {formatDateTime(publishedAt)}
                </Text>
              </>
            ),
          },
          {
            key: "thieu",
            header: "Hồ sơ thanh toán",
            cell: ({ missing }) =>
              missing.length === 0 ? (
                "Đủ"
              ) : (
                <List size="sm">
                  {missing.map((one) => (
                    <List.Item key={one}>{one}</List.Item>
                  ))}
                </List>
              ),
          },
          { key: "nhuan-but", header: "Nhuận bút", cell: ({ royalties }) => <Told royalties={royalties} /> },
          {
            key: "viec",
            header: "Việc",
            cell: (product) => (
              <Stack gap={6} align="flex-start">
                <Steps product={product} may={may} onOpen={setOpen} />
                {product.royalties.slice(-1).map((royalty) => (
                  <BundleButton key={royalty.id} royalty={royalty} title={product.title} />
                ))}
              </Stack>
            ),
          },
        ]}
      />
      {open?.what === "propose" && (
        <ProposeForm id={open.id} product={open.product} lines={lines} onClose={close} />
      )}
      {open?.what === "decide" && (
        <DecideForm product={open.product} royalty={open.royalty} onClose={close} />
      )}
      {open?.what === "cancel" && (
        <CancelForm product={open.product} royalty={open.royalty} onClose={close} />
      )}
      {open?.what === "pay" && (
        <PayForm expenseId={open.id} product={open.product} royalty={open.royalty} onClose={close} />
      )}
    </Section>
  );
}

function BundleButton({ royalty, title }: { royalty: Royalty; title: string }) {
  const fetch = useMutation(
    api.budget.royaltyBundle.mutationOptions({ onSuccess: ({ body }) => saveFile(body) }),
  );
  return (
    <>
      <Button
        size="xs"
        miw="max-content"
        variant="default"
        loading={fetch.isPending}
        aria-label={`Tải hồ sơ thanh toán: ${title}`}
        onClick={() => fetch.mutate({ id: royalty.id })}
      >
        Tải hồ sơ
      </Button>
      <ErrorNotice error={fetch.error} />
    </>
  );
}

function Told({ royalties }: { royalties: Royalty[] }) {
  if (royalties.length === 0) return "Chưa đề xuất";
  return (
    <Stack gap="xs">
      {royalties.map((one) => (
        <div key={one.id}>
          <Text size="sm" fw={600}>
            {moneyText(one.amount)}: {standingOf(one)}
            {one.paidOn && ` ngày ${formatDate(one.paidOn)}, ${one.documentNumber}`}
          </Text>
          <Text size="sm">
            {moneyInWords(one.amount)}. {one.grade}, hệ số {coefficientText(one.coefficient)} ×{" "}
            {moneyText(one.unitValue)}, làm tròn đến {moneyNumber(one.rounding)} đồng; {one.lineName}.
          </Text>
          <Text size="sm">
            {one.shares
              .map(({ name, part, amount }) => `${name} ${coefficientText(part)}%: ${moneyText(amount)}`)
              .join("; ")}
          </Text>
          <Text size="xs" c="gray.7">
            {one.proposedByName} đề xuất
            {one.decidedByName && `; ${one.decidedByName} quyết định`}
            {one.decisionWords && `: ${one.decisionWords}`}
            {one.cancelledByName && `; ${one.cancelledByName} hủy: ${one.cancelledReason}`}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

function Steps({
  product,
  may,
  onOpen,
}: {
  product: Product;
  may: Royalties["may"];
  onOpen: (open: Open) => void;
}) {
  const live = product.royalties.find(({ state }) => !fellAway(state));
  const { title } = product;
  if (!live)
    return may.propose?.allowed ? (
      <Button
        size="xs"
        miw="max-content"
        variant="default"
        aria-label={`Đề xuất nhuận bút: ${title}`}
        onClick={() => onOpen({ what: "propose", id: newId(), product })}
      >
        Đề xuất
      </Button>
    ) : (
      "–"
    );
  if (live.state === "proposed")
    return (
      <MayButton
        may={live.may}
        verb="decide"
        size="xs"
        miw="max-content"
        onClick={() => onOpen({ what: "decide", id: newId(), product, royalty: live })}
      >
        Quyết định
      </MayButton>
    );
  const [maySpend, mayCancel] = [live.may.pay?.allowed ?? false, live.may.cancel?.allowed ?? false];
  if (live.paidOn !== null || !(maySpend || mayCancel)) return "–";
  const open = (what: "pay" | "cancel") => onOpen({ what, id: newId(), product, royalty: live });
  return (
    <Group>
      {maySpend && (
        <Button
          size="xs"
          miw="max-content"
          aria-label={`Trả nhuận bút: ${title}`}
          onClick={() => open("pay")}
        >
          Trả
        </Button>
      )}
      {mayCancel && (
        <Button
          size="xs"
          miw="max-content"
          variant="default"
          aria-label={`Hủy nhuận bút: ${title}`}
          onClick={() => open("cancel")}
        >
          Hủy
        </Button>
      )}
    </Group>
  );
}
