import { setUp } from './set-up.mjs';

await setUp();
const { tsImport } = await import('tsx/esm/api');
const { startSandbox } = await tsImport('../sandbox/server.ts', import.meta.url);

const port = Number(process.env.PORT ?? 8443);
const sandbox = await startSandbox({ port, validate: false });
console.log(`
The sandbox cloud is up on loopback, under the real host names.

  Proxy         127.0.0.1:${port}   (PORT changes it)
  Certificate   --ignore-certificate-errors-spki-list=${sandbox.spki}
  Chromium      chromium --user-data-dir=<an empty folder> --proxy-server=127.0.0.1:${port} \\
                  --ignore-certificate-errors-spki-list=${sandbox.spki} https://entra.microsoft.com/
  curl          curl --insecure --proxy http://127.0.0.1:${port} https://sandbox.test/

  State         https://sandbox.test/
  Log           https://sandbox.test/log
  Reset         https://sandbox.test/reset
  Move clock    https://sandbox.test/clock?minutes=61

  Accounts (any password)`);
for (const { displayName, id, users } of sandbox.state.tenants) {
  console.log(`    ${displayName}  ${id}`);
  for (const { userPrincipalName, _roles } of users)
    if (_roles.length) console.log(`      ${userPrincipalName}  (${_roles.join(', ')})`);
}
console.log('\nWhat it models and what it assumes: test/sandbox/README.md. Ctrl+C ends it.');
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => sandbox.close());
