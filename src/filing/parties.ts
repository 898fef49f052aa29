/** Who files: the account and the entity behind a filing, as far as the register says. */
import type { Account, Register, Entity, Filing } from "../register/register";

/** The id of the entity that a filing is of: its own, else that of the account that filed. */
export function entityIdOf(filing: Filing, register: Register): string | undefined {
  const account = filing.account == null ? undefined : register.accountOf(filing.account);
  return filing.entity ?? account?.entity ?? undefined;
}

/** The accounts that may file an apex: the one that its filing names, else any that is declared. */
export function accountsFor(filing: Filing | undefined, register: Register): readonly Account[] {
  const named = filing?.account == null ? undefined : register.accountOf(filing.account);
  return named ? [named] : register.accounts;
}

/** The entities that may file an apex: the one that its filing names, else any that is declared. */
export function entitiesFor(filing: Filing | undefined, register: Register): readonly Entity[] {
  const id = filing && entityIdOf(filing, register);
  const named = id === undefined ? undefined : register.entityOf(id);
  return named ? [named] : register.entities;
}
