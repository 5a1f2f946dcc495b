import type { Frame, Page } from 'puppeteer-core';
import { people } from '../sandbox/seed';
import { type SandboxUser, userOf } from '../sandbox/state';
import type { Random } from './random';
import type { Stage } from './stage';
import { userPage } from './story';
import { addressOf, takeClicks } from './wander-look';

/** Those for whom a panel stands. */
export const guests = [
  people.ines,
  people.longName,
  people.arabic,
  people.suppliersOnly,
  people.excluded,
  people.disabled,
  people.restricted,
  people.roleHolder,
];

/** Those for whom nothing is drawn: external guests and members. */
export const others = [people.adele, people.petra, people.otto, people.mara, people.emil];

/** An id that is nobody's. */
export const stranger = '99999999-0000-4000-8000-000000000000';

/** Where the portal shows no user. */
export const elsewhere = [
  'https://entra.microsoft.com/#home',
  'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers',
];

/** A click that may send a request: whom the panel named then, and the addresses the tab may have had. */
export type Order = { name: string; addresses: string[] };

/** What an admin who wanders about has before them, and what they did. */
export type World = {
  stage: Stage;
  random: Random;
  tabs: Page[];
  /** The tab in front. */
  front: Page;
  /** Clicks on Issue TAP or Replace TAP that no request has used yet. */
  orders: Order[];
  /** Worker's deaths after which a panel may once ask to try again. */
  deaths: number;
  undelay: () => void;
};

/** The address of some internal guest's page, in one of the ways the portal writes it. */
export function somePage({ stage, random }: World): string {
  const id = random.pick(guests);
  const name = encodeURIComponent(user(stage, id)?.userPrincipalName ?? id);
  return random.pick([
    userPage(id),
    userPage(id),
    userPage(name),
    userPage(id).replace('~/overview', '~/UserAuthMethods'),
    `https://entra.microsoft.com/#view/Microsoft_AAD_IAM/UserDetailsMenuBlade/userId/${id}`,
  ]);
}

/** The user of Contoso with this object id or user principal name. */
export function user({ sandbox }: Stage, idOrName: string): SandboxUser | undefined {
  const [contoso] = sandbox.state.tenants;
  return contoso && userOf(contoso, idOrName);
}

/** Keeps the clicks that may have sent a request, made while the tab stood at one of these addresses. */
export async function noteOrders(world: World, frame: Frame, before: string, page: Page): Promise<void> {
  const after = await addressOf(page);
  for (const { button, name } of await takeClicks(frame))
    if (/^(Issue|Replace) TAP$/.test(button))
      world.orders.push({ name, addresses: after === undefined ? [before] : [before, after] });
}
