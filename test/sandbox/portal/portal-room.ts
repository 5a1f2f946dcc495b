import { randomBytes } from 'node:crypto';
import type { Room } from '../room';
import type { SandboxState } from '../state';
import { answerBackend } from './backend';
import { bladeHostOf, isBladeHost, isShellHost, productOf } from './portal-hosts';
import { bladeHeaders, headerVariantOf, shellHeaders } from './response-headers';
import { sendFile, sendPage } from './static-files';

/**
 * The portal: under shell hosts a page that routes by fragment, under blade hosts the pages in its frames. Both ask
 * `/api/…` of their own origin, which stands for Microsoft's portal backend and never goes through Graph.
 */
export function createPortalRoom(state: SandboxState): Room {
  return {
    answers: (host) => isShellHost(host) || isBladeHost(host),
    async handle(request, response, url) {
      if (url.pathname.startsWith('/api/')) return answerBackend(state, request, response, url);
      const variant = headerVariantOf(url);
      if (isBladeHost(url.hostname)) {
        const headers = bladeHeaders(variant);
        if (url.pathname !== '/React/Index') return sendFile(response, url.pathname, headers);
        return sendPage(response, 'blade/blade.html', {}, headers);
      }
      if (url.pathname.startsWith('/Content/')) return sendFile(response, url.pathname, {});
      const nonce = randomBytes(16).toString('base64');
      const bladeHost = bladeHostOf(url.hostname);
      const environment = { bladeHost, headers: variant ?? '', ...productOf(url.hostname) };
      return sendPage(
        response,
        'shell/shell.html',
        { nonce, environment: JSON.stringify(environment) },
        shellHeaders(variant, nonce, bladeHost),
      );
    },
  };
}
