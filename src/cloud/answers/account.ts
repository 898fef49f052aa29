/** Whose the credentials are. */
import * as z from "../../register/libraries";
import { readingOf, type Reading } from "./reading";

/** Reads `sts:GetCallerIdentity`: the account's number. Of the caller itself nothing is kept. */
export const readAccount: Reading<string> = readingOf(
  z.object({ AccountId: z.string().check(z.regex(/^\d{1,20}$/)) }),
  ({ AccountId }) => AccountId,
);
