import type { Actor, Role } from "./actor.ts";

/** Why an act is impossible for this person on this object, as a Vietnamese sentence; null: it is possible. */
export type Hindrance = string | null;

/** What every policy looks at: whose object it is, and which units answer for it. */
export interface Owned {
  agencyId: string;
  /** Absent: the question is asked of no single object ("may I begin one at all"). */
  unitId?: string;
  /** Null: every unit of the agency. */
  unitIds?: string[] | null;
}

/** One sentence of a policy: who may do the verb at all, and what hinders it on a given object. */
export interface Rule<Subject extends Owned> {
  roles: readonly Role[];
  /** Those of `roles` that count only in the unit they were given for; the others count in the whole agency. */
  inOwnUnit?: readonly Role[];
  /** What a person hears whose roles count only in other units. */
  elsewhere?: string;
  /** What a person hears none of whose roles is named; the general sentence where nothing is given. */
  withoutRole?: string;
  unless?: (actor: Actor, subject: Subject) => Hindrance;
}

/** What a caller may do with one object; stands in every answer, so that screens hold no rules. */
export type May<Verb extends string> = Record<Verb, { allowed: boolean; why: string | null }>;

declare const checked: unique symbol;
/** An object that the policy has checked for a verb; only `permit` makes it. */
export type Permitted<Subject, Verb extends string> = Subject & { readonly [checked]: Verb };

/** The act is refused to this person: HTTP 403 with this sentence. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

/** The act is impossible in the present state: HTTP 409 with this sentence. */
export class Conflict extends Error {
  override name = "Conflict";
  readonly data: unknown;
  constructor(message: string, data?: unknown) {
    super(message);
    this.data = data;
  }
}

/** The object does not exist for this person: HTTP 404. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The input cannot be used: HTTP 422 with a sentence and the fields it concerns. */
export class Unacceptable extends Error {
  override name = "Unacceptable";
  readonly issues: { field: string; message: string }[];
  constructor(message: string, issues: { field: string; message: string }[] = []) {
    super(message);
    this.issues = issues;
  }
}

export const NO_ROLE = "Tài khoản của bạn không có quyền làm việc này.";
const OTHER_AGENCY = "Mục này thuộc cơ quan khác.";

/** The right that a procedure demands: shown to no one without it, before the input is even read. */
export interface Right {
  noun: string;
  verb: string;
  roles: readonly Role[];
  inOwnUnit: readonly Role[];
}

/** One of the actor's appointments must name the verb, and where its role counts only in a unit, that unit. */
function roleHindrance(
  { appointments }: Actor,
  {
    roles,
    inOwnUnit = [],
    elsewhere = "Việc này thuộc đơn vị khác.",
    withoutRole = NO_ROLE,
  }: Pick<Rule<Owned>, "roles" | "inOwnUnit" | "elsewhere" | "withoutRole">,
  { unitId, unitIds = unitId === undefined ? null : [unitId] }: Owned,
): Hindrance {
  const naming = appointments.filter(({ role }) => roles.includes(role));
  if (naming.length === 0) return withoutRole;
  const counts = naming.some(
    ({ role, unitId: own }) =>
      !inOwnUnit.includes(role) || unitIds === null || (own !== null && unitIds.includes(own)),
  );
  return counts ? null : elsewhere;
}

/** Nothing named, nothing allowed: a role that no rule lists may not, and nobody in another agency's affairs. */
export function definePolicy<Subject extends Owned>() {
  return <Verb extends string>(
    noun: string,
    rules: Record<Verb, Rule<Subject>>,
  ): {
    noun: string;
    right: (verb: Verb) => Right;
    hindrance: (actor: Actor, verb: Verb, subject: Subject) => Hindrance;
    permit: <S extends Subject, V extends Verb>(actor: Actor, verb: V, subject: S) => Permitted<S, V>;
    may: (actor: Actor, subject: Subject) => May<Verb>;
  } => {
    const hindrance = (actor: Actor, verb: Verb, subject: Subject): Hindrance => {
      if (subject.agencyId !== actor.agencyId) return OTHER_AGENCY;
      const rule = rules[verb];
      return roleHindrance(actor, rule, subject) ?? rule.unless?.(actor, subject) ?? null;
    };
    return {
      noun,
      right: (verb) => {
        const { roles, inOwnUnit = [] } = rules[verb];
        return { noun, verb, roles, inOwnUnit: inOwnUnit.filter((role) => roles.includes(role)) };
      },
      hindrance,
      permit: <S extends Subject, V extends Verb>(actor: Actor, verb: V, subject: S) => {
        const why = hindrance(actor, verb, subject);
        if (why !== null) throw new Forbidden(why);
        return subject as Permitted<S, V>;
      },
      may: (actor, subject) =>
        Object.fromEntries(
          (Object.keys(rules) as Verb[]).map((verb) => {
            const why = hindrance(actor, verb, subject);
            return [verb, { allowed: why === null, why }];
          }),
        ) as May<Verb>,
    };
  };
}
