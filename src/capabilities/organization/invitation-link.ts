/** The path of a one-time link with which a person sets a password. */
export const invitationLink = (token: string): string =>
  `/workspace/dat-lai-mat-khau?ma=${encodeURIComponent(token)}`;
