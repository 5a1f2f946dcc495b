import type { ComponentChildren } from 'preact';
import type { AppRegistration } from '../utils/app-registration';
import { text } from '../utils/interface-text';
import { registerByAzureCli } from '../utils/register-by-azure-cli';
import { registerByBicep } from '../utils/register-by-bicep';
import { registerByHand } from '../utils/register-by-hand';
import { registerByPowerShell } from '../utils/register-by-powershell';
import { CopyButton } from './copy-button';
import { RegistrationByHand } from './registration-by-hand';
import { RegistrationScript } from './registration-script';
import { Worded } from './worded';

const tools = { azureCli: 'Azure CLI', powerShell: 'Microsoft Graph PowerShell', bicep: 'Bicep' };
const bicepCommand =
  'az deployment group create --template-file guestpass.bicep --query properties.outputs.clientId.value --resource-group NAME';

/** Four ways to register the app, one of them open. `isDone`: it has been registered, and all are closed at first. */
export function RegistrationWays({ app, isDone }: { app: AppRegistration; isDone: boolean }) {
  return (
    <>
      <Way title={text('byHand')} open={!isDone}>
        <RegistrationByHand {...app} />
        <CopyButton text={registerByHand(app)}>{text('copySteps')}</CopyButton>
      </Way>
      <Way title={tools.azureCli}>
        <RegistrationScript copy={text('copyAzureCliCommands')} text={registerByAzureCli(app)}>
          <Worded text="azureCliHint" with={{ login: code('az login') }} />
        </RegistrationScript>
      </Way>
      <Way title={tools.powerShell}>
        <RegistrationScript copy={text('copyPowerShellCommands')} text={registerByPowerShell(app)}>
          <Worded
            text="powerShellHint"
            with={{
              authentication: code('Microsoft.Graph.Authentication'),
              applications: code('Microsoft.Graph.Applications'),
            }}
          />
        </RegistrationScript>
      </Way>
      <Way title={tools.bicep}>
        <RegistrationScript copy={text('copyBicepFile')} text={registerByBicep(app)}>
          <Worded text="bicepHint" with={{ file: code('guestpass.bicep'), command: code(bicepCommand) }} />
        </RegistrationScript>
      </Way>
    </>
  );
}

const code = (text: string) => <code dir="ltr">{text}</code>;

/** The browser closes the others of the same name when one is opened. */
function Way({ title, open, children }: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details name="registration" class="way" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
