import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { budgetRows } from "./budget/report-budget.ts";
import type { Chain } from "./chain.ts";
import { communicationRows } from "./communication/communication-rows.ts";
import { dossierRows } from "./dossiers/report-dossiers.ts";
import { eventRows } from "./events/report-events.ts";
import { caseRows } from "./feedback/report-cases.ts";
import { feedbackRows } from "./feedback/report-feedback.ts";
import type { Figure } from "./figure.ts";
import type { FigureRow } from "./figure-row.ts";
import { indexRows } from "./index-results/index-results.ts";
import { listeningRows } from "./listening/listening-rows.ts";
import { whyNone } from "./obligation-state.ts";
import { proofMoment } from "./proof-moment.ts";
import { publicityRows } from "./publicity/publicity-rows.ts";
import { savingRows } from "./savings/report-savings.ts";

/** The rows behind a figure, in the order of the chain that the figure was counted from. */
export function figureRows(chain: Chain, figure: Figure): FigureRow[] {
  const wanted = new Set(figure.rows.ids);
  return rowsOfKind(chain, figure).filter(({ id }) => wanted.has(id));
}

function rowsOfKind(chain: Chain, figure: Figure): FigureRow[] {
  const { kind } = figure.rows;
  const row = (id: string, label: string, detail: string | null, url: string | null = null): FigureRow => ({
    id,
    kind,
    label,
    detail: detail ?? "",
    url,
  });
  const unitName = new Map(chain.units.map(({ id, name }) => [id, name]));
  switch (kind) {
    case "content":
      return chain.content.map((item) =>
        row(
          item.id,
          item.title,
          [item.kindLabel, item.unitId && unitName.get(item.unitId), formatDateTime(item.publishedAt)]
            .filter(Boolean)
            .join(" · "),
          item.url,
        ),
      );
    case "evidence":
      return chain.evidence.map(({ id, label, at, url }) => row(id, label, proofMoment(at), url));
    case "task":
      return chain.tasks.map(({ id, title, leadUnitText }) => row(id, title, leadUnitText));
    case "obligation":
      return chain.obligations.map((one) =>
        row(one.id, `${one.code}: ${one.what}`, whyNone(chain, one) ?? one.leadUnits.join(", ")),
      );
    case "unit":
      return chain.units.map(({ id, name, shortName }) => row(id, name, shortName));
    case "theme":
      return chain.themes.map(({ slug, label, groupLabel }) => row(slug, label, groupLabel));
    case "document":
      return chain.documents.map(({ id, number, type, issuedOn, abstract }) =>
        row(id, [type, number].filter(Boolean).join(" "), `${formatDate(issuedOn)} · ${abstract ?? ""}`),
      );
    case "procedure":
    case "posting":
    case "published-document":
      return publicityRows(chain, kind);
    case "dossier-unit":
      return dossierRows(chain, figure);
    case "feedback":
      return feedbackRows(chain);
    case "feedback-case":
      return caseRows(chain);
    case "budget-line":
      return budgetRows(chain, figure);
    case "citizen-saving":
      return savingRows(chain, figure);
    case "event":
    case "question":
    case "commitment":
      return eventRows(chain, figure);
    case "press-source":
    case "press-article":
    case "taken-up":
    case "incident":
      return listeningRows(chain, figure);
    case "index-result":
      return indexRows(chain);
    default:
      return communicationRows(chain, figure);
  }
}
