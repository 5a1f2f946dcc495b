import { sandboxClientId } from '../sandbox/seed';

/** What a demo build is built with: the Application (client) ID that the sandbox knows. */
export const demoEnvironment = { WXT_CLIENT_ID: sandboxClientId };
