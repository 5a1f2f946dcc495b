import type { Room } from './room';
import type { SandboxState } from './state';

/**
 * The sandbox's own page under https://sandbox.test: `/` tells the state as JSON, `/reset` goes back to the seed,
 * `/clock?minutes=61` moves the clock, `/log` lists the requests seen, `/paste` has a field to paste into.
 */
export function createControlRoom(state: SandboxState, forget: () => void): Room {
  return {
    answers: (host) => host === 'sandbox.test',
    handle(_request, response, url) {
      const reply = (body: unknown, status = 200) => {
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(JSON.stringify(body, null, 2));
      };
      if (url.pathname === '/paste') {
        response.writeHead(200, { 'content-type': 'text/html' }).end(pastePage);
        return;
      }
      if (url.pathname === '/log') return reply(state.log);
      if (url.pathname === '/reset') {
        state.reset();
        forget();
      } else if (url.pathname === '/clock') {
        const minutes = Number(url.searchParams.get('minutes'));
        if (!Number.isFinite(minutes)) return reply({ error: 'minutes must be a number' }, 400);
        state.advance(minutes * 60_000);
      } else if (url.pathname !== '/') {
        return reply({ error: 'Not here. Try /, /log, /reset, /paste or /clock?minutes=61' }, 404);
      }
      reply(summaryOf(state));
    },
  };
}

const pastePage = `<!doctype html><html lang="en"><title>Paste here</title>
<label>Paste here<br><textarea rows="3" cols="60" autofocus></textarea></label> <output></output>
<script>
  document.querySelector('textarea').addEventListener('input', (event) => {
    if (event.inputType === 'insertFromPaste') document.querySelector('output').textContent = 'pasted';
  });
</script>`;

function summaryOf(state: SandboxState) {
  return {
    clock: new Date(state.now()).toISOString(),
    resets: state.generation - 1,
    requests: state.log.length,
    tenants: state.tenants.map(({ displayName, id, users }) => ({
      displayName,
      id,
      users: users.length,
      passes: users
        .filter(({ _pass }) => _pass)
        .map(({ userPrincipalName, _pass }) => ({ userPrincipalName, code: _pass?.code })),
    })),
  };
}
