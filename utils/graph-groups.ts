import * as v from 'valibot';
import { parsed, succeeded, unknownUnder } from './graph-answer';
import { groupIdsAmong } from './graph-ids';
import { chunksOf, type Send, type SendBatch, type Step } from './graph-send';
import { shownText } from './shown-text';

/** A group by the name an admin knows it by. */
export type Group = { id: string; displayName: string };

/** Names of groups. Least delegated permission: Group.ReadBasic.All; GroupMember.Read.All opens them too. */
export type GraphGroups = {
  /**
   * Display names by id, as far as they are there and may be read: the others are left out, and shown by their id.
   * https://learn.microsoft.com/graph/api/group-list
   */
  readGroups(ids: readonly string[]): Promise<Record<string, string>>;
  /**
   * Up to 10 groups with words of their name that begin as those of `text`, by name; none for an empty text.
   * https://learn.microsoft.com/graph/search-query-parameter
   */
  searchGroups(text: string): Promise<Group[]>;
};

/** `in` takes 15 values. https://learn.microsoft.com/graph/filter-query-parameter */
const mostInOneFilter = 15;

const groupsReply = v.object({
  value: v.array(v.object({ id: v.string(), displayName: v.nullish(v.string()) })),
});

/** The part of Graph that knows groups by name. */
export function createGraphGroups(send: Send, sendBatch: SendBatch): GraphGroups {
  return {
    async readGroups(ids) {
      const steps = Object.fromEntries(
        chunksOf(groupIdsAmong(ids), mostInOneFilter).map((chunk, index): [string, Step] => {
          const list = chunk.map((id) => `'${id}'`).join(',');
          const url = `/groups?$filter=${encodeURIComponent(`id in (${list})`)}&$select=id,displayName`;
          return [`groups${index}`, { method: 'GET', url }];
        }),
      );
      const replyOf = await sendBatch(steps);
      const names = new Map(
        Object.keys(steps).flatMap((name) => {
          const groups = unknownUnder([403], replyOf(name), groupsOf);
          return groups === 'unknown' ? [] : groups.map(({ id, displayName }) => [id, displayName] as const);
        }),
      );
      return Object.fromEntries(
        ids.flatMap((id) => {
          const name = names.get(id.toLowerCase());
          return name === undefined ? [] : [[id, name]];
        }),
      );
    },

    async searchGroups(text) {
      if (text.trim() === '') return [];
      // The clause stands in quotes: a quote inside would end it, a backslash would swallow the next character.
      const clause = `"displayName:${text.trim().replace(/["\\]/g, '\\$&')}"`;
      const path = `/groups?$search=${encodeURIComponent(clause)}&$select=id,displayName&$top=10&$orderby=displayName&$count=true`;
      const reply = await send('get', path, { headers: { ConsistencyLevel: 'eventual' } });
      return groupsOf(succeeded(reply, { 403: 'groupsHidden' }));
    },
  };
}

function groupsOf(body: unknown): Group[] {
  return parsed(groupsReply, body).value.map(({ id, displayName }) => ({
    id: id.toLowerCase(),
    displayName: shownText(displayName ?? '') || id,
  }));
}
