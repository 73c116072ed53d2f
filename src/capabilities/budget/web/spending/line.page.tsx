import { Group, List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { proposalKindWords, proposalStateWords } from "../../estimates/proposal.ts";
import { moneyInWords, moneyNumber, moneyText } from "../../money.ts";
import { type Account, api, type Commitment, type Expense } from "../api.ts";
import { CarryForm } from "../closing/carry-form.tsx";
import { TellCostsForm } from "../costs/tell-costs-form.tsx";
import { CommitmentTable, ExpenseTable } from "./account-tables.tsx";
import { CommitmentForm, ReduceForm } from "./commitment-form.tsx";
import { ExpenseForm, TakeBackForm } from "./expense-form.tsx";

/** One line of the estimate: what was decided, promised and paid of it, and what is left. */
export default function LinePage() {
  const id = useParam("dong");
  const found = useQuery(api.budget.line.queryOptions({ input: { id } }));
  const one = found.data;
  return (
    <Page
      title={one?.name ?? "Dòng dự toán"}
      crumbs={[{ label: "Kinh phí", to: "/kinh-phi" }]}
      lead={one && `${one.sourceName} · năm ${one.year} · ${one.linkName}`}
    >
      <Asked query={found}>
        {(account) => (
          <>
            <Standing account={account} />
            <Commitments account={account} />
            <Expenses account={account} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Standing({ account }: { account: Account }) {
  const held = (rows: { state: string; amount: number }[]) =>
    rows.reduce((sum, { state, amount }) => sum + (state === "pending" ? Math.max(amount, 0) : 0), 0);
  const waiting = { committed: held(account.commitments), spent: held(account.expenses) };
  const { limit, adjusted, committed, spent, free, left, decisions, basis } = account;
  return (
    <Section id="so-du" title="Số được duyệt và còn lại">
      <Text>
        Được chi <strong>{moneyText(limit)}</strong> ({moneyInWords(limit)}), trong đó điều chỉnh{" "}
        {moneyText(adjusted)}. Đã cam kết {moneyText(committed)}, đã chi {moneyText(spent)}.
      </Text>
      {(waiting.committed > 0 || waiting.spent > 0) && (
        <Text>
          Trong đó chờ người thứ hai xác nhận: cam kết {moneyText(waiting.committed)}, chi{" "}
          {moneyText(waiting.spent)}.
        </Text>
      )}
      <Text>
        Còn cam kết hoặc chi thêm được <strong>{moneyText(free)}</strong>; còn chưa chi{" "}
        <strong>{moneyText(left)}</strong>.
      </Text>
      {basis && <Text size="sm">Cách tính: {basis}</Text>}
      {decisions.length === 0 && <Text size="sm">Dòng này chưa nằm trong tờ trình nào.</Text>}
      <List size="sm">
        {decisions.map(({ proposalId, title, kind, state, decidedAt, amount }) => (
          <List.Item key={proposalId}>
            {proposalKindWords[kind]} {moneyNumber(amount)} đồng:{" "}
            <LinkText to={`/kinh-phi/to-trinh/${proposalId}` as never} size="sm" underline="always">
              {title}
            </LinkText>{" "}
            (
            {decidedAt
              ? `duyệt lúc ${formatDateTime(decidedAt)}`
              : proposalStateWords[state].toLocaleLowerCase("vi")}
            )
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

const notYet = (account: Account) =>
  account.approvedAt === null && <Text size="sm">Dòng chưa được duyệt nên chưa cam kết, chi được.</Text>;

function Commitments({ account }: { account: Account }) {
  const [adding, setAdding] = useState<string | null>(null);
  const [carrying, setCarrying] = useState<{ id: string; of: Commitment } | null>(null);
  const [reducing, setReducing] = useState<{ id: string; of: Commitment } | null>(null);
  return (
    <Section id="cam-ket" title="Cam kết chi, hợp đồng">
      {notYet(account)}
      <CommitmentTable
        account={account}
        onReduce={(of) => setReducing({ id: newId(), of })}
        onCarry={(of) => setCarrying({ id: newId(), of })}
      />
      {account.approvedAt !== null && (
        <Group>
          <MayButton may={account.may} verb="record" onClick={() => setAdding(newId())}>
            Ghi cam kết
          </MayButton>
        </Group>
      )}
      {adding && <CommitmentForm id={adding} account={account} onClose={() => setAdding(null)} />}
      {carrying && (
        <CarryForm id={carrying.id} of={carrying.of} year={account.year} onClose={() => setCarrying(null)} />
      )}
      {reducing && <ReduceForm id={reducing.id} of={reducing.of} onClose={() => setReducing(null)} />}
    </Section>
  );
}

function Expenses({ account }: { account: Account }) {
  const [adding, setAdding] = useState<string | null>(null);
  const [telling, setTelling] = useState<Expense | null>(null);
  const [takingBack, setTakingBack] = useState<{ id: string; of: Expense } | null>(null);
  return (
    <Section id="khoan-chi" title="Khoản chi và chứng từ">
      {notYet(account)}
      <ExpenseTable
        account={account}
        onTakeBack={(of) => setTakingBack({ id: newId(), of })}
        onTell={setTelling}
      />
      {account.approvedAt !== null && (
        <Group>
          <MayButton may={account.may} verb="record" onClick={() => setAdding(newId())}>
            Ghi khoản chi
          </MayButton>
        </Group>
      )}
      {adding && <ExpenseForm id={adding} account={account} onClose={() => setAdding(null)} />}
      {telling && <TellCostsForm of={telling} year={account.year} onClose={() => setTelling(null)} />}
      {takingBack && (
        <TakeBackForm id={takingBack.id} of={takingBack.of} onClose={() => setTakingBack(null)} />
      )}
    </Section>
  );
}
