import type { ComponentChildren } from 'preact';
import type { AppRegistration } from '../utils/app-registration';
import { registerByAzureCli } from '../utils/register-by-azure-cli';
import { registerByBicep } from '../utils/register-by-bicep';
import { registerByHand } from '../utils/register-by-hand';
import { registerByPowerShell } from '../utils/register-by-powershell';
import { CopyButton } from './copy-button';
import { RegistrationByHand } from './registration-by-hand';
import { RegistrationScript } from './registration-script';

/** Four ways to register the app, one of them open. `isDone`: it has been registered, and all are closed at first. */
export function RegistrationWays({ app, isDone }: { app: AppRegistration; isDone: boolean }) {
  return (
    <>
      <Way title="By hand, in the Microsoft Entra admin center" open={!isDone}>
        <RegistrationByHand {...app} />
        <CopyButton text={registerByHand(app)}>Copy steps</CopyButton>
      </Way>
      <Way title="Azure CLI">
        <RegistrationScript name="Azure CLI commands" text={registerByAzureCli(app)}>
          For Bash, for example in Azure Cloud Shell; elsewhere run <code>az login</code> first. Run them
          once: each run registers another app. At the end they tell the Application (client) ID.
        </RegistrationScript>
      </Way>
      <Way title="Microsoft Graph PowerShell">
        <RegistrationScript name="PowerShell commands" text={registerByPowerShell(app)}>
          They take the modules <code>Microsoft.Graph.Authentication</code> and{' '}
          <code>Microsoft.Graph.Applications</code>. Run them once: each run registers another app. At the end
          they tell the Application (client) ID.
        </RegistrationScript>
      </Way>
      <Way title="Bicep">
        <RegistrationScript name="Bicep file" text={registerByBicep(app)}>
          Save it as <code>guestpass.bicep</code> and deploy it to a resource group with{' '}
          <code>
            az deployment group create --template-file guestpass.bicep --query
            properties.outputs.clientId.value --resource-group NAME
          </code>
          , which tells the Application (client) ID. After a change, deploy it again.
        </RegistrationScript>
      </Way>
    </>
  );
}

/** The browser closes the others of the same name when one is opened. */
function Way({ title, open, children }: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details name="registration" class="way" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
