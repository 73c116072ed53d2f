/** What a report keeps of one unit's dossiers in its period, as they were counted when the figures were taken. */
export interface ChainDossierUnit {
  /** Names the unit in the sheets of the case system. */
  id: string;
  label: string;
  received: number;
  filed: number;
  resolved: number;
  early: number;
  onTime: number;
  late: number;
  inProgressOnTime: number;
  inProgressOverdue: number;
  online: number;
  owing: number;
  paid: number;
  electronic: number;
  digitised: number;
  passedOn: number;
  circulated: number;
}

/** Dossiers of the period by unit; with the period and the day they were counted by, so that the report stays what it was. */
export interface ChainDossiers {
  /** The period's code, as the screen of the figures names it. */
  period: string;
  from: string;
  until: string;
  units: ChainDossierUnit[];
  /** Late or overdue dossiers, and those of them for which a letter of apology was sent. */
  late: { total: number; apologised: number };
}
